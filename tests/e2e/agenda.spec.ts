import type { Browser, Locator, Page } from "@playwright/test";
import { agendaFormTexts as formTexts, agendaNotices, agendaTexts as texts } from "#lib/texts/agenda";
import { defaultAgendaTexts } from "#lib/texts/default-agendas";
import { demoId } from "#prisma/world";
import { expect, expectGoodPage, openPhone, signInAs, test } from "#tests/support/browser";
import { mailsTo } from "#tests/support/e2e-mails";
import { headerOf, leavesOf } from "#tests/support/mime";
import { openComingMeeting } from "#tests/support/walks";

const TEAM = ["noor.dewit@dewilgen.example", "margriet.hoogland@dewilgen.example", "samira.haddou@cjgduinstreek.example", "joke.brouwer@ggdduinstreek.example", "amira.elidrissi@ggdduinstreek.example", "lot.zijlstra@swvduinstreek.example"];

// Scenario 1 step 6: the agenda of the coming meeting. The four walks share that meeting, so each has items of its own and
// looks at the order of those alone.
for (const script of [true, false]) {
  test.describe(script ? "an agenda" : "an agenda without JavaScript", () => {
    test.use({ javaScriptEnabled: script });

    test("is made by the whole team: an item is put on it, moved, taken off and put back, and in no mail", async ({ page, browser }, info) => {
      test.setTimeout(150_000);
      const walk = `${info.project.name} ${script ? "met" : "zonder"}`;
      const [first, second, ofPartner] = [`Korte lijnen met de buurt (${walk})`, `Samen op huisbezoek (${walk})`, `Hulp in de vakantie (${walk})`];
      await signInAs(page, "Noor de Wit");
      await openComingMeeting(page);
      await page.getByRole("link", { name: texts.openAgenda }).click();
      await page.waitForURL(/\/agenda$/);
      const agenda = new URL(page.url()).pathname;
      await expect(page.getByText(texts.addedBy("Dr. Amira El Idrissi", "YOUTH_CARE"))).toBeVisible();
      await expectGoodPage(page);

      await page.getByRole("link", { name: texts.add }).click();
      await page.waitForURL(/\/agenda\/new/);
      await expectGoodPage(page);
      await page.getByLabel(formTexts.title).fill(first);
      await page.getByLabel(formTexts.explanation).fill("Wie kent wie, en wie belt er?");
      await page.getByLabel(formTexts.minutes).fill("");
      await page.getByRole("button", { name: formTexts.save, exact: true }).click();
      await expect(page.getByText(formTexts.originMissing).first()).toBeVisible();
      await expect(page.getByText(formTexts.minutesMissing).first()).toBeVisible();
      await expect(page.getByLabel(formTexts.title)).toHaveValue(first);
      await expect(page.getByLabel(formTexts.explanation)).toHaveValue("Wie kent wie, en wie belt er?");
      await expectGoodPage(page);
      await chooseOrigin(page, "BOTH");
      await page.getByLabel(formTexts.minutes).fill("5");
      await page.getByRole("button", { name: formTexts.saveAndNext }).click();
      await expect(page.getByRole("status")).toContainText(agendaNotices["agenda-added"]);
      await expect(page.getByLabel(formTexts.title)).toHaveValue("");
      await addItem(page, second, "BOTH");
      await expect(itemOf(page, first)).toContainText(texts.addedBy("Noor de Wit", "BOTH"));
      await expect(itemOf(page, first)).toContainText("Wie kent wie, en wie belt er?");
      await expect(itemOf(page, second)).toContainText(texts.addedBy("Noor de Wit", "BOTH"));
      expect(await orderOf(page, [first, second])).toEqual([first, second]);

      await moveAbove(page, second, first);
      await takeOff(page, second);
      await page.getByText(/van de agenda gehaald$/).last().click();
      await page.getByRole("listitem").filter({ hasText: second }).getByRole("button", { name: texts.putBack }).click();
      await expect(page.getByRole("status")).toContainText(agendaNotices["agenda-restored"]);
      await expect(itemOf(page, second)).toContainText(texts.addedBy("Noor de Wit", "BOTH"));
      await expectGoodPage(page);

      await joinsIn(browser, script, agenda, { sees: [first, second], adds: ofPartner });
      await page.goto(agenda);
      await expect(itemOf(page, ofPartner)).toContainText(texts.addedBy("Samira Haddou", "YOUTH_CARE"));
      await expectInNoMail([first, second, ofPartner]);
    });

    test("keeps what people put on it when it begins with another standaardagenda", async ({ page }, info) => {
      const [person, meeting] = info.project.name === "phone" ? ["Femke Hoekstra", "de-zandloper"] : ["Noor de Wit", "de-wilgen"];
      const other = script ? "SMALL_TEAM" : "OTHER";
      const own = `Wat houden we vast? (${script ? "met" : "zonder"})`;
      const agenda = `/core-teams/${demoId(`team:${meeting}`)}/meetings/${demoId(`meeting:${meeting}:after`)}/agenda`;
      await signInAs(page, person, `${agenda}/new`);
      await addItem(page, own, "EDUCATION");

      await page.getByRole("link", { name: texts.chooseTemplate }).click();
      await page.waitForURL(/\/template$/);
      await expectGoodPage(page);
      await expect(page.getByText(formTexts.templateKeeps)).toBeVisible();
      await page.getByRole("radio", { name: new RegExp(`^${defaultAgendaTexts[other].name}`) }).check();
      await page.getByRole("button", { name: formTexts.templateSubmit }).click();
      await expect(page.getByRole("status")).toContainText(agendaNotices["agenda-template-chosen"]);
      await expect(itemOf(page, own)).toContainText(texts.addedBy(person ?? "", "EDUCATION"));
      const ofTemplate = other === "SMALL_TEAM" ? defaultAgendaTexts.SMALL_TEAM.together.title : defaultAgendaTexts.OTHER.subject.title;
      await expect(itemOf(page, ofTemplate)).toBeVisible();
      await expectGoodPage(page);
      await page.goto(`${agenda}/template`);
      await expect(page.getByText(formTexts.templateNow(defaultAgendaTexts[other].name))).toBeVisible();
    });
  });
}

function itemOf(page: Page, title: string): Locator {
  return page.getByRole("list", { name: texts.items }).getByRole("listitem").filter({ has: page.getByRole("heading", { name: title, exact: true }) });
}

/** These titles in the order in which they stand on the agenda. */
async function orderOf(page: Page, titles: readonly string[]): Promise<string[]> {
  const all = await page.getByRole("list", { name: texts.items }).getByRole("heading", { level: 3 }).allInnerTexts();
  return all.filter((title) => titles.includes(title));
}

async function chooseOrigin(page: Page, origin: keyof typeof formTexts.origins): Promise<void> {
  await page.getByRole("radio", { name: new RegExp(`^${formTexts.origins[origin].label}`) }).check();
}

/** Fills in the form that stands open, and comes back at the agenda. */
async function addItem(page: Page, title: string, origin: keyof typeof formTexts.origins): Promise<void> {
  await page.getByLabel(formTexts.title).fill(title);
  await chooseOrigin(page, origin);
  await page.getByLabel(formTexts.minutes).fill("5");
  await page.getByRole("button", { name: formTexts.save, exact: true }).click();
  await page.waitForURL(/\/agenda\?notice=agenda-added/);
  await expect(page.getByRole("status")).toContainText(agendaNotices["agenda-added"]);
  await expect(itemOf(page, title)).toBeVisible();
}

/** Moves an item up until it stands above the other: another walk may have put something in between. */
async function moveAbove(page: Page, title: string, other: string): Promise<void> {
  await expect(async () => {
    await itemOf(page, title).getByRole("button", { name: texts.up }).click();
    await expect(page.getByRole("status")).toContainText(agendaNotices["agenda-moved"]);
    await expect.poll(() => orderOf(page, [title, other]), { timeout: 3_000 }).toEqual([title, other]);
  }).toPass();
}

async function takeOff(page: Page, title: string): Promise<void> {
  await itemOf(page, title).getByRole("link", { name: texts.remove }).click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText(formTexts.removeTitle(title));
  await expectGoodPage(page);
  await page.getByRole("button", { name: formTexts.removeSubmit }).click();
  await expect(page.getByRole("status")).toContainText(agendaNotices["agenda-removed"]);
  await expect(itemOf(page, title)).toHaveCount(0);
}

/** Samira sees what Noor put on the agenda, on her phone; she adds something and arranges nothing. */
async function joinsIn(browser: Browser, script: boolean, agenda: string, { sees, adds }: { sees: readonly string[]; adds: string }): Promise<void> {
  const page = await openPhone(browser, script);
  await signInAs(page, "Samira Haddou", agenda);
  for (const title of sees) await expect(itemOf(page, title)).toBeVisible();
  await expect(page.getByRole("button", { name: texts.up })).toHaveCount(0);
  await expect(itemOf(page, sees[0] ?? "").getByRole("link", { name: texts.remove })).toHaveCount(0);
  await expectGoodPage(page);
  await page.getByRole("link", { name: texts.add }).click();
  await page.waitForURL(/\/agenda\/new/);
  await expectGoodPage(page);
  await addItem(page, adds, "YOUTH_CARE");
  await expect(itemOf(page, adds)).toContainText(texts.addedBy("Samira Haddou", "YOUTH_CARE"));
  await page.context().close();
}

async function expectInNoMail(titles: readonly string[]): Promise<void> {
  const mails = (await Promise.all(TEAM.map(mailsTo))).flat();
  const words = mails.flatMap(({ message }) => [headerOf(message, "Subject"), ...leavesOf(message).map(({ content }) => content)]);
  for (const title of titles) expect(words.filter((text) => text.replace(/\s+/g, " ").includes(title))).toEqual([]);
}
