import type { Page, Request } from "@playwright/test";
import { agreementFormTexts } from "#lib/texts/agreements";
import { caseFormTexts } from "#lib/texts/case-discussions";
import { formTexts } from "#lib/texts/forms";
import { meetingPageTexts } from "#lib/texts/meetings";
import { PAUSE } from "#lib/forms/typed-words";
import { expect, expectGoodPage, passSecondFactor, signInAs, test } from "#tests/support/browser";
import { goOn } from "#tests/support/case-pages";
import { fillDate, openMeetingOfSeptember } from "#tests/support/walks";

// What a form says while somebody types, on top of what saving says: quietly, and without anything leaving the browser.
test.setTimeout(120_000);

test("a casus tells what may identify somebody once its writer pauses, and puts something else there", async ({ page }) => {
  await page.clock.install();
  await signInAs(page, "Noor de Wit");
  await openNewCase(page);
  const box = page.getByLabel(caseFormTexts.goesWell);
  const sent = sentBy(page);
  await stopTheClock(page);

  await box.pressSequentially("Jayden helpt graag. Samira ziet Fatima met jayden spelen.");
  await page.clock.runFor(PAUSE - 100);
  await expect(told(page)).toHaveCount(0);
  await page.clock.runFor(200);
  await expect(told(page).getByRole("listitem")).toHaveText([/Jayden/, /Samira/, /Fatima/]);
  await expect(box).toBeFocused();
  await expect(box).not.toHaveAttribute("aria-invalid");
  await expect(said(page)).toHaveText(formTexts.findingsAloud(["Jayden", "Samira", "Fatima"]));

  // Typing on says nothing again; another word is said by itself.
  await box.pressSequentially(" Kevin ook.");
  await page.clock.runFor(PAUSE + 100);
  await expect(said(page)).toHaveText(formTexts.findingsAloud(["Kevin"]));
  await expect(told(page).getByRole("listitem")).toHaveCount(4);
  await page.clock.resume();
  await expectGoodPage(page);

  const replace = page.getByRole("button", { name: formTexts.findingReplaceLabel("Jayden", "de leerling") });
  await replace.click();
  await expect(box).toHaveValue("De leerling helpt graag. Samira ziet Fatima met de leerling spelen. Kevin ook.");
  await expect(said(page)).toHaveText(formTexts.findingReplaced("Jayden"));
  await expect(page.getByRole("button", { name: formTexts.findingReplaced("Jayden") })).toBeFocused();
  await page.getByRole("button", { name: formTexts.findingsReplaceAll(3) }).click();
  const anonymous = "De leerling helpt graag. Een collega ziet de leerling met de leerling spelen. De leerling ook.";
  await expect(box).toHaveValue(anonymous);

  // One step back for each press, and forth again, as if it was typed. The caret is still at the end.
  await box.focus();
  await page.keyboard.press("Control+Z");
  await expect(box).toHaveValue("De leerling helpt graag. Samira ziet Fatima met de leerling spelen. Kevin ook.");
  await page.keyboard.press("Control+Shift+Z");
  await expect(box).toHaveValue(anonymous);
  await page.keyboard.press("ControlOrMeta+End");
  await expect(told(page)).toHaveCount(0);

  expect(sent.filter(holds(/Jayden|Samira|Fatima|Kevin|helpt graag/))).toEqual([]);
  await goOn(page, "QUESTION");
  expect(sent.filter(holds(/helpt graag/))).toHaveLength(1);
  expect(sent.filter(holds(/Jayden|Samira|Fatima|Kevin/))).toEqual([]);
});

test("what saving found is not said twice, and a reason silences it", async ({ page }) => {
  await signInAs(page, "Noor de Wit");
  await openNewCase(page);
  const box = page.getByLabel(caseFormTexts.goesWell);
  await box.fill("Jayden is een methode.");
  await page.getByRole("button", { name: caseFormTexts.next, exact: true }).click();
  const found = page.getByRole("region", { name: formTexts.findingsTitle });
  await expect(found).toBeVisible();
  await expect(told(page)).toHaveCount(0);

  await box.press("End");
  await box.pressSequentially(" Fatima leert ervan.");
  await expect(told(page).getByRole("listitem")).toHaveText([/Fatima/]);
  await expectGoodPage(page);
  await page.getByRole("button", { name: formTexts.findingReplaceLabel("Fatima", "de leerling") }).click();
  await found.getByText(formTexts.findingKeep).click();
  await found.getByRole("radio").nth(1).check();
  await box.pressSequentially(" Echt.");
  await expect(told(page)).toHaveCount(0);
  await goOn(page, "QUESTION");
});

test("an agreement calls colleagues by their names, and no pupil", async ({ page }) => {
  await signInAs(page, "Noor de Wit");
  await openMeetingOfSeptember(page);
  await page.goto(`${new URL(page.url()).pathname}/agreements/new`);
  const box = page.getByLabel(agreementFormTexts.text);
  await box.pressSequentially("Samira belt voor 11 december met de moeder van Jayden.");
  await expect(told(page).getByRole("listitem")).toHaveText([/Jayden/]);
  await expectGoodPage(page);
});

test("what was replaced does not fold away under the button that saves", async ({ page }) => {
  await page.clock.install();
  await signInAs(page, "Noor de Wit");
  await openMeetingOfSeptember(page);
  await page.goto(`${new URL(page.url()).pathname}/agreements/new`);
  await stopTheClock(page);
  await page.getByLabel(agreementFormTexts.text).pressSequentially("Bellen met de moeder van Jayden.");
  await page.clock.runFor(PAUSE + 100);
  await page.getByRole("button", { name: formTexts.findingReplaceLabel("Jayden", "de leerling") }).click();
  await page.clock.runFor(PAUSE + 100);
  await expect(page.getByRole("button", { name: formTexts.findingReplaced("Jayden") })).toBeVisible();
  await page.clock.resume();
  // One press sends it: the form asks for what is still missing.
  await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
  await expect(page.getByRole("link", { name: agreementFormTexts.ownerMissing })).toBeVisible();
});

test("who saves data is told by saving alone, and nothing is fetched", async ({ page }) => {
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await signInAs(page, "Noor de Wit");
  await openMeetingOfSeptember(page);
  await page.goto(`${new URL(page.url()).pathname}/agreements/new`);
  const sent = sentBy(page);
  await page.getByLabel(agreementFormTexts.text).fill("Jayden bellen.");
  await page.getByLabel(agreementFormTexts.owner).selectOption({ index: 1 });
  await fillDate(page, agreementFormTexts.dueOn, "11", "12", "2026");
  expect(sent.filter(({ address }) => address.includes("/_next/"))).toEqual([]);
  await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
  await expect(page.getByRole("link", { name: /Jayden/ })).toBeVisible();
  await expect(told(page)).toHaveCount(0);
});

/** What stands below the box, apart from what saving put there. */
function told(page: Page) {
  return page.getByRole("group", { name: formTexts.findingsTitle });
}

/** What is said to who hears the page. */
function said(page: Page) {
  return page.locator("form [aria-live=polite]").first();
}

type Sent = { address: string; body: string };

/** All that the page asks of the server from now on. */
function sentBy(page: Page): Sent[] {
  const sent: Sent[] = [];
  page.on("request", (request: Request) => sent.push({ address: decodeURIComponent(request.url()), body: request.postDataBuffer()?.toString("utf8") ?? "" }));
  return sent;
}

function holds(words: RegExp) {
  return ({ address, body }: Sent) => words.test(address) || words.test(body);
}

/**
 * Stops the time of the page, so that a pause is as long as the test says. The clock is put in place before the page is asked for:
 * put in place while a page starts, that page may begin in 1970 and find at once that nobody touched it for half an hour.
 */
async function stopTheClock(page: Page): Promise<void> {
  await page.clock.pauseAt(Date.now() + 60_000);
}

/** The first page of a casus at a meeting of De Wilgen. */
async function openNewCase(page: Page): Promise<void> {
  await openMeetingOfSeptember(page);
  await page.getByRole("link", { name: meetingPageTexts.logCase }).click();
  await passSecondFactor(page);
  await page.waitForURL(/\/case-discussions\/new$/);
}
