import type { Page } from "@playwright/test";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";

/** Follows the own links of a page, one level deep, and looks at each page once. */
async function lookAround(page: Page, starts: readonly string[]): Promise<number> {
  const seen = new Set<string>();
  const shapes = new Set<string>();
  for (const start of starts) {
    await page.goto(start);
    const links = await page.getByRole("main").getByRole("link").evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).getAttribute("href") ?? ""));
    for (const link of [start, ...links]) {
      const shape = link.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "[id]").replace(/[?#].*/, "");
      if (!link.startsWith("/") || seen.has(link) || shapes.has(shape)) continue;
      seen.add(link);
      shapes.add(shape);
      expect((await page.goto(link))?.status(), link).toBe(200);
      await expectGoodPage(page);
    }
  }
  return shapes.size;
}

const walks: [string, readonly string[], number][] = [
  ["Noor de Wit", ["/", "/profile", "/profile/email", "/profile/sessions", "/agreements"], 10],
  ["Daan Vermeulen", ["/", "/schools", "/schools/import", "/people", "/organisations", "/members/import", "/core-teams/new"], 12],
  ["Ingrid Postma", ["/", "/setup", "/settings", "/settings/functions", "/people", "/organisations"], 10],
  ["Ruud Aalbers", ["/"], 1],
];

for (const [name, starts, atLeast] of walks) {
  test(`every page that ${name} can reach is good for everyone`, async ({ page }) => {
    test.setTimeout(180_000);
    await signInAs(page, name);
    expect(await lookAround(page, starts)).toBeGreaterThanOrEqual(atLeast);
  });
}

test("pages hold together in a window of 320 pixels with text twice as large", async ({ page }) => {
  test.setTimeout(120_000);
  await page.setViewportSize({ width: 320, height: 640 });
  await signInAs(page, "Noor de Wit");
  const team = (await page.getByRole("navigation").first().getByRole("link", { name: "Kernteam" }).getAttribute("href")) ?? "";
  for (const path of ["/", team, `${team}/meetings`, `${team}/meetings/new`, "/profile"]) {
    await page.goto(path);
    await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
    const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(tooWide, path).toBeLessThanOrEqual(0);
  }
});
