import type { Page } from "@playwright/test";
import { errorTexts } from "#lib/texts/errors";
import { guestFormTexts, guestTexts, keyholeTexts } from "#lib/texts/guests";
import { meetingListTexts, meetingPageTexts } from "#lib/texts/meetings";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";
import { textTo } from "#tests/support/e2e-mails";

// Scenario 1 step 6 and scenario 3 step 14: the IB'er invites Veilig Thuis for one item, and the guest looks through the
// keyhole in the mail. Each walk invites an address of its own: the four share one meeting.
for (const script of [true, false]) {
  test.describe(script ? "a guest" : "a guest without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("is invited for one item, sees that item only, answers without signing in, and the team sees who comes", async ({ page, browser }, info) => {
      test.setTimeout(120_000);
      const name = `Roos ${info.project.name === "phone" ? "Bakker" : "Visser"}`;
      const address = `roos-${info.project.name}-${String(script)}@veiligthuis.example`;
      await signInAs(page, "Noor de Wit");
      await openComingMeeting(page);
      const meeting = new URL(page.url()).pathname;
      await page.getByRole("link", { name: guestTexts.invite }).click();
      await page.waitForURL(/\/guests\/new/);
      await expectGoodPage(page);
      await page.getByRole("button", { name: guestFormTexts.submit }).click();
      await expect(page.getByText(guestFormTexts.itemsMissing).first()).toBeVisible();
      await expectGoodPage(page);
      await page.getByLabel(guestFormTexts.organisation).fill("Veilig Thuis");
      await page.getByLabel(guestFormTexts.name).fill(name);
      await page.getByLabel(guestFormTexts.email).fill(address);
      await page.getByRole("checkbox", { name: /^Punt 5:/ }).check();
      const title = (await page.locator("label", { hasText: /^Punt 5:/ }).first().innerText()).replace(/^Punt 5: /, "").split("\n")[0] ?? "";
      await page.getByRole("button", { name: guestFormTexts.submit }).click();
      await expect(page.getByRole("status")).toContainText("De uitnodiging voor de gast gaat nu weg");
      const line = page.getByRole("list", { name: guestTexts.heading }).getByRole("listitem").filter({ hasText: address });
      await expect(line).toContainText("Bij punt 5");
      await expectGoodPage(page);
      await page.goto(`${meeting}/agenda`);
      await expect(page.getByText(guestTexts.atThisItem([]))).toContainText(name);
      await page.goto(`${meeting}/presentation?item=5`);
      await expect(page.getByText(`Veilig Thuis (${name})`)).toBeVisible();

      const mail = await textTo(address, /\/guest\//);
      const link = /http:\/\/localhost:\d+\/guest\/[\w-]{43}/.exec(mail)?.[0] ?? "";
      expect(mail).not.toContain(title);
      const context = await browser.newContext({ javaScriptEnabled: script, viewport: page.viewportSize() });
      const guest = await context.newPage();
      await guest.goto(link);
      await expect(guest.getByRole("heading", { level: 1 })).toContainText("De Wilgen");
      await expect(guest.getByRole("list", { name: keyholeTexts.items }).getByRole("heading")).toHaveText([title]);
      await expect(guest.locator("main")).not.toContainText(/Samira|Joke|Casussen|Successen/);
      if (script) await expectGoodPage(guest);
      await guest.getByRole("button", { name: meetingPageTexts.accept, exact: true }).click();
      await expect(guest.getByText(meetingPageTexts.youAccepted)).toBeVisible();
      if (script) await expectGoodPage(guest);

      // The link is no way in: not to the meeting, and not when a character is another.
      expect(new URL((await guest.goto(meeting))?.url() ?? "").pathname).toBe("/login");
      const tampered = await guest.goto(link.replace(/.$/, (last) => (last === "A" ? "B" : "A")));
      expect(tampered?.status()).toBe(404);
      await expect(guest.getByRole("heading", { level: 1 })).toHaveText(errorTexts.linkGoneTitle);
      if (script) await expectGoodPage(guest);

      await page.goto(meeting);
      await expect(line).toContainText("Komt");
      await line.getByRole("link", { name: guestTexts.withdraw }).click();
      await expectGoodPage(page);
      await page.getByRole("button", { name: guestFormTexts.withdrawSubmit }).click();
      await expect(page.getByRole("status")).toContainText("De uitnodiging is ingetrokken");
      expect((await guest.goto(link))?.status()).toBe(404);
      await context.close();
    });
  });
}

async function openComingMeeting(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Bijeenkomsten", exact: true }).first().click();
  await page.getByRole("list", { name: meetingListTexts.caption(meetingListTexts.coming.toLowerCase()) }).getByRole("link").first().click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}/);
}
