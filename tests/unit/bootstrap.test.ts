import { execFile } from "node:child_process";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { TEST_FOLDER } from "#tests/support/test-folders";

// A clone of nothing but the bootstrap, with an npm and a Prisma that only say that they were called.
let clone: string;

const locked = {
  packages: {
    "": {},
    "node_modules/prisma": { version: "7.10.0" },
    "node_modules/fast": { version: "1.0.0", optional: true, os: [process.platform], cpu: [process.arch] },
    "node_modules/elsewhere": { version: "1.0.0", optional: true, os: ["aix"], cpu: ["ppc"] },
  },
};

const installs = `
  mkdir -p node_modules/prisma/build
  echo 'import("node:fs").then((fs) => fs.appendFileSync("generated", "x"))' > node_modules/prisma/build/index.js
  cp installed.json node_modules/.package-lock.json
`;

beforeEach(() => {
  clone = mkdtempSync(join(tmpdir(), TEST_FOLDER));
  for (const path of ["lib/cli/bootstrap.mjs", "lib/cli/only-one.mjs", "lib/cli/steps.mjs", "lib/texts/cli.mjs"]) {
    mkdirSync(dirname(join(clone, path)), { recursive: true });
    cpSync(path, join(clone, path));
  }
  write("package.json", JSON.stringify({ type: "module", imports: { "#lib/*.mjs": "./lib/*.mjs" } }));
  write("package-lock.json", JSON.stringify(locked));
  const { "node_modules/elsewhere": _elsewhere, ...here } = locked.packages;
  write("installed.json", JSON.stringify({ packages: here }));
  write("prisma/schema/main.prisma", "model Person {}");
  fakeNpm(installs);
});

afterEach(() => rmSync(clone, { recursive: true, force: true }));

describe("the bootstrap", () => {
  test("installs and generates once, and then has nothing to do", async () => {
    expect(await bootstrap()).toMatchObject({ code: 0 });
    expect(await bootstrap()).toEqual({ code: 0, told: "" });
    expect([calls("npm-called"), calls("generated")]).toEqual([1, 1]);
  });

  test("installs again when the locked packages change", async () => {
    await bootstrap();
    const changed = { packages: { ...locked.packages, "node_modules/prisma": { version: "7.10.1" } } };
    write("package-lock.json", JSON.stringify(changed));
    write("installed.json", JSON.stringify(changed));
    await bootstrap();
    expect(calls("npm-called")).toBe(2);
  });

  test("installs again after an installation that was killed half-way", async () => {
    fakeNpm("mkdir -p node_modules/prisma; kill -9 $PPID");
    await bootstrap();
    fakeNpm(installs);
    expect(await bootstrap()).toMatchObject({ code: 0 });
    expect(existsSync(join(clone, "node_modules", ".package-lock.json"))).toBe(true);
  });

  test("generates again when the schema changes", async () => {
    await bootstrap();
    write("prisma/schema/main.prisma", "model School {}");
    await bootstrap();
    expect([calls("npm-called"), calls("generated")]).toEqual([1, 2]);
  });

  test("two at once install once", async () => {
    await Promise.all([bootstrap(), bootstrap()]);
    expect([calls("npm-called"), calls("generated")]).toEqual([1, 1]);
  });

  test.each([
    ["a full disk", "echo 'npm error code ENOSPC'; exit 1", /^De schijf is vol; .*\.$/],
    ["what npm says", "echo 'npm error code E404'; echo 'npm error 404 Not Found'; exit 1", /^Het installeren van de pakketten lukte niet: 404 Not Found$/],
    ["a package that npm left out", `${installs} sed -i.bak 's/fast/slow/' node_modules/.package-lock.json`, /^Het installeren van de pakketten lukte niet: node_modules\/fast$/],
  ])("tells %s in one sentence", async (_fault, script, sentence) => {
    fakeNpm(script);
    const { code, told } = await bootstrap();
    expect(code).toBe(1);
    expect(told.trim().split("\n").at(-1)).toMatch(sentence);
    expect(told).not.toContain("    at ");
  });
});

function bootstrap(): Promise<{ code: number; told: string }> {
  const env = { ...process.env, PATH: [join(clone, "bin"), dirname(process.execPath), "/usr/bin", "/bin"].join(delimiter), DEBUG: "" };
  return new Promise((resolve) => {
    execFile(process.execPath, [join(clone, "lib/cli/bootstrap.mjs")], { env }, (error, stdout, stderr) =>
      resolve({ code: error ? Number(error.code ?? 1) : 0, told: stdout + stderr }),
    );
  });
}

function fakeNpm(script: string): void {
  write("bin/npm", `#!/bin/sh\necho x >> npm-called\n${script}\n`, 0o755);
}

function write(path: string, text: string, mode = 0o644): void {
  mkdirSync(dirname(join(clone, path)), { recursive: true });
  writeFileSync(join(clone, path), text, { mode });
}

function calls(file: string): number {
  return readFileSync(join(clone, file), "utf8").replaceAll("\n", "").length;
}
