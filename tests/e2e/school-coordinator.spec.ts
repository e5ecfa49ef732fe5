import type { Page } from "@playwright/test";
import { agreementFormTexts, agreementTexts } from "#lib/texts/agreements";
import { changeReportTexts, coreTeamTexts, memberTexts } from "#lib/texts/core-teams";
import { teamHomeTexts } from "#lib/texts/home";
import { momentTexts, scheduleTexts } from "#lib/texts/meetings";
import { signInTexts } from "#lib/texts/sign-in";
import { expect, expectGoodPage, signInAs, test } from "#tests/support/browser";
import { mailsTo, mailTo, textTo } from "#tests/support/e2e-mails";
import { contentOf } from "#tests/support/mime";
import { fillDate, openMeetingOfSeptember } from "#tests/support/walks";

// Scenario 1: Noor de Wit, IB'er of OBS De Wilgen, with and without JavaScript. The two kinds share one world, so each
// uses days and names of its own.
for (const script of [true, false]) {
  test.describe(script ? "an IB'er" : "an IB'er without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("signs in with a code by mail and finds the school, the vacancy and the agreements on the first page", async ({ page }, info) => {
      // One address gets three codes in a quarter of an hour, and this is walked four times.
      const address = info.project.name === "phone" ? "margriet.hoogland@dewilgen.example" : "noor.dewit@dewilgen.example";
      await page.goto("/login");
      await expectGoodPage(page);
      const before = (await mailsTo(address)).length;
      await page.getByLabel(signInTexts.email).fill(address);
      await page.getByRole("button", { name: signInTexts.sendCode }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(signInTexts.codeTitle);
      await expectGoodPage(page);
      const code = await newestCode(address, before);
      await page.getByLabel(signInTexts.code).fill("0000-0000");
      await page.getByRole("button", { name: signInTexts.enterCode }).click();
      await expect(page.getByText(signInTexts.wrongCode).first()).toBeVisible();
      await page.getByLabel(signInTexts.code).fill(code.toLowerCase());
      await page.getByRole("button", { name: signInTexts.enterCode }).click();

      await expect(page.getByRole("heading", { level: 1 })).toHaveText("OBS De Wilgen");
      await expect(page.getByText("Leerplichtambtenaar")).toBeVisible();
      await expect(page.getByText(/Vacant sinds 1 augustus 2026/)).toBeVisible();
      await expect(page.getByRole("heading", { name: teamHomeTexts.agreements })).toBeVisible();
      await expectGoodPage(page);
    });

    test("reports what is the GGD's to change, and adds a colleague who gets an invitation and a first page", async ({ page, browser }, info) => {
      // Two mails are waited for.
      test.setTimeout(120_000);
      const address = `bram.${script ? "met" : "zonder"}.${info.project.name}@dewilgen.example`;
      const name = `Bram ${script ? "Smit" : "Smits"} ${info.project.name === "phone" ? "Junior" : ""}`.trim();
      await signInAs(page, "Noor de Wit");
      await openTeam(page);
      await expectGoodPage(page);

      const doctor = page.getByRole("listitem").filter({ hasText: "Dr. Amira El Idrissi" });
      await expect(doctor.getByRole("link", { name: coreTeamTexts.endOf("Dr. Amira El Idrissi") })).toHaveCount(0);
      await doctor.getByRole("link", { name: /Meld wijziging/ }).click();
      await expectGoodPage(page);
      await page.getByLabel(changeReportTexts.message).fill("De schoolarts werkt vanaf februari op een andere dag.");
      await page.getByRole("button", { name: changeReportTexts.submit }).click();
      await expect(page.getByRole("status")).toContainText("Je melding is verstuurd");
      await textTo("daan.vermeulen@swvduinstreek.example", /wijziging|gemeld/i);

      await page.getByRole("link", { name: coreTeamTexts.addColleague }).click();
      await expectGoodPage(page);
      await expect(page.getByRole("radio", { name: "Schoolarts" })).toHaveCount(0);
      await page.getByLabel(memberTexts.name, { exact: true }).fill(name);
      await page.getByLabel(memberTexts.email).fill(address);
      await page.getByRole("radio", { name: "IB'er" }).check();
      await fillDate(page, memberTexts.firstDay, "9", "11", "2026");
      await page.getByRole("button", { name: memberTexts.add }).click();
      await expect(page.getByRole("status")).toContainText("Deze persoon staat in het team");
      await expect(page.getByText(name, { exact: true })).toBeVisible();
      await textTo(address, /inloggen/i);

      const colleague = await browser.newContext({ javaScriptEnabled: true });
      await signInWithCode(await colleague.newPage(), address);
      await colleague.close();
    });

    test("cannot book a partner who is elsewhere, is told who and where, and can take a moment that fits", async ({ page }, info) => {
      const day = String(8 + (script ? 0 : 1) + (info.project.name === "phone" ? 2 : 0));
      await signInAs(page, "Daan Vermeulen");
      await page.goto("/schools");
      const teamOf = async (school: string) => {
        await page.goto(`/?q=${encodeURIComponent(school)}`);
        await page.getByRole("link", { name: school, exact: true }).first().click();
        await page.waitForURL(/\/(?:core-teams|schools)\//);
        if (page.url().includes("/schools/")) await page.getByRole("link", { name: `Kernteam ${school}` }).click();
        await page.waitForURL(/\/core-teams\//);
        return new URL(page.url()).pathname;
      };
      const meerpaal = await teamOf("De Meerpaal");
      const wilgen = await teamOf("OBS De Wilgen");

      await schedule(page, meerpaal, day);
      await expect(page.getByRole("status")).toContainText("De uitnodigingen gaan nu weg");
      await expectGoodPage(page);

      await schedule(page, wilgen, day);
      await expect(page.getByText(/Samira Haddou.*15\.15 uur al bij De Meerpaal\./).first()).toBeVisible();
      await expect(page.getByLabel(scheduleTexts.start)).toHaveValue("15.15");
      await expectGoodPage(page);
      await page.getByRole("button", { name: /, \d+\.\d\d uur$/ }).first().click();
      await expect(page.getByRole("status")).toContainText("De uitnodigingen gaan nu weg");
    });

    test("finds no casus, meeting or team of another school, and no pupil by any name", async ({ page, browser }) => {
      const other = await browser.newContext();
      const samira = await other.newPage();
      await signInAs(samira, "Samira Haddou");
      await samira.getByRole("link", { name: "De Meerpaal", exact: true }).first().click();
      await samira.waitForURL(/\/core-teams\//);
      const elsewhere = new URL(samira.url()).pathname;
      await other.close();

      await signInAs(page, "Noor de Wit");
      for (const path of [elsewhere, `${elsewhere}/meetings`, `${elsewhere}/meetings/new`, "/schools", "/people", "/schools/import", "/settings"]) {
        const answer = await page.goto(path);
        expect(answer?.status(), path).toBe(404);
        await expectGoodPage(page);
      }
    });

    test("keeps what was typed of an agreement that is not complete", async ({ page }) => {
      await signInAs(page, "Noor de Wit");
      await openMeetingOfSeptember(page);
      await page.goto(`${new URL(page.url()).pathname}/agreements/new`);
      await page.getByLabel(agreementFormTexts.text).fill("We bellen elkaar op donderdag.");
      await page.getByRole("button", { name: agreementFormTexts.save, exact: true }).click();
      await expect(page.getByText(agreementFormTexts.ownerMissing).first()).toBeVisible();
      await expect(page.getByLabel(agreementFormTexts.text)).toHaveValue("We bellen elkaar op donderdag.");
    });

    test("ticks off an agreement in one tap, and takes it back", async ({ page }) => {
      await signInAs(page, "Noor de Wit");
      const lines = page.getByRole("listitem").filter({ has: page.getByRole("button", { name: new RegExp(agreementTexts.finish) }) });
      const first = (await lines.first().textContent()) ?? "";
      await lines.first().getByRole("button", { name: new RegExp(agreementTexts.finish) }).click();
      await expect(page.getByRole("status")).toBeVisible();
      await page.getByRole("button", { name: new RegExp(agreementTexts.reopen) }).first().click();
      await expect(lines.filter({ hasText: first.slice(0, 30) })).toHaveCount(1);
    });
  });
}

async function openTeam(page: Page): Promise<void> {
  await page.getByRole("navigation").getByRole("link", { name: "Kernteam", exact: true }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Kernteam OBS De Wilgen");
}

async function schedule(page: Page, team: string, day: string): Promise<void> {
  await page.goto(`${team}/meetings/new`);
  await page.getByRole("radio", { name: "Verdieping met casuïstiek" }).check();
  await fillDate(page, scheduleTexts.date, day, "6", "2027");
  await page.getByLabel(scheduleTexts.start).fill("15.15");
  await page.getByRole("button", { name: /^Verstuur/ }).click();
  // Somebody may not work then; that is asked about, unless somebody is elsewhere.
  const unusual = page.getByRole("group", { name: momentTexts.confirmTitle }).getByRole("checkbox");
  await expect(page.getByRole("status").or(unusual).or(page.getByText(/ al bij /)).first()).toBeVisible();
  if ((await unusual.count()) === 0) return;
  for (const box of await unusual.all()) await box.check();
  await page.getByRole("button", { name: /^Verstuur/ }).click();
}

async function signInWithCode(page: Page, address: string): Promise<void> {
  const before = (await mailsTo(address)).length;
  await page.goto("/login");
  await page.getByLabel(signInTexts.email).fill(address);
  await page.getByRole("button", { name: signInTexts.sendCode }).click();
  await page.getByLabel(signInTexts.code).fill(await newestCode(address, before));
  await page.getByRole("button", { name: signInTexts.enterCode }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(/De Wilgen/);
  await expectGoodPage(page);
}

/** The code in the mail that came after `before` others. */
async function newestCode(address: string, before: number): Promise<string> {
  const { message } = await mailTo(address, before);
  return /^\s*([0-9A-Z]{4}[- ]?[0-9A-Z]{4})\s*$/m.exec(contentOf(message, "text/plain"))?.[1] ?? "no code";
}
