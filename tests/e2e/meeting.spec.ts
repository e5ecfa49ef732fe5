import type { Browser, Page } from "@playwright/test";
import { agreementFormTexts, agreementPageTexts, agreementTexts, passOnTexts } from "#lib/texts/agreements";
import { mailPreferenceTexts } from "#lib/texts/mail-preferences";
import { minutesTexts } from "#lib/texts/minutes";
import { blankTexts, presentationTexts as texts } from "#lib/texts/presentation";
import { blankByKey, expect, expectGoodPage, openPhone, signInAs, test } from "#tests/support/browser";
import { unzipped } from "#tests/support/unzip";
import { fillDate, openMeetingOfSeptember } from "#tests/support/walks";

const ORGANISATION = "Wijkteam Duinstreek";

// Scenario 1 steps 9 and 10 and scenario 3 steps 10, 11 and 14: the meeting on the shared screen, what is agreed there,
// and what becomes of it. The four walks share one meeting, so each marks a person and makes an agreement of its own.
for (const script of [true, false]) {
  test.describe(script ? "a meeting" : "a meeting without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("is run from one screen, leaves minutes, and its agreement finds its way", async ({ page, browser }, info) => {
      test.setTimeout(150_000);
      const walk = `${info.project.name} ${script ? "met" : "zonder"}`;
      const agreed = `We maken een startgesprek voor de zomer (${walk}).`;
      await signInAs(page, "Noor de Wit");
      await openMeetingOfSeptember(page);
      const meeting = new URL(page.url()).pathname;
      await page.getByRole("link", { name: texts.show }).click();
      await page.waitForURL(/\/presentation/);
      await expectGoodPage(page);

      await pressPresence(page, ["laptop met", "laptop zonder", "phone met", "phone zonder"].indexOf(walk));
      await page.getByRole("navigation", { name: texts.agenda }).getByRole("link").nth(1).click();
      await expect(page.getByText(/^Punt 2 van \d/).first()).toBeVisible();
      await page.getByRole("link", { name: texts.next, exact: true }).click();
      await expect(page.getByText(/^Punt 3 van \d/).first()).toBeVisible();

      await page.getByLabel(agreementFormTexts.text).fill(agreed);
      await page.getByRole("button", { name: texts.save }).click();
      await expect(page.getByText(agreementFormTexts.ownerMissing).first()).toBeVisible();
      await expect(page.getByLabel(agreementFormTexts.text)).toHaveValue(agreed);
      await page.getByLabel(agreementFormTexts.owner).selectOption({ label: "Samira Haddou (CJG-coach)" });
      await fillDate(page, agreementFormTexts.dueOn, "15", "12", "2026");
      await page.getByRole("button", { name: texts.save }).click();
      await expect(page.getByRole("listitem").filter({ hasText: agreed })).toContainText(texts.agreementLine("Samira Haddou", "15 december 2026"));
      await expect(page.getByLabel(agreementFormTexts.text)).toHaveValue("");
      await expectGoodPage(page);

      await emptyTheScreen(page, script);
      await page.goto(meeting);
      await expectMinutes(page, agreed);
      await passesOn(browser, script, agreed);
      await page.goto(`${meeting.replace(/\/meetings\/.*/, "")}/agreements`);
      await expect(page.getByRole("listitem").filter({ hasText: agreed })).toContainText(`Ligt bij ${ORGANISATION}`);
    });

    test("sends the weekly overview to nobody who switched it off", async ({ page }, info) => {
      await signInAs(page, info.project.name === "phone" ? "Noor de Wit" : "Karin Bos");
      await page.goto("/profile/mail");
      await expectGoodPage(page);
      const box = page.getByLabel(mailPreferenceTexts.weeklyDigest);
      const before = await box.isChecked();
      await box.setChecked(!before);
      await page.getByRole("button", { name: mailPreferenceTexts.save }).click();
      await expect(page.getByRole("status")).toContainText("Je keuze is bewaard");
      await page.goto("/profile/mail");
      await expect(box).toBeChecked({ checked: !before });
      await box.setChecked(before);
      await page.getByRole("button", { name: mailPreferenceTexts.save }).click();
      await expect(page.getByRole("status")).toContainText("Je keuze is bewaard");
    });
  });
}

/** Taps somebody's name twice: there or not, and back. */
async function pressPresence(page: Page, index: number): Promise<void> {
  const person = page.locator("#people").getByRole("button").nth(index);
  const [before, after] = (await person.getAttribute("aria-pressed")) === "true" ? ["true", "false"] : ["false", "true"];
  await person.click();
  await expect(person).toHaveAttribute("aria-pressed", after);
  await person.click();
  await expect(person).toHaveAttribute("aria-pressed", before);
}

/** Somebody comes in who may see nothing: twice Esc, or the link; and Back does not bring it back. */
async function emptyTheScreen(page: Page, script: boolean): Promise<void> {
  const shown = page.url();
  if (script) {
    await blankByKey(page);
  } else {
    await page.getByRole("link", { name: texts.blank }).click();
  }
  await page.waitForURL(/\/blank$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(blankTexts.title);
  await expect(page.getByText("De Wilgen")).toHaveCount(0);
  await expectGoodPage(page);
  if (!script) return;
  await page.goBack();
  expect(page.url()).not.toBe(shown);
  await expect(page.getByText(/^Punt \d van \d/)).toHaveCount(0);
}

/** The minutes name the agreement, in the file for Word as well as in the one to print. */
async function expectMinutes(page: Page, agreed: string): Promise<void> {
  const hrefOf = async (label: string) => (await page.getByRole("link", { name: label }).getAttribute("href")) ?? "";
  const word = await page.request.get(await hrefOf(minutesTexts.word));
  expect(word.headers()["content-disposition"]).toMatch(/attachment; filename="verslag-2026-09-\d\d\.docx"/);
  expect(unzipped(await word.body()).get("word/document.xml")).toContain(agreed);
  const pdf = await page.request.get(await hrefOf(minutesTexts.pdf));
  expect((await pdf.body()).subarray(0, 5).toString("latin1")).toBe("%PDF-");
}

/** Samira finds what is hers, begins with it in one tap, and hands it to another organisation. */
async function passesOn(browser: Browser, script: boolean, agreed: string): Promise<void> {
  const page = await openPhone(browser, script);
  await signInAs(page, "Samira Haddou", "/agreements");
  await expectGoodPage(page);
  const line = page.getByRole("listitem").filter({ hasText: agreed });
  await line.getByRole("button", { name: agreementTexts.begin }).click();
  await expect(line).toContainText("Loopt sinds");
  await line.getByRole("link", { name: agreed }).click();
  await page.waitForURL(/\/agreements\/[0-9a-f-]{36}/);
  await expectGoodPage(page);
  await page.getByRole("link", { name: agreementPageTexts.passOn }).click();
  await page.getByLabel(passOnTexts.to).selectOption({ label: ORGANISATION });
  await expectGoodPage(page);
  await page.getByRole("button", { name: passOnTexts.send }).click();
  await expect(page.getByRole("status")).toContainText("De afspraak is doorgezet");
  await page.context().close();
}
