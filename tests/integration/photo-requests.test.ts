import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnect, operatorDatabase } from "#lib/db";
import { makeConsortium, makeCoreTeam, makeMembership, makePerson } from "#tests/support/builders";
import { type Client, clientOf, get } from "#tests/support/browserless";
import { ownDatabase } from "#tests/support/own-database";
import { photoRequest, type PhotoUpload } from "#tests/support/photo-uploads";
import { jpegOf, lookAt, quarters, withExif } from "#tests/support/pictures";
import { startWeb, type WebServer } from "#tests/support/web-server";

// What only the real server shows: sizes on the way in, and what it answers to a browser.

const MEGABYTE = 1024 * 1024;

let web: WebServer;
let noor: Client;
let team: string;

beforeAll(async () => {
  await ownDatabase();
  web = await startWeb();
});

beforeEach(async () => {
  await operatorDatabase().$executeRaw`DELETE FROM rate_limit`;
  const person = await makePerson({ name: "Noor de Wit" });
  const coreTeam = await makeCoreTeam((await makeConsortium()).id);
  await makeMembership(coreTeam, person.id);
  [noor, team] = [await clientOf(person.id), `/core-teams/${coreTeam.id}`];
});

afterAll(async () => {
  await web?.stop();
  await disconnect();
});

async function send(upload: PhotoUpload) {
  const { status, headers } = await fetch(await photoRequest(web.url, noor.personId, { ...upload, headers: { cookie: noor.cookie } }));
  return `${status} ${headers.get("location")}`;
}

async function photos(): Promise<number> {
  return operatorDatabase().personPhoto.count({ where: { personId: noor.personId ?? "" } });
}

describe("a photo of a telephone", () => {
  test("of nearly 8 MB arrives whole, and stands beside the name as a small one", async () => {
    const camera = withExif(await jpegOf(quarters(1600, 1200)), 6);
    // What a telephone puts behind its picture, such as the film of a moving one.
    const file = new Uint8Array(Buffer.concat([camera, Buffer.alloc(8 * MEGABYTE - camera.byteLength, "x")]));
    expect(await send({ file })).toBe("303 /profile/photo?notice=photo-changed");

    for (const path of ["/profile", "/profile/photo", team]) {
      const { body } = await get(web, noor, path);
      // In the menu under the own name, and in the page.
      expect([...body.matchAll(/<img src="\/people\/[0-9a-f-]{36}\/photo\/[0-9a-f]{64}" alt=""/g)].length, path).toBeGreaterThan(1);
    }
    const [, address = ""] = /<img src="([^"]+)"/.exec((await get(web, noor, team)).body) ?? [];
    const answer = await fetch(web.url + address, { headers: { cookie: noor.cookie } });
    expect([answer.status, answer.headers.get("content-type"), answer.headers.get("cache-control")]).toEqual([200, "image/jpeg", "private, no-store"]);
    expect(answer.headers.get("content-security-policy")).toBe("default-src 'none'; frame-ancestors 'none'; sandbox");
    expect(answer.headers.get("content-disposition")).toBe('inline; filename="foto.jpg"');
    for (const [name, value] of [["x-content-type-options", "nosniff"], ["cross-origin-resource-policy", "same-origin"], ["x-frame-options", "DENY"]] as const) expect(answer.headers.get(name)).toBe(value);
    const picture = await answer.bytes();
    expect(picture.byteLength).toBeLessThan(60_000);
    expect(await lookAt(picture)).toEqual({ width: 320, height: 320, colours: "BRWG" });

    await fetch(`${web.url}/sign-out`, { method: "POST", redirect: "manual", headers: { cookie: noor.cookie, origin: web.url } });
    expect((await fetch(web.url + address, { headers: { cookie: noor.cookie } })).status).toBe(404);
  });

  test("of 9 MB, or one that says nothing of its size, is refused with a sentence", async () => {
    expect(await send({ file: new Uint8Array(9 * MEGABYTE) })).toBe("303 /profile/photo?problem=TOO_LARGE");
    const whole = await photoRequest(web.url, noor.personId, { file: await jpegOf(quarters(200, 200)) });
    const body = new ReadableStream({ start: async (controller) => (controller.enqueue(await whole.bytes()), controller.close()) });
    const chunked = { method: "POST", redirect: "manual", duplex: "half", body, headers: { cookie: noor.cookie, origin: web.url, "content-type": whole.headers.get("content-type") ?? "" } } as RequestInit;
    expect((await fetch(`${web.url}/profile/photo/upload`, chunked)).headers.get("location")).toBe("/profile/photo?problem=NO_LENGTH");
    expect((await get(web, noor, "/profile/photo?problem=TOO_LARGE")).body).toContain("Kies een foto van ten hoogste 8 MB.");
    expect(await photos()).toBe(0);
  });

  test("that is something else, under the name and type of a photo, is refused with a sentence", async () => {
    expect(await send({ file: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>') })).toBe("303 /profile/photo?problem=NOT_A_PHOTO");
    expect((await get(web, noor, "/profile/photo?problem=NOT_A_PHOTO")).body).toContain("is geen foto die we kunnen lezen");
    expect(await photos()).toBe(0);
  });
});

test("nothing of all this was a fault", () => {
  expect(web.printed()).not.toMatch(/"msg":"fault"/);
});
