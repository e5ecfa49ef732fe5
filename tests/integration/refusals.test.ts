import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { asViewer } from "#lib/access/as-viewer";
import { viewerFile, viewerRoute } from "#lib/access/routes";
import { createSession } from "#lib/auth/session";
import { findCoreTeam } from "#lib/core-teams/queries";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { type CoreTeamWorld, makeCoreTeamWorld, today } from "#tests/support/core-team-world";
import { ownDatabase } from "#tests/support/own-database";

const jar = vi.hoisted(() => ({ cookie: null as string | null, path: "" }));

// The only things of Next that a door needs: the headers and cookies of its request.
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: (name: string) => (jar.cookie ? { name, value: jar.cookie } : undefined) }),
  headers: async () => new Headers({ "x-path": jar.path }),
}));

let world: CoreTeamWorld;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: today, LOG_LEVEL: "silent" });
  world = await makeCoreTeamWorld();
});

beforeEach(async () => {
  await operatorDatabase().rateLimit.deleteMany();
});

afterAll(disconnect);

async function signIn(personId: string): Promise<void> {
  jar.cookie = await authDatabase().$transaction((db) => createSession(db, personId, "test"));
}

/** How a page answers that is asked about a core team: with its name, or as Next says that nothing is there. */
async function opened(path: string, coreTeamId: string): Promise<string> {
  jar.path = path;
  return asViewer(async (viewer) => {
    const team = await findCoreTeam(viewer, coreTeamId);
    if (!team) throw new NotFoundError("core team");
    return team.name;
  }).catch((error: { digest?: string }) => error.digest ?? "another error");
}

async function linesOf(personId: string) {
  return operatorDatabase().auditLine.findMany({
    where: { personId, result: "REFUSED" },
    select: { action: true, objectType: true, objectId: true, details: true, role: true, consortiumId: true },
    orderBy: { id: "asc" },
  });
}

describe("a page that is not there for somebody", () => {
  test("is written down with its kind and ids, whether it exists or not, and answers the same", async () => {
    const { els } = world.people;
    await signIn(els.id);
    const madeUp = crypto.randomUUID();
    const answers = [await opened(`/core-teams/${world.willows.id}?on=2026-01-01`, world.willows.id), await opened(`/core-teams/${madeUp}`, madeUp)];
    expect(new Set(answers)).toEqual(new Set(["NEXT_HTTP_ERROR_FALLBACK;404"]));
    const line = { action: "page:refused", objectType: "page", objectId: "/core-teams/[id]", role: "none", consortiumId: world.consortium.id };
    expect(await linesOf(els.id)).toEqual([{ ...line, details: { ids: world.willows.id } }, { ...line, details: { ids: madeUp } }]);
  });

  test("leaves no line when it is there, when nobody is signed in, or for another error", async () => {
    const before = await operatorDatabase().auditLine.count();
    await signIn(world.people.noor.id);
    expect(await opened(`/core-teams/${world.willows.id}`, world.willows.id)).toBe(world.willows.name);
    await expect(asViewer(() => Promise.reject(new Error("Onze fout")))).rejects.toThrow("A fault");
    jar.cookie = null;
    expect(await opened(`/core-teams/${world.willows.id}`, world.willows.id)).toContain("NEXT_REDIRECT");
    expect(await operatorDatabase().auditLine.count()).toBe(before);
  });

  test("is written down fifty times in ten minutes for one person, and stays absent after that", async () => {
    const { hans } = world.people;
    await signIn(hans.id);
    for (let miss = 0; miss < 52; miss += 1) expect(await opened(`/core-teams/${world.willows.id}`, world.willows.id)).toBe("NEXT_HTTP_ERROR_FALLBACK;404");
    expect(await linesOf(hans.id)).toHaveLength(50);
  });
});

test("a route and a file that are not there leave a line too, and the same empty answer", async () => {
  const { samira } = world.people;
  await signIn(samira.id);
  const upload = viewerRoute("school:import", () => Promise.reject(new Error("It was read.")), () => Promise.reject(new Error("It was done.")));
  const file = viewerFile(() => Promise.reject(new ForbiddenError("core-team:read")));
  const url = `${env().APP_URL}/schools/import/upload`;
  const answers = [await upload(new Request(url, { method: "POST", headers: { origin: env().APP_URL } })), await file(new Request(`${url}/${world.willows.id}`), { params: Promise.resolve({}) })];
  for (const answer of answers) expect([answer.status, await answer.text()]).toEqual([404, ""]);
  expect(await linesOf(samira.id)).toMatchObject([
    { action: "route:refused", objectId: "/schools/import/upload", details: { ids: "" } },
    { action: "route:refused", objectId: "/schools/import/upload/[id]", details: { ids: world.willows.id } },
  ]);
});
