import { expect, type Locator, type Page } from "@playwright/test";
import type { CircleElement, CircleMark } from "#lib/opportunity-circle/rules";
import { caseChoices, caseFormTexts as texts, caseOverviewTexts, partNames } from "#lib/texts/case-discussions";
import { circleTexts } from "#lib/texts/opportunity-circle";

// The pages of a casus in a browser, with the answers of scenario 1.

/** The button that keeps a page and leads to the one with this name. */
export async function goOn(page: Page, to: keyof typeof partNames | "OVERVIEW", button: string = texts.next): Promise<void> {
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(to === "OVERVIEW" ? caseOverviewTexts.title("").trim() : partNames[to]);
}

/** From the first page of a new casus to the overview, in one go. */
export async function writeCase(page: Page, { goesWell = "Werkt graag samen en helpt anderen.", situation = "De leerling slaapt slecht sinds dit voorjaar en komt vaak moe binnen." } = {}): Promise<void> {
  await page.getByLabel(texts.goesWell).fill(goesWell);
  await goOn(page, "QUESTION");
  await page.getByLabel(texts.question).fill("Hoe helpen we de leerling om uitgerust op school te komen?");
  await goOn(page, "SITUATION");
  await page.getByLabel(texts.situation).fill(situation);
  await goOn(page, "SETTING");
  await fillSetting(page);
  await goOn(page, "VOICES");
  await fillVoices(page);
  await goOn(page, "PARENTS_INFORMED");
  await page.getByRole("radio", { name: caseChoices.parentsInformed.yes, exact: true }).check();
  await goOn(page, "NEEDED");
  await goOn(page, "CIRCLE");
  await goOn(page, "OVERVIEW");
}

/** What is chosen about a casus. */
export async function fillSetting(page: Page): Promise<void> {
  await page.getByRole("radio", { name: "Middenbouw" }).check();
  await page.getByLabel(texts.theme).selectOption({ label: caseChoices.theme.HEALTH });
  await page.getByRole("checkbox", { name: caseChoices.lifeDomains.SCHOOL }).check();
  await page.getByRole("radio", { name: caseChoices.since.LONGER }).check();
}

/** What the parents say, and why the pupil was not asked yet. */
export async function fillVoices(page: Page): Promise<void> {
  await page.getByRole("radiogroup", { name: texts.parents }).getByRole("radio", { name: texts.parentsSaid }).check();
  await page.getByLabel(texts.parentsText).fill("Zij willen meedenken.");
  await page.getByRole("radiogroup", { name: texts.pupil }).getByRole("radio", { name: texts.pupilNotAsked }).check();
  await page.getByLabel(texts.pupilText).fill("Het gesprek is gepland.");
}

/** The kansencirkel of scenario 1: two go well, three ask for attention, and of three nobody knows. */
export async function fillCircle(page: Page): Promise<void> {
  const marks: Partial<Record<CircleElement, CircleMark>> = { ACTIVE: "GOES_WELL", INCLUDED: "GOES_WELL", SAFE: "ATTENTION", HEALTHY: "ATTENTION", NURTURED: "ATTENTION" };
  for (const [element, mark] of Object.entries(marks) as [CircleElement, CircleMark][]) await markOf(page, element, mark).check();
}

/** The radio button with which an element gets a mark. */
export function markOf(page: Page, element: CircleElement, mark: CircleMark): Locator {
  return page.getByRole("radiogroup", { name: circleTexts.elements[element].name }).getByRole("radio", { name: circleTexts.marks[mark] });
}

/** Lets the team read along, from the overview. */
export async function share(page: Page): Promise<void> {
  await page.getByRole("button", { name: caseOverviewTexts.submit }).click();
  await expect(page.getByRole("status").filter({ hasText: "Het team kan de casus nu lezen" })).toBeVisible();
}
