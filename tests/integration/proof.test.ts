import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { askEmailChangeAction, askProofAction, proveAction } from "#app/(signed-in)/profile/actions";
import { POST as startSignIn } from "#app/api/auth/start/route";
import { inTransaction } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { authOptions } from "#lib/auth/options";
import { askEmailChange } from "#lib/auth/email-change";
import { askProof, prove } from "#lib/auth/proof";
import { createSession, SESSION_COOKIE, sessionOf } from "#lib/auth/session";
import { enterCode, requestCode } from "#lib/auth/sign-in-codes";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { ProofNeededError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { loginCodeJob } from "#lib/jobs/login-code";
import { sealedFor } from "#lib/jobs/queues";
import { open } from "#lib/secrets";
import { makePerson } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { sendForm } from "#tests/support/send-form";

const jar = vi.hoisted(() => ({ cookies: new Map<string, string>(), path: "", origin: "" }));

// The only things of Next that an action needs: the headers and cookies of its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({
    get: (name: string) => (jar.cookies.has(name) ? { name, value: jar.cookies.get(name) } : undefined),
    set: (name: string, value: string) => jar.cookies.set(name, value),
  }),
  headers: async () => new Headers({ origin: jar.origin, "x-path": jar.path }),
}));

type Browser = { token: string; personId: string; run: <T>(work: (viewer: Viewer) => Promise<T>) => Promise<T> };

beforeAll(async () => {
  const provider = { id: "werk", name: "Werkaccount", issuer: "https://idp.example", clientId: "kernteam", clientSecret: "geheim" };
  Object.assign(process.env, { LOG_LEVEL: "silent", DEMO: "1", OIDC_PROVIDERS: JSON.stringify([provider]) });
  await ownDatabase();
  jar.origin = env().APP_URL;
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM pgboss.job`;
  await operatorDatabase().rateLimit.deleteMany();
  jar.cookies.clear();
});

afterAll(disconnect);

/** A browser in which somebody signed in so many minutes ago. */
async function browserOf(personId: string, minutesAgo: number): Promise<Browser> {
  const token = await authDatabase().$transaction((db) => createSession(db, personId, "Firefox"));
  const { id } = await operatorDatabase().session.findFirstOrThrow({ where: { personId }, orderBy: { createdAt: "desc" }, select: { id: true } });
  await operatorDatabase().session.update({ where: { id }, data: { provenAt: new Date(Date.now() - minutesAgo * 60_000) } });
  const run: Browser["run"] = async (work) => {
    const session = await sessionOf(token);
    if (session?.state !== "open") throw new Error("This browser is signed out.");
    return inTransaction(session.facts, work, "test");
  };
  return { token, personId, run };
}

async function newestJob(): Promise<{ loginCodeId: string; sealedCode: string }> {
  const [row] = await operatorDatabase().$queryRaw<{ data: { loginCodeId: string; sealedCode: string } }[]>`SELECT data FROM pgboss.job WHERE name = 'login-code' ORDER BY created_on DESC LIMIT 1`;
  return row?.data ?? { loginCodeId: "", sealedCode: "" };
}

async function mailedCode(): Promise<string> {
  const { loginCodeId, sealedCode } = await newestJob();
  return open(sealedFor("login-code", loginCodeId), sealedCode, env().APP_SECRET);
}

/** Asks for a code in a browser and gives the secret that stays in it. */
async function asked(browser: Browser): Promise<string> {
  const result = await browser.run(askProof);
  if (!result.ok) throw new Error("No code was mailed.");
  return result.browserSecret;
}

describe("a new e-mail address", () => {
  test("takes a session of the last ten minutes, and an older one changes nothing", async () => {
    const person = await makePerson();
    const [fresh, old] = [await browserOf(person.id, 9), await browserOf(person.id, 11)];
    await expect(old.run((viewer) => askEmailChange(viewer, "nieuw@voorbeeld.nl"))).rejects.toThrow(ProofNeededError);
    expect(await operatorDatabase().emailChange.count({ where: { personId: person.id } })).toBe(0);
    expect(await operatorDatabase().$queryRaw`SELECT 1 FROM pgboss.job`).toEqual([]);
    expect(await fresh.run((viewer) => askEmailChange(viewer, "nieuw@voorbeeld.nl"))).toEqual({ ok: true });
  });
});

describe("proving who is behind a session", () => {
  test("takes a code that was mailed to the present address, and is written down", async () => {
    const person = await makePerson();
    const browser = await browserOf(person.id, 60);
    const secret = await asked(browser);
    expect(await browser.run(async (viewer) => prove(viewer, secret, await mailedCode()))).toEqual({ ok: true });
    expect(await browser.run(async (viewer) => viewer.isProven)).toBe(true);
    expect(await operatorDatabase().auditLine.findMany({ where: { personId: person.id } })).toMatchObject([{ action: "session:prove", role: "self" }]);
    // Once.
    expect(await browser.run(async (viewer) => prove(viewer, secret, await mailedCode()))).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
  });

  test("says in the mail what the code is for, and what to do if it was not asked for", async () => {
    const person = await makePerson();
    await asked(await browserOf(person.id, 60));
    await loginCodeJob.run(await newestJob(), { jobId: crypto.randomUUID(), age: 0, signal: new AbortController().signal });
    const mail = await operatorDatabase().demoMail.findFirstOrThrow({ where: { toAddress: person.email } });
    expect(mail.subject).toBe("Je code om te bevestigen dat jij het bent");
    expect(mail.text).toContain(await mailedCode());
    expect(mail.text).toContain("log bij Kernteam, onder Mijn profiel, alle andere browsers uit");
  });

  test("is for the session that asked, in its browser, and signs nobody in", async () => {
    const person = await makePerson();
    const [browser, other] = [await browserOf(person.id, 60), await browserOf(person.id, 60)];
    const secret = await asked(browser);
    const code = await mailedCode();
    for (const refused of [
      await other.run((viewer) => prove(viewer, secret, code)),
      await browser.run((viewer) => prove(viewer, "another-secret", code)),
      await browser.run((viewer) => prove(viewer, null, code)),
      await enterCode(secret, code, "Firefox"),
    ]) expect(refused).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    expect(await browser.run(async (viewer) => viewer.isProven)).toBe(false);

    // And the other way round: a code to sign in proves no session.
    const { browserSecret } = await requestCode(person.email);
    const signInCode = await mailedCode();
    expect(await browser.run((viewer) => prove(viewer, browserSecret, signInCode))).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    // Somebody who asks for a code to sign in takes nothing away from it.
    expect(await browser.run((viewer) => prove(viewer, secret, code))).toEqual({ ok: true });
  });

  test("allows five tries and three mails", async () => {
    const person = await makePerson();
    const browser = await browserOf(person.id, 60);
    const secret = await asked(browser);
    const code = await mailedCode();
    const wrong = code.startsWith("A") ? "BBBBBBBB" : "AAAAAAAA";
    const answers = [];
    for (let attempt = 0; attempt < 5; attempt += 1) answers.push(await browser.run((viewer) => prove(viewer, secret, wrong)));
    expect(answers.map((each) => (each.ok ? "" : each.problem))).toEqual(["WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "WRONG_CODE", "NO_CODE_LEFT"]);
    expect(await browser.run((viewer) => prove(viewer, secret, code))).toEqual({ ok: false, problem: "NO_CODE_LEFT" });
    await asked(browser);
    await asked(browser);
    expect(await browser.run(askProof)).toEqual({ ok: false, problem: "TOO_OFTEN" });
  });
});

describe("linking a work account", () => {
  const stranger = { account: { provider: "werk", providerAccountId: JSON.stringify(["https://idp.example", "onbekend"]) }, profile: {} };
  const answered = async () => authOptions().callbacks?.signIn?.(stranger as never);

  function started(): Promise<Response> {
    const body = new URLSearchParams({ provider: "werk", next: "/profile" }).toString();
    const headers = { origin: jar.origin, "content-type": "application/x-www-form-urlencoded", "content-length": String(body.length) };
    return startSignIn(new Request(`${jar.origin}/api/auth/start`, { method: "POST", headers, body }), undefined);
  }

  test("takes a fresh proof, when it starts and when the provider answers", async () => {
    const person = await makePerson();
    jar.cookies.set(SESSION_COOKIE, (await browserOf(person.id, 11)).token);
    const start = await started();
    expect([start.status, start.headers.get("location")]).toEqual([303, `${jar.origin}/profile/proof?next=%2Fprofile`]);
    expect(await answered()).toBe("/profile/proof?next=%2Fprofile");
    jar.cookies.set(SESSION_COOKIE, (await browserOf(person.id, 9)).token);
    expect(await answered()).toBe(true);
  });

  test("is for who is signed in; anybody else hears one neutral sentence", async () => {
    expect(await answered()).toBe("/login?error=unlinked");
  });
});

describe("the forms", () => {
  async function send(browser: Browser, action: FormAction, path: string, fields: Record<string, string>): Promise<string | FormState> {
    jar.cookies.set(SESSION_COOKIE, browser.token);
    jar.path = path;
    return sendForm(action, { formKey: newFormKey(browser.personId), ...fields });
  }

  test("lead by way of the proof back to what was asked, with what was typed", async () => {
    const person = await makePerson();
    const browser = await browserOf(person.id, 60);
    const next = "/profile/email";
    expect(await send(browser, askEmailChangeAction, next, { email: "nieuw.adres@voorbeeld.nl" })).toBe("/profile/proof?next=%2Fprofile%2Femail");
    expect(await send(browser, askProofAction, "/profile/proof", { next })).toBe("/profile/proof?next=%2Fprofile%2Femail");
    const refused = await send(browser, proveAction, "/profile/proof", { code: "AAAA-AAAA", next });
    expect(refused).toMatchObject({ errors: { code: "Deze code klopt niet. Controleer de acht tekens." }, values: { code: "AAAA-AAAA" } });
    expect(await send(browser, proveAction, "/profile/proof", { code: await mailedCode(), next })).toBe(next);
    expect((await browser.run((viewer) => openForm(viewer, next))).initial).toMatchObject({ values: { email: "nieuw.adres@voorbeeld.nl" }, notice: expect.any(String) as string });
    expect(await send(browser, askEmailChangeAction, next, { email: "nieuw.adres@voorbeeld.nl" })).toBe(next);
    // Now it has gone, nothing stays behind.
    expect((await browser.run((viewer) => openForm(viewer, next))).initial.values).toEqual({});
  });

  test("work for a week: a page from before is refused with what was typed, and leaves no draft of who is signed out", async () => {
    const browser = await browserOf((await makePerson()).id, 0);
    const [path, email, old] = ["/profile/email", "nieuw.adres@voorbeeld.nl", newFormKey(browser.personId, Date.now() - 7 * 86_400_000)];
    const refused = await send(browser, askEmailChangeAction, path, { email, formKey: old });
    expect(refused).toMatchObject({ message: "Deze pagina stond te lang open. Controleer wat je invulde en verstuur het nog een keer.", values: { email } });
    expect(await operatorDatabase().emailChange.count({ where: { personId: browser.personId } })).toBe(0);

    const drafts = () => operatorDatabase().formDraft.count({ where: { personId: browser.personId } });
    const signedOut = { ...browser, token: "of-nobody" };
    expect([await send(signedOut, askEmailChangeAction, path, { email, formKey: old }), await drafts()]).toEqual(["/login?next=%2Fprofile%2Femail", 0]);
    expect([await send(signedOut, askEmailChangeAction, path, { email }), await drafts()]).toEqual(["/login?next=%2Fprofile%2Femail&kept=1", 1]);

    // The form has a fresh key now: the same again, as the sentence says, is taken.
    expect(await send(browser, askEmailChangeAction, path, { email, formKey: (refused as FormState).freshKey ?? "" })).toBe(path);
  });

  test("lead to no other site", async () => {
    const browser = await browserOf((await makePerson()).id, 60);
    await send(browser, askProofAction, "/profile/proof", { next: "//evil.example" });
    expect(await send(browser, proveAction, "/profile/proof", { code: await mailedCode(), next: "https://evil.example" })).toBe("/");
  });
});
