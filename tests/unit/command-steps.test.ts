import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { hold, holdInTurn } from "#lib/cli/only-one.mjs";
import { Fault, isDiskFull, sentenceFor } from "#lib/cli/steps.mjs";
import { databaseUrls, rolePassword } from "#prisma/roles";

describe("what a command says when it fails", () => {
  test("is the sentence of a fault as it is", () => {
    expect(sentenceFor(new Fault("Poort 3000 is al in gebruik."))).toBe("Poort 3000 is al in gebruik.");
  });

  test.each([
    Object.assign(new Error("write failed"), { code: "ENOSPC" }),
    new Error('could not extend file "base/1": No space left on device'),
    Object.assign(new Error("could not write"), { code: "53100" }),
  ])("names a full disk, whoever noticed it", (error) => {
    expect(isDiskFull(`${(error as { code?: string }).code} ${error.message}`)).toBe(true);
    expect(sentenceFor(error)).toContain("De schijf is vol");
  });

  test("names the place that this user may not write in", () => {
    const error = Object.assign(new Error("EACCES: permission denied"), { code: "EACCES", path: "/srv/kernteam" });
    expect(sentenceFor(error)).toContain("/srv/kernteam");
  });

  test.each([new Error("first line\nsecond line\n    at somewhere"), "just words"])("is one line for anything else", (error) => {
    expect(sentenceFor(error).split("\n")).toHaveLength(1);
  });
});

describe("a name that one process holds", () => {
  test("is refused to the next, and free again when it is let go", async () => {
    const name = randomUUID();
    const release = await hold(name);
    expect(release).not.toBeNull();
    expect(await hold(name)).toBeNull();
    release?.();
    const again = await holdInTurn(name);
    again();
  });

  test("is waited for in turn", async () => {
    const name = randomUUID();
    const release = await hold(name);
    let waited = 0;
    const turn = holdInTurn(name, () => {
      waited += 1;
      release?.();
    });
    (await turn)();
    expect(waited).toBe(1);
  });
});

describe("the passwords of the database roles", () => {
  const secret = "a".repeat(32);

  test("follow from the secret and the role, and from nothing else", () => {
    expect(rolePassword(secret, "kt_app")).toMatch(/^[0-9a-f]{64}$/);
    expect(rolePassword(secret, "kt_app")).toBe(rolePassword(secret, "kt_app"));
    expect(new Set([rolePassword(secret, "kt_app"), rolePassword(secret, "kt_auth"), rolePassword("b".repeat(32), "kt_app")]).size).toBe(3);
  });

  test("come in the addresses, and the owner's password does not", () => {
    const { app, auth, worker } = databaseUrls("postgresql://owner:hidden@db.example:5433/kernteam?sslmode=require", secret);
    expect(app).toBe(`postgresql://kt_app:${rolePassword(secret, "kt_app")}@db.example:5433/kernteam?sslmode=require`);
    expect([app, auth, worker].join()).not.toContain("hidden");
  });
});
