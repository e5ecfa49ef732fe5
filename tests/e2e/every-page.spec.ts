import type { Page } from "@playwright/test";
import { proposalTexts } from "#lib/texts/date-proposals";
import { switchTexts } from "#lib/texts/meeting-switches";
import { presentationTexts } from "#lib/texts/presentation";
import { schoolImportTexts } from "#lib/texts/school-import";
import { secondFactorTexts } from "#lib/texts/second-factor";
import { signInTexts } from "#lib/texts/sign-in";
import { expect, expectGoodPage, passSecondFactor, signInAs, test } from "#tests/support/browser";
import { duoCells, duoFile } from "#tests/support/duo-rows";
import { crawl, faultsInSmallWindow, type Found, routesOfPages } from "#tests/support/page-crawl";
import { openMeetingOfSeptember } from "#tests/support/walks";

/** Where each person begins; the rest follows from the links there. */
const walks: { name: string; starts: readonly string[]; begin?: (page: Page) => Promise<string> }[] = [
  { name: "Noor de Wit", starts: ["/", "/profile", "/agreements"], begin: openCasussen },
  { name: "Daan Vermeulen", starts: ["/", "/schools", "/people", "/settings"], begin: proposeDates },
  // Whose account is off, and who has a role, is found with a filter, which is a form.
  { name: "Ingrid Postma", starts: ["/people?state=OFF", "/people?q=Karin+Bos", "/", "/setup", "/settings", "/people"], begin: importSchools },
  { name: "Samira Haddou", starts: ["/"] },
  { name: "Ruud Aalbers", starts: ["/"] },
  // To whom a stopped casus is told.
  { name: "Karin Bos", starts: ["/"] },
];

/** Pages that are not the same for everybody who comes there, so that each person's own are looked at. */
const personal = ["/", "/core-teams/[coreTeamId]", "/core-teams/[coreTeamId]/meetings/[meetingId]"];

/** Pages to which no link leads, or one that is easily passed over. */
const unlinked: Record<string, (page: Page) => Promise<void>> = {
  // A new member comes there from the first mail.
  "/core-teams/[coreTeamId]/welcome": async (page) => {
    await signInAs(page, "Noor de Wit");
    const team = await page.getByRole("navigation").first().getByRole("link", { name: "Kernteam" }).getAttribute("href");
    await page.goto(`${team}/welcome`);
  },
  // Whoever is about to do what asks for a second proof is sent there.
  "/profile/proof": async (page) => {
    await signInAs(page, "Noor de Wit");
    await page.goto("/profile/proof");
  },
  // Whoever opens a casus is sent there.
  "/second-factor": async (page) => {
    await signInAs(page, "Noor de Wit");
    await page.goto("/second-factor");
  },
  // Only the item for casussen leads there, and of the many items on screens few are read.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/case-discussions/[discussionId]": async (page) => {
    await signInAs(page, "Noor de Wit");
    await openMeetingOfSeptember(page);
    await page.getByRole("link", { name: presentationTexts.show }).click();
    await page.getByRole("navigation", { name: presentationTexts.agenda }).getByRole("link", { name: /Casussen$/ }).click();
    await page.getByRole("link", { name: /^Casus \d\d-\d\d$/ }).first().click();
    await passSecondFactor(page);
  },
  // Whoever made new recovery codes sees them once.
  "/profile/second-factor/recovery-codes": async (page) => {
    await signInAs(page, "Femke Hoekstra", "/second-factor?next=/profile/second-factor");
    await passSecondFactor(page);
    await page.getByRole("button", { name: secondFactorTexts.renew }).click();
    await page.waitForURL(/\/recovery-codes/);
  },
  // Whoever added somebody for a function that is vacant at a coming meeting is sent there.
  "/core-teams/[coreTeamId]/members/[membershipId]/invitations": async (page) => {
    await signInAs(page, "Daan Vermeulen");
    await openTeam(page, "OBS De Wilgen");
    const change = await page.locator("a[href*='/members/'][href$='/change']").first().getAttribute("href");
    await page.goto(change?.replace(/change$/, "invitations") ?? "");
  },
  // Whoever chose which meetings to change comes there.
  "/meetings/switching/confirmation": async (page) => {
    await signInAs(page, "Daan Vermeulen", "/meetings/switching");
    await page.getByRole("radio", { name: switchTexts.targets.DIGITAL }).check();
    for (const [name, month] of [["from", "1"], ["until", "6"]] as const) {
      for (const [part, value] of [["", "1"], ["-month", month], ["-year", "2027"]] as const) await page.locator(`#field-${name}${part}`).fill(value);
    }
    await page.getByRole("button", { name: switchTexts.look }).click();
    await page.waitForURL(/\/switching\/confirmation/);
  },
  // Whoever chose another term for the texts of casussen comes there.
  "/settings/case-retention/confirmation": async (page) => {
    await signInAs(page, "Ingrid Postma", "/settings/case-retention/confirmation?term=SCHOOL_YEAR");
  },
  // Whoever asked for a code comes there.
  "/login/code": async (page) => {
    await page.goto("/login");
    await page.getByLabel(signInTexts.email).fill("niemand@nergens.example");
    await page.getByRole("button", { name: signInTexts.sendCode }).click();
    await page.waitForURL(/\/login\/code/);
  },
};

/** Pages that nobody can come to here, with the reason. */
const notHere: Record<string, string> = {
  "/answer/[token]": "The link is in a mail; the walks of planning.spec look at it.",
  "/demo/mail/[mailId]": "The mails of these tests go to a mail server; the list that leads there is empty.",
  "/guest/[token]": "The link is in a mail; the walks of guest.spec look at it.",
  "/invitation/[token]": "The link is in a mail; the walks of planning.spec look at it.",
};

// One after the other, because the last one counts what the others have seen.
test.describe.configure({ mode: "serial" });

const routes = routesOfPages();
const seen = new Set<string>();

for (const { name, starts, begin } of walks) {
  test(`every page that ${name} can reach is good for everyone, also in a small window with text twice as large`, async ({ page }) => {
    test.setTimeout(240_000);
    await signInAs(page, name);
    const more = begin ? [await begin(page)] : [];
    const found = await crawl(page, [...starts, ...more], routes);
    expect(found.length).toBeGreaterThan(0);
    for (const each of found.filter(({ route }) => personal.includes(route) || !seen.has(route))) {
      await look(page, each);
      seen.add(each.route);
    }
  });
}

test("every page that needs nobody signed in is good for everyone, and so is each to which no link leads", async ({ page }) => {
  test.setTimeout(120_000);
  for (const each of await crawl(page, ["/login", "/privacy", "/accessibility", "/demo/mail"], routes)) {
    await look(page, each);
    seen.add(each.route);
  }
  for (const [route, open] of Object.entries(unlinked)) {
    await page.context().clearCookies();
    await open(page);
    await expectGood(page);
    seen.add(route);
  }
});

test("no page of the app was passed over", () => {
  expect(routes.length).toBeGreaterThan(40);
  expect(routes.filter((route) => !seen.has(route))).toEqual(Object.keys(notHere));
});

async function look(page: Page, { path, route }: Found): Promise<void> {
  await test.step(route, async () => {
    expect((await page.goto(path))?.status(), path).toBe(200);
    await expectGood(page);
  });
}

/** At the size of this run with axe, and then as somebody sees it who needs large text on a small screen. */
async function expectGood(page: Page): Promise<void> {
  await expectGoodPage(page);
  const before = page.viewportSize();
  // A phone draws as wide as its screen whatever is asked; the laptop's window can be made small.
  if (!before || before.width < 1000) return;
  await page.setViewportSize({ width: 320, height: 640 });
  await page.evaluate(() => document.documentElement.style.setProperty("font-size", "200%"));
  expect(await faultsInSmallWindow(page), page.url()).toEqual([]);
  await page.setViewportSize(before);
}

/** Proves a second factor, without which no casus opens. */
async function openCasussen(page: Page): Promise<string> {
  await page.goto("/second-factor?next=/profile/second-factor");
  await passSecondFactor(page);
  return new URL(page.url()).pathname;
}

/** Asks a team about dates, so that there is a proposal to look at. */
async function proposeDates(page: Page): Promise<string> {
  await openTeam(page, "De Vuurtoren");
  await page.goto(`${new URL(page.url()).pathname}/date-proposals/new`);
  await page.getByRole("button", { name: new RegExp(`^${proposalTexts.submit}`) }).click();
  await page.waitForURL(/\/date-proposals\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}

async function openTeam(page: Page, school: string): Promise<void> {
  await page.goto(`/?q=${encodeURIComponent(school)}`);
  await page.getByRole("link", { name: school, exact: true }).first().click();
  await page.waitForURL(/\/core-teams\//);
}

/** Reads a list of one school, so that there is an import to look at; nothing of it is carried out. */
async function importSchools(page: Page): Promise<string> {
  await page.goto("/schools/import");
  const consortium = page.getByRole("radiogroup", { name: schoolImportTexts.consortium }).getByRole("radio");
  if ((await consortium.count()) > 0) await consortium.first().check();
  await page.getByLabel(schoolImportTexts.file).setInputFiles({ name: "vestigingen.csv", mimeType: "text/csv", buffer: Buffer.from(duoFile([duoCells()])) });
  await page.getByRole("radio", { name: schoolImportTexts.allRows }).check();
  await page.getByRole("button", { name: schoolImportTexts.submit }).click();
  await page.waitForURL(/\/schools\/import\/[0-9a-f-]{36}/);
  return new URL(page.url()).pathname;
}
