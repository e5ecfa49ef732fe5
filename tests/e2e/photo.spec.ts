import type { Locator, Page } from "@playwright/test";
import { photoTexts as texts } from "#lib/texts/photos";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";
import { jpegOf, quarters, withExif } from "#tests/support/pictures";

// Who sends a photo here: somebody else for each way to walk it, because all share one world.
const people: Record<string, string> = { "laptop true": "Dr. Amira El Idrissi", "laptop false": "Samira Haddou", "phone true": "Noor de Wit", "phone false": "Femke Hoekstra" };

for (const script of [true, false]) {
  test.describe(script ? "an own photo" : "an own photo without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("is sent from a telephone, stands beside the name for colleagues, and is removed again", async ({ page }, { project }) => {
      test.setTimeout(120_000);
      const name = people[`${project.name} ${script}`] ?? "";
      await signInAs(page, name, "/profile");
      await expectGoodPage(page);
      await page.getByRole("link", { name: texts.toPhoto(false) }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.title);
      await expect(page.getByText(texts.whoSees)).toBeVisible();
      await expect(page.locator("img")).toHaveCount(0);
      await expectGoodPage(page);

      await choose(page, "<svg/>");
      await expect(page.getByRole("link", { name: texts.problems.NOT_A_PHOTO })).toHaveAttribute("href", "#field-file");
      await expect(page).toHaveTitle(/^Fout: /);
      await expectGoodPage(page);

      await choose(page, withExif(await jpegOf(quarters(1200, 900)), 6));
      await expect(page.getByRole("status")).toContainText("Je foto is bewaard");
      await expectPhoto(page.getByRole("main").locator("img"));
      // The menu under the own name shows it too.
      await expectPhoto(page.getByRole("banner").locator("img"));
      await expectGoodPage(page);

      await openTeam(page);
      await expectPhoto(page.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) }).first().locator("img"));
      await expectGoodPage(page);

      await page.goto("/profile/photo");
      await page.getByRole("button", { name: texts.remove }).click();
      await expect(page.getByRole("status")).toContainText("Je foto is verwijderd");
      await expect(page.locator("img")).toHaveCount(0);
      await expectGoodPage(page);
    });
  });
}

async function choose(page: Page, content: string | Uint8Array): Promise<void> {
  await page.getByLabel(texts.file, { exact: true }).setInputFiles({ name: "foto.jpg", mimeType: "image/jpeg", buffer: Buffer.from(content) });
  await page.getByRole("button", { name: texts.save }).click();
  await page.waitForURL(/[?&](?:problem|notice)=/);
}

/** The one picture that was sent, as it was made: loaded, 320 pixels a side, and nothing to read beside the name. */
async function expectPhoto(photo: Locator): Promise<void> {
  await expect(photo).toHaveCount(1);
  await expect(photo).toHaveAttribute("alt", "");
  await expect.poll(() => photo.evaluate((element) => (element as HTMLImageElement).naturalWidth)).toBe(320);
}

/** To the page of a team of one's own, from the home page: the first of several. */
async function openTeam(page: Page): Promise<void> {
  await page.goto("/");
  const links = await page.getByRole("link").evaluateAll((all) => all.map((each) => (each as HTMLAnchorElement).getAttribute("href") ?? ""));
  await page.goto(links.find((link) => /^\/core-teams\/[^/?]+$/.test(link)) ?? "/nergens");
}
