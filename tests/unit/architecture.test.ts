import { describe, expect, test } from "vitest";
import { architectureFaults, longFiles } from "#tests/support/architecture";
import { browserFaults } from "#tests/support/browser-modules";
import { inventoryOf, otherDoors, readFiles, readSources, unlisted } from "#tests/support/inventory";

function faultsIn(path: string, source: string): string[] {
  return architectureFaults(new Map([[path, source]])).map((fault) => fault.say);
}

describe("the house keeps its own rules", () => {
  test("no file of the app breaks one", () => {
    expect(architectureFaults(readSources("app", "components", "lib"))).toEqual([]);
  });

  test("no file that is written by hand, tests and styles too, has more than 400 lines", () => {
    const files = readFiles(/\.(?:tsx?|mjs|css)$/, "app", "components", "lib", "prisma", "tests");
    for (const path of ["app/globals.css", "components/forms/form.tsx", "lib/dates.ts", "prisma/migrate.ts", "tests/unit/architecture.test.ts"]) expect(files.has(path), path).toBe(true);
    expect(longFiles(files)).toEqual([]);
  });

  test("the files are really read", () => {
    const sources = readSources("app", "components", "lib");
    expect(sources.size).toBeGreaterThan(100);
    const { pages, actions, routes, queries, commands } = inventoryOf(sources);
    for (const list of [pages, actions, routes, queries, commands]) expect(list.length).toBeGreaterThan(3);
  });
});

describe("a forgotten door is found", () => {
  test("a page that does not go through asViewer", () => {
    const say = "A page loads what it shows through asViewer, behind a personal link through asLinkHolder, or is in the list of public pages.";
    expect(faultsIn("app/(signed-in)/secrets/page.tsx", "function Page() { return null; }\nexport default shownPage(Page);")).toContain(say);
    expect(faultsIn("app/invitation/[token]/page.tsx", "async function Page() { await asViewer(load); }\nexport default shownLinkPage(Page);")).toContain(say);
    expect(faultsIn("app/(signed-in)/secrets/page.tsx", "async function Page() { await asLinkHolder(load); }\nexport default shownPage(Page);")).toContain(say);
  });

  test("an action that is a plain function", () => {
    expect(faultsIn("app/x/actions.ts", '"use server";\nexport async function remove(id: string) {}')).toHaveLength(1);
    expect(faultsIn("app/x/actions.ts", '"use server";\nexport const removeAction = formAction("x", schema, handle);')).toEqual([]);
  });

  test("a route that is a plain function", () => {
    expect(faultsIn("app/x/route.ts", "export async function GET() {}")).toHaveLength(1);
    expect(faultsIn("app/x/route.ts", "export const GET = publicRoute(handle);")).toEqual([]);
  });

  test("a query that does not start from a viewer", () => {
    expect(faultsIn("lib/x/queries.ts", "export async function listAll(id: string) {}")).toHaveLength(1);
    expect(faultsIn("lib/x/queries.ts", "export async function listAll(viewer: Viewer, id: string) {}")).toEqual([]);
  });

  test("a command that does not ask for permission", () => {
    expect(faultsIn("lib/x/commands.ts", "export async function remove(viewer: Viewer) {\n  await viewer.db.x.delete();\n}")).toHaveLength(1);
  });

  test("a job that opens a sealed text", () => {
    expect(faultsIn("lib/jobs/mailer.ts", 'import { unseal } from "#lib/sealing/seal";')).toHaveLength(1);
    expect(faultsIn("lib/case-discussions/queries.ts", 'import { unseal } from "#lib/sealing/seal";')).toEqual([]);
  });

  test("a form that loses what was typed without a connection", () => {
    expect(faultsIn("components/x/x-form.tsx", 'import { useActionState } from "react";')).toHaveLength(1);
    expect(faultsIn("components/x/x-form.tsx", 'import { useFormAction } from "#components/forms/use-form-action";')).toEqual([]);
  });

  test("a page, action or file of a casus that takes no second factor, and a page that cannot be made empty", () => {
    const path = "app/(signed-in)/meetings/[meetingId]/case-discussions/[discussionId]";
    const page = "async function Page() { await asViewer(async (viewer) => { GUARD }); return <BlankScreen />; }\nexport default shownPage(Page);";
    expect(faultsIn(`${path}/page.tsx`, page)).toHaveLength(1);
    expect(faultsIn(`${path}/page.tsx`, page.replace("GUARD", "viewer.mustBeHighlyAssured();"))).toEqual([]);
    expect(faultsIn(`${path}/page.tsx`, page.replace("GUARD", "viewer.mustBeHighlyAssured();").replace("<BlankScreen />", "null"))).toHaveLength(1);
    const action = (guard: string) => `export const xAction = formAction("x", s, async (viewer) => { ${guard} });\n`;
    const guard = "viewer.mustBeHighlyAssured();";
    expect(faultsIn(`${path}/actions.ts`, `"use server";\n${action(guard)}${action("")}`)).toHaveLength(1);
    expect(faultsIn(`${path}/actions.ts`, `"use server";\n${action(guard)}${action(guard)}`)).toEqual([]);
    expect(faultsIn(`${path}/text.docx/route.ts`, "export const GET = viewerDownload(a, read, make);")).toHaveLength(1);
  });

  test("SQL that is pasted together, a setting that outlives its transaction, and markup by hand", () => {
    expect(faultsIn("lib/x/queries.ts", "await viewer.db.$queryRawUnsafe(text)")).toHaveLength(1);
    expect(faultsIn("lib/x/a.ts", "await db.$executeRaw`SELECT set_config('app.person', ${id}, false)`")).toHaveLength(1);
    expect(faultsIn("components/x/a.tsx", "<p dangerouslySetInnerHTML={{ __html: text }} />")).toHaveLength(1);
  });
});

describe("a file that grew too long is found", () => {
  const lines = (count: number) => "const x = 1;\n".repeat(count);

  test("from its 401st line on, whatever it is", () => {
    expect(longFiles(new Map([["lib/x/commands.ts", lines(400)]]))).toEqual([]);
    const long = ["app/x/page.tsx", "components/x/x.css", "lib/x/commands.ts", "lib/anonymity/detect.ts", "prisma/demo/rows.ts", "tests/integration/x.test.ts"];
    expect(longFiles(new Map(long.map((path) => [path, lines(401)])))).toEqual(long);
  });

  test("unless a program made it", () => {
    expect(longFiles(new Map(["lib/anonymity/lists/lexicon.ts", "prisma/generated/client.ts"].map((path) => [path, lines(5000)])))).toEqual([]);
  });
});

describe("the inventory of the access matrix", () => {
  const fixtures = new Map([
    ["app/(signed-in)/secrets/[id]/page.tsx", "export default function Page() {}"],
    ["app/(signed-in)/secrets/actions.ts", '"use server";\nexport const eraseAction = formAction("x", s, h);'],
    ["app/secrets/route.ts", "export const POST = publicRoute(h);"],
    ["lib/secrets-room/queries.ts", "export async function listSecrets(viewer: Viewer) {}\nfunction own() {}"],
  ]);

  test("lists a page, an action, a route and a query by where they are", () => {
    expect(inventoryOf(fixtures)).toEqual({
      pages: ["/secrets/[id]"],
      actions: ["/secrets:eraseAction"],
      routes: ["POST /secrets"],
      queries: ["secrets-room/queries:listSecrets"],
      commands: [],
    });
  });

  test("each without a row makes it fail, and so does a row for what is gone", () => {
    const inventory = inventoryOf(fixtures);
    for (const list of [inventory.pages, inventory.actions, inventory.routes, inventory.queries]) {
      expect(unlisted(list, []).missing).toEqual(list);
      expect(unlisted(list, [...list, "gone"])).toEqual({ missing: [], stale: ["gone"] });
    }
  });

  test("a page that reaches people's data past the queries and commands is found", () => {
    const page = ["app/x/page.tsx", 'import { findClashes, type Clash } from "#lib/x/booking";'] as const;
    expect(otherDoors(new Map([page, ["lib/x/booking.ts", "export async function findClashes(viewer: Viewer) {}"]]))).toEqual(["x/booking:findClashes"]);
    expect(otherDoors(new Map([page, ["lib/x/booking.ts", "export function findClashes(day: Day) {}"]]))).toEqual([]);
  });
});

describe("what the browser loads", () => {
  const zodForm = new Map([
    ["components/x/form.tsx", '"use client";\nimport { Fields } from "#components/x/fields";\nexport function Form() {}'],
    ["components/x/fields.tsx", 'import {\n  kinds,\n  type Kind,\n} from "#lib/x/schema";\nexport function Fields() {}'],
    ["lib/x/schema.ts", 'import { z } from "zod";\nexport const kinds = ["A"] as const;'],
  ]);
  const waysOf = (changed: Record<string, string>) => browserFaults(new Map([...zodForm, ...Object.entries(changed)])).map(({ say }) => say);

  test("holds no schema: no module of the browser reaches zod, by itself or through others", () => {
    const sources = readSources("app", "components", "lib");
    expect([...sources.values()].filter((source) => /^["']use client["']/m.test(source)).length).toBeGreaterThan(10);
    expect(browserFaults(sources)).toEqual([]);
  });

  test("and a way to zod is found, however many modules are between", () => {
    expect(waysOf({})).toEqual([expect.stringContaining("components/x/form.tsx → components/x/fields.tsx → lib/x/schema.ts → zod")]);
    expect(waysOf({ "components/x/fields.tsx": 'export { kinds } from "#lib/x/schema";' })).toHaveLength(1);
    expect(waysOf({ "components/x/fields.tsx": 'import { type Kind } from "#lib/x/schema";' })).toHaveLength(1);
  });

  test("nor the lists of names, which are megabytes", () => {
    const form = { "components/x/form.tsx": '"use client";\nimport { find } from "#lib/x/find";', "lib/x/find.ts": 'import { names } from "#lib/anonymity/lists/names";' };
    expect(browserFaults(new Map(Object.entries(form))).map(({ say }) => say)).toEqual([expect.stringContaining("lib/x/find.ts → #lib/anonymity/lists")]);
  });

  test("which a worker of their own loads, for one module that nobody else goes round", () => {
    const sources = readSources("app", "components", "lib");
    expect([...sources].filter(([, source]) => /new Worker\(new URL\(/.test(source)).map(([path]) => path)).toEqual(["lib/anonymity/while-typing.ts"]);
    const lists = [...sources].filter(([, source]) => /\bimport\(\s*["'][^"']*anonymity/.test(source)).map(([path]) => path);
    expect(lists).toEqual([]);
  });

  test("but a type alone loads nothing, and an action stays on the server", () => {
    expect(waysOf({ "components/x/fields.tsx": 'import type { Kind } from "#lib/x/schema";' })).toEqual([]);
    expect(waysOf({ "lib/x/schema.ts": '"use server";\nimport { z } from "zod";' })).toEqual([]);
  });
});
