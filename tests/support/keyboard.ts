import { expect, type Page } from "@playwright/test";

// Somebody without a mouse: only Tab, the arrows, Space, Enter and the letters.

/** What has the focus: its accessible name, and why somebody could not see that it has. */
type Stop = { said: string; unseen: string | null };

/** Moves with the Tab key until something with this accessible name has the focus. Wherever it stops meanwhile, that shows. */
export async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  for (let step = 0; step < 150; step += 1) {
    await page.keyboard.press("Tab");
    const { said, unseen } = await stopOf(page);
    expect(unseen, `${page.url()}: “${said}”`).toBeNull();
    if (typeof name === "string" ? said.includes(name) : name.test(said)) return;
  }
  throw new Error(`The Tab key does not lead to ${String(name)}.`);
}

/** Goes to a link or button and presses it. */
export async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}

/** Follows a link to another page, where reading on begins at the top: the next stop is not half-way down. */
export async function follow(page: Page, name: string | RegExp, to: RegExp): Promise<void> {
  await press(page, name);
  await page.waitForURL(to);
  await expectFreshStart(page);
}

/** Whether the Tab key now leads to the top of the page or of its main part, and not to something further down. */
export async function expectFreshStart(page: Page): Promise<void> {
  await expect(page.locator("h1")).toBeVisible();
  await page.keyboard.press("Tab");
  const skipped = await page.evaluate(() => {
    const focusable = document.querySelectorAll<HTMLElement>("main :is(a[href], button, input:not([type=hidden]), select, textarea, summary)");
    const [first] = [...focusable].filter((each) => each.checkVisibility());
    const focused = document.activeElement;
    const isFurther = first && focused && first !== focused && Boolean(first.compareDocumentPosition(focused) & Node.DOCUMENT_POSITION_FOLLOWING) && focused.closest("main") !== null;
    return isFurther ? (first.textContent ?? "") : null;
  });
  expect(skipped, `${page.url()}: the Tab key skips this`).toBeNull();
  await page.keyboard.press("Shift+Tab");
}

/** Types into the field with this label. */
export async function typeInto(page: Page, label: string | RegExp, text: string): Promise<void> {
  await tabTo(page, label);
  await page.keyboard.press("ControlOrMeta+A");
  await page.keyboard.type(text);
}

/** Types a day into the three boxes that begin at the next “Dag”. */
export async function typeDay(page: Page, day: string, month: string, year: string): Promise<void> {
  await tabTo(page, /^Dag$/);
  for (const [index, part] of [day, month, year].entries()) {
    if (index > 0) await page.keyboard.press("Tab");
    await page.keyboard.press("ControlOrMeta+A");
    await page.keyboard.type(part);
  }
}

/** Chooses a radio button: Tab comes to one of its group, and the arrows to the others. */
export async function choose(page: Page, name: string): Promise<void> {
  const radio = page.getByRole("radio", { name, exact: true });
  const group = await radio.getAttribute("name");
  const isInGroup = () => page.evaluate((wanted) => document.activeElement instanceof HTMLInputElement && document.activeElement.type === "radio" && document.activeElement.name === wanted, group);
  for (let step = 0; step < 150 && !(await isInGroup()); step += 1) await page.keyboard.press("Tab");
  expect((await stopOf(page)).unseen).toBeNull();
  const all = await page.locator(`input[type=radio][name="${group}"]`).count();
  for (let step = 0; step < all && !(await radio.evaluate((each) => each === document.activeElement)); step += 1) await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Space");
  await expect(radio).toBeChecked();
}

/** After a refusal: the focus is on the summary of what is wrong, and from there the keyboard leads to the field. */
export async function followFirstFault(page: Page, field: string): Promise<void> {
  const summary = page.getByRole("group", { name: /^Kijk nog naar/ });
  await expect(summary).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(summary.getByRole("link").first()).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator(`#field-${field}`)).toBeFocused();
}

async function stopOf(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!focused || focused === document.body) return { said: "", unseen: null };
    const isField = focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement || focused instanceof HTMLSelectElement;
    const said = (focused.getAttribute("aria-label") ?? (isField ? focused.labels?.[0]?.textContent : focused.textContent) ?? "").trim();
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(focused);
    const box = focused.getBoundingClientRect();
    const hasMark = (outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2) || boxShadow !== "none";
    const isInView = box.width > 0 && box.height > 0 && box.bottom > 0 && box.right > 0 && box.top < innerHeight && box.left < innerWidth;
    return { said, unseen: hasMark ? (isInView ? null : "is out of sight") : "has no mark of focus" };
  });
}
