import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import type { LinkHolder } from "#lib/access/link-holder";
import { calendarFeed } from "#lib/calendar/feed";
import { calendarUid } from "#lib/calendar/invitation";
import { makeCalendarAddress, stopCalendarAddress } from "#lib/calendar/commands";
import { findCalendarAddress, listLinkedCalendar } from "#lib/calendar/queries";
import { operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { NotFoundError } from "#lib/errors";
import { answerInvitation, cancelMeeting, changeInvitees, rescheduleMeeting } from "#lib/meetings/commands";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting, makeMembership, makePerson } from "#tests/support/builders";
import { changeOf, otherTeam, planOf, scheduled, signIn, teamWorld, useMeetings } from "#tests/support/meeting-world";
import { inTransaction } from "#lib/access/transaction";

useMeetings();

describe("the own calendar address", () => {
  test("is secret, and the database does not hold it", async () => {
    const { samira } = await teamWorld();
    const path = await addressOf(samira.id);
    expect(path).toMatch(/^\/calendar\/[\w-]{43}\/kernteam\.ics$/);
    const stored = await operatorDatabase().personalLink.findMany({ where: { personId: samira.id } });
    expect(JSON.stringify(stored)).not.toContain(tokenIn(path));
  });

  test("is replaced by another one: the old one stops at once", async () => {
    const { samira } = await teamWorld();
    const first = await addressOf(samira.id);
    const second = await addressOf(samira.id);
    expect(second).not.toBe(first);
    await expect(feedAt(first)).rejects.toBeInstanceOf(NotFoundError);
    expect(await feedAt(second)).toEqual([]);
  });

  test("stops when asked, and is then not shown any more", async () => {
    const { samira } = await teamWorld();
    const path = await addressOf(samira.id);
    await asPerson(samira.id, stopCalendarAddress);
    await expect(feedAt(path)).rejects.toBeInstanceOf(NotFoundError);
    expect(await asPerson(samira.id, findCalendarAddress)).toBeNull();
    expect(await asPerson(samira.id, stopCalendarAddress)).toEqual({ ok: true });
  });

  test("is one at a time, also for who presses in several tabs at once", async () => {
    const { samira } = await teamWorld();
    const facts = await signIn(samira.id);
    await Promise.all(Array.from({ length: 5 }, () => inTransaction(facts, makeCalendarAddress, "test")));
    expect(await operatorDatabase().personalLink.count({ where: { personId: samira.id, purpose: "CALENDAR", revokedAt: null } })).toBe(1);
  });

  test("is for its own person only: nobody else sees, makes or stops it", async () => {
    const { samira, noor, karin } = await teamWorld();
    const path = await addressOf(samira.id);
    for (const other of [noor, karin]) {
      expect(await asPerson(other.id, (viewer) => viewer.db.personalLink.findMany({ where: { personId: samira.id, purpose: "CALENDAR" }, select: { id: true } }))).toEqual([]);
      expect(await asPerson(other.id, (viewer) => viewer.db.personalLink.updateMany({ where: { personId: samira.id, purpose: "CALENDAR" }, data: { revokedAt: new Date() } }))).toEqual({ count: 0 });
      await asPerson(other.id, stopCalendarAddress);
    }
    expect(await feedAt(path)).toEqual([]);
  });

  test("is written down when it is made and stopped, without the address", async () => {
    const { samira } = await teamWorld();
    const path = await addressOf(samira.id);
    await asPerson(samira.id, stopCalendarAddress);
    const lines = await operatorDatabase().auditLine.findMany({ where: { personId: samira.id, action: "calendar:share" }, select: { details: true }, orderBy: { id: "asc" } });
    expect(lines).toEqual([{ details: { done: "MADE", replaced: 0 } }, { details: { done: "STOPPED" } }]);
    expect(JSON.stringify(lines)).not.toContain(tokenIn(path));
  });

  test("does not open for who is switched off", async () => {
    const { samira } = await teamWorld();
    const path = await addressOf(samira.id);
    await operatorDatabase().person.update({ where: { id: samira.id }, data: { deactivatedAt: new Date() } });
    await expect(feedAt(path)).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("the calendar behind it", () => {
  test("has all meetings of this person, over all core teams, each under the UID of its invitations", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const here = await scheduled(noor.id, planOf(team.id, [samira.id]));
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const there = await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-12-01" }));
    const abroad = await otherTeam(samira.id, { name: "De Brug" });
    const elsewhere = await scheduled(abroad.planner.id, planOf(abroad.team.id, [samira.id], { date: "2026-12-03" }));
    expect((await eventsAt(await addressOf(samira.id))).map(({ uid, summary }) => [uid, summary])).toEqual([
      [calendarUid(here, env().APP_URL), "Bijeenkomst OBS De Wilgen"],
      [calendarUid(there, env().APP_URL), "Bijeenkomst De Meerpaal"],
      [calendarUid(elsewhere, env().APP_URL), "Bijeenkomst De Brug"],
    ]);
  });

  test("follows a meeting that moves, and leaves out what is off, was declined or lapsed", async () => {
    const { team, noor, samira } = await teamWorld();
    const path = await addressOf(samira.id);
    const dates = ["2026-11-24", "2026-11-26", "2026-12-01", "2026-12-03"];
    const ids = await inOrder(dates, (date) => scheduled(noor.id, planOf(team.id, [noor.id, samira.id], { date })));
    const [moved, off, declined, lapsed] = ids as [string, string, string, string];
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(moved, { start: "16:00" })));
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: off, version: 1, reason: null, reasonReason: null }));
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: declined, answer: "DECLINED" }));
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: lapsed, version: 1, invitees: [noor.id], attendance: [] }));
    expect(await eventsAt(path)).toMatchObject([{ uid: calendarUid(moved, env().APP_URL), starts: "2026-11-24T15:00:00Z", sequence: 1, status: "TENTATIVE" }]);
  });

  test("says of each meeting whether this person comes", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id]));
    expect(await eventsAt(await addressOf(noor.id))).toMatchObject([{ status: "CONFIRMED", transparency: "OPAQUE" }]);
    expect(await eventsAt(await addressOf(samira.id))).toMatchObject([{ status: "TENTATIVE", transparency: "OPAQUE" }]);
    expect(await eventsAt(await addressOf(joke.id))).toMatchObject([{ status: "TENTATIVE", transparency: "TRANSPARENT" }]);
  });

  test("reaches three months back, and ahead as far as there are meetings", async () => {
    const { team, noor, functions } = await teamWorld();
    const invitees = [{ personId: noor.id, functionId: functions.coach.id }];
    for (const day of ["2026-08-09", "2026-08-11", "2028-06-01"]) await makeMeeting(team, noor.id, { day, from: "14:15", to: "15:30", invitees });
    expect((await eventsAt(await addressOf(noor.id))).map(({ starts }) => starts)).toEqual(["2026-08-11T12:15:00Z", "2028-06-01T12:15:00Z"]);
  });

  test("forgets the core team that this person has left, and has the one that this person will join", async () => {
    const { team, noor, functions } = await teamWorld();
    const newcomer = await makePerson();
    const path = await addressOf(newcomer.id);
    const membership = await makeMembership(team, newcomer.id, { functionId: functions.youth.id, firstDay: "2026-11-20" });
    await scheduled(noor.id, planOf(team.id, [newcomer.id]));
    expect(await feedAt(path)).toHaveLength(1);
    await operatorDatabase().membership.update({ where: { id: membership.id }, data: { firstDay: new Date("2025-08-01"), lastDay: new Date("2026-11-09") } });
    expect(await feedAt(path)).toEqual([]);
  });

  test("holds no theme, no casus, no name and no address of anybody", async () => {
    const { team, noor, samira } = await teamWorld();
    await scheduled(noor.id, planOf(team.id, [noor.id, samira.id], { theme: "KANARIE-thema" }));
    const ics = calendarFeed(await feedAt(await addressOf(samira.id)), env().APP_URL);
    expect(ics).not.toMatch(/KANARIE|Noor|Samira|@(?!localhost)/);
    expect(ics).toContain("SUMMARY:Bijeenkomst OBS De Wilgen");
  });

  test("takes one statement, for three meetings and for three thousand", async () => {
    const { team, noor, functions } = await teamWorld();
    await operatorDatabase().$executeRaw`
      INSERT INTO meeting (id, consortium_id, core_team_id, kind, starts_at, ends_at, form, place, organiser_id)
      SELECT gen_random_uuid(), ${team.consortiumId}::uuid, ${team.id}::uuid, 'IN_DEPTH', at, at + interval '1 hour', 'LIVE', 'Op school', ${noor.id}::uuid
      FROM generate_series(timestamptz '2026-11-10 10:00Z', timestamptz '2026-11-10 10:00Z' + interval '2999 hours 2 minutes', interval '1 hour') AS at`;
    await operatorDatabase().$executeRaw`
      INSERT INTO participation (consortium_id, core_team_id, meeting_id, person_id, function_id, attendance, starts_at, ends_at)
      SELECT consortium_id, core_team_id, id, ${noor.id}::uuid, ${functions.coach.id}::uuid, 'REQUIRED', starts_at, ends_at FROM meeting WHERE core_team_id = ${team.id}::uuid`;
    const events = await eventsAt(await addressOf(noor.id));
    expect(events).toHaveLength(3_000);
    expect(new Set(events.map(({ uid }) => uid)).size).toBe(3_000);
  });
});

async function addressOf(personId: string): Promise<string> {
  return asPerson(personId, async (viewer) => {
    await makeCalendarAddress(viewer);
    const address = await findCalendarAddress(viewer);
    if (!address) throw new Error("There is no address.");
    return address.path;
  });
}

function tokenIn(path: string): string {
  return path.split("/")[2] ?? "";
}

function feedAt(path: string) {
  return inLinkTransaction("CALENDAR", tokenIn(path), (holder: LinkHolder) => listLinkedCalendar(holder), "test");
}

/** What a program reads in it that is not ours. */
async function eventsAt(path: string) {
  const ics = calendarFeed(await feedAt(path), env().APP_URL);
  const calendar = new ICAL.Component(ICAL.parse(ics) as ConstructorParameters<typeof ICAL.Component>[0]);
  return calendar.getAllSubcomponents("vevent").map((event) => ({
    uid: event.getFirstPropertyValue("uid"),
    summary: event.getFirstPropertyValue("summary"),
    starts: String(event.getFirstPropertyValue("dtstart")),
    sequence: event.getFirstPropertyValue("sequence"),
    status: event.getFirstPropertyValue("status"),
    transparency: event.getFirstPropertyValue("transp"),
  }));
}

async function inOrder<T, R>(things: readonly T[], run: (thing: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const thing of things) results.push(await run(thing));
  return results;
}
