import type { Page } from "@playwright/test";
import { agendaTexts } from "#lib/texts/agenda";
import { meetingListTexts, meetingPageTexts } from "#lib/texts/meetings";
import { callTexts, onCallTexts } from "#lib/texts/on-call";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";
import { textTo } from "#tests/support/e2e-mails";

// Scenario 3 step 10: Peter, leerplichtambtenaar, is on call in primary education and is asked for an item of the agenda. Each
// walk has a team of its own, because all four call the same person.
const teams = { laptop: { script: "De Zandloper", none: "De Brug" }, phone: { script: "CBS De Ark", none: "De Meerpaal" } } as const;
const peter = { name: "Peter Kuiper", address: "peter.kuiper@duinstede.example" };

for (const script of [true, false]) {
  test.describe(script ? "somebody on call" : "somebody on call without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("is asked for one item, reads which by its number behind the link, says yes, and the team sees that at the item", async ({ page, browser }, info) => {
      test.setTimeout(120_000);
      const team = teams[info.project.name === "phone" ? "phone" : "laptop"][script ? "script" : "none"];
      await signInAs(page, "Karin Bos");
      const agenda = await openAgenda(page, team);
      const onCall = page.getByRole("list", { name: onCallTexts.heading }).getByRole("listitem").filter({ hasText: peter.name });
      await expect(onCall).toContainText(onCallTexts.onlyWhenCalled);
      await expectGoodPage(page);
      await onCall.getByRole("link", { name: onCallTexts.call(peter.name) }).click();
      await page.waitForURL(/\/on-call\//);
      await expectGoodPage(page);
      const asking = page.url();
      if (team === "De Zandloper") {
        // Suggested, because it speaks of being late.
        await expect(page.getByRole("radio", { checked: true })).toHaveAccessibleName(/te laat komen/);
      } else {
        await page.getByRole("radio").nth(2).check();
      }
      const number = Number(/^Punt (\d+):/.exec((await page.getByRole("radio", { checked: true }).evaluate((radio: HTMLInputElement) => radio.labels?.[0]?.textContent)) ?? "")?.[1]);
      await page.getByRole("button", { name: callTexts.submit }).click();
      await expect(page.getByRole("status")).toContainText("De vraag gaat nu weg");
      await expect(page.getByText(onCallTexts.atThisItem([{ name: peter.name, answer: "NONE" }]))).toBeVisible();
      await expect(onCall).toContainText(onCallTexts.calledFor(number, "NONE"));
      await expectGoodPage(page);

      // Taken back and asked again: still one place where it can be done.
      await onCall.getByRole("link", { name: onCallTexts.takeBack }).click();
      await expectGoodPage(page);
      await page.getByRole("button", { name: callTexts.takeBackSubmit }).click();
      await expect(page.getByRole("status")).toContainText("De vraag is teruggenomen");
      await expect(onCall).toContainText(onCallTexts.onlyWhenCalled);
      await page.goto(asking);
      await page.getByRole("radio").nth(number - 1).check();
      await page.getByRole("button", { name: callTexts.submit }).click();
      await expect(page.getByRole("status")).toContainText("De vraag gaat nu weg");

      const mail = await textTo(peter.address, new RegExp(`kernteam van ${team} vraagt je erbij`));
      expect(mail).not.toMatch(/te laat|Punt \d/);
      const link = /http:\/\/localhost:\d+\/invitation\/[\w-]{43}/.exec(mail)?.[0] ?? "";
      const context = await browser.newContext({ javaScriptEnabled: script, viewport: page.viewportSize() });
      const own = await context.newPage();
      await own.goto(link);
      await expect(own.getByText(`Je bent gevraagd voor punt ${number},`)).toBeVisible();
      if (script) await expectGoodPage(own);
      await own.getByRole("button", { name: meetingPageTexts.accept, exact: true }).click();
      await expect(own.getByText(meetingPageTexts.youAccepted)).toBeVisible();
      await signInAs(own, peter.name, new URL(agenda).pathname.replace(/\/agenda$/, ""));
      await expect(own.getByText(`Je bent gevraagd voor punt ${number},`)).toBeVisible();
      if (script) await expectGoodPage(own);
      await context.close();

      await page.goto(agenda);
      await expect(page.getByText(onCallTexts.atThisItem([{ name: peter.name, answer: "ACCEPTED" }]))).toBeVisible();
      await page.goto(asking);
      await expect(page.getByText(callTexts.answeredMeanwhile(peter.name))).toBeVisible();
      await expectGoodPage(page);
    });
  });
}

/** Goes to the agenda of the next meeting of a team, and gives its address. */
async function openAgenda(page: Page, team: string): Promise<string> {
  await page.goto(`/?q=${encodeURIComponent(team)}`);
  await page.getByRole("table").getByRole("rowheader").getByRole("link", { name: team }).click();
  await page.waitForURL(/\/core-teams\/[0-9a-f-]{36}/);
  await page.goto(`${new URL(page.url()).pathname}/meetings`);
  await page.getByRole("list", { name: meetingListTexts.caption(meetingListTexts.coming.toLowerCase()) }).getByRole("link").first().click();
  await page.waitForURL(/\/meetings\/[0-9a-f-]{36}/);
  await page.getByRole("link", { name: agendaTexts.openAgenda }).click();
  await page.waitForURL(/\/agenda$/);
  return page.url();
}
