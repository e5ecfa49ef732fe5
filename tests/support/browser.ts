import AxeBuilder from "@axe-core/playwright";
import { type Browser, type BrowserContext, type Cookie, expect, type Page, test as base } from "@playwright/test";
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
 * Passes the page that asks for a second factor, by the code that the demo tells, and comes to where it leads. Somebody else may
 * have used that code just before, for the same person; then the next one is waited for, half a minute at most.
 */
export async function passSecondFactor(page: Page): Promise<void> {
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

/** Sessions with a second factor, by the name of who signed in. */
const sessions = new Map<string, Cookie[]>();

/**
 * Signs in as somebody of the demo world and passes the second factor; then comes to the page. A code counts once, and there is
 * one each half minute, so the walks of one person share a session. Not for a walk that signs out.
 */
export async function signInToCases(page: Page, name: string, path: string): Promise<void> {
  const kept = sessions.get(name);
  if (kept) {
    await page.context().addCookies(kept);
    await page.goto(path);
    return;
  }
  await signInAs(page, name, `/second-factor?next=${encodeURIComponent(path)}`);
  await passSecondFactor(page);
  sessions.set(name, await page.context().cookies());
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
