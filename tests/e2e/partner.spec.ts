import { partnerHomeTexts } from "#lib/texts/home";
import { meetingPageTexts } from "#lib/texts/meetings";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";

// Scenario 3: partners, with and without JavaScript.
for (const script of [true, false]) {
  test.describe(script ? "a partner" : "a partner without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("sees the own schools on one page, each with a date, an IB'er to call and the open agreements", async ({ page }) => {
      await signInAs(page, "Samira Haddou");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(partnerHomeTexts.title);
      const rows = page.getByRole("table").getByRole("row").filter({ has: page.getByRole("rowheader") });
      await expect(rows).toHaveCount(9);
      const wilgen = rows.filter({ hasText: "OBS De Wilgen" });
      await expect(wilgen).toContainText("Noor de Wit");
      await expect(wilgen.getByRole("link", { name: /Noor de Wit.*06/ })).toHaveAttribute("href", /^tel:/);
      await expectGoodPage(page);

      await page.getByRole("link", { name: partnerHomeTexts.soon }).click();
      await expect(page.getByText(partnerHomeTexts.soonLead)).toBeVisible();
      await expectGoodPage(page);
    });

    test("answers an invitation with one press, and may change that", async ({ page }) => {
      await signInAs(page, "Dr. Amira El Idrissi");
      await page.getByRole("table").getByRole("row").filter({ hasText: "OBS De Wilgen" }).getByRole("link", { name: /2026|2027/ }).first().click();
      await page.waitForURL(/\/meetings\//);
      const answer = page.getByRole("button", { name: new RegExp(`${meetingPageTexts.accept}|${meetingPageTexts.decline}|${meetingPageTexts.declineAfterAll}`) }).first();
      await answer.click();
      await expect(page.getByRole("status")).toContainText(/Het team ziet je antwoord/);
      await expectGoodPage(page);
      await expect(page.getByRole("link", { name: "Verplaats of wijzig" })).toHaveCount(0);
    });

    test("does not find a school that is somebody else's, nor any page of those who plan", async ({ page, browser }) => {
      const other = await browser.newContext();
      const karin = await other.newPage();
      await signInAs(karin, "Karin Bos");
      await karin.goto("/?q=Wetering");
      await karin.getByRole("link", { name: "De Wetering" }).first().click();
      await karin.waitForURL(/\/(?:core-teams|schools)\//);
      const elsewhere = new URL(karin.url()).pathname;
      await other.close();

      await signInAs(page, "Samira Haddou");
      for (const path of [elsewhere, "/schools", "/people", "/organisations", "/members/import", "/setup"]) {
        expect((await page.goto(path))?.status(), path).toBe(404);
      }
      expect((await page.goto("/core-teams/geen-nummer"))?.status()).toBe(404);
      await expectGoodPage(page);
    });
  });
}

test("somebody with jobs in two samenwerkingsverbanden switches between them on the home page", async ({ page }) => {
  await signInAs(page, "Peter Kuiper");
  await expectGoodPage(page);
  const tabs = page.getByRole("navigation", { name: "Kies voor welk werk je hier bent" }).getByRole("link");
  await expect(tabs).toHaveCount(2);
  await tabs.nth(1).click();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expectGoodPage(page);
});
