import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keepRunning, type Service } from "#lib/cli/services";
import { TEST_FOLDER } from "#tests/support/test-folders";

let folder: string;
let restarts: number;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), TEST_FOLDER));
  restarts = 0;
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a process that stops by itself is started again, and given up when it keeps stopping", async () => {
  const service = keep('console.log("started")');
  expect(await service.listening).toBe(false);
  expect((await service.ended)?.message).toBe("It keeps stopping.");
  expect(restarts).toBe(3);
  expect(printed()).toBe("started\n".repeat(4));
});

test("stopping lets a process finish what it is doing, and is no fault", async () => {
  const service = keep(`
    process.on("SIGTERM", () => setTimeout(() => { console.log("finished"); process.exit(); }, 300));
    setInterval(() => undefined, 1000);
    process.send("listening");
  `);
  expect(await service.listening).toBe(true);
  await service.stop();
  expect(await service.ended).toBeNull();
  expect(printed()).toBe("finished\n");
});

test("a process that has nothing left to do but listen to the one that started it ends all the same", async () => {
  const service = keep('process.on("SIGTERM", () => undefined); process.on("disconnect", () => console.log("alone")); process.send("listening");');
  await service.listening;
  await service.stop();
  expect(printed()).toBe("alone\n");
});

test("the web server ends when the process that started it is gone", async () => {
  const starter = keep(`
    import { spawn } from "node:child_process";
    const server = "require('node:http').createServer().listen(0)";
    const child = spawn("node", ["--import", "./lib/cli/leave-with-parent.mjs", "--eval", server], { stdio: ["ignore", "ignore", "ignore", "ipc"], detached: true });
    child.on("message", (word) => { console.log(child.pid); process.send(word); });
  `);
  expect(await starter.listening).toBe(true);
  const server = Number(printed());
  expect(isRunning(server)).toBe(true);
  await starter.stop();
  for (let waited = 0; isRunning(server) && waited < 100; waited += 1) await setTimeout(50);
  expect(isRunning(server)).toBe(false);
});

function keep(program: string): Service {
  const script = join(folder, "program.mjs");
  writeFileSync(script, program);
  return keepRunning({ args: [script], env: process.env, log: join(folder, "log"), onRestart: () => (restarts += 1), fault: "It keeps stopping." });
}

function printed(): string {
  return readFileSync(join(folder, "log"), "utf8");
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
