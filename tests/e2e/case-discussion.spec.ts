import type { Browser, Page } from "@playwright/test";
import { caseChoices, caseFormTexts, caseOverviewTexts, casePageTexts, safetyTexts } from "#lib/texts/case-discussions";
import { circleElements } from "#lib/opportunity-circle/rules";
import { circleFiguresTexts as figuresTexts, circleNameTexts as nameTexts, circleNotices, circleTexts } from "#lib/texts/opportunity-circle";
import { meetingPageTexts } from "#lib/texts/meetings";
import { ownStopTexts, stopCaseTexts, stoppedCaseTexts } from "#lib/texts/case-stops";
import { layoutTexts } from "#lib/texts/layout";
import { perspectiveFormTexts } from "#lib/texts/perspectives";
import { secondFactorTexts } from "#lib/texts/second-factor";
import { signInTexts } from "#lib/texts/sign-in";
import { countFramesWith, expect, expectGoodPage, outlastSecondFactor, passSecondFactor, signInAs, signInToCases, test } from "#tests/support/browser";
import { fillCircle, fillSetting, fillVoices, goOn, markOf, share, writeCase } from "#tests/support/case-pages";
import { textTo } from "#tests/support/e2e-mails";
import { openMeetingOfSeptember } from "#tests/support/walks";

// Scenario 1, steps 7, 8, 10 and 12, and what a casus is to the others of its team, with and without JavaScript.
for (const script of [true, false]) {
  test.describe(script ? "a casus" : "a casus without JavaScript", () => {
    test.use({ javaScriptEnabled: script });
    // Each page is looked at by axe.
    test.setTimeout(120_000);

    test("is written on short pages that hold no name and no date, and then the team reads along", async ({ page, browser }) => {
      await signInAs(page, "Noor de Wit");
      await openNewCase(page);
      await expect(page.getByText(safetyTexts.title)).toBeVisible();
      await expect(page.getByRole("link", { name: safetyTexts.safeHome })).toHaveAttribute("href", "tel:08002000");
      await expectGoodPage(page);
      await page.getByLabel(caseFormTexts.goesWell).fill("Werkt graag samen en helpt anderen.");
      await goOn(page, "QUESTION");
      await expectGoodPage(page);
      for (const forbidden of [/naam van de leerling/i, /geboorte/i, /leeftijd/i, /geslacht/i, /jongen|meisje/i]) await expect(page.getByLabel(forbidden)).toHaveCount(0);
      await page.getByLabel(caseFormTexts.question).fill("Hoe helpen we de leerling om uitgerust op school te komen?");
      await goOn(page, "SITUATION");

      await page.getByLabel(caseFormTexts.situation).fill("Jayden slaapt slecht sinds 12-03 en komt vaak moe binnen.");
      await page.getByRole("button", { name: caseFormTexts.next, exact: true }).click();
      for (const found of ["Jayden", "12-03"]) await expect(page.locator("mark").filter({ hasText: found }).first()).toBeVisible();
      await expect(page.getByText(/de leerling/).first()).toBeVisible();
      await expectGoodPage(page);
      await page.getByLabel(caseFormTexts.situation).fill("De leerling slaapt slecht sinds dit voorjaar en komt vaak moe binnen.");
      await goOn(page, "SETTING");
      await expectGoodPage(page);
      await fillSetting(page);
      await goOn(page, "VOICES");
      await expectGoodPage(page);
      await fillVoices(page);
      await goOn(page, "PARENTS_INFORMED");
      await expectGoodPage(page);
      await page.getByRole("radio", { name: caseChoices.parentsInformed.no, exact: true }).check();
      await goOn(page, "NEEDED");
      await expectGoodPage(page);
      await goOn(page, "CIRCLE");
      await expectGoodPage(page);
      for (const element of circleElements) await expect(markOf(page, element, "UNKNOWN")).toBeChecked();
      await fillCircle(page);
      await page.getByLabel(circleTexts.line("Gezond")).fill("Jayden is vaak moe.");
      await page.getByRole("button", { name: caseFormTexts.next, exact: true }).click();
      await expect(page.getByRole("link", { name: /Toelichting bij Gezond.*Jayden/ })).toBeVisible();
      await expect(markOf(page, "NURTURED", "ATTENTION")).toBeChecked();
      await expectGoodPage(page);
      await page.getByLabel(circleTexts.line("Gezond")).fill("Is vaak moe.");
      await goOn(page, "OVERVIEW");
      await expectGoodPage(page);
      const address = new URL(page.url()).pathname.replace(/\/edit$/, "");

      // What is not filled in is told where it is filled in.
      await page.getByRole("button", { name: caseOverviewTexts.submit }).click();
      await expect(page.getByRole("link", { name: caseFormTexts.missing.parentsInformedWhy })).toBeVisible();
      await expectGoodPage(page);
      await expectAbsent(browser, "Samira Haddou", address);
      await page.getByRole("link", { name: caseOverviewTexts.fillInOf(caseFormTexts.parentsInformed) }).click();
      await page.getByLabel(caseFormTexts.parentsInformedWhy).fill("Het gesprek is gepland.");
      await goOn(page, "OVERVIEW", caseFormTexts.toOverview);

      await share(page);
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Casus 26-\d\d\s· OBS De Wilgen$/);
      for (const said of ["komt vaak moe binnen", "Zij willen meedenken.", caseChoices.theme.HEALTH, "Is vaak moe."]) await expect(page.getByText(said)).toBeVisible();
      await expect(page.getByRole("img", { name: circleTexts.wheel({ GOES_WELL: 2, ATTENTION: 3, UNKNOWN: 3 }) })).toBeVisible();
      await expect(page.getByRole("listitem").filter({ hasText: "Gezond: aandacht" })).toBeVisible();
      await expectGoodPage(page);
      expect(page.url()).not.toMatch(/slaapt|Jayden/);
    });

    test("is read by a member of the team, changed there, and tells who read it", async ({ page, browser }) => {
      const address = await sharedByNoor(browser);
      await signInAs(page, "Samira Haddou", address);
      await passSecondFactor(page);
      await expect(page.getByText("komt vaak moe binnen")).toBeVisible();
      const readers = page.getByRole("region", { name: casePageTexts.readers }).getByRole("listitem");
      await expect(readers.first()).toContainText("Samira Haddou");
      await expectGoodPage(page);

      const needed = `Rust in de ochtend, ${script ? "met" : "zonder"} haast.`;
      await page.getByRole("link", { name: casePageTexts.changeOf(casePageTexts.needed) }).click();
      await expectGoodPage(page);
      await page.getByLabel(caseFormTexts.needed).fill(needed);
      await page.getByRole("button", { name: caseFormTexts.saveChange }).click();
      await expect(page.getByRole("status").filter({ hasText: "De wijziging is bewaard" })).toBeVisible();
      await expect(page.getByText(needed)).toBeVisible();
      await expect(readers).toHaveCount(2);
    });

    test("is no casus for a procesbegeleider, an organiser or another school", async ({ browser }) => {
      const address = await sharedByNoor(browser);
      for (const name of ["Karin Bos", "Daan Vermeulen"]) await expectAbsent(browser, name, address);
    });

    test("is kept by no browser: after signing out, Back shows none of its text", async ({ page, browser }) => {
      const address = await sharedByNoor(browser);
      await signInAs(page, "Samira Haddou", address);
      await passSecondFactor(page);
      const answer = await page.goto(address);
      expect(answer?.headers()["cache-control"]).toContain("no-store");
      await expect(page.getByText("komt vaak moe binnen")).toBeVisible();
      await page.locator("summary").filter({ hasText: /Samira/ }).click();
      await page.getByRole("button", { name: "Uitloggen" }).click();
      await page.waitForURL(/\/login/);
      await page.goBack();
      await expect(page.getByText("komt vaak moe binnen")).toHaveCount(0);
    });

    test("loses nothing typed when the session ends meanwhile", async ({ page, context }) => {
      await signInAs(page, "Noor de Wit");
      await openNewCase(page);
      await page.getByLabel(caseFormTexts.goesWell).fill("Zingt graag.");
      await goOn(page, "QUESTION");
      await page.getByLabel(caseFormTexts.question).fill("Wat helpt om naar binnen te gaan?");
      await context.request.post("/sign-out", { headers: { origin: new URL(page.url()).origin } });
      await page.getByRole("button", { name: caseFormTexts.next, exact: true }).click();
      await expect(page.getByText(signInTexts.kept)).toBeVisible();
      await page.getByRole("button", { name: `${signInTexts.demoSignIn} Noor de Wit` }).click();
      await passSecondFactor(page);
      await expect(page.getByLabel(caseFormTexts.question)).toHaveValue("Wat helpt om naar binnen te gaan?");
      await expectGoodPage(page);
      await goOn(page, "SITUATION");
    });

    test("open in two tabs shows beside each other what was typed in both", async ({ page, context }) => {
      await signInAs(page, "Noor de Wit");
      await openNewCase(page);
      await page.getByLabel(caseFormTexts.goesWell).fill("Zingt graag.");
      await goOn(page, "QUESTION");
      const other = await context.newPage();
      await other.goto(page.url());
      await other.getByLabel(caseFormTexts.question).fill("Wat helpt in de klas?");
      await goOn(other, "SITUATION");

      await page.getByLabel(caseFormTexts.question).fill("Wat helpt op het plein?");
      await page.getByRole("button", { name: caseFormTexts.next, exact: true }).click();
      await expect(page.getByText(caseFormTexts.changedMeanwhile)).toBeVisible();
      await expect(page.getByLabel(caseFormTexts.question)).toHaveValue("Wat helpt op het plein?");
      await expect(page.getByText("Wat helpt in de klas?")).toBeVisible();
      await expectGoodPage(page);
      await goOn(page, "SITUATION");
      await page.getByRole("button", { name: caseFormTexts.previous }).click();
      await expect(page.getByLabel(caseFormTexts.question)).toHaveValue("Wat helpt op het plein?");
    });
  });
}

test.describe("a casus that was on the screen", () => {
  test.setTimeout(90_000);
  const SAID = "komt vaak moe binnen";

  test("comes back with Back as it is now: asked for again, and not when it was stopped meanwhile", async ({ page, browser }) => {
    const address = await writtenByNoor(browser);
    await signInToCases(page, "Samira Haddou", address);
    const goHome = async () => {
      await expect(page.getByText(SAID)).toBeVisible();
      await page.getByRole("link", { name: layoutTexts.home }).click();
      await page.waitForURL((url) => url.pathname === "/");
      await expect(page.getByText(SAID)).toHaveCount(0);
    };
    await goHome();
    const [asked] = await Promise.all([page.waitForRequest((request) => request.url().endsWith(address)), page.goBack()]);
    expect(asked.isNavigationRequest()).toBe(true);
    await goHome();

    await stopAs(browser, "Dr. Amira El Idrissi", address);
    const frames = await countFramesWith(page, SAID);
    await page.goBack();
    await expect(page.getByText(stoppedCaseTexts.stopped)).toBeVisible();
    await page.goForward();
    await expect(page.getByRole("heading", { level: 1 })).not.toContainText("Casus");
    await page.goBack();
    await expect(page.getByText(stoppedCaseTexts.stopped)).toBeVisible();
    expect(frames()).toBe(0);
    await expectToldToNoor(browser, address);
  });

  test("comes back with Back after the second factor only, once that is over", async ({ page, browser }) => {
    const address = await sharedByNoor(browser);
    await signInToCases(page, "Samira Haddou", address);
    await page.getByRole("link", { name: layoutTexts.home }).click();
    await page.waitForURL((url) => url.pathname === "/");
    await outlastSecondFactor(page);
    const frames = await countFramesWith(page, SAID);
    await page.goBack();
    await page.waitForURL((url) => url.pathname === "/second-factor");
    expect(frames()).toBe(0);
    await passSecondFactor(page);
    await expect(page.getByText(SAID)).toBeVisible();
    await expect.poll(frames).toBeGreaterThan(0);
  });

  test("goes when nobody touched it for half an hour, and not while somebody reads it", async ({ page, browser }) => {
    const address = await sharedByNoor(browser);
    await page.clock.install();
    await signInToCases(page, "Samira Haddou", address);
    await expect(page.getByText(SAID)).toBeVisible();
    await page.clock.fastForward("29:00");
    await page.mouse.move(100, 300);
    await page.clock.fastForward("29:00");
    await expect(page.getByText(SAID)).toBeVisible();
    await outlastSecondFactor(page);
    await page.clock.fastForward("01:10");
    await page.waitForURL((url) => url.pathname === "/second-factor");
    const frames = await countFramesWith(page, SAID);
    await page.goBack();
    await expect(page.getByText(SAID)).toHaveCount(0);
    expect(frames()).toBe(0);
    await passSecondFactor(page);
    await expect(page.getByText(SAID)).toBeVisible();
  });

  test("keeps what was typed for its writer when it goes by itself, and sends it to nobody", async ({ page, browser }) => {
    const address = await writtenByNoor(browser);
    await page.clock.install();
    await signInToCases(page, "Samira Haddou", `${address}/perspective`);
    await page.getByLabel(perspectiveFormTexts.label).fill("Thuis is het druk.");
    // For the server the second factor goes on, as when another tab is used: still nothing is sent.
    await page.clock.fastForward("30:10");
    await page.waitForURL((url) => url.pathname === "/second-factor");
    await expect(page.getByText("Thuis is het druk.")).toHaveCount(0);
    await page.getByRole("link", { name: secondFactorTexts.goOn }).click();
    await expect(page.getByLabel(perspectiveFormTexts.label)).toHaveValue("Thuis is het druk.");
    await page.goto(address);
    await expect(page.getByText(/^0 van \d+ ingevuld$/).first()).toBeVisible();
  });
});

for (const script of [true, false]) {
  test.describe(script ? "the kansencirkel" : "the kansencirkel without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    // Scenario 2, step 13.
    test("tells the procesbegeleider figures of a school year, and of fewer than five casussen none", async ({ page }) => {
      await signInAs(page, "Karin Bos");
      await page.getByRole("link", { name: figuresTexts.title }).click();
      await expect(page.getByText(figuresTexts.teamsLater("2027-10-01"))).toBeVisible();
      await expectGoodPage(page);
      await page.getByRole("link", { name: "2025-2026" }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText("2025-2026");
      await expect(page.getByRole("table", { name: figuresTexts.caption(figuresTexts.all) }).getByRole("row")).toHaveCount(9);
      await expect(page.getByRole("listitem").filter({ hasText: "OBS De Wilgen" })).toHaveText(`OBS De Wilgen${figuresTexts.hidden.FEW}`);
      await page.getByText(/^De Zandloper: \d casussen$/).click();
      await expect(page.getByRole("table", { name: figuresTexts.caption("De Zandloper") })).toBeVisible();
      await expectGoodPage(page);
    });

    test("has names that the samenwerkingsverband chooses, each of them once", async ({ page }) => {
      await signInAs(page, "Daan Vermeulen", "/settings");
      await page.getByRole("link", { name: nameTexts.title }).click();
      await expectGoodPage(page);
      await page.getByRole("link", { name: "Gekoesterd" }).click();
      await page.getByLabel(nameTexts.columns.name).fill("veilig");
      await page.getByRole("button", { name: nameTexts.save }).click();
      await expect(page.getByRole("link", { name: nameTexts.nameInUse })).toBeVisible();
      await expectGoodPage(page);
      const meaning = script ? "Krijgt warmte en geborgenheid." : "Krijgt warme, geborgen zorg.";
      await page.getByLabel(nameTexts.columns.name).fill("Gekoesterd");
      await page.getByLabel(nameTexts.columns.meaning).fill(meaning);
      await page.getByRole("button", { name: nameTexts.save }).click();
      await expect(page.getByRole("status").filter({ hasText: circleNotices["circle-name-changed"] })).toBeVisible();
      await expect(page.getByText(meaning)).toBeVisible();
    });
  });
}

/** The first page of a casus at a meeting of De Wilgen. */
async function openNewCase(page: Page): Promise<void> {
  await openMeetingOfSeptember(page);
  await page.getByRole("link", { name: meetingPageTexts.logCase }).click();
  await passSecondFactor(page);
  await page.waitForURL(/\/case-discussions\/new$/);
}

let shared: Promise<string> | undefined;

/** A casus that Noor de Wit wrote and shared, once for all walks here: its address. */
function sharedByNoor(browser: Browser): Promise<string> {
  shared ??= writtenByNoor(browser);
  return shared;
}

/** Writes and shares a casus in a browser of its own. */
async function writtenByNoor(browser: Browser): Promise<string> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, "Noor de Wit");
  await openNewCase(page);
  await writeCase(page);
  await share(page);
  const address = new URL(page.url()).pathname;
  await context.close();
  return address;
}

/** Somebody else of the team recognises the child. */
async function stopAs(browser: Browser, name: string, address: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, name, `${address}/stopping`);
  await page.getByRole("button", { name: stopCaseTexts.submit }).click();
  await page.waitForURL(/notice=case-stopped/);
  await context.close();
}

/** Noor wrote it, and hears by mail and on the home page that it was stopped: not what it says, and not by whom. */
async function expectToldToNoor(browser: Browser, address: string): Promise<void> {
  const mail = await textTo("noor.dewit@dewilgen.example", new RegExp(`${address}\\s`));
  expect(mail).toContain("is stopgezet, omdat iemand de leerling herkende");
  expect(mail).not.toMatch(/Amira|vaak moe/);
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, "Noor de Wit");
  const line = page.getByRole("list", { name: ownStopTexts.title }).getByRole("listitem").filter({ has: page.locator(`a[href="${address}"]`) });
  await expect(line).toContainText("iemand herkende de leerling");
  await expect(line).not.toContainText("Amira");
  await expectGoodPage(page);
  await context.close();
}

/** For this person the page does not exist. */
async function expectAbsent(browser: Browser, name: string, address: string): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signInAs(page, name);
  for (const path of [address, `${address}/edit`, `${address}/edit/question`]) expect((await page.goto(path))?.status(), `${name} ${path}`).toBe(404);
  await context.close();
}
