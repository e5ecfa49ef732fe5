import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { GET } from "#app/(signed-in)/people/[personId]/photo/[hash]/route";
import { POST } from "#app/(signed-in)/profile/photo/upload/route";
import { createSession, SESSION_COOKIE } from "#lib/auth/session";
import { findCoreTeam } from "#lib/core-teams/queries";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { deactivatePerson, removePhoto } from "#lib/people/commands";
import { findPerson, listPeople } from "#lib/people/queries";
import { changeOwnPhoto, removeOwnPhoto } from "#lib/photos/commands";
import { photoErrors, photoSearchSchema } from "#lib/photos/upload-problem";
import { findOwnProfile } from "#lib/profile/queries";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMembership, makePerson, makePhoto, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { photoRequest, type PhotoUpload } from "#tests/support/photo-uploads";
import { jpegOf, lookAt, quarters, withExif } from "#tests/support/pictures";

const jar = vi.hoisted(() => ({ cookie: null as { name: string; value: string } | null }));

// The only thing of Next that a route handler needs beside its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.cookie?.name === name ? jar.cookie : undefined) }),
  headers: async () => new Headers(),
}));

type Person = { id: string; name: string };

let consortium: { id: string };
let team: Awaited<ReturnType<typeof makeCoreTeam>>;
let noor: Person;
let samira: Person;
let administrator: Person;
let stranger: Person;
let photo: Uint8Array<ArrayBuffer>;

beforeAll(async () => {
  await ownDatabase();
  photo = withExif(await jpegOf(quarters(800, 480)), 6);
});

beforeEach(async () => {
  const db = operatorDatabase();
  await db.$executeRaw`DELETE FROM rate_limit`;
  await db.personPhoto.deleteMany();
  consortium = await makeConsortium();
  team = await makeCoreTeam(consortium.id);
  [noor, samira, administrator, stranger] = [await makePerson({ name: "Noor de Wit" }), await makePerson({ name: "Samira Haddou" }), await makePerson(), await makePerson()];
  await makeMembership(team, noor.id, { coordinates: true });
  await makeMembership(team, samira.id);
  await makeRole(consortium.id, administrator.id, "ADMINISTRATOR");
  await makeMembership(await makeCoreTeam((await makeConsortium()).id), stranger.id);
});

afterAll(disconnect);

async function signIn(personId: string | null): Promise<void> {
  jar.cookie = personId === null ? null : { name: SESSION_COOKIE, value: await authDatabase().$transaction((db) => createSession(db, personId, "test")) };
}

async function send(personId: string | null, upload: PhotoUpload = {}) {
  await signIn(personId);
  const response = await POST(await photoRequest(env().APP_URL, personId, { file: photo, ...upload }));
  return { status: response.status, location: response.headers.get("location") ?? "" };
}

/** Asks for the photo of somebody, by its own hash unless told otherwise. */
async function lookFor(personId: string | null, owner: Person, hash?: string): Promise<Response> {
  await signIn(personId);
  const params = Promise.resolve({ personId: owner.id, hash: hash ?? (await stored(owner))?.hash ?? "0".repeat(64) });
  return GET(new Request(`${env().APP_URL}/people`), { params });
}

async function stored({ id }: Person) {
  return operatorDatabase().personPhoto.findUnique({ where: { personId: id } });
}

async function linesAbout({ id }: Person) {
  return operatorDatabase().auditLine.findMany({ where: { objectId: id, objectType: "person_photo" }, select: { personId: true, role: true, action: true, consortiumId: true, details: true }, orderBy: { id: "asc" } });
}

/** The sentence that the form shows after being led back to it. */
function sentenceAt(location: string): string {
  const { problem } = photoSearchSchema.parse(Object.fromEntries(new URLSearchParams(location.split("?")[1])));
  const { errors, message } = photoErrors(problem);
  return message ?? errors.file ?? "";
}

describe("an own photo", () => {
  test("is kept small and upright, without anything the camera noted, and written down", async () => {
    expect(await send(noor.id)).toEqual({ status: 303, location: "/profile/photo?notice=photo-changed" });
    const kept = await stored(noor);
    expect(kept?.bytes.byteLength).toBeLessThan(60_000);
    expect(Buffer.from(kept?.bytes ?? []).toString("latin1")).not.toMatch(/Exif|KANARIE/);
    expect(await lookAt(kept?.bytes ?? new Uint8Array())).toEqual({ width: 320, height: 320, colours: "BRWG" });
    expect(await linesAbout(noor)).toEqual([{ personId: noor.id, role: "self", action: "photo:change", consortiumId: null, details: { bytes: kept?.bytes.byteLength } }]);
  });

  test("takes the place of the one before, under another address", async () => {
    await send(noor.id);
    const before = await stored(noor);
    await send(noor.id, { file: await jpegOf(quarters(300, 300)) });
    const after = await stored(noor);
    expect(after?.hash).not.toBe(before?.hash);
    expect(await operatorDatabase().personPhoto.count()).toBe(1);
    expect((await lookFor(noor.id, noor, before?.hash)).status).toBe(404);
  });

  test("has one effect, however often the same form is sent, one after the other or at once", async () => {
    const formKey = newFormKey(noor.id);
    const answers = [await send(noor.id, { formKey }), await send(noor.id, { formKey }), ...(await Promise.all([send(noor.id, { formKey }), send(noor.id, { formKey })]))];
    expect(new Set(answers.map(({ location }) => location))).toEqual(new Set(["/profile/photo?notice=photo-changed"]));
    expect(await linesAbout(noor)).toHaveLength(1);
  });

  test("is removed by its person, which is written down once", async () => {
    await send(noor.id);
    await asPerson(noor.id, removeOwnPhoto);
    await asPerson(noor.id, removeOwnPhoto);
    expect(await stored(noor)).toBeNull();
    expect((await linesAbout(noor)).map(({ details }) => details)).toEqual([{ bytes: expect.any(Number) }, { removed: true }]);
  });
});

describe("a file that is refused leads back to the form, with a sentence, and changes nothing", () => {
  const bytes = (text: string) => Buffer.from(text, "latin1");

  test.each([
    ["no file at all", async () => null, "Kies eerst een foto."],
    ["an empty file", async () => Buffer.alloc(0), "is geen foto die we kunnen lezen"],
    ["an SVG", async () => bytes("<svg onload=alert(1)>"), "is geen foto die we kunnen lezen"],
    ["a GIF", async () => bytes("GIF89a..."), "is geen foto die we kunnen lezen"],
    ["a photo as an iPhone keeps it", async () => bytes("\0\0\0\x18ftypheic"), "HEIC"],
    ["a photo that is cut off", async () => photo.slice(0, 2_000), "beschadigd of niet compleet"],
    ["a photo of a few pixels", () => jpegOf(quarters(40, 40)), "te klein"],
    ["9 MB", async () => Buffer.alloc(9 * 1024 * 1024, "x"), "ten hoogste 8 MB"],
    ["just over 8 MB", async () => Buffer.alloc(8 * 1024 * 1024 + 1, "x"), "ten hoogste 8 MB"],
  ])("%s", async (_what, make, sentence) => {
    await send(noor.id);
    const before = await stored(noor);
    const { status, location } = await send(noor.id, { file: await make(), name: "foto.jpg" });
    expect(status).toBe(303);
    expect(location).toMatch(/^\/profile\/photo\?problem=/);
    expect(sentenceAt(location)).toContain(sentence);
    expect(await stored(noor)).toEqual(before);
    expect(await linesAbout(noor)).toHaveLength(1);
  });

  test("a picture that would be enormous is refused without being decoded", async () => {
    const bomb = Buffer.from(photo);
    bomb.writeUInt32BE(0xffffffff, bomb.findIndex((byte, at) => byte === 0xff && [0xc0, 0xc2].includes(bomb[at + 1] ?? 0)) + 5);
    expect(sentenceAt((await send(noor.id, { file: bomb })).location)).toContain("te veel pixels");
    expect(await stored(noor)).toBeNull();
  });

  test("a body without a length, or longer than it says, is not read to its end", async () => {
    await signIn(noor.id);
    let pulled = 0;
    const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array((pulled += 1) && 1024 * 1024)) });
    const post = (headers: Record<string, string>) =>
      POST(new Request(`${env().APP_URL}/profile/photo/upload`, { method: "POST", body: endless(), duplex: "half", headers: { origin: env().APP_URL, "content-type": "multipart/form-data; boundary=x", ...headers } } as RequestInit));
    expect(sentenceAt((await post({})).headers.get("location") ?? "")).toContain("kwam niet goed aan");
    expect(pulled).toBeLessThan(3);
    expect(sentenceAt((await post({ "content-length": "1000" })).headers.get("location") ?? "")).toContain("kwam niet goed aan");
    expect(pulled).toBeLessThan(20);
  });

  test("ten photos in ten minutes are enough", async () => {
    for (let count = 0; count < 10; count += 1) await send(noor.id, { file: null });
    expect(sentenceAt((await send(noor.id)).location)).toContain("veel foto's");
    expect(await stored(noor)).toBeNull();
  });
});

describe("who may not send one", () => {
  test("somebody who is not signed in goes to the login page and comes back to the form", async () => {
    expect(await send(null)).toEqual({ status: 303, location: "/login?next=%2Fprofile%2Fphoto" });
    expect(await operatorDatabase().personPhoto.count()).toBe(0);
  });

  test("another site's page cannot, in somebody's name, nor a form that was drawn for somebody else", async () => {
    expect((await send(noor.id, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect(sentenceAt((await send(noor.id, { formKey: newFormKey(samira.id) })).location)).toContain("te lang open");
    expect(await operatorDatabase().personPhoto.count()).toBe(0);
  });

  test("nobody writes, changes or removes the photo of somebody else, whatever the app asks of the database", async () => {
    await makePhoto(samira.id);
    const before = await stored(samira);
    const photo = { hash: createHash("sha256").update("x").digest("hex"), bytes: new Uint8Array([0xff, 0xd8, 0xff]) };
    for (const [who, another] of [[noor, stranger], [administrator, stranger], [stranger, noor]] as const) {
      await expect(asPerson(who.id, ({ db }) => db.personPhoto.createMany({ data: [{ personId: another.id, ...photo }] }))).rejects.toThrow(/42501/);
      expect(await asPerson(who.id, ({ db }) => db.personPhoto.updateMany({ where: { personId: samira.id }, data: photo }))).toEqual({ count: 0 });
      if (who !== administrator) expect(await asPerson(who.id, ({ db }) => db.personPhoto.deleteMany({ where: { personId: samira.id } }))).toEqual({ count: 0 });
    }
    expect(await stored(samira)).toEqual(before);
    expect(await operatorDatabase().personPhoto.count()).toBe(1);
  });

  test("and the database takes nothing else than a small JPEG under its own hash", async () => {
    const put = (bytes: Uint8Array) => asPerson(noor.id, (viewer) => changeOwnPhoto(viewer, bytes));
    await expect(put(Buffer.from("<svg onload=alert(1)>"))).rejects.toThrow(/23514/);
    await expect(put(Buffer.concat([Buffer.from([0xff, 0xd8, 0xff]), Buffer.alloc(60_000)]))).rejects.toThrow(/23514/);
    const other = { personId: noor.id, bytes: new Uint8Array([0xff, 0xd8, 0xff]), hash: "0".repeat(64) };
    await expect(asPerson(noor.id, ({ db }) => db.personPhoto.createMany({ data: [other] }))).rejects.toThrow(/23514/);
    expect(await stored(noor)).toBeNull();
  });
});

describe("a photo is seen", () => {
  test("by whoever sees its person, as a picture that is kept nowhere", async () => {
    await send(noor.id);
    const kept = await stored(noor);
    for (const who of [noor, samira, administrator]) {
      const response = await lookFor(who.id, noor);
      expect(response.status).toBe(200);
      expect(Object.fromEntries(response.headers)).toMatchObject({
        "content-type": "image/jpeg",
        "content-disposition": 'inline; filename="foto.jpg"',
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
        "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      });
      expect(await response.bytes()).toEqual(new Uint8Array(kept?.bytes ?? []));
    }
  });

  test("by nobody else: for a stranger and without a session it is like a photo that does not exist", async () => {
    await makePhoto(noor.id);
    const nowhere = await lookFor(noor.id, samira, "f".repeat(64));
    for (const response of [await lookFor(stranger.id, noor), await lookFor(null, noor), await lookFor(samira.id, noor, "geen-hash"), await lookFor(samira.id, { id: "geen-id", name: "" }, "f".repeat(64))]) {
      expect([response.status, await response.text(), Object.fromEntries(response.headers)]).toEqual([404, "", Object.fromEntries(nowhere.headers)]);
    }
  });

  test("no longer when the account is off, and again when it is on", async () => {
    await makePhoto(samira.id);
    const { hash } = (await stored(samira)) ?? { hash: "" };
    await asPerson(administrator.id, (viewer) => deactivatePerson(viewer, { personId: samira.id }));
    expect((await lookFor(noor.id, samira)).status).toBe(404);
    expect((await asPerson(noor.id, (viewer) => findCoreTeam(viewer, team.id)))?.members.find(({ personId }) => personId === samira.id)?.photoUrl).toBeNull();
    await operatorDatabase().person.update({ where: { id: samira.id }, data: { deactivatedAt: null } });
    expect((await lookFor(noor.id, samira, hash)).status).toBe(200);
  });

  test("beside the name, in the statement that finds the name", async () => {
    const { hash } = await makePhoto(samira.id);
    await makeRole(consortium.id, samira.id, "PROCESS_COACH");
    const photoUrl = `/people/${samira.id}/photo/${hash}`;
    const found = await asPerson(noor.id, (viewer) => findCoreTeam(viewer, team.id));
    expect(found?.members.find(({ personId }) => personId === samira.id)).toMatchObject({ photoUrl });
    expect(found?.members.find(({ personId }) => personId === noor.id)).toMatchObject({ photoUrl: null });
    expect(found?.guides.find(({ name }) => name === samira.name)).toMatchObject({ photoUrl });
    const people = await asPerson(administrator.id, (viewer) => listPeople(viewer, { consortiumId: consortium.id, q: "", state: "NOW", page: 1 }));
    expect(people.people.find(({ id }) => id === samira.id)).toMatchObject({ photoUrl });
    expect(people.people.find(({ id }) => id === noor.id)).toMatchObject({ photoUrl: null });
    expect(await asPerson(administrator.id, (viewer) => findPerson(viewer, samira.id))).toMatchObject({ photoUrl });
    expect(await asPerson(samira.id, findOwnProfile)).toMatchObject({ photoUrl });
    expect(await asPerson(samira.id, async ({ person }) => person.photoHash)).toBe(hash);
  });
});

describe("a photo that should not be there", () => {
  test("is removed by an administrator of a samenwerkingsverband in which this person works, and that is written down", async () => {
    await makePhoto(samira.id);
    await asPerson(administrator.id, (viewer) => removePhoto(viewer, { personId: samira.id }));
    expect(await stored(samira)).toBeNull();
    expect(await linesAbout(samira)).toEqual([{ personId: administrator.id, role: "administrator", action: "photo:remove", consortiumId: consortium.id, details: {} }]);
    await asPerson(administrator.id, (viewer) => removePhoto(viewer, { personId: samira.id }));
    expect(await linesAbout(samira)).toHaveLength(1);
  });

  test("stays for a colleague, a procesbegeleider and an administrator of elsewhere", async () => {
    await makePhoto(samira.id);
    const [coach, elsewhere] = [await makePerson(), await makePerson()];
    await makeRole(consortium.id, coach.id, "PROCESS_COACH");
    await makeRole((await makeConsortium()).id, elsewhere.id, "ADMINISTRATOR");
    for (const [who, refusal] of [[noor, NotFoundError], [coach, ForbiddenError], [elsewhere, NotFoundError]] as const) {
      await expect(asPerson(who.id, (viewer) => removePhoto(viewer, { personId: samira.id }))).rejects.toThrow(refusal);
    }
    expect(await stored(samira)).not.toBeNull();
    expect(await linesAbout(samira)).toEqual([]);
  });

  test("goes with its person", async () => {
    const gone = await makePerson();
    await makePhoto(gone.id);
    await operatorDatabase().workingPattern.deleteMany({ where: { personId: gone.id } });
    await operatorDatabase().person.delete({ where: { id: gone.id } });
    expect(await stored(gone)).toBeNull();
  });
});
