import type { Page } from "@playwright/test";
import { inventoryOf, readSources } from "#tests/support/inventory";

/** An address, and the page of the build that answers it: "/core-teams/[coreTeamId]". */
export type Found = { path: string; route: string };

/** How many pages of one kind are read for their links: the first meeting may be over, the next one not. */
const READ_OF_ONE_KIND = 8;

/** Every page of the app, as the code has it. */
export function routesOfPages(): string[] {
  return inventoryOf(readSources("app")).pages;
}

/** The page that answers an address; null for none. A fixed word goes before a place for any. */
export function routeOf(path: string, routes: readonly string[]): string | null {
  const parts = partsOf(path.replace(/[?#].*/, ""));
  const fits = routes.filter((route) => {
    const wanted = partsOf(route);
    return wanted.length === parts.length && wanted.every((part, index) => part.startsWith("[") || part === parts[index]);
  });
  return fits.toSorted((a, b) => a.split("[").length - b.split("[").length)[0] ?? null;
}

/**
 * One address of every kind of page that the person who is signed in can come to by links alone, in the order in which
 * they are found. The pages are only read here, not drawn.
 */
export async function crawl(page: Page, starts: readonly string[], routes: readonly string[]): Promise<Found[]> {
  const found = new Map<string, Found>();
  const read = new Map<string, number>();
  const asked = new Set<string>();
  const queue = [...starts];
  for (let path = queue.shift(); path !== undefined; path = queue.shift()) {
    const route = routeOf(path, routes);
    const times = read.get(route ?? "") ?? 0;
    if (route === null || asked.has(path) || times >= READ_OF_ONE_KIND) continue;
    asked.add(path);
    read.set(route, times + 1);
    const answer = await page.request.get(path, { maxRedirects: 0 });
    if (answer.status() !== 200) continue;
    if (!found.has(route)) found.set(route, { path, route });
    const html = await answer.text();
    queue.push(...[...html.matchAll(/<a\b[^>]*?\shref="(\/[^"#]*)/g)].map((match) => (match[1] as string).replaceAll("&amp;", "&")));
  }
  return [...found.values()];
}

/** What somebody with large text in a small window would run into on the page as it stands. */
export async function faultsInSmallWindow(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const named = (each: Element) => `${each.tagName.toLowerCase()}.${[...each.classList].slice(0, 3).join(".")} “${(each.textContent ?? "").trim().slice(0, 30)}”`;
    const seen = [...document.querySelectorAll<HTMLElement>("body *")].filter((each) => each.checkVisibility({ checkVisibilityCSS: true }) && each.clientWidth !== 1 && each.clientHeight !== 1);
    const { scrollWidth, clientWidth } = document.scrollingElement as Element;
    const stickingOut = seen.filter((each) => each.getBoundingClientRect().right > clientWidth + 0.5).slice(-3);
    const scrolls = scrollWidth > clientWidth ? [`the page is ${scrollWidth - clientWidth} px too wide: ${stickingOut.map(named).join(", ")}`] : [];
    const clipped = seen
      .filter((each) => each.textContent?.trim() && !["BODY", "HTML"].includes(each.tagName))
      .filter((each) => {
        const { overflowX, overflowY } = getComputedStyle(each);
        const hides = (overflow: string) => overflow === "hidden" || overflow === "clip";
        return (hides(overflowX) && each.scrollWidth > each.clientWidth + 1) || (hides(overflowY) && each.scrollHeight > each.clientHeight + 1);
      })
      .map((each) => `text is cut off in ${named(each)}`);
    const small = seen
      .filter((each) => each.matches("a[href], button, input:not([type=hidden]), select, textarea, summary"))
      .filter((each) => {
        const boxes = [...each.getClientRects()];
        const [width, height] = [Math.max(...boxes.map((box) => box.width)), boxes.reduce((sum, box) => sum + box.height, 0)];
        return width > 1 && (width < 24 || height < 24);
      })
      .map((each) => `${named(each)} is a small target`);
    return [...scrolls, ...clipped, ...small];
  });
}

function partsOf(path: string): string[] {
  return path.split("/").filter(Boolean);
}
