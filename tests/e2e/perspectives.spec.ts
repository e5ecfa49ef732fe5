import type { Browser, Page } from "@playwright/test";
import { atPlayFormTexts, feedbackTexts, followUpTexts, lessonTexts, progressNames } from "#lib/texts/follow-up";
import { agreementFormTexts, agreementKindTexts, agreementPageTexts, agreementTexts } from "#lib/texts/agreements";
import { caseFormTexts, casePageTexts, closeCaseTexts } from "#lib/texts/case-discussions";
import { meetingPageTexts } from "#lib/texts/meetings";
import { askedPerspectiveTexts, perspectiveFormTexts, perspectiveTexts, revealTexts } from "#lib/texts/perspectives";
import { presentationTexts } from "#lib/texts/presentation";
import { blankByKey, expect, expectGoodPage, openPhone, signInAs, signInToCases, test } from "#tests/support/browser";
import { share, writeCase } from "#tests/support/case-pages";
import { textTo } from "#tests/support/e2e-mails";
import { fillDate, openMeetingOfSeptember } from "#tests/support/walks";

// Scenario 1, steps 8, 9, 10 and 12, and scenario 3, steps 5, 6 and 12, with and without JavaScript.
for (const script of [true, false]) {
  test.describe(script ? "perspectives" : "perspectives without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    // Each page is looked at by axe.
    test.setTimeout(150_000);

    test("are written alone and asked for by a mail without content, and read by all after the reveal", async ({ page, browser }) => {
      await signInToCases(page, "Noor de Wit", "/");
      const address = await shareCase(page);
      await expect(page.getByText(filled(0)).first()).toBeVisible();
      // There is nothing to reveal yet, and the page says when there is.
      await expect(page.getByText(perspectiveTexts.nobodyWrote)).toBeVisible();
      await expect(page.getByRole("link", { name: perspectiveTexts.reveal })).toHaveCount(0);
      await page.getByRole("button", { name: perspectiveTexts.ask }).click();
      await expect(page.getByRole("status").filter({ hasText: "De mails gaan nu weg" })).toBeVisible();
      const mail = await textTo("samira.haddou@cjgduinstreek.example", new RegExp(`${address.split("/").at(-1)}/perspective`));
      expect(mail).not.toMatch(/Casus \d|uitgerust|moe /);

      const phone = await openPhone(browser, script);
      await signInToCases(phone, "Samira Haddou", "/");
      // It waits on the home page, and in the list of the meeting, and leads to the form.
      const asked = phone.locator(`a[href="${address}/perspective"]`);
      await expect(asked).toHaveText(/^Noor de Wit vraagt jouw perspectief · Casus 26-\d\d · OBS De Wilgen$/);
      await expectGoodPage(phone);
      await phone.goto(address.replace(/\/case-discussions\/.*/, ""));
      await expect(asked).toHaveText(askedPerspectiveTexts.lacking);
      await asked.click();
      await expect(phone.getByText(perspectiveFormTexts.lead("CJG-coach"))).toBeVisible();
      // The question stands above, and again in the casus that can be unfolded.
      await expect(phone.getByText("Hoe helpen we de leerling om uitgerust").first()).toBeVisible();
      await expectGoodPage(phone);
      await write(phone, "Jayden is thuis vaak de oudste.");
      await expect(phone.locator("mark").filter({ hasText: "Jayden" }).first()).toBeVisible();
      await expectGoodPage(phone);
      await write(phone, "De leerling is thuis vaak de oudste.");
      await expect(phone.getByRole("status").filter({ hasText: "Alleen jij leest het" })).toBeVisible();
      await expectGoodPage(phone);
      await phone.goto("/");
      await expect(phone.getByRole("heading", { level: 1 })).toBeVisible();
      await expect(asked).toHaveCount(0);
      // Nobody else reads it, and not the writer either where others look along.
      for (const each of [phone, page]) {
        await each.goto(address);
        await expect(each.getByText(filled(1)).first()).toBeVisible();
        await expect(each.getByText("vaak de oudste")).toHaveCount(0);
        expect(await each.content()).not.toContain("vaak de oudste");
      }
      await page.getByRole("link", { name: perspectiveTexts.write }).click();
      await write(page, "In de klas is de ochtend zwaar.");
      await expect(page.getByText(filled(2)).first()).toBeVisible();
      await expect(phone.getByRole("link", { name: perspectiveTexts.reveal })).toHaveCount(0);

      await page.getByRole("link", { name: perspectiveTexts.reveal }).click();
      await expect(page.getByText(revealTexts.empty(SEVERAL))).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("button", { name: revealTexts.submit }).click();
      await expect(page.getByRole("status").filter({ hasText: "De perspectieven zijn onthuld" })).toBeVisible();
      for (const each of [page, phone]) {
        await each.goto(address);
        for (const text of ["vaak de oudste", "de ochtend zwaar"]) await expect(each.getByText(text)).toBeVisible();
        await expect(each.getByText(perspectiveTexts.stayedEmpty, { exact: true }).nth(SEVERAL)).toBeVisible();
        await expectGoodPage(each);
      }
      await phone.context().close();
    });

    test("typed before the reveal are kept back until their writer knows that the team reads them", async ({ page, browser }) => {
      const other = await (await browser.newContext()).newPage();
      await signInToCases(other, "Noor de Wit", "/");
      const address = await shareCase(other);
      await signInToCases(page, "Samira Haddou", `${address}/perspective`);
      await page.getByLabel(perspectiveFormTexts.label).fill("Thuis is het druk.");
      await other.goto(`${address}/revealing`);
      await expect(other.getByText(revealTexts.nobodyWrote)).toBeVisible();
      await other.goto(`${address}/perspective`);
      await write(other, "In de klas is de ochtend zwaar.");
      await other.getByRole("link", { name: perspectiveTexts.reveal }).click();
      await other.getByRole("button", { name: revealTexts.submit }).click();
      await other.waitForURL(/notice=perspectives-revealed/);

      await page.getByRole("button", { name: perspectiveFormTexts.submit }).click();
      await expect(page.getByText(perspectiveFormTexts.revealedMeanwhile)).toBeVisible();
      await expect(page.getByLabel(perspectiveFormTexts.label)).toHaveValue("Thuis is het druk.");
      await page.getByRole("button", { name: perspectiveFormTexts.submit }).click();
      await expect(page.getByRole("status").filter({ hasText: "Het team leest het nu" })).toBeVisible();
      await expect(page.getByText(perspectiveTexts.afterReveal)).toBeVisible();
      await other.context().close();
    });

    test("are revealed together on the shared screen, where is said who is to act and what was agreed", async ({ page, browser }) => {
      const address = await sharedByNoor(browser);
      await signInToCases(page, "Noor de Wit", `${address}/perspective`);
      await write(page, "In de klas is de ochtend zwaar.");
      await expect(page.getByText(filled(1)).first()).toBeVisible();
      const alias = (await page.title()).split(" · ")[0] as string;

      await page.goto(address.replace(/\/case-discussions\/.*/, "/presentation"));
      await page.getByRole("navigation", { name: presentationTexts.agenda }).getByRole("link", { name: /Casussen$/ }).click();
      await page.getByRole("link", { name: alias, exact: true }).click();
      await page.waitForURL(/\/presentation\/case-discussions\//);
      await expect(page.getByText("Hoe helpen we de leerling om uitgerust").first()).toBeVisible();
      await expect(page.getByText("de ochtend zwaar")).toHaveCount(0);
      await expectGoodPage(page);

      await page.getByRole("link", { name: perspectiveTexts.reveal }).click();
      await page.getByRole("button", { name: revealTexts.submit }).click();
      await page.waitForURL(/#perspectives$/);
      await expect(page.getByText("de ochtend zwaar")).toBeVisible();
      await expect(page.getByText(perspectiveTexts.stayedEmpty, { exact: true }).nth(SEVERAL)).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("link", { name: followUpTexts.writeOutcome }).click();
      await page.getByLabel(caseFormTexts.notDoing).fill("Nog niet verwijzen.");
      await page.getByRole("button", { name: caseFormTexts.saveChange }).click();
      await page.waitForURL(/\/presentation\/case-discussions\/.*#outcome$/);
      await expect(page.getByText("Nog niet verwijzen.")).toBeVisible();
      await page.getByRole("link", { name: followUpTexts.choose }).click();
      await page.getByLabel(atPlayFormTexts.to).selectOption({ label: "CJG-coach" });
      await page.getByRole("button", { name: atPlayFormTexts.submit }).click();
      await page.waitForURL(/#at-play$/);
      await expect(page.getByText(/Ligt bij .*CJG-coach/i)).toBeVisible();
      await page.getByRole("link", { name: presentationTexts.newAgreement }).click();
      await page.getByRole("radio", { name: agreementKindTexts.names.START_TALK }).check();
      await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
      await page.waitForURL(/#agreements$/);
      await expect(page.getByRole("listitem").filter({ hasText: agreementKindTexts.usualTalk })).toContainText("Samira Haddou");
      await expectGoodPage(page);

      await page.getByRole("link", { name: /^Terug naar punt \d+: Casussen$/ }).click();
      await page.waitForURL(/\/presentation\?item=\d+&case=/);
      // Radio buttons for a few casussen, and a list for many.
      const about = page.locator("input[name=caseDiscussionId]:checked, select[name=caseDiscussionId]");
      await expect(about).toHaveValue(address.split("/").at(-1) as string);
      await page.getByLabel(agreementFormTexts.text).fill("De ochtend rustig beginnen.");
      await page.getByLabel(agreementFormTexts.owner).selectOption({ label: "Noor de Wit (IB'er)" });
      await fillDate(page, agreementFormTexts.dueOn, "15", "12", "2026");
      await page.getByRole("button", { name: presentationTexts.save }).click();
      await page.waitForURL(/made=/);
      await expect(page.getByRole("listitem").filter({ hasText: "De ochtend rustig beginnen." }).filter({ hasText: presentationTexts.ofCase(alias) })).toBeVisible();
      await expectGoodPage(page);

      // Somebody comes in who may see nothing.
      await page.getByRole("link", { name: alias, exact: true }).click();
      await page.waitForURL(/\/presentation\/case-discussions\//);
      await expectGoodPage(page);
      if (script) await blankByKey(page);
      else await page.getByRole("link", { name: presentationTexts.blank }).click();
      await page.waitForURL(/\/blank$/);
      await expect(page.getByText(alias)).toHaveCount(0);
    });

    test("of the JGZ remind of medical secrecy", async ({ page, browser }) => {
      const address = await sharedByNoor(browser);
      await signInToCases(page, "Dr. Amira El Idrissi", `${address}/perspective`);
      await expect(page.getByText(perspectiveFormTexts.reminders.MEDICAL.title)).toBeVisible();
      await expectGoodPage(page);
    });
  });

  test.describe(script ? "after the talk" : "after the talk without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    test.setTimeout(150_000);

    test("one function is to act and says how it goes in one press; then feedback, closing and a success", async ({ page, browser }) => {
      await signInToCases(page, "Noor de Wit", "/");
      const address = await shareCase(page);
      await page.getByRole("link", { name: followUpTexts.writeOutcome }).click();
      await expectGoodPage(page);
      await page.getByLabel(caseFormTexts.together).fill("De ochtend is voor iedereen het zwaarst.");
      await page.getByLabel(caseFormTexts.notDoing).fill("Nog geen aanmelding.");
      await page.getByRole("button", { name: caseFormTexts.saveChange }).click();
      for (const text of ["De ochtend is voor iedereen", "Nog geen aanmelding."]) await expect(page.getByText(text)).toBeVisible();

      await page.getByRole("link", { name: followUpTexts.choose }).click();
      await expectGoodPage(page);
      await page.getByLabel(atPlayFormTexts.to).selectOption({ label: "CJG-coach" });
      await page.getByRole("button", { name: atPlayFormTexts.submit }).click();
      await expect(page.getByText(/Ligt bij .*CJG-coach/i)).toBeVisible();
      await expect(page.getByText(followUpTexts.waiting)).toBeVisible();
      await expectGoodPage(page);

      await agreeOnTalk(page);
      await agreeOnAdvice(page);

      const phone = await openPhone(browser, script);
      await signInToCases(phone, "Samira Haddou", address);
      // What was made for the CJG-coach lies with her, and she can pass it on from here.
      await expect(agreed(phone, agreementKindTexts.usualTalk).getByText(agreementTexts.atPlay({ kind: "PERSON", name: "", isYou: true, since: null, from: null }, "2026-11-10"))).toBeVisible();
      await expect(agreed(phone, agreementKindTexts.usualTalk).getByRole("link", { name: agreementPageTexts.passOn })).toBeVisible();
      await phone.getByRole("button", { name: progressNames.UNDER_WAY, exact: true }).click();
      await expect(phone.getByText(/Loopt, doorgegeven door Samira Haddou op 10 november 2026/)).toBeVisible();
      await expectGoodPage(phone);
      await phone.context().close();

      await openMeetingOfSeptember(page);
      await expect(page.getByText(/CJG-coach · Loopt, bijgewerkt op 10 november 2026/).first()).toBeVisible();
      await page.goto(`${address}/feedback`);
      await expectGoodPage(page);
      await page.getByRole("radiogroup", { name: feedbackTexts.parents }).getByRole("radio", { name: feedbackTexts.given.yes }).check();
      await page.getByRole("button", { name: feedbackTexts.submit }).click();
      await expect(page.getByRole("link", { name: feedbackTexts.missing.parentsOn })).toBeVisible();
      await fillDate(page, feedbackTexts.on.parents, "9", "11", "2026");
      await page.getByRole("button", { name: feedbackTexts.submit }).click();
      await expect(page.getByText("Gegeven op 9 november 2026 door Noor de Wit")).toBeVisible();

      await page.getByRole("link", { name: casePageTexts.close }).click();
      await expectGoodPage(page);
      await page.getByRole("button", { name: closeCaseTexts.submit }).click();
      await page.waitForURL(/notice=case-closed/);
      await page.goto(`${address}/lesson`);
      await expectGoodPage(page);
      await page.getByLabel(lessonTexts.success).fill("Ouders en school zaten samen aan tafel.");
      await page.getByLabel(lessonTexts.lesson).fill("Eerder bellen.");
      await page.getByRole("button", { name: lessonTexts.submit }).click();
      await expect(page.getByRole("status").filter({ hasText: "Dit blijft" })).toBeVisible();
      for (const text of ["Ouders en school zaten samen aan tafel.", "Eerder bellen."]) await expect(page.getByText(text)).toBeVisible();
      await expectGoodPage(page);
    });
  });
}

test("a casus of which nothing was said for four weeks waits on the home page, by alias, and one press is enough @once", async ({ page }) => {
  await signInAs(page, "Samira Haddou");
  const waiting = page.getByRole("listitem").filter({ hasText: /Casus 26-\d\d · OBS De Wilgen/ }).filter({ has: page.getByRole("button") }).first();
  await expect(waiting).toBeVisible();
  await expectGoodPage(page);
  await waiting.getByRole("button", { name: followUpTexts.still("UNDER_WAY") }).click();
  await expect(page.getByRole("status").filter({ hasText: "De stand is bijgewerkt" })).toBeVisible();
  await expect(page.getByRole("button", { name: followUpTexts.still("UNDER_WAY") })).toHaveCount(0);
});

/** The startgesprek of scenario 1, step 10: without a word typed, for the CJG-coach. */
async function agreeOnTalk(page: Page): Promise<void> {
  await page.getByRole("link", { name: casePageTexts.addAgreement }).click();
  await page.waitForURL(/agreements\/new/);
  await expectGoodPage(page);
  await page.getByRole("radio", { name: agreementKindTexts.names.START_TALK }).check();
  await fillDate(page, agreementFormTexts.dueOn, "11", "12", "2026");
  await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
  await page.waitForURL(/notice=agreement-made/);
  for (const text of [agreementKindTexts.labels.START_TALK, "Samira Haddou doet dit"]) await expect(agreed(page, agreementKindTexts.usualTalk).getByText(text, { exact: true })).toBeVisible();
  await expect(agreed(page, agreementKindTexts.usualTalk).getByText("11 december 2026")).toBeVisible();
}

/** An advice for the teacher, which is shared, and applied after a while. */
async function agreeOnAdvice(page: Page): Promise<void> {
  const advice = "De ochtend rustig beginnen.";
  await page.getByRole("link", { name: casePageTexts.addAgreement }).click();
  await page.waitForURL(/agreements\/new/);
  await page.getByRole("radio", { name: agreementKindTexts.names.SHARED_ADVICE }).check();
  await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
  for (const missing of [agreementFormTexts.textMissing, agreementFormTexts.ownerMissing]) await expect(page.getByRole("link", { name: missing })).toBeVisible();
  await page.getByLabel(agreementFormTexts.text).fill(advice);
  await page.getByLabel(agreementFormTexts.owner).selectOption({ label: "Noor de Wit (IB'er)" });
  await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
  await page.waitForURL(/notice=agreement-made/);
  await agreed(page, advice).getByRole("button", { name: agreementTexts.finish }).click();
  await page.waitForURL(/notice=agreement-shared/);
  await expectGoodPage(page);
  await agreed(page, advice).getByRole("button", { name: agreementKindTexts.appliedAnswers.NOT_YET }).click();
  await expect(agreed(page, advice).getByText(agreementKindTexts.applied.NOT_YET)).toBeVisible();
  await agreed(page, advice).getByRole("button", { name: agreementKindTexts.appliedAnswers.YES }).click();
  await expect(agreed(page, advice).getByText(agreementKindTexts.applied.YES, { exact: true })).toBeVisible();
  await expectGoodPage(page);
}

/** The line of an agreement on the page of its casus. */
function agreed(page: Page, text: string) {
  return page.getByRole("listitem").filter({ has: page.getByRole("link", { name: text, exact: true }) });
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByLabel(perspectiveFormTexts.label).fill(text);
  await page.getByRole("button", { name: perspectiveFormTexts.submit }).click();
}

/** How many wrote. How many sit at the table is left open: other walks add colleagues to the same team meanwhile. */
function filled(written: number): RegExp {
  return new RegExp(`^${written} van \\d+ ingevuld$`);
}

const SEVERAL = 2;

/** A new casus at the meeting of September that the team reads: its address. */
async function shareCase(page: Page): Promise<string> {
  await openMeetingOfSeptember(page);
  await page.getByRole("link", { name: meetingPageTexts.logCase }).click();
  await page.waitForURL(/\/case-discussions\/new$/);
  await writeCase(page);
  await share(page);
  return new URL(page.url()).pathname;
}

async function sharedByNoor(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInToCases(page, "Noor de Wit", "/");
  const address = await shareCase(page);
  await context.close();
  return address;
}
