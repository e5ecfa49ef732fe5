import { createHash } from "node:crypto";
import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, expect, type Page, test as base } from "@playwright/test";
import pg from "pg";
import { secondFactorTexts } from "#lib/texts/second-factor";

/** What a page must never do: print an error, fail, or ask another host for anything. */
type Watch = { faults: string[] };

/** The contexts without script, in which axe cannot look for itself. */
const scriptless = new WeakSet<BrowserContext>();

/** Tests in a browser that tolerate no noise: an error in the console or a request to elsewhere fails them. */
export const test = base.extend<{ watch: Watch }>({
  watch: [
    async ({ context, baseURL, javaScriptEnabled }, use) => {
      if (!javaScriptEnabled) scriptless.add(context);
      const watch: Watch = { faults: [] };
      context.on("console", (message) => {
        // A page that is not there is told by the browser as well; the test looks at the answer itself.
        if (message.type() === "error" && !/status of 404/.test(message.text())) watch.faults.push(message.text());
      });
      context.on("weberror", (error) => watch.faults.push(String(error.error())));
      context.on("request", (request) => {
        if (!request.url().startsWith(baseURL ?? "")) watch.faults.push(`asked ${new URL(request.url()).host}`);
      });
      await use(watch);
      expect(watch.faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Signs in as somebody of the demo world, by the button with that name. */
export async function signInAs(page: Page, name: string, path = "/"): Promise<void> {
  await page.goto(`/login?next=${encodeURIComponent(path)}`);
  await page.getByRole("button", { name: `Log in als ${name}` }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/login"));
}

/** The phone of somebody else, beside the window of the test; to be closed with its context. */
export async function openPhone(browser: Browser, javaScriptEnabled: boolean): Promise<Page> {
  const phone = await browser.newContext({ viewport: { width: 360, height: 740 }, javaScriptEnabled });
  if (!javaScriptEnabled) scriptless.add(phone);
  return phone.newPage();
}

/**
 * Passes the page that asks for a second factor, and comes to where it leads. The walks of the second factor itself type a code; each
 * half minute has one for a person, so the others, which are many at once, have it marked as given in the database.
 */
export async function passSecondFactor(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === "/second-factor");
  await changeSession(page, "assured_at = now(), assured_until = now() + interval '30 minutes'");
  await page.goto(new URL(page.url()).searchParams.get("next") ?? "/");
}

/** Lets the second factor of this browser be over, as after half an hour. */
export async function outlastSecondFactor(page: Page): Promise<void> {
  await changeSession(page, "assured_until = now()");
}

async function changeSession(page: Page, change: string): Promise<void> {
  const token = (await page.context().cookies()).find(({ name }) => name === "__Host-kernteam-session")?.value ?? "";
  const owner = new pg.Client({ connectionString: process.env.E2E_DATABASE_URL ?? "" });
  await owner.connect();
  try {
    expect((await owner.query(`UPDATE session SET ${change} WHERE token_hash = $1`, [createHash("sha256").update(token).digest("hex")])).rowCount).toBe(1);
  } finally {
    await owner.end();
  }
}

/** Counts from now on each frame in which a text stands on the screen, on this page and the next ones. */
export async function countFramesWith(page: Page, text: string): Promise<() => number> {
  let frames = 0;
  await page.exposeFunction("tellFrame", () => (frames += 1));
  const watch = (said: string): void => {
    const look = (): void => {
      if (document.body?.innerText.includes(said)) (window as unknown as { tellFrame: () => void }).tellFrame();
      requestAnimationFrame(look);
    };
    look();
  };
  await page.addInitScript(watch, text);
  await page.evaluate(watch, text);
  return () => frames;
}

/** The same by typing the code that the demo tells; waits for the next one when that was used. */
export async function typeSecondFactor(page: Page): Promise<void> {
  await page.waitForURL((url) => url.pathname === "/second-factor");
  base.info().setTimeout(base.info().timeout + 60_000);
  const [told] = secondFactorTexts.demoCode("").split(":");
  await expect(async () => {
    await page.goto(page.url());
    const code = /\d{3} \d{3}/.exec(await page.getByText(told ?? "").innerText({ timeout: 2_000 }))?.[0] ?? "";
    await page.getByLabel(secondFactorTexts.code).fill(code);
    await page.getByLabel(secondFactorTexts.code).press("Enter");
    await page.waitForURL((url) => url.pathname !== "/second-factor", { timeout: 5_000 });
  }).toPass({ intervals: [1_000, 3_000], timeout: 60_000 });
}

/** Signs in as somebody of the demo world with a second factor, and comes to the page. */
export async function signInToCases(page: Page, name: string, path: string): Promise<void> {
  await signInAs(page, name, `/second-factor?next=${encodeURIComponent(path)}`);
  await passSecondFactor(page);
}

/**
 * Looks at the page as it stands: one heading that says where we are, nothing wider than the window, and nothing that
 * axe finds against WCAG 2.2 AA.
 */
export async function expectGoodPage(page: Page): Promise<void> {
  await expect(page.locator("h1")).toHaveCount(1);
  await expect(page).toHaveTitle(/\S/);
  const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(tooWide, `${page.url()} is ${tooWide} px too wide`).toBeLessThanOrEqual(0);
  // The same page is looked at with script; without, axe has nothing to run in.
  if (scriptless.has(page.context())) return;
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]).analyze();
  expect(violations.map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).join(", ")}`), page.url()).toEqual([]);
}

/** Makes the screen empty with Esc twice; the keys do nothing until the script of the page runs, so they are pressed until they do. */
export async function blankByKey(page: Page): Promise<void> {
  await expect(async () => {
    for (const _press of [1, 2]) await page.keyboard.press("Escape");
    await page.waitForURL(/\/blank$/, { timeout: 2_000 });
  }).toPass();
}
