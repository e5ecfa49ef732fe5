import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, statSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { freePort, removePostgres, startPostgres } from "#prisma/embedded-postgres";
import { disconnect } from "#lib/db";
import { makeCase } from "#tests/support/builders";
import { caseWorld } from "#tests/support/case-world";
import { ownDatabase } from "#tests/support/own-database";
import { TEST_SECRET } from "#tests/support/template-database";
import { TEST_FOLDER } from "#tests/support/test-folders";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), TEST_FOLDER));
});

afterAll(() => removePostgres(folder));

describe("npm start says in one sentence, and without a stack trace,", () => {
  test.each([
    ["that an option does not exist", {}, ["--emtpy"], "--emtpy"],
    ["that PORT is no port", { PORT: "http" }, [], "PORT=http"],
    ["that PORT is too high", { PORT: "65536" }, [], "PORT=65536"],
    ["that APP_URL is no address", { APP_URL: "kernteam" }, [], "APP_URL=kernteam"],
    ["that HOST is not this machine", { HOST: "192.0.2.1" }, [], "HOST=192.0.2.1"],
    ["that APP_SECRET is too short", { APP_SECRET: "short" }, [], "APP_SECRET"],
    ["that CASE_KEY_FILE names no key", { CASE_KEY_FILE: "package.json" }, [], "CASE_KEY_FILE"],
    ["that OLD_CASE_KEY_FILE names nothing", { OLD_CASE_KEY_FILE: "nowhere" }, [], "OLD_CASE_KEY_FILE"],
    ["that DATABASE_URL is no address", { DATABASE_URL: "localhost/kernteam" }, [], "geen geldig adres"],
    ["that DATABASE_URL leads to another kind of database", { DATABASE_URL: "mysql://u:p@localhost/kernteam" }, [], "geen geldig adres"],
    ["that nobody answers at DATABASE_URL", { DATABASE_URL: "postgresql://u:p@127.0.0.1:9/kernteam" }, [], "niet bereikbaar"],
  ])("%s", async (_what, env, args, words) => {
    const { code, told } = await npmStart(env, args);
    expect(told).toContain(words);
    expectOneSentence(code, told);
  });

  test("that DATABASE_URL names another user, password or database", async () => {
    const owner = new URL(inject("ownerUrl"));
    const stranger = new URL(owner);
    stranger.password = "wrong";
    const nowhere = new URL(owner);
    nowhere.pathname = "/nowhere";
    for (const [url, words] of [[stranger, "weigert"], [nowhere, "nowhere"]] as const) {
      const { code, told } = await npmStart({ DATABASE_URL: url.toString() });
      expect(told).toContain(words);
      expect(told).not.toContain(owner.password);
      expectOneSentence(code, told);
    }
  });

  test("that the port is taken", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port } = taken.address() as AddressInfo;
    const { code, told } = await npmStart({ PORT: String(port) });
    taken.close();
    expect(told).toContain(`Poort ${port} is al in gebruik`);
    expectOneSentence(code, told);
  });

  test("that the folder is in use by another copy", async () => {
    const postgres = await startPostgres(folder);
    const { code, told } = await npmStart({});
    await postgres.stop();
    expect(told).toContain("draait al");
    expectOneSentence(code, told);
  });
});

test.each(["secret", "case-key"])("the file %s is made once and is for its owner only", async (name) => {
  await npmStart({ HOST: "192.0.2.1" });
  const { ino, mode, size } = statSync(join(folder, name));
  await npmStart({ HOST: "192.0.2.1" });
  expect({ mode: mode & 0o777, size }).toEqual({ mode: 0o600, size: 64 });
  expect(statSync(join(folder, name)).ino).toBe(ino);
});

test("a start with another key than the casussen were sealed with is refused, and serves nothing", async () => {
  const { ownerUrl } = await ownDatabase();
  const world = await caseWorld();
  await makeCase(world.team, world.meeting.id, world.people.noor.id, { answers: { goesWell: "Veel." } });
  await disconnect();
  const { code, told } = await npmStart({ DATABASE_URL: ownerUrl, APP_SECRET: TEST_SECRET });
  expect(told).toContain("CASE_KEY_FILE");
  expect(told).not.toContain("App starten");
  expectOneSentence(code, told);
});

async function npmStart(given: Record<string, string>, args: string[] = []): Promise<{ code: number; told: string }> {
  const { DATABASE_URL: _database, APP_SECRET: _secret, APP_URL: _url, CASE_KEY_FILE: _key, ...rest } = process.env;
  const env = { ...rest, DATA_DIR: folder, PORT: String(await freePort()), DEBUG: "", ...given };
  return new Promise((resolve) => {
    execFile("node", ["lib/cli/start.ts", ...args], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, told: stdout + stderr }),
    );
  });
}

/** Besides the lines of the steps. */
function expectOneSentence(code: number, told: string): void {
  const lines = told.trim().split("\n").filter((line) => !line.includes(" … "));
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^[A-Z].*[.0-9a-z]$/);
  expect(code).toBe(1);
}
