import { caseFormTexts } from "#lib/texts/case-discussions";
import { guideHomeTexts, partnerHomeTexts } from "#lib/texts/home";
import { meetingPageTexts } from "#lib/texts/meetings";
import { signInTexts } from "#lib/texts/sign-in";
import { expect, tabTo, test } from "#tests/support/browser";
import type { Page } from "@playwright/test";

// The scenarios without a mouse: only Tab, Space, Enter and the letters.

/** Signs in as somebody of the demo world. */
async function signInByKeyboard(page: Page, name: string): Promise<void> {
  await page.goto("/login");
  await tabTo(page, `${signInTexts.demoSignIn} ${name}`);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

async function fill(page: Page, label: string, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.type(text);
}

test.describe("with the keyboard alone", { tag: "@keyboard" }, () => {
  test("an IB'er signs in, plans a meeting and cancels it", async ({ page }) => {
    await page.goto("/login");
    await tabTo(page, "Naar de inhoud");
    await page.keyboard.press("Enter");
    await tabTo(page, "Noor de Wit");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("OBS De Wilgen");

    await tabTo(page, "Bijeenkomsten");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meetings$/);
    await tabTo(page, "Plan een bijeenkomst");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meetings\/new$/);
    await tabTo(page, "Kennismaken");
    await page.keyboard.press("Space");
    await tabTo(page, /^Dag$/);
    for (const part of ["22", "6", "2027"]) {
      await page.keyboard.type(part);
      await page.keyboard.press("Tab");
    }
    await fill(page, "Begintijd", "10.15");
    await tabTo(page, /^Verstuur \d uitnodiging/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("De uitnodigingen gaan nu weg");

    await tabTo(page, "Laat niet doorgaan");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/cancellation$/);
    await tabTo(page, "Zeg de bijeenkomst af");
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("De bijeenkomst is afgezegd");
  });

  test("an IB'er logs a casus, mends what was found, and opens it", async ({ page }) => {
    await signInByKeyboard(page, "Noor de Wit");
    await tabTo(page, "Bijeenkomsten");
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meetings$/);
    await tabTo(page, /2026-2027/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\?/);
    await tabTo(page, /Verdieping|Kennismaken|Samen verder|Nabijheid|Klein overleg/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meetings\/[0-9a-f-]{36}$/);
    await tabTo(page, meetingPageTexts.logCase);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/case-discussions\/new$/);
    await fill(page, caseFormTexts.goesWell, "Helpt graag anderen.");
    await fill(page, caseFormTexts.question, "Hoe helpen we de leerling op gang in de ochtend?");
    await fill(page, caseFormTexts.situation, "Fatima komt moe binnen.");
    await tabTo(page, "Onderbouw");
    await page.keyboard.press("Space");
    await tabTo(page, caseFormTexts.parentsSaid);
    await page.keyboard.press("Space");
    await fill(page, caseFormTexts.parentsText, "Zij herkennen dit.");
    await tabTo(page, caseFormTexts.pupilSaid);
    await page.keyboard.press("Space");
    await fill(page, caseFormTexts.pupilText, "Ik word laat wakker.");
    await tabTo(page, caseFormTexts.save);
    await page.keyboard.press("Enter");

    await expect(page.locator("mark").filter({ hasText: "Fatima" }).first()).toBeVisible();
    await tabTo(page, /^Vervang “Fatima”/);
    await page.keyboard.press("Enter");
    await tabTo(page, caseFormTexts.save);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status").filter({ hasText: "De casus is bewaard" })).toBeVisible();
    await tabTo(page, /^Casus 26-\d\d$/);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Casus 26-\d\d\s· OBS De Wilgen$/);
  });

  test("a partner finds the next meeting and answers it", async ({ page }) => {
    await signInByKeyboard(page, "Samira Haddou");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(partnerHomeTexts.title);
    await tabTo(page, partnerHomeTexts.answerAction);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/meetings\//);
    await tabTo(page, meetingPageTexts.accept);
    await page.keyboard.press("Enter");
    await expect(page.getByRole("status")).toContainText("Het team ziet dat je komt");
  });

  test("a procesbegeleider searches the schools and opens one", async ({ page }) => {
    await signInByKeyboard(page, "Karin Bos");
    await fill(page, guideHomeTexts.q, "wilgen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=wilgen/);
    await tabTo(page, /^OBS De Wilgen$/);
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/(?:core-teams|schools)\//);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("De Wilgen");
  });
});
