import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { permissionTable } from "#tests/support/permission-table";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");
const scripts = (JSON.parse(readFileSync(new URL("../../package.json", import.meta.url), "utf8")) as { scripts: Record<string, string> }).scripts;

test("the README shows the permission table as the code has it", () => {
  expect(readme).toContain(permissionTable());
});

test("every command the README names exists", () => {
  const named = [...readme.matchAll(/npm (?:run )?(?:--silent )?([a-z]+(?:[:-][a-z]+)*)/g)].map((match) => match[1] as string);
  const own = named.filter((name) => !["ci", "install", "run", "packages"].includes(name));
  expect(own.length).toBeGreaterThan(5);
  for (const name of own) expect(Object.keys(scripts), `npm run ${name}`).toContain(name);
});
