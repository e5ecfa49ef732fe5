import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { POST } from "#app/(signed-in)/schools/import/upload/route";
import { createSession, SESSION_COOKIE } from "#lib/auth/session";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { newFormKey } from "#lib/forms/form-key";
import { uploadErrors, uploadSearchSchema } from "#lib/schools/upload-problem";
import { makeCoreTeam, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { duoCells, duoFile } from "#tests/support/duo-rows";
import { ownDatabase } from "#tests/support/own-database";
import { allSchools, makeImporters } from "#tests/support/school-imports";

const jar = vi.hoisted(() => ({ cookie: null as { name: string; value: string } | null }));

// The only thing of Next that a route handler needs beside its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.cookie?.name === name ? jar.cookie : undefined) }),
  headers: async () => new Headers(),
}));

type Importers = Awaited<ReturnType<typeof makeImporters>>;

let ours: Importers;

beforeAll(async () => {
  await ownDatabase();
  ours = await makeImporters("PO9001");
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM rate_limit`;
  await operatorDatabase().schoolImport.deleteMany();
});

afterAll(disconnect);

const whole = duoFile([duoCells(), duoCells({ VESTIGINGSCODE: "98AB00" })]);

type Sent = { file?: Uint8Array | null; formKey?: string; headers?: Record<string, string>; fields?: Record<string, string> };

/** Sends the form as somebody, as a browser does without script. */
async function send(personId: string | null, { file = whole, formKey, headers = {}, fields = {} }: Sent = {}) {
  jar.cookie = personId === null ? null : { name: SESSION_COOKIE, value: await authDatabase().$transaction((db) => createSession(db, personId, "test")) };
  const form = new FormData();
  const values = { formKey: formKey ?? (personId === null ? "" : newFormKey(personId)), consortiumId: ours.consortium.id, selection: "ALL", municipalities: "", ...fields };
  for (const [name, value] of Object.entries(values)) form.append(name, value);
  if (file !== null) form.append("file", new File([Buffer.from(file)], "vestigingen.csv", { type: "text/csv" }));
  const body = Buffer.from(await new Response(form).bytes());
  const type = /^--([^\r\n]+)/.exec(body.subarray(0, 200).toString("latin1"))?.[1] ?? "";
  const request = new Request(`${env().APP_URL}/schools/import/upload`, {
    method: "POST",
    body,
    headers: { origin: env().APP_URL, "content-type": `multipart/form-data; boundary=${type}`, "content-length": String(body.byteLength), ...headers },
  });
  const response = await POST(request);
  return { status: response.status, location: response.headers.get("location") ?? "" };
}

/** The sentence that the form shows after being led back to it. */
function sentenceAt(location: string): string {
  const search = uploadSearchSchema.parse(Object.fromEntries(new URLSearchParams(location.split("?")[1])));
  const { errors, message } = uploadErrors(search);
  return [message, ...Object.values(errors)].filter(Boolean).join(" ");
}

async function previews(): Promise<number> {
  return operatorDatabase().schoolImport.count();
}

describe("an upload", () => {
  test("leads to the preview of what the file changes", async () => {
    const { status, location } = await send(ours.organiser.id);
    expect(status).toBe(303);
    expect(location).toMatch(/^\/schools\/import\/[0-9a-f-]{36}$/);
    expect(await operatorDatabase().schoolImport.findFirstOrThrow({ select: { fileName: true, createdById: true, sector: true } })).toEqual({ fileName: "vestigingen.csv", createdById: ours.organiser.id, sector: "PO" });
    expect(await allSchools()).toEqual([]);
  });

  test("has one effect, however often the same form is sent, one after the other or at once", async () => {
    const formKey = newFormKey(ours.organiser.id);
    const first = await send(ours.organiser.id, { formKey });
    const answers = [await send(ours.organiser.id, { formKey }), ...(await Promise.all([send(ours.organiser.id, { formKey }), send(ours.organiser.id, { formKey })]))];
    expect(answers.map(({ location }) => location)).toEqual([first.location, first.location, first.location]);
    expect(await previews()).toBe(1);
  });

  test("that was refused can be sent again with another file", async () => {
    const formKey = newFormKey(ours.organiser.id);
    expect(sentenceAt((await send(ours.organiser.id, { formKey, fields: { municipalities: "Verzonnen" } })).location)).toContain("Verzonnen");
    expect((await send(ours.organiser.id, { formKey })).location).toMatch(/^\/schools\/import\/[0-9a-f-]{36}$/);
  });
});

describe("a file that is refused leads back to the form, with a sentence, and changes nothing", () => {
  const other = Buffer.from("naam;leeftijd\r\nx;1\r\n");
  test.each([
    ["empty", Buffer.alloc(0), "staan geen scholen"],
    ["cut off", whole.slice(0, whole.length - 60), "is niet compleet: regel 3"],
    ["something else", other, "geen bestand met schoolvestigingen"],
    ["an Excel file", Buffer.from([0x50, 0x4b, 0x03, 0x04, 0]), "Excel-bestand"],
    ["larger than 10 MB", Buffer.alloc(11 * 1024 * 1024, "x"), "te groot"],
    ["50 MB", Buffer.alloc(50 * 1024 * 1024, "x"), "te groot"],
    ["no file at all", null, "Kies het bestand"],
    ["without a usable line", duoFile([duoCells({ POSTCODE: " " })]), "Regel 2: De postcode ontbreekt"],
  ])("%s", async (_what, file, sentence) => {
    const { status, location } = await send(ours.organiser.id, { file });
    expect(status).toBe(303);
    expect(location).toMatch(/^\/schools\/import\?/);
    expect(sentenceAt(location)).toContain(sentence);
    expect([await previews(), await allSchools()]).toEqual([0, []]);
  });

  test("a body without a length, or longer than it says, is not read to its end", async () => {
    jar.cookie = { name: SESSION_COOKIE, value: await authDatabase().$transaction((db) => createSession(db, ours.organiser.id, "test")) };
    let pulled = 0;
    const endless = () => new ReadableStream({ pull: (controller) => controller.enqueue(new Uint8Array((pulled += 1) && 1024 * 1024)) });
    const post = (headers: Record<string, string>) =>
      POST(new Request(`${env().APP_URL}/schools/import/upload`, { method: "POST", body: endless(), duplex: "half", headers: { origin: env().APP_URL, "content-type": "multipart/form-data; boundary=x", ...headers } } as RequestInit));
    expect(sentenceAt((await post({})).headers.get("location") ?? "")).toContain("kwam niet goed aan");
    expect(pulled).toBeLessThan(3);
    expect(sentenceAt((await post({ "content-length": "1000" })).headers.get("location") ?? "")).toContain("kwam niet goed aan");
    expect(pulled).toBeLessThan(20);
  });

  test("what was chosen beside the file comes back", async () => {
    const { location } = await send(ours.organiser.id, { file: null, fields: { municipalities: "Haarlem\r\nZandvoort", selection: "POSTCODE" } });
    expect(Object.fromEntries(new URLSearchParams(location.split("?")[1]))).toMatchObject({ consortiumId: ours.consortium.id, selection: "POSTCODE", municipalities: "Haarlem\r\nZandvoort" });
  });

  test("choices that do not exist are named at their field", async () => {
    expect(sentenceAt((await send(ours.organiser.id, { fields: { selection: "x", consortiumId: "1" } })).location)).toBe(
      "Kies het samenwerkingsverband waarvoor je de scholen inleest. Kies welke scholen uit het bestand je wilt inlezen.",
    );
  });
});

describe("who may not upload", () => {
  test.each([
    ["a process coach", () => withRole("PROCESS_COACH")],
    ["a board member", () => withRole("BOARD")],
    ["a partner", () => asMember(false)],
    ["an IB'er", () => asMember(true)],
  ])("%s finds nothing there, before the file is looked at", async (_who, make) => {
    const personId = await make();
    expect(await send(personId)).toEqual({ status: 404, location: "" });
    expect(await send(personId, { file: null })).toEqual({ status: 404, location: "" });
    expect(await previews()).toBe(0);
  });

  test("somebody who is not signed in goes to the login page and comes back to the form", async () => {
    expect(await send(null)).toEqual({ status: 303, location: "/login?next=%2Fschools%2Fimport" });
  });

  test("an organiser cannot upload for another samenwerkingsverband", async () => {
    const theirs = await makeImporters("PO9002");
    expect(await send(theirs.organiser.id)).toEqual({ status: 404, location: "" });
    expect(await previews()).toBe(0);
  });

  test("another site's page cannot upload in somebody's name, nor a form that was drawn for somebody else", async () => {
    expect((await send(ours.organiser.id, { headers: { origin: "https://evil.example" } })).status).toBe(403);
    expect(sentenceAt((await send(ours.organiser.id, { formKey: newFormKey(ours.administrator.id) })).location)).toContain("te lang open");
    expect(await previews()).toBe(0);
  });

  test("twenty files in ten minutes are enough", async () => {
    for (let count = 0; count < 20; count += 1) await send(ours.organiser.id, { file: null });
    expect(sentenceAt((await send(ours.organiser.id)).location)).toContain("veel bestanden");
    expect(await previews()).toBe(0);
  });

  async function withRole(role: "PROCESS_COACH" | "BOARD"): Promise<string> {
    const person = await makePerson();
    await makeRole(ours.consortium.id, person.id, role);
    return person.id;
  }

  async function asMember(coordinates: boolean): Promise<string> {
    const person = await makePerson();
    await makeMembership(await makeCoreTeam(ours.consortium.id), person.id, { coordinates });
    return person.id;
  }
});
