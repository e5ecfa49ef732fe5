import type { Page } from "@playwright/test";
import { anonymityTexts } from "#lib/texts/anonymity";
import { caseChoices, caseFormTexts, caseOverviewTexts } from "#lib/texts/case-discussions";
import { changeReportTexts, coreTeamTexts, memberTexts } from "#lib/texts/core-teams";
import { formTexts } from "#lib/texts/forms";
import { guideHomeTexts, partnerHomeTexts } from "#lib/texts/home";
import { meetingPageTexts, momentTexts, scheduleTexts } from "#lib/texts/meetings";
import { signInTexts } from "#lib/texts/sign-in";
import { expect, passSecondFactor, test } from "#tests/support/browser";
import { mailsTo, mailTo } from "#tests/support/e2e-mails";
import { choose, expectFreshStart, follow, followFirstFault, press, tabTo, typeDay, typeInto } from "#tests/support/keyboard";
import { contentOf } from "#tests/support/mime";

// The scenarios without a mouse: 1.1, 1.2, 1.5, 1.7 and 1.16, 2.1 and 2.16, 3.1 and 3.2. Each stop of the Tab key shows
// where it is, and after each step the focus is where somebody would go on.

/** Signs in as somebody of the demo world. */
async function signInByKeyboard(page: Page, name: string): Promise<void> {
  await page.goto("/login");
  await press(page, `${signInTexts.demoSignIn} ${name}`);
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
  await expectFreshStart(page);
}

async function openSeptemberMeeting(page: Page): Promise<void> {
  await follow(page, "Bijeenkomsten", /\/meetings$/);
  await press(page, /2026-2027/);
  await page.waitForURL(/\?year=2026/);
  await follow(page, /^(?:Verdieping|Kennismaken|Samen verder|Nabijheid|Klein overleg)/, /\/meetings\/[0-9a-f-]{36}$/);
}

async function expectNotice(page: Page, words: string | RegExp): Promise<void> {
  await expect(page.getByRole("status").filter({ hasText: words })).toBeVisible();
}

test.describe("with the keyboard alone", { tag: "@keyboard" }, () => {
  test("an IB'er logs in with a code by mail, after one that is wrong", async ({ page }) => {
    // Somebody else than Noor, who gets codes in other tests: an address gets three in a quarter of an hour.
    const address = "femke.hoekstra@dezandloper.example";
    await page.goto("/login");
    await typeInto(page, signInTexts.email, address);
    const before = (await mailsTo(address)).length;
    await page.keyboard.press("Enter");
    await page.waitForURL(/\/login\/code/);
    const { message } = await mailTo(address, before);
    const code = /^\s*([0-9A-Z]{4}[- ]?[0-9A-Z]{4})\s*$/m.exec(contentOf(message, "text/plain"))?.[1] ?? "no code";

    await typeInto(page, signInTexts.code, "0000-0000");
    await page.keyboard.press("Enter");
    await expect(page.getByText(signInTexts.wrongCode).first()).toBeVisible();
    await followFirstFault(page, "code");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(code);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === "/");
    await expectFreshStart(page);
    await tabTo(page, "Bekijk de bijeenkomst");
  });

  test("an IB'er skips to the content, plans a meeting and cancels it", async ({ page }) => {
    await page.goto("/login");
    await press(page, "Naar de inhoud");
    await press(page, "Noor de Wit");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("OBS De Wilgen");

    await follow(page, "Bijeenkomsten", /\/meetings$/);
    await follow(page, "Plan een bijeenkomst", /\/meetings\/new$/);
    await press(page, /^Verstuur \d uitnodiging/);
    await followFirstFault(page, "kind");
    await choose(page, "Kennismaken");
    await typeDay(page, "22", "6", "2027");
    await typeInto(page, scheduleTexts.start, "10.15");
    await sendInvitations(page);
    await expectNotice(page, "De uitnodigingen gaan nu weg");
    await expectFreshStart(page);

    await follow(page, "Laat niet doorgaan", /\/cancellation$/);
    await press(page, "Zeg de bijeenkomst af");
    await expectNotice(page, "De bijeenkomst is afgezegd");
  });

  test("an IB'er reports that the schoolarts changes, and adds a second IB'er", async ({ page }) => {
    await signInByKeyboard(page, "Noor de Wit");
    await follow(page, /^Kernteam$/, /\/core-teams\/[0-9a-f-]{36}$/);
    await follow(page, changeReportTexts.reportOf("Dr. Amira El Idrissi"), /\/change-reports\/new/);
    await typeInto(page, changeReportTexts.message, "De schoolarts werkt vanaf maart op een andere dag.");
    await press(page, changeReportTexts.submit);
    await expectNotice(page, "Je melding is verstuurd");
    await expectFreshStart(page);

    await follow(page, coreTeamTexts.addColleague, /\/members\/new$/);
    await press(page, memberTexts.add);
    await followFirstFault(page, "name");
    await page.keyboard.type("Bram Toetsenbord");
    await typeInto(page, memberTexts.email, "bram.toetsenbord@dewilgen.example");
    await choose(page, "IB'er");
    await typeDay(page, "9", "11", "2026");
    await press(page, memberTexts.add);
    await expectNotice(page, "Deze persoon staat in het team");
    await expect(page.getByText("Bram Toetsenbord", { exact: true })).toBeVisible();
  });

  test("an organiser is refused a double booking, and takes a moment that is offered", async ({ page }) => {
    await signInByKeyboard(page, "Daan Vermeulen");
    for (const school of ["De Meerpaal", "OBS De Wilgen"]) {
      await page.goto("/");
      await typeInto(page, guideHomeTexts.q, school);
      await page.keyboard.press("Enter");
      await page.waitForURL(/q=/);
      await follow(page, new RegExp(`^${school}$`), /\/(?:core-teams|schools)\//);
      await follow(page, coreTeamTexts.planMeeting, /\/meetings\/new$/);
      await choose(page, "Verdieping met casuïstiek");
      await typeDay(page, "15", "6", "2027");
      await typeInto(page, scheduleTexts.start, "15.15");
      await sendInvitations(page);
      if (school === "De Meerpaal") await expectNotice(page, "De uitnodigingen gaan nu weg");
    }
    await expect(page.getByText(/Samira Haddou.*15\.15 uur al bij De Meerpaal\./).first()).toBeVisible();
    await followFirstFault(page, "date");
    await press(page, /, \d+\.\d\d uur$/);
    await expectNotice(page, "De uitnodigingen gaan nu weg");
  });

  test("an IB'er logs a casus, mends what was found, and opens it", async ({ page }) => {
    await signInByKeyboard(page, "Noor de Wit");
    await openSeptemberMeeting(page);
    await press(page, meetingPageTexts.logCase);
    await passSecondFactor(page);
    await page.waitForURL(/\/case-discussions\/new$/);
    await typeInto(page, caseFormTexts.goesWell, "Fatima helpt graag anderen.");
    await press(page, caseFormTexts.next);
    await expect(page.locator("mark").filter({ hasText: "Fatima" }).first()).toBeVisible();
    await followFirstFault(page, "goesWell");
    await press(page, /^Vervang “Fatima”/);
    await expect(page.locator("#field-goesWell")).toHaveValue("De leerling helpt graag anderen.");
    await press(page, caseFormTexts.next);
    await page.waitForURL(/\/edit\/question$/);
    await typeInto(page, caseFormTexts.question, "Hoe helpen we de leerling op gang in de ochtend?");
    await press(page, caseFormTexts.next);
    await page.waitForURL(/\/edit\/situation$/);
    await typeInto(page, caseFormTexts.situation, "De leerling komt moe binnen.");
    await press(page, caseFormTexts.next);
    await page.waitForURL(/\/edit\/setting$/);
    await choose(page, "Onderbouw");
    await tabTo(page, caseFormTexts.theme);
    await page.keyboard.type(caseChoices.theme.HEALTH);
    await tabTo(page, caseChoices.lifeDomains.SCHOOL);
    await page.keyboard.press("Space");
    await choose(page, caseChoices.since.FIRST_CONCERN);
    await press(page, caseFormTexts.next);
    await page.waitForURL(/\/edit\/voices$/);
    await choose(page, caseFormTexts.parentsSaid);
    await typeInto(page, caseFormTexts.parentsText, "Zij herkennen dit.");
    await choose(page, caseFormTexts.pupilSaid);
    await typeInto(page, caseFormTexts.pupilText, "Ik word laat wakker.");
    await press(page, caseFormTexts.next);
    await page.waitForURL(/\/edit\/parents-informed$/);
    await choose(page, caseChoices.parentsInformed.yes);
    await press(page, caseFormTexts.toOverview);
    await page.waitForURL(/\/edit$/);
    await press(page, caseOverviewTexts.submit);
    await expectNotice(page, "Het team kan de casus nu lezen");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(/^Casus 26-\d\d\s· OBS De Wilgen$/);
  });

  test("an IB'er keeps found words with a reason that has to be asked for", async ({ page }) => {
    await signInByKeyboard(page, "Noor de Wit");
    await openSeptemberMeeting(page);
    await press(page, meetingPageTexts.logCase);
    await passSecondFactor(page);
    await page.waitForURL(/\/case-discussions\/new$/);
    await typeInto(page, caseFormTexts.goesWell, "Leert met de methode Kevin.");
    await press(page, caseFormTexts.next);

    await followFirstFault(page, "goesWell");
    await expect(page.getByRole("radio", { name: anonymityTexts.keep.NOT_A_PERSON })).toBeHidden();
    await press(page, formTexts.findingKeep);
    await choose(page, anonymityTexts.keep.NOT_A_PERSON);
    await press(page, caseFormTexts.next);
    await page.waitForURL(/\/edit\/question$/);
  });

  test("an IB'er whose session ends loses nothing typed, and finds the way back from a page of another school", async ({ page, context }) => {
    await signInByKeyboard(page, "Noor de Wit");
    await openSeptemberMeeting(page);
    await press(page, meetingPageTexts.logCase);
    await passSecondFactor(page);
    await page.waitForURL(/\/case-discussions\/new$/);
    await typeInto(page, caseFormTexts.goesWell, "De leerling komt graag naar school.");
    await press(page, caseFormTexts.next);
    // The first page of a new casus is the same address for every walk at this meeting; this one is this walk's own.
    await page.waitForURL(/\/edit\/question$/);
    await typeInto(page, caseFormTexts.question, "Wat helpt de leerling om mee te doen?");
    await context.request.post("/sign-out", { headers: { origin: new URL(page.url()).origin } });
    await press(page, caseFormTexts.next);
    await expect(page.getByText(signInTexts.kept)).toBeVisible();
    await press(page, `${signInTexts.demoSignIn} Noor de Wit`);
    await passSecondFactor(page);
    await expect(page.getByLabel(caseFormTexts.question)).toHaveValue("Wat helpt de leerling om mee te doen?");

    await page.goto("/people");
    await press(page, "Naar de beginpagina");
    await page.waitForURL((url) => url.pathname === "/");
  });

  test("a procesbegeleider sees what asks for attention, searches the schools and opens one, without its casussen", async ({ page }) => {
    await signInByKeyboard(page, "Karin Bos");
    await press(page, guideHomeTexts.attentionLine.vacancy(5));
    await page.waitForURL(/attention=vacancy/);
    await typeInto(page, guideHomeTexts.q, "wilgen");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=wilgen/);
    await expectFreshStart(page);
    await follow(page, /^OBS De Wilgen$/, /\/(?:core-teams|schools)\//);
    await expect(page.getByRole("heading", { level: 1 })).toContainText("De Wilgen");
    await expect(page.getByText(/^Casus \d\d-\d\d$/)).toHaveCount(0);
  });

  test("a partner answers an invitation, and goes on to the next from there", async ({ page }) => {
    await signInByKeyboard(page, "Samira Haddou");
    await expect(page.getByRole("heading", { level: 1 })).toHaveText(partnerHomeTexts.title);
    await follow(page, partnerHomeTexts.answerAction, /\/meetings\//);
    const first = page.url();
    await press(page, meetingPageTexts.accept);
    await expectNotice(page, "Het team ziet je antwoord");
    await expectFreshStart(page);
    await press(page, /, \d+\.\d\d–\d+\.\d\d uur$/);
    await expect(page.getByRole("heading", { name: meetingPageTexts.you })).toBeVisible();
    expect(page.url()).not.toContain(new URL(first).pathname);
  });

  test("a partner sees the schools of the coming four weeks, and whom to call there", async ({ page }) => {
    await signInByKeyboard(page, "Samira Haddou");
    await press(page, partnerHomeTexts.soon);
    await page.waitForURL(/period=soon/);
    await expect(page.getByText(partnerHomeTexts.soonLead)).toBeVisible();
    await tabTo(page, /^Bel /);
    expect(await page.evaluate(() => document.activeElement?.getAttribute("href"))).toMatch(/^tel:/);
    await press(page, partnerHomeTexts.all);
    await page.waitForURL((url) => !url.search.includes("period"));
    await follow(page, /^De Meerpaal$/, /\/core-teams\//);
  });
});

/** Presses the button, and says yes to whatever is unusual about the moment, such as somebody who does not work then. */
async function sendInvitations(page: Page): Promise<void> {
  await press(page, /^Verstuur \d uitnodiging/);
  const unusual = page.getByRole("group", { name: momentTexts.confirmTitle }).getByRole("checkbox");
  await expect(page.getByRole("status").or(unusual).or(page.getByText(/ al bij /)).first()).toBeVisible();
  const labels = await unusual.evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? ""));
  if (labels.length === 0) return;
  for (const label of labels) {
    await tabTo(page, label);
    await page.keyboard.press("Space");
  }
  await press(page, /^Verstuur \d uitnodiging/);
}
