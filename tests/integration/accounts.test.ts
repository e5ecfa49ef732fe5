import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { createSession, sessionOf } from "#lib/auth/session";
import { requestCode } from "#lib/auth/sign-in-codes";
import { dayForDatabase } from "#lib/dates";
import { authDatabase, disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { deactivatePerson, endRole, invitePerson, reactivatePerson, signOutPerson, withdrawRole } from "#lib/people/commands";
import { findAccountFigures } from "#lib/people/queries";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";
import { changesNothing, makePeopleWorld, type PeopleWorld, problemFor, today, tomorrow, type Who, yesterday } from "#tests/support/people-world";

let world: PeopleWorld;

beforeAll(async () => {
  await ownDatabase();
  Object.assign(process.env, { REFERENCE_DATE: today, LOG_LEVEL: "silent" });
  world = await makePeopleWorld();
});

afterAll(disconnect);

function as<T>(who: Who, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asPerson(world.people[who].id, run);
}

function refusalOf(who: Who, run: (viewer: Viewer) => Promise<{ ok: boolean; problem?: string }>): Promise<string | undefined> {
  return problemFor(world.people[who].id, run);
}

describe("an account", () => {
  test("that is switched off is out at once, everywhere, and cannot come back in", async () => {
    const person = await makePerson();
    await makeMembership(world.willows, person.id, { functionId: world.functions.youth.id });
    const token = await authDatabase().$transaction((db) => createSession(db, person.id, "Firefox"));
    expect(await sessionOf(token)).toMatchObject({ state: "open" });
    expect(await as("ingrid", (viewer) => deactivatePerson(viewer, { personId: person.id }))).toEqual({ ok: true });
    expect(await sessionOf(token)).toMatchObject({ state: "ended" });
    await requestCode(person.email);
    expect(await authDatabase().loginCode.count({ where: { personId: person.id } })).toBe(0);
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: person.id } })).toMatchObject([{ action: "person:deactivate", details: { off: true }, consortiumId: world.kust.id }]);

    // Doing it again changes nothing; on again, an old session stays closed.
    await changesNothing(() => as("ivo", (viewer) => deactivatePerson(viewer, { personId: person.id })));
    expect(await as("ivo", (viewer) => reactivatePerson(viewer, { personId: person.id }))).toEqual({ ok: true });
    expect(await sessionOf(token)).toMatchObject({ state: "ended" });
    expect(await asPerson(person.id, async (viewer) => viewer.memberships.length)).toBe(1);
  });

  test("of somebody who lost a telephone is signed out everywhere, and stays", async () => {
    const person = await makePerson();
    await makeMembership(world.willows, person.id, { functionId: world.functions.youth.id });
    const tokens = [await authDatabase().$transaction((db) => createSession(db, person.id, "A")), await authDatabase().$transaction((db) => createSession(db, person.id, "B"))];
    await changesNothing(() => expect(as("daan", (viewer) => signOutPerson(viewer, { personId: person.id }))).rejects.toThrow(ForbiddenError));
    await changesNothing(() => expect(as("bart", (viewer) => signOutPerson(viewer, { personId: person.id }))).rejects.toThrow(NotFoundError));
    expect(await as("ingrid", (viewer) => signOutPerson(viewer, { personId: person.id }))).toEqual({ ok: true, sessions: 2 });
    for (const token of tokens) expect(await sessionOf(token)).toMatchObject({ state: "ended" });
    expect(await asPerson(person.id, async (viewer) => viewer.memberships.length)).toBe(1);
  });

  test.each([
    ["karin", ForbiddenError],
    ["daan", ForbiddenError],
    ["ruud", NotFoundError],
    ["noor", NotFoundError],
    ["samira", NotFoundError],
    ["corrie", NotFoundError],
    ["otto", NotFoundError],
    ["bart", NotFoundError],
  ] as const)("cannot be switched by %s", async (who, refusal) => {
    await changesNothing(() => expect(as(who, (viewer) => deactivatePerson(viewer, { personId: world.people.noor.id }))).rejects.toThrow(refusal));
    await changesNothing(() => expect(as(who, (viewer) => reactivatePerson(viewer, { personId: world.people.noor.id }))).rejects.toThrow(refusal));
  });

  test("that another samenwerkingsverband works with too stays on, and so does the own", async () => {
    expect(await refusalOf("ingrid", (viewer) => deactivatePerson(viewer, { personId: world.people.femke.id }))).toBe("WORKS_ELSEWHERE");
    expect(await refusalOf("ingrid", (viewer) => deactivatePerson(viewer, { personId: world.people.ingrid.id }))).toBe("YOURSELF");
    await changesNothing(() => expect(as("ingrid", (viewer) => deactivatePerson(viewer, { personId: world.people.bart.id }))).rejects.toThrow(NotFoundError));
  });

  test("cannot be reached past the commands: the app's own role writes no other person, and switches none of elsewhere", async () => {
    await changesNothing(async () => {
      for (const sql of [
        "UPDATE person SET deactivated_at = now() WHERE id = $1::uuid",
        "SELECT switch_account($1::uuid, true)",
        "SELECT sign_out_everywhere($1::uuid)",
      ]) {
        await expect(as("ingrid", (viewer) => viewer.db.$executeRawUnsafe(sql, world.people.bart.id)), sql).rejects.toMatchObject({ message: expect.stringContaining("42501") as string });
      }
      expect(await as("ingrid", (viewer) => viewer.db.person.updateMany({ where: { id: world.people.daan.id }, data: { name: "Gekaapt" } }))).toEqual({ count: 0 });
    });
  });
});

describe("an account that somebody else's samenwerkingsverband invites as well", () => {
  /** Somebody who works at Kust, and whom the administrator of Elders gives a role. */
  async function invitedByBart(firstDay: string) {
    const person = await makePerson();
    await makeMembership(world.willows, person.id, { functionId: world.functions.youth.id });
    await authDatabase().$transaction((db) => createSession(db, person.id, "Firefox"));
    const invited = await as("bart", (viewer) => invitePerson(viewer, { name: "Wie Dan Ook", email: person.email, consortiumId: world.elders.id, role: "BOARD", organisationId: null, firstDay }));
    expect(invited).toEqual({ ok: true, personId: person.id });
    return person;
  }

  test.each([["today", today], ["tomorrow", tomorrow], ["long ago", "2020-01-01"]])("is not the newcomer's to see, sign out or switch off, however the days are written: from %s", async (_when, firstDay) => {
    const { id } = await invitedByBart(firstDay);
    expect(await as("bart", (viewer) => findAccountFigures(viewer, id))).toEqual({ worksElsewhere: true, sessions: null, meetings: 0, hasSecondFactor: null });
    expect(await refusalOf("bart", (viewer) => signOutPerson(viewer, { personId: id }))).toBe("FIRST_ELSEWHERE");
    expect(await refusalOf("bart", (viewer) => deactivatePerson(viewer, { personId: id }))).toBe("WORKS_ELSEWHERE");
  });

  test("stays the first one's to switch off as long as nobody has answered the invitation by signing in", async () => {
    const { id } = await invitedByBart(today);
    expect(await as("ingrid", (viewer) => findAccountFigures(viewer, id))).toMatchObject({ worksElsewhere: false, sessions: 1 });
    expect(await as("ingrid", (viewer) => deactivatePerson(viewer, { personId: id }))).toEqual({ ok: true });
    expect(await refusalOf("bart", (viewer) => reactivatePerson(viewer, { personId: id }))).toBe("WORKS_ELSEWHERE");
  });

  test("is nobody's alone to switch off once this person has signed in and works for both; the first still signs out", async () => {
    const { id } = await invitedByBart(today);
    await authDatabase().$transaction((db) => createSession(db, id, "Edge"));
    for (const who of ["ingrid", "bart"] as const) expect(await refusalOf(who, (viewer) => deactivatePerson(viewer, { personId: id })), who).toBe("WORKS_ELSEWHERE");
    expect(await refusalOf("bart", (viewer) => signOutPerson(viewer, { personId: id }))).toBe("FIRST_ELSEWHERE");
    expect(await as("ingrid", (viewer) => signOutPerson(viewer, { personId: id }))).toEqual({ ok: true, sessions: 2 });
  });

  test("waits for the new one's first day, also after signing in", async () => {
    const { id } = await invitedByBart(tomorrow);
    await authDatabase().$transaction((db) => createSession(db, id, "Edge"));
    expect(await as("ingrid", (viewer) => deactivatePerson(viewer, { personId: id }))).toEqual({ ok: true });
  });

  test("is the new one's once the work for the first is over", async () => {
    const person = await makePerson();
    await makeMembership(world.willows, person.id, { functionId: world.functions.youth.id, lastDay: yesterday });
    await as("bart", (viewer) => invitePerson(viewer, { name: "Wie Dan Ook", email: person.email, consortiumId: world.elders.id, role: "BOARD", organisationId: null, firstDay: today }));
    expect(await as("bart", (viewer) => deactivatePerson(viewer, { personId: person.id }))).toEqual({ ok: true });
  });

  test("cannot be made older: the app gives no role the moment at which it was written down", async () => {
    const row = [world.elders.id, world.people.samira.id];
    await changesNothing(() => expect(as("bart", (viewer) => viewer.db.$executeRawUnsafe(
      "INSERT INTO consortium_role (consortium_id, person_id, role, first_day, created_at) VALUES ($1::uuid, $2::uuid, 'BOARD', '2026-11-23', '2001-01-01')", ...row))).rejects.toMatchObject({ message: expect.stringContaining("42501") as string }));
  });
});

describe("the last administrator", () => {
  /** A samenwerkingsverband with administrators of its own. */
  async function administrators(...days: { firstDay?: string; lastDay?: string }[]) {
    const consortium = await makeConsortium();
    const held = [];
    for (const each of days) {
      const person = await makePerson();
      held.push({ person, role: await makeRole(consortium.id, person.id, "ADMINISTRATOR", each) });
    }
    return { consortium, held: held as [(typeof held)[number], (typeof held)[number], ...typeof held] };
  }

  async function workingAdministrators(consortiumId: string): Promise<number> {
    return operatorDatabase().consortiumRole.count({ where: { consortiumId, role: "ADMINISTRATOR", lastDay: null, person: { is: { deactivatedAt: null } } } });
  }

  /** Holds the first change open until the second is waiting for it, as two people do at the same moment. */
  async function atOnce<T>(first: { personId: string; run: (viewer: Viewer) => Promise<T> }, second: { personId: string; run: (viewer: Viewer) => Promise<T> }): Promise<[T, T]> {
    const done = Promise.withResolvers<void>();
    const underway = asPerson(first.personId, async (viewer) => {
      const result = await first.run(viewer);
      done.resolve();
      await new Promise((resolve) => setTimeout(resolve, 300));
      return result;
    });
    await done.promise;
    return Promise.all([underway, asPerson(second.personId, second.run)]);
  }

  test("remains when two end each other's role at the same moment", async () => {
    const { consortium, held: [a, b] } = await administrators({}, {});
    const results = await atOnce(
      { personId: a.person.id, run: (viewer) => endRole(viewer, { roleId: b.role.id, lastDay: yesterday }) },
      { personId: b.person.id, run: (viewer) => endRole(viewer, { roleId: a.role.id, lastDay: yesterday }) },
    );
    expect(results).toMatchObject([{ ok: true }, { ok: false, problem: "LAST_ADMINISTRATOR" }]);
    expect(await workingAdministrators(consortium.id)).toBe(1);
  });

  test("remains when one is switched off while ending the other's role", async () => {
    const { consortium, held: [a, b] } = await administrators({}, {});
    const results = await atOnce<{ ok: boolean }>(
      { personId: a.person.id, run: (viewer) => endRole(viewer, { roleId: b.role.id, lastDay: today }) },
      { personId: b.person.id, run: (viewer) => deactivatePerson(viewer, { personId: a.person.id }) },
    );
    expect(results).toMatchObject([{ ok: true }, { ok: false, problem: "LAST_ADMINISTRATOR" }]);
    expect(await workingAdministrators(consortium.id)).toBe(1);
  });

  test("remains when two switch each other off, however often it is tried", async () => {
    for (let round = 0; round < 5; round += 1) {
      const { consortium, held: [a, b] } = await administrators({}, {});
      const results = await Promise.all([
        asPerson(a.person.id, (viewer) => deactivatePerson(viewer, { personId: b.person.id })),
        asPerson(b.person.id, (viewer) => deactivatePerson(viewer, { personId: a.person.id })),
      ]).catch(() => null);
      // One of them may find the door closed already, because the other came first.
      if (results) expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      expect(await workingAdministrators(consortium.id)).toBe(1);
    }
  });

  test("is not ended by one whose own days are numbered", async () => {
    const { held: [a, b] } = await administrators({ lastDay: "2026-12-31" }, {});
    await changesNothing(async () => {
      expect(await asPerson(a.person.id, (viewer) => endRole(viewer, { roleId: b.role.id, lastDay: today }))).toEqual({ ok: false, problem: "LAST_ADMINISTRATOR" });
      expect(await asPerson(a.person.id, (viewer) => deactivatePerson(viewer, { personId: b.person.id }))).toEqual({ ok: false, problem: "LAST_ADMINISTRATOR" });
    });
  });

  test("goes when a successor begins the day after, who then cannot be withdrawn", async () => {
    const { held: [a, b] } = await administrators({ lastDay: "2026-12-31" }, {});
    const successor = await makePerson();
    const coming = await makeRole((await operatorDatabase().consortiumRole.findUniqueOrThrow({ where: { id: a.role.id } })).consortiumId, successor.id, "ADMINISTRATOR", { firstDay: "2027-01-01" });
    expect(await asPerson(a.person.id, (viewer) => endRole(viewer, { roleId: b.role.id, lastDay: today }))).toMatchObject({ ok: true });
    await changesNothing(async () => expect(await asPerson(a.person.id, (viewer) => withdrawRole(viewer, { roleId: coming.id }))).toEqual({ ok: false, problem: "LAST_ADMINISTRATOR" }));
  });

  test("also stays when somebody with the owner's rights forgets it", async () => {
    const { held: [a] } = await administrators({});
    await expect(operatorDatabase().consortiumRole.update({ where: { id: a.role.id }, data: { lastDay: dayForDatabase(yesterday) } })).rejects.toThrow("consortium_keeps_administrator");
  });
});
