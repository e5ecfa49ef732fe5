import type { Page } from "@playwright/test";
import { agreementFormTexts, agreementKindTexts, agreementTexts } from "#lib/texts/agreements";
import { caseChoices, caseFormTexts, caseOverviewTexts, casePageTexts, discardConceptTexts, safetyTexts } from "#lib/texts/case-discussions";
import { atPlayFormTexts, feedbackTexts, followUpTexts, lessonTexts, progressNames } from "#lib/texts/follow-up";
import { formTexts } from "#lib/texts/forms";
import { meetingPageTexts } from "#lib/texts/meetings";
import { perspectiveFormTexts, perspectiveTexts } from "#lib/texts/perspectives";
import { expect, expectGoodPage, signInToCases, test } from "#tests/support/browser";
import { fillSetting, goOn, share, writeCase } from "#tests/support/case-pages";
import { fillDate, openMeetingOfSeptember } from "#tests/support/walks";

// Scenario 1, steps 7, 8, 10 and 12, on a telephone: what stands on the screen after each step.
for (const script of [true, false]) {
  test.describe(script ? "the steps of a casus" : "the steps of a casus without JavaScript", () => {
    test.use({ javaScriptEnabled: script, viewport: { width: 360, height: 740 } });
    // Each page is looked at by axe.
    test.setTimeout(150_000);

    test("lead back to the part that changed, which says so and has the focus", async ({ page }) => {
      await signInToCases(page, "Noor de Wit", "/");
      await openNewCase(page);
      await writeCase(page);
      await share(page);

      await page.getByRole("link", { name: perspectiveTexts.write }).click();
      await page.getByLabel(perspectiveFormTexts.label).fill("De leerling doet graag mee.");
      await page.getByRole("button", { name: perspectiveFormTexts.submit }).click();
      await expectAt(page, perspectiveTexts.section, "Je perspectief is bewaard");
      await expectGoodPage(page);

      await page.getByRole("link", { name: followUpTexts.writeOutcome }).click();
      await page.getByLabel(caseFormTexts.together).fill("De ochtend is voor iedereen het zwaarst.");
      await page.getByRole("button", { name: caseFormTexts.saveChange }).click();
      await expectAt(page, followUpTexts.outcome, "De wijziging is bewaard");

      await page.getByRole("link", { name: casePageTexts.changeOf(casePageTexts.situation) }).click();
      await page.getByLabel(caseFormTexts.situation).fill("De leerling komt vaak moe binnen.");
      await page.getByRole("button", { name: caseFormTexts.saveChange }).click();
      await expectAt(page, casePageTexts.situation, "De wijziging is bewaard");

      await page.getByRole("link", { name: followUpTexts.choose }).click();
      await page.getByLabel(atPlayFormTexts.to).selectOption({ label: "IB'er" });
      await page.getByRole("button", { name: atPlayFormTexts.submit }).click();
      await expectAt(page, followUpTexts.atPlay, "Vastgelegd is wie aan zet is");
      // The second press leads to the same address as the first.
      for (const label of [progressNames.TAKEN_UP, progressNames.UNDER_WAY]) {
        await page.getByRole("button", { name: label, exact: true }).click();
        await expect(page.getByRole("button", { name: followUpTexts.still(label === progressNames.TAKEN_UP ? "TAKEN_UP" : "UNDER_WAY") })).toBeVisible();
        await expectAt(page, followUpTexts.atPlay, "De stand is bijgewerkt");
      }

      await page.getByRole("link", { name: casePageTexts.addAgreement }).click();
      await page.getByRole("radio", { name: agreementKindTexts.names.START_TALK }).check();
      await fillDate(page, agreementFormTexts.dueOn, "11", "12", "2026");
      await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
      await expectAt(page, casePageTexts.agreements, /afspraak/i);
      await page.getByRole("button", { name: agreementTexts.finish }).click();
      await expectAt(page, casePageTexts.agreements, agreementTexts.finished);
      await page.getByRole("status").getByRole("button", { name: agreementTexts.reopen }).click();
      await expect(page.getByRole("status").getByRole("button", { name: agreementTexts.reopen })).toHaveCount(0);
      await expectAt(page, casePageTexts.agreements, /afspraak/i);

      await page.getByRole("link", { name: followUpTexts.changeFeedback }).click();
      await page.getByRole("button", { name: feedbackTexts.submit }).click();
      await expectAt(page, followUpTexts.feedback, "De terugkoppeling is bewaard");
      await page.getByRole("link", { name: followUpTexts.writeLesson }).click();
      await page.getByLabel(lessonTexts.lesson).fill("Eerder bellen.");
      await page.getByRole("button", { name: lessonTexts.submit }).click();
      await expectAt(page, followUpTexts.lessons, "Dit blijft");
      await expectGoodPage(page);
    });

    test("show on the first screen what is missing, also after a link within the page", async ({ page }) => {
      await signInToCases(page, "Noor de Wit", "/");
      await openNewCase(page);
      await page.goto(`${page.url()}#inhoud`);
      await page.getByRole("button", { name: caseFormTexts.next, exact: true }).click();
      await expect(page.getByText(formTexts.summaryTitle(1))).toBeInViewport();
      await expect(page.getByRole("link", { name: caseFormTexts.missing.goesWell })).toBeInViewport();
      await expectGoodPage(page);
    });

    test("tell at the overview first what is open, each leading to its field, and show a chosen answer without its reason", async ({ page }) => {
      await signInToCases(page, "Noor de Wit", "/");
      await openNewCase(page);
      await expectSafetyFirst(page, caseFormTexts.goesWell);
      await page.getByLabel(caseFormTexts.goesWell).fill("Zingt graag.");
      await goOn(page, "QUESTION");
      await expectSafetyFirst(page, caseFormTexts.question);
      await goOn(page, "OVERVIEW", caseFormTexts.toOverview);
      await expect(page.getByRole("heading", { name: caseOverviewTexts.open(9) })).toBeInViewport();
      await expectGoodPage(page);
      await page.getByRole("link", { name: caseOverviewTexts.openQuestion("theme"), exact: true }).click();
      await expect(page.getByLabel(caseFormTexts.theme)).toBeInViewport();
      await fillSetting(page);
      await goOn(page, "OVERVIEW", caseFormTexts.toOverview);
      await page.getByRole("link", { name: caseOverviewTexts.openQuestion("parentsInformed"), exact: true }).click();
      await page.getByRole("radio", { name: caseChoices.parentsInformed.no, exact: true }).check();
      await goOn(page, "OVERVIEW", caseFormTexts.toOverview);
      await expect(page.getByRole("link", { name: caseOverviewTexts.openQuestion("parentsInformedWhy"), exact: true })).toBeVisible();
      await expect(page.getByText(casePageTexts.parentsDoNotKnow, { exact: true })).toBeVisible();
      await expect(page.getByText(caseOverviewTexts.missingWhy)).toBeVisible();
      await expectGoodPage(page);
    });

    test("can end in throwing the concept away, after a page that says what goes", async ({ page }) => {
      await signInToCases(page, "Noor de Wit", "/");
      await openNewCase(page);
      await page.getByLabel(caseFormTexts.goesWell).fill("Zingt graag.");
      await goOn(page, "QUESTION");
      await goOn(page, "OVERVIEW", caseFormTexts.toOverview);
      const address = new URL(page.url()).pathname;
      await page.getByRole("link", { name: caseOverviewTexts.discard }).click();
      await expect(page.getByText(discardConceptTexts.pages(2))).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("button", { name: discardConceptTexts.submit }).click();
      await expect(page.getByRole("status").filter({ hasText: "Het concept is weggegooid" })).toBeVisible();
      expect((await page.request.get(address)).status()).toBe(404);
    });
  });
}

/** From any page of the IB'er to the first page of a new casus at the meeting of September. */
async function openNewCase(page: Page): Promise<void> {
  await openMeetingOfSeptember(page);
  await page.getByRole("link", { name: meetingPageTexts.logCase }).click();
  await page.waitForURL(/\/case-discussions\/new$/);
}

/** Where worries about safety belong stands above the question, on the first screen. */
async function expectSafetyFirst(page: Page, question: string): Promise<void> {
  const [number, field] = [page.getByRole("link", { name: safetyTexts.safeHome }), page.getByLabel(question)];
  await expect(number).toBeInViewport();
  expect((await number.boundingBox())?.y).toBeLessThan((await field.boundingBox())?.y ?? 0);
}

/** The page stands at a part of it, whose heading has the focus, and what was said is on the screen. */
async function expectAt(page: Page, part: string, said: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: said })).toBeInViewport();
  const heading = page.getByRole("heading", { name: part, exact: true });
  await expect(heading).toBeInViewport();
  await expect(heading).toBeFocused();
}
