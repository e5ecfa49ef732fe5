import type { Fault } from "#tests/support/architecture";
import { isActionFile, type Sources } from "#tests/support/inventory";

/** Packages and folders that are too heavy for a phone on a school's wifi, with what to do instead. */
const kept: Record<string, string> = {
  "#lib/anonymity/lists": "Names and words are looked up on the server; take the types from #lib/anonymity/findings.",
  zod: "Take the choices from a file without schemas, or the type with `import type`.",
};

/** Every module of the browser that brings along a package that is kept on the server, by the way it goes. */
export function browserFaults(sources: Sources): Fault[] {
  return [...sources].filter(([, source]) => isForBrowser(source)).flatMap(([path]) => {
    const way = wayToKept(path, sources, new Set());
    const say = way && kept[way.at(-1) ?? ""];
    return way && say ? [{ path, say: `${way.join(" → ")}. ${say}` }] : [];
  });
}

/** The modules from one to a package that is kept on the server; null when there is no way. */
function wayToKept(path: string, sources: Sources, seen: Set<string>): string[] | null {
  if (seen.has(path)) return null;
  seen.add(path);
  const source = sources.get(path);
  // What an action file holds stays on the server: the browser gets its address.
  if (source === undefined || isActionFile(source)) return null;
  for (const wanted of importsAtRunTime(source)) {
    if (Object.hasOwn(kept, packageOf(wanted))) return [path, packageOf(wanted)];
    const way = wayToKept(fileOf(wanted, sources), sources, seen);
    if (way) return [path, ...way];
  }
  return null;
}

/**
 * What a module imports when it runs. A type alone is left out only as `import type`: with verbatimModuleSyntax
 * `import { type A }` still loads the file.
 */
export function importsAtRunTime(source: string): string[] {
  return [...source.matchAll(/^(?:import|export)\s+(?!type\b)(?:[^"';]*?\sfrom\s+)?["']([^"']+)["']/gm)].map((match) => match[1] as string);
}

function isForBrowser(source: string): boolean {
  return /^\s*["']use client["']/m.test(source);
}

function packageOf(wanted: string): string {
  if (wanted.startsWith("#")) return wanted.slice(0, wanted.lastIndexOf("/"));
  return wanted.split("/").slice(0, wanted.startsWith("@") ? 2 : 1).join("/");
}

function fileOf(wanted: string, sources: Sources): string {
  const path = wanted.replace(/^#/, "");
  return [`${path}.ts`, `${path}.tsx`].find((file) => sources.has(file)) ?? path;
}
