import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Source files by their path from the root of the project. */
export type Sources = ReadonlyMap<string, string>;

/** Everything through which the app can be entered, and everything that reads or writes for somebody. */
export type Inventory = {
  /** "core-teams/queries:findCoreTeam" */
  queries: string[];
  /** "meetings/commands:scheduleMeeting" */
  commands: string[];
  /** "/core-teams/[coreTeamId]" */
  pages: string[];
  /** "/core-teams/new:startCoreTeamAction" */
  actions: string[];
  /** "POST /sign-out" */
  routes: string[];
};

const ROOT = new URL("../..", import.meta.url).pathname;

/** Reads the source of the app, without what is generated. */
export function readSources(...folders: string[]): Sources {
  return readFiles(/\.(?:tsx?|mjs)$/, ...folders);
}

/** Reads the files with such a name, without what is generated. */
export function readFiles(named: RegExp, ...folders: string[]): Sources {
  const sources = new Map<string, string>();
  for (const folder of folders) {
    for (const entry of readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })) {
      const path = join(entry.parentPath, entry.name);
      const place = path.slice(ROOT.length);
      if (entry.isFile() && named.test(entry.name) && !place.startsWith("prisma/generated/")) sources.set(place, readFileSync(path, "utf8"));
    }
  }
  return sources;
}

/** What can be called, as the code has it. */
export function inventoryOf(sources: Sources): Inventory {
  const inventory: Inventory = { queries: [], commands: [], pages: [], actions: [], routes: [] };
  for (const [path, source] of sources) {
    const domain = /^lib\/(.+)\/(queries|commands)\.ts$/.exec(path);
    if (domain) {
      const [, name, kind] = domain as unknown as [string, string, "queries" | "commands"];
      inventory[kind].push(...exportedFunctions(source).map((each) => `${name}/${kind}:${each}`));
    }
    if (/^app\/.*page\.tsx$/.test(path)) inventory.pages.push(addressOf(path));
    if (isActionFile(source)) inventory.actions.push(...exportedNames(source).map((each) => `${addressOf(path)}:${each}`));
    if (/^app\/.*route\.ts$/.test(path)) inventory.routes.push(...exportedNames(source).map((each) => `${each} ${addressOf(path)}`));
  }
  for (const list of Object.values(inventory)) list.sort();
  return inventory;
}

/**
 * What pages and actions call with a Viewer besides queries and commands: "auth/own-sessions:endOwnSession". No row asks
 * after these, so each has to be about nobody else than the viewer.
 */
export function otherDoors(sources: Sources): string[] {
  const takers = new Set<string>();
  for (const [path, source] of sources) {
    const module = /^lib\/(.+)\.ts$/.exec(path)?.[1];
    if (!module || /\/(?:queries|commands)$/.test(module)) continue;
    for (const [, name] of source.matchAll(/^export (?:async )?function (\w+)(?:<[^>]*>)?\(\s*viewer: Viewer\b/gm)) takers.add(`${module}:${name}`);
  }
  const used = [...sources].filter(([path]) => path.startsWith("app/")).flatMap(([, source]) => [...source.matchAll(/import \{([^}]*)\} from "#lib\/([^"]+)"/g)]);
  const doors = used.flatMap(([, names = "", module]) => names.split(",").map((name) => `${module}:${name.trim().split(" ")[0]}`));
  return [...new Set(doors.filter((door) => takers.has(door)))].toSorted();
}

/** What is in the inventory without a row, and rows for what no longer exists. */
export function unlisted(inventory: readonly string[], rows: readonly string[]): { missing: string[]; stale: string[] } {
  return { missing: inventory.filter((each) => !rows.includes(each)), stale: rows.filter((each) => !inventory.includes(each)) };
}

/** Whether a file's functions can be called from a browser. */
export function isActionFile(source: string): boolean {
  return /^\s*["']use server["']/m.test(source);
}

/** The address of a page, route or action file: without groups in parentheses. */
export function addressOf(path: string): string {
  const folders = path.replace(/^app\//, "").split("/").slice(0, -1).filter((folder) => !folder.startsWith("("));
  return `/${folders.join("/")}`;
}

function exportedFunctions(source: string): string[] {
  return [...source.matchAll(/^export (?:async )?function (\w+)/gm)].map((match) => match[1] as string);
}

function exportedNames(source: string): string[] {
  return [...source.matchAll(/^export (?:async )?(?:const|function) (\w+)/gm)].map((match) => match[1] as string);
}
