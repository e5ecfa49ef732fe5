import { guideHomeTexts } from "#lib/texts/home";
import { expect, expectGoodPage, passSecondFactor, signInAs, test } from "#tests/support/browser";

// Scenario 2: Karin Bos, procesbegeleider, with and without JavaScript.
for (const script of [true, false]) {
  test.describe(script ? "a procesbegeleider" : "a procesbegeleider without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("sees every school, what asks for attention, and finds one by name, place or lack", async ({ page }) => {
      await signInAs(page, "Karin Bos");
      await expect(page.getByRole("heading", { name: guideHomeTexts.attention })).toBeVisible();
      await expectGoodPage(page);

      await page.getByRole("link", { name: guideHomeTexts.attentionLine.vacancy(5) }).click();
      const rows = page.getByRole("table").getByRole("row").filter({ has: page.getByRole("rowheader") });
      await expect(rows).toHaveCount(5);
      await expect(rows.filter({ hasText: "OBS De Wilgen" })).toContainText("Vacant: Leerplichtambtenaar");
      await expectGoodPage(page);

      await page.goto("/");
      await page.getByLabel(guideHomeTexts.q).fill("wilgen");
      await page.getByRole("button", { name: "Toon" }).click();
      await expect(rows).toHaveCount(1);
      await page.goto("/");
      await page.getByRole("link", { name: "Volgende", exact: true }).click();
      await page.waitForURL(/[?&]page=2/);
      await expect(rows.first()).toBeVisible();
    });

    test("opens no casus of a team: it does not exist for her, by list or by address", async ({ page, browser }) => {
      const other = await browser.newContext();
      const noor = await other.newPage();
      await signInAs(noor, "Noor de Wit");
      await noor.getByRole("link", { name: /^Casus \d\d-\d\d$/ }).first().click();
      await passSecondFactor(noor);
      await noor.waitForURL(/\/case-discussions\//);
      const text = (await noor.getByRole("main").innerText()).split("\n").findLast((line) => line.length > 60) ?? "";
      const address = new URL(noor.url()).pathname;
      await other.close();

      await signInAs(page, "Karin Bos");
      const answer = await page.goto(address);
      expect(answer?.status()).toBe(404);
      await page.goto(address.replace(/\/case-discussions\/.*/, ""));
      await expect(page.getByRole("heading", { level: 1 })).toContainText("OBS De Wilgen");
      await expect(page.getByText(/^Casus \d\d-\d\d$/)).toHaveCount(0);
      expect(text.length).toBeGreaterThan(20);
      expect(await page.content()).not.toContain(text);
      await expectGoodPage(page);
    });
  });
}
