import type { Browser, Page } from "@playwright/test";
import { agreementFormTexts } from "#lib/texts/agreements";
import { caseFormTexts } from "#lib/texts/case-discussions";
import { commonTexts } from "#lib/texts/common";
import { fieldTexts } from "#lib/texts/fields";
import { formTexts } from "#lib/texts/forms";
import { perspectiveFormTexts as texts } from "#lib/texts/perspectives";
import { presentationTexts } from "#lib/texts/presentation";
import { blankByKey, expect, expectGoodPage, openPhone, outlastSecondFactor, passSecondFactor, signInToCases, test } from "#tests/support/browser";
import { goOn, share, writeCase } from "#tests/support/case-pages";
import { openMeetingOfSeptember } from "#tests/support/walks";

// What is typed about a casus and not sent waits for its writer, whichever way the page was left.
test.setTimeout(150_000);

test("a perspective that was left waits there, whichever way it was left, and can be thrown away", async ({ page, browser }) => {
  const form = `${await sharedByNoor(browser)}/perspective`;
  await signInToCases(page, "Samira Haddou", form);
  await expect(page.getByText(fieldTexts.draftKept)).toHaveCount(0);

  // An empty screen, and back after the second factor has run out.
  await type(page, "Eerst met Esc.");
  await blankByKey(page);
  await outlastSecondFactor(page);
  await page.goto(form);
  await passSecondFactor(page);
  await expectKept(page, "Eerst met Esc.");
  await expectGoodPage(page);

  await type(page, "Dan door te herladen.");
  await page.reload();
  await expectKept(page, "Dan door te herladen.");

  await type(page, "Dan langs het kruimelpad.");
  await page.getByRole("navigation", { name: commonTexts.breadcrumbs }).getByRole("link").first().click();
  await page.waitForURL((url) => !url.pathname.endsWith("/perspective"));
  await page.goBack();
  await page.waitForURL(/\/perspective$/);
  await expectKept(page, "Dan langs het kruimelpad.");

  await type(page, "Dan langs de link terug.");
  await page.getByRole("link", { name: texts.back }).click();
  await page.waitForURL((url) => !url.pathname.endsWith("/perspective"));
  await page.goto(form);
  await expectKept(page, "Dan langs de link terug.");

  const box = page.getByLabel(texts.label);
  await page.getByRole("button", { name: formTexts.discardDraft }).click();
  await expect(box).toHaveValue("");
  await expect(page.getByText(fieldTexts.draftKept)).toHaveCount(0);
  await page.reload();
  await expect(box).toHaveValue("");
});

test("nothing waits after a form was sent, or when nothing was typed", async ({ page, browser }) => {
  const form = `${await sharedByNoor(browser)}/perspective`;
  await signInToCases(page, "Samira Haddou", form);
  const sent: string[] = [];
  page.on("request", (request) => sent.push(new URL(request.url()).pathname));
  await page.reload();
  expect(sent).not.toContain("/drafts");

  // It was left once, and then sent.
  await type(page, "Thuis is het druk.");
  await page.reload();
  await expectKept(page, "Thuis is het druk.");
  await page.getByRole("button", { name: texts.submit }).click();
  await expect(page.getByRole("status").filter({ hasText: "Alleen jij leest het" })).toBeVisible();
  expect(sent.filter((path) => path === "/drafts")).toHaveLength(1);
  await page.goto(form);
  await expect(page.getByLabel(texts.label)).toHaveValue("Thuis is het druk.");
  await expect(page.getByText(fieldTexts.draftKept)).toHaveCount(0);
});

test("a page of a casus waits when Back leads away from it within the app", async ({ page }) => {
  await signInToCases(page, "Noor de Wit", "/");
  await openMeetingOfSeptember(page);
  await page.goto(`${new URL(page.url()).pathname}/case-discussions/new`);
  await page.getByLabel(caseFormTexts.goesWell).fill("Helpt graag anderen.");
  await goOn(page, "QUESTION");
  await page.getByLabel(caseFormTexts.question).fill("Wat helpt de leerling?");
  await page.goBack();
  await expect(page.getByLabel(caseFormTexts.goesWell)).toHaveValue("");
  await page.goForward();
  await page.waitForURL(/\/edit\/question$/);
  await expect(page.getByLabel(caseFormTexts.question)).toHaveValue("Wat helpt de leerling?");
  await expect(page.getByText(fieldTexts.draftKept)).toBeVisible();
});

test("half an agreement waits on the shared screen while the table opens a casus", async ({ page }) => {
  await signInToCases(page, "Noor de Wit", "/");
  await openMeetingOfSeptember(page);
  await page.goto(`${new URL(page.url()).pathname}/presentation`);
  await page.getByRole("navigation", { name: presentationTexts.agenda }).getByRole("link", { name: /Casussen$/ }).click();
  await page.waitForURL(/item=/);
  await page.waitForLoadState("networkidle");
  const box = page.getByLabel(agreementFormTexts.text);
  await box.fill("De ochtend rustig");
  const alias = page.getByRole("link", { name: /^Casus \d\d-\d\d$/ }).first();
  const name = await alias.innerText();
  await alias.click();
  await page.waitForURL(/\/presentation\/case-discussions\//);
  await expect(page.getByText(name).first()).toBeVisible();
  await page.getByRole("link", { name: /^Terug naar punt \d+: Casussen$/ }).click();
  await page.waitForURL(/\/presentation\?item=/);
  await expect(box).toHaveValue("De ochtend rustig");
  await expectGoodPage(page);
  const address = page.url();
  await page.getByRole("button", { name: formTexts.discardDraft }).click();
  await expect(box).toHaveValue("");
  expect(page.url()).toBe(address);
});

test("without JavaScript what was kept is there, and can be thrown away", async ({ page, browser }) => {
  const form = `${await sharedByNoor(browser)}/perspective`;
  await signInToCases(page, "Samira Haddou", form);
  await type(page, "Later zonder script.");
  await page.reload();
  await expectKept(page, "Later zonder script.");
  const plain = await openPhone(browser, false);
  await signInToCases(plain, "Samira Haddou", form);
  await expectKept(plain, "Later zonder script.");
  await expectGoodPage(plain);
  await plain.getByRole("button", { name: formTexts.discardDraft }).click();
  await expect(plain.getByLabel(texts.label)).toHaveValue("");
  await expect(plain.getByText(fieldTexts.draftKept)).toHaveCount(0);
  await plain.context().close();
});

async function type(page: Page, text: string): Promise<void> {
  // Typing before the script of the page runs is noticed too; leaving before it is not.
  await page.waitForLoadState("networkidle");
  await page.getByLabel(texts.label).fill(text);
}

/** Shows what was kept. A page that is asked for right after it was left can be faster than what is kept, so it is asked for again. */
async function expectKept(page: Page, text: string): Promise<void> {
  const box = page.getByLabel(texts.label);
  await expect(async () => {
    if ((await box.inputValue()) !== text) await page.reload();
    await expect(box).toHaveValue(text, { timeout: 2_000 });
  }).toPass({ timeout: 20_000 });
  await expect(page.getByText(fieldTexts.draftKept)).toBeVisible();
}

/** Lets Noor share a casus, and gives its address. */
async function sharedByNoor(browser: Browser): Promise<string> {
  const noor = await (await browser.newContext()).newPage();
  await signInToCases(noor, "Noor de Wit", "/");
  await openMeetingOfSeptember(noor);
  await noor.goto(`${new URL(noor.url()).pathname}/case-discussions/new`);
  await writeCase(noor);
  await share(noor);
  const address = new URL(noor.url()).pathname;
  await noor.context().close();
  return address;
}
