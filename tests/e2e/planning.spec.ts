import type { Page } from "@playwright/test";
import { proposalTexts as texts } from "#lib/texts/date-proposals";
import { teamHomeTexts } from "#lib/texts/home";
import { switchTexts } from "#lib/texts/meeting-switches";
import { momentTexts } from "#lib/texts/meetings";
import { expect, expectGoodPage, openPhone, signInAs, test } from "#tests/support/browser";
import { textTo } from "#tests/support/e2e-mails";

// Scenario 1 steps 3 and 4 and scenario 3 step 1: the IB'er looks for moments and asks the team, a partner answers on a
// phone by the link in the mail, and the date is chosen. Each walk has a school of its own: the four share one world.
const SCHOOLS = {
  "laptop true": "De Zandloper",
  "laptop false": "De Schelp",
  "phone true": "Het Anker",
  "phone false": "De Zilvermeeuw",
} as const;

for (const script of [true, false]) {
  test.describe(script ? "planning" : "planning without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("goes from the best moments to answers by a personal link, and from there to the meeting", async ({ page, browser }, info) => {
      test.setTimeout(150_000);
      const school = SCHOOLS[`${info.project.name} ${String(script)}` as keyof typeof SCHOOLS];
      await signInAs(page, "Daan Vermeulen");
      await openTeam(page, school);
      const team = new URL(page.url()).pathname;
      await page.goto(`${team}/date-proposals/new`);
      await expectGoodPage(page);
      await expect(page.getByText(/^Kan: \d+ van \d+/).first()).toBeVisible();
      expect(await page.getByRole("checkbox", { name: /\d\d\.\d\d–\d\d\.\d\d uur$/ }).count()).toBeGreaterThanOrEqual(5);
      await page.getByRole("button", { name: texts.submit }).click();
      await expect(page.getByRole("status")).toContainText("Het voorstel gaat nu weg");
      await expectGoodPage(page);
      const proposal = new URL(page.url()).pathname;
      await expect(page.getByText(texts.page.silentTitle)).toBeVisible();

      const answer = await openPhone(browser, script);
      const mail = await textTo("samira.haddou@cjgduinstreek.example", new RegExp(`datum[\\s\\S]*kernteam\\s+van\\s+${school.replace(" ", "\\s+")}[\\s\\S]*/answer/`));
      await answer.goto(/http:\/\/localhost:\d+\/answer\/[\w-]{43}/.exec(mail)?.[0] ?? "");
      await expect(answer.getByRole("heading", { level: 1 })).toContainText(school);
      await expectGoodPage(answer);
      await answer.getByRole("button", { name: texts.answer.submit }).click();
      await expect(answer.getByText(texts.answer.missing).first()).toBeVisible();
      await answer.getByRole("button", { name: texts.answer.all }).click();
      await expect(answer.getByText(texts.answer.doneTitle)).toBeVisible();
      await expectGoodPage(answer);
      // Changed her mind: the last moment does not suit after all, and another one would.
      await answer.getByRole("radio", { name: texts.answers.NO, exact: true }).last().check();
      await answer.getByText(texts.answer.counterSummary).click();
      await fillCounter(answer, "20", "1", "2027", "15.15");
      await answer.getByRole("button", { name: texts.answer.submit }).click();
      await expect(async () => {
        await page.goto(proposal);
        await expect(page.getByText(/Samira Haddou kan wel op .*20 januari 2027, 15\.15/)).toBeVisible({ timeout: 1_000 });
      }).toPass();
      await answer.context().close();

      // Another walk may have taken a moment meanwhile, with the same partners; then this one takes the next.
      let next = 0;
      await expect(async () => {
        await page.goto(proposal);
        await page.getByRole("link", { name: texts.page.chooseLabel("") }).nth(next++).click();
        await page.waitForURL(/\/confirmation/);
        await expectGoodPage(page);
        await confirm(page);
        await expect(page.getByRole("status")).toContainText("De bijeenkomst is gepland");
      }).toPass();

      // The invitation is answered by a link as well; Samira can come, because she said so.
      const invitation = await textTo("samira.haddou@cjgduinstreek.example", new RegExp(`${school.replace(" ", "\\s+")}[\\s\\S]*/invitation/`));
      const invited = await openPhone(browser, script);
      await invited.goto(/http:\/\/localhost:\d+\/invitation\/[\w-]{43}/.exec(invitation)?.[0] ?? "");
      await expect(invited.getByRole("heading", { level: 1 })).toContainText(school);
      await expectGoodPage(invited);
      await invited.context().close();
      await page.goto(proposal);
      await expect(page.getByText(texts.page.state.CONFIRMED)).toBeVisible();
      await expect(page.getByRole("button", { name: /herinnering/ })).toHaveCount(0);
    });

    test("makes the meetings of a period digital after one page with the numbers", async ({ page }, info) => {
      await signInAs(page, "Daan Vermeulen");
      await page.goto("/meetings/switching");
      await expectGoodPage(page);
      const month = info.project.name === "phone" ? "2" : "3";
      await page.getByRole("radio", { name: switchTexts.targets.DIGITAL }).check();
      for (const [name, day] of [["from", "1"], ["until", "28"]] as const) {
        await page.locator(`#field-${name}`).fill(day);
        await page.locator(`#field-${name}-month`).fill(month);
        await page.locator(`#field-${name}-year`).fill("2027");
      }
      await page.getByRole("button", { name: switchTexts.look }).click();
      await expect(page.getByRole("heading", { level: 1 })).toHaveText(switchTexts.confirmTitle.DIGITAL);
      await expectGoodPage(page);
    });
  });
}

test("somebody who is not signed in finds nothing behind an address that is no link", async ({ page }) => {
  const answer = await page.goto(`/answer/${"a".repeat(43)}`);
  expect(answer?.status()).toBe(404);
  await expectGoodPage(page);
});

test("the home page of an IB'er leads to a date when there is none", async ({ page }) => {
  await signInAs(page, "Noor de Wit");
  await expect(page.getByRole("link", { name: teamHomeTexts.plannedMeeting }).or(page.getByRole("link", { name: teamHomeTexts.chooseAction })).first()).toBeVisible();
});

test("an organiser sees which meeting to move, why, and goes there in one step", async ({ page }) => {
  await signInAs(page, "Daan Vermeulen");
  await page.goto("/?attention=obstructed");
  await expect(page.getByText(/is nodig en is dan afwezig/).first()).toBeVisible();
  await expectGoodPage(page);
  await page.getByRole("link", { name: /^Verzet de bijeenkomst van / }).first().click();
  await page.waitForURL(/\/rescheduling$/);
  await page.goto(page.url().replace("/rescheduling", ""));
  await expect(page.getByRole("heading", { name: /^(Past de bijeenkomst van|De bijeenkomst van .* kan zo niet)/ })).toBeVisible();
  await expect(page.getByRole("link", { name: /^Verzet de bijeenkomst van / })).toHaveCount(1);
  await expectGoodPage(page);
});

async function openTeam(page: Page, school: string): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(school)}`);
  await page.getByRole("link", { name: school, exact: true }).first().click();
  await page.waitForURL(/\/core-teams\//);
}

async function fillCounter(page: Page, day: string, month: string, year: string, start: string): Promise<void> {
  await page.locator("#field-counterDate").fill(day);
  await page.locator("#field-counterDate-month").fill(month);
  await page.locator("#field-counterDate-year").fill(year);
  await page.locator("#field-counterStart").fill(start);
}

/** Books, and says yes to whatever is unusual about the moment. */
async function confirm(page: Page): Promise<void> {
  await page.getByRole("button", { name: texts.confirm.submit }).click();
  const unusual = page.getByRole("group", { name: momentTexts.confirmTitle }).getByRole("checkbox");
  await expect(page.getByRole("status").or(unusual).or(page.getByText(/ al bij /)).first()).toBeVisible();
  if ((await unusual.count()) === 0) return;
  for (const box of await unusual.all()) await box.check();
  await page.getByRole("button", { name: texts.confirm.submit }).click();
}
