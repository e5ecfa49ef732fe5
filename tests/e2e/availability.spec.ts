import type { APIRequestContext, Browser, Page } from "@playwright/test";
import { availabilityNotices, availabilityTexts as texts, unavailableLine, workingDays } from "#lib/texts/availability";
import { calendarNotices, calendarPageTexts as calendarTexts } from "#lib/texts/calendar";
import { proposalTexts } from "#lib/texts/date-proposals";
import { meetingNotices, rescheduleTexts, scheduleTexts } from "#lib/texts/meetings";
import { obstacleLine, obstacleTexts } from "#lib/texts/obstacles";
import { demoId } from "#prisma/world";
import { expect, expectGoodPage, openPhone, signInAs, test } from "#tests/support/browser";
import { mailsTo } from "#tests/support/e2e-mails";
import { leavesOf } from "#tests/support/mime";
import { fillDate, sendThough } from "#tests/support/walks";

// Scenario 3 steps 3 and 4. The laptop and the phone walk at the same time, so each is somebody else: the one is on call or
// needed, the other one of two who are enough. Neither keeps another walk from planning.
const PARTNERS = {
  laptop: {
    name: "Peter Kuiper",
    functionName: "leerplichtambtenaar",
    works: { mornings: [3, 4, 5], afternoons: [3, 5] },
    notWorking: /werkt niet op (?:maandag|dinsdag|donderdagmiddag)/,
    organiser: "Femke Hoekstra",
    team: "de-werf",
    isNeeded: true,
  },
  phone: {
    name: "Dr. Amira El Idrissi",
    functionName: "schoolarts",
    works: { mornings: [2, 4], afternoons: [2] },
    notWorking: /werkt niet op (?:maandag|donderdagmiddag)/,
    organiser: "Daan Vermeulen",
    team: "stella-maris",
    isNeeded: false,
  },
} as const;

type Partner = (typeof PARTNERS)[keyof typeof PARTNERS];

const REPLACEMENT = "Tjeerd Wiersma";

for (const script of [true, false]) {
  test.describe(script ? "availability" : "availability without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("that a partner tells is respected at once by who plans, and can be taken back", async ({ page, browser }, info) => {
      test.setTimeout(150_000);
      const partner = partnerOf(info.project.name);
      await signInAs(page, partner.name, "/availability");
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(texts.title);
      await expect(page.getByText(texts.noAbsences)).toBeVisible();
      await expectGoodPage(page);

      await tellWorkingDays(page, partner);
      const organiser = await openPhone(browser, script);
      await signInAs(organiser, "Daan Vermeulen");
      await expectInFinder(organiser, partner, partner.notWorking);

      await tellAbsence(page);
      await expectInFinder(organiser, partner, new RegExp(`is er niet van .* tot en met .* 2027; ook vervanger ${REPLACEMENT} kan niet: werkt niet op`));
      await organiser.context().close();
      await expectPointedOut(browser, script, partner);

      await page.getByRole("link", { name: /^Wijzig de afwezigheid van/ }).click();
      await page.waitForURL(/\/absences\/[0-9a-f-]{36}/);
      await expectGoodPage(page);
      await page.getByRole("button", { name: texts.withdraw }).click();
      await expect(page.getByRole("status")).toContainText(availabilityNotices["absence-withdrawn"]);
      await expect(page.getByText(texts.noAbsences)).toBeVisible();
      await page.getByRole("button", { name: texts.dropPattern }).click();
      await expect(page.getByRole("status")).toContainText(availabilityNotices["working-days-dropped"]);
      await expect(page.getByText(/^Vanaf .*16 november/)).toHaveCount(0);
      await expectGoodPage(page);
    });

    test("comes with a calendar by a secret address, that can be replaced and stopped", async ({ page, request }, info) => {
      await signInAs(page, info.project.name === "phone" ? "Dr. Amira El Idrissi" : "Samira Haddou", "/profile/calendar");
      await expectGoodPage(page);
      const address = await makeAddress(page);
      await expectGoodPage(page);
      await expect(page.getByText(address, { exact: true })).toBeVisible();
      const events = await eventsAt(request, address);
      expect(events.length).toBeGreaterThan(1);
      expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);

      await page.getByRole("button", { name: calendarTexts.replace }).click();
      await expect(page.getByRole("link", { name: calendarTexts.subscribe })).not.toHaveAttribute("href", address.replace(/^http/, "webcal"));
      const replaced = await addressOn(page);
      expect((await request.get(address)).status()).toBe(404);
      expect(await eventsAt(request, replaced)).toEqual(events);

      await stopAddress(page);
      expect((await request.get(replaced)).status()).toBe(404);
      await expectGoodPage(page);
    });
  });
}

test("a meeting that is moved stays the same entry in the calendar and in the mail", { tag: "@once" }, async ({ page, browser, request }) => {
  await signInAs(page, "Samira Haddou", "/profile/calendar");
  const address = await makeAddress(page);
  const before = (await eventsAt(request, address)).find(({ summary, start }) => summary.endsWith("De Branding") && start > "20261110");
  expect(before?.start).toMatch(/^2026\d{4}T131500Z$/);

  const organiser = await openPhone(browser, true);
  await signInAs(organiser, "Daan Vermeulen", `${new URL(before?.url ?? "").pathname}/rescheduling`);
  await expectGoodPage(organiser);
  await fillDate(organiser, scheduleTexts.date, "11", "2", "2027");
  await sendThough(organiser, rescheduleTexts.submit);
  await expect(organiser.getByRole("status")).toContainText(meetingNotices["meeting-moved"]);
  await organiser.context().close();

  const after = (await eventsAt(request, address)).find(({ uid }) => uid === before?.uid);
  expect(after).toEqual({ ...before, start: "20270211T131500Z" });
  await expect.poll(() => invitationsTo("samira.haddou@cjgduinstreek.example", before?.uid ?? ""), { timeout: 30_000 }).toContainEqual({ method: "REQUEST", start: "20270211T131500Z" });
  await stopAddress(page);
});

function partnerOf(project: string): Partner {
  return project === "phone" ? PARTNERS.phone : PARTNERS.laptop;
}

/** Works other dayparts from a day on, after first having ticked none. */
async function tellWorkingDays(page: Page, { works }: Partner): Promise<void> {
  await page.getByRole("link", { name: texts.changeDays }).click();
  await page.waitForURL(/\/working-days/);
  await expectGoodPage(page);
  for (const box of await page.getByRole("checkbox").all()) await box.uncheck();
  await fillDate(page, texts.validFrom, "16", "11", "2026");
  await page.getByRole("button", { name: texts.saveDays }).click();
  await expect(page.getByText(texts.fields.daypartsMissing).first()).toBeVisible();
  await expect(page.getByRole("group", { name: texts.validFrom }).getByRole("textbox", { name: "Dag" })).toHaveValue("16");
  await expectGoodPage(page);
  const weekdays = Object.values(texts.weekdays);
  for (const weekday of works.mornings) await page.getByRole("checkbox", { name: `${weekdays[weekday - 1]} ${texts.morning}` }).check();
  for (const weekday of works.afternoons) await page.getByRole("checkbox", { name: `${weekdays[weekday - 1]} ${texts.afternoon}` }).check();
  await page.getByRole("button", { name: texts.saveDays }).click();
  await expect(page.getByRole("status")).toContainText(availabilityNotices["working-days-saved"]);
  await expect(page.getByText(/^Vanaf .*16 november/)).toContainText(workingDays(works) ?? "");
  await expectGoodPage(page);
}

/** Is away for three months with somebody instead, after first having mixed up the days. */
async function tellAbsence(page: Page): Promise<void> {
  await page.getByRole("link", { name: texts.report }).click();
  await page.waitForURL(/\/absences\/new/);
  await expectGoodPage(page);
  const replacement = page.getByLabel(texts.replacement);
  const chosen = (await replacement.getByRole("option", { name: new RegExp(`^${REPLACEMENT} `) }).getAttribute("value")) ?? "";
  await replacement.selectOption(chosen);
  await fillDate(page, texts.firstDay, "17", "11", "2026");
  await fillDate(page, texts.lastDay, "12", "2", "2026");
  await page.getByRole("button", { name: texts.saveAbsence }).click();
  await expect(page.getByText(texts.problems.OUT_OF_ORDER).first()).toBeVisible();
  await expect(page.getByRole("group", { name: texts.firstDay }).getByRole("textbox", { name: "Dag" })).toHaveValue("17");
  await expect(page.getByRole("group", { name: texts.lastDay }).getByRole("textbox", { name: "Jaar" })).toHaveValue("2026");
  await expect(replacement).toHaveValue(chosen);
  await expectGoodPage(page);
  await fillDate(page, texts.lastDay, "12", "2", "2027");
  await page.getByRole("button", { name: texts.saveAbsence }).click();
  await expect(page.getByRole("status")).toContainText(availabilityNotices["absence-saved"]);
  await expect(page.getByRole("list", { name: texts.absences })).toContainText(texts.replacedBy(REPLACEMENT));
  await expect(page.getByText(/^Je hebt dan \d+ bijeenkomsten/)).toBeVisible();
  await expectGoodPage(page);
}

/** Who looks for a date reads why somebody does not come. */
async function expectInFinder(page: Page, { name, functionName }: Partner, why: RegExp): Promise<void> {
  await page.goto(`/core-teams/${demoId("team:de-zandloper")}/date-proposals/new`);
  await page.getByText(proposalTexts.search.details).click();
  await expect(page.getByText(new RegExp(`^${name}, ${functionName}: .*${why.source}`)).first()).toBeVisible();
  await expectGoodPage(page);
}

/** A meeting that was planned in those days says so to who may move it. */
async function expectPointedOut(browser: Browser, script: boolean, { name, functionName, organiser, team, isNeeded }: Partner): Promise<void> {
  const page = await openPhone(browser, script);
  const meeting = `/core-teams/${demoId(`team:${team}`)}/meetings/${demoId(`meeting:${team}:next`)}`;
  await signInAs(page, organiser, meeting);
  const line = unavailableLine({ reason: "ABSENT", lastDay: "2027-02-12", replacement: REPLACEMENT });
  await expect(page.getByRole("listitem").filter({ hasText: name }).filter({ hasText: line })).toBeVisible();
  await expectGoodPage(page);
  if (isNeeded) {
    await expect(page.getByText(obstacleLine({ kind: "ABSENT", name, functionName, replacement: REPLACEMENT }))).toBeVisible();
    await page.getByRole("link", { name: new RegExp(`^${obstacleTexts.move} van `) }).click();
    await page.waitForURL(/\/rescheduling$/);
    await expectGoodPage(page);
  }
  await page.context().close();
}

/** Makes the own address, and answers with it. */
async function makeAddress(page: Page): Promise<string> {
  await page.getByRole("button", { name: calendarTexts.make }).click();
  await expect(page.getByRole("status").first()).toContainText(calendarNotices["calendar-made"]);
  return addressOn(page);
}

/** Programs subscribe by webcal; behind it is the same address as by http. */
async function addressOn(page: Page): Promise<string> {
  const href = (await page.getByRole("link", { name: calendarTexts.subscribe }).getAttribute("href")) ?? "";
  expect(href).toMatch(/^webcal:\/\/localhost:\d+\/calendar\/[\w-]{43}\/kernteam\.ics$/);
  return href.replace(/^webcal/, "http");
}

async function stopAddress(page: Page): Promise<void> {
  await page.getByRole("button", { name: calendarTexts.stop }).click();
  await expect(page.getByRole("status").first()).toContainText(calendarNotices["calendar-stopped"]);
}

/** The entries that a calendar program gets, which is signed in nowhere. */
async function eventsAt(request: APIRequestContext, address: string) {
  const answer = await request.get(address);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("text/calendar; charset=utf-8");
  const [, ...events] = unfolded(await answer.text()).split("BEGIN:VEVENT");
  return events.map((event) => ({ uid: valueIn(event, "UID"), start: valueIn(event, "DTSTART"), summary: valueIn(event, "SUMMARY"), url: valueIn(event, "URL") }));
}

/** The invitations for one entry that were mailed to an address. */
async function invitationsTo(address: string, uid: string) {
  const parts = (await mailsTo(address)).flatMap(({ message }) => leavesOf(message)).filter(({ type }) => type === "text/calendar");
  const calendars = parts.map(({ content }) => unfolded(content)).filter((calendar) => valueIn(calendar, "UID") === uid);
  return calendars.map((calendar) => ({ method: valueIn(calendar, "METHOD"), start: valueIn(calendar, "DTSTART") }));
}

/** Long lines in a calendar go on after a line end and a space. */
function unfolded(calendar: string): string {
  return calendar.replace(/\r?\n[ \t]/g, "");
}

function valueIn(calendar: string, name: string): string {
  return new RegExp(`^${name}(?:;[^:\\r\\n]*)?:(.*?)\\r?$`, "m").exec(calendar)?.[1] ?? "";
}
