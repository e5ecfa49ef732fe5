import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { calendarUid } from "#lib/calendar/invitation";
import { dayForDatabase } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { NotFoundError } from "#lib/errors";
import { listVacantSeats } from "#lib/invitations/queries";
import { changeInvitees, inviteMember } from "#lib/meetings/commands";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makePerson } from "#tests/support/builders";
import { box, until, useJobs, work } from "#tests/support/job-world";
import { everything, otherTeam, participationOf, planOf, scheduled, teamWorld, TODAY } from "#tests/support/meeting-world";
import { contentOf } from "#tests/support/mime";

// Somebody leaves, somebody else takes the function: the meetings that were planned already go from the one to the other.

beforeAll(() => {
  process.env.REFERENCE_DATE = TODAY;
});
useJobs();

describe("a seat is vacant", () => {
  test("when whoever was invited for a function leaves before the meeting, and a member has that function then", async () => {
    const { noor, yusuf, membershipId, before, after, team } = await succession();
    const seats = await asPerson(noor.id, (viewer) => listVacantSeats(viewer, team.id));
    expect(seats).toMatchObject([{ membershipId, personId: yusuf.id, name: "Yusuf Kaya", functionName: "CJG-coach", meetingId: after, former: ["Samira Yilmaz"], clash: null }]);
    expect(seats.map(({ meetingId }) => meetingId)).not.toContain(before);
  });

  test("also when the invitation of whoever left has lapsed already", async () => {
    const { noor, after, team } = await succession();
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: after, version: 1, invitees: [noor.id], attendance: [] }));
    expect(await asPerson(noor.id, (viewer) => listVacantSeats(viewer, team.id))).toMatchObject([{ meetingId: after, former: ["Samira Yilmaz"] }]);
  });

  test("not while somebody with that function comes, nor for who was taken off on purpose", async () => {
    const { team, noor, samira, functions } = await teamWorld();
    const second = await makePerson({ name: "Tweede Coach" });
    await makeMembership(team, second.id, { functionId: functions.youth.id });
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, second.id]));
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id, samira.id], attendance: [] }));
    expect(await asPerson(noor.id, (viewer) => listVacantSeats(viewer, team.id))).toEqual([]);
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 2, invitees: [noor.id], attendance: [] }));
    expect(await asPerson(noor.id, (viewer) => listVacantSeats(viewer, team.id))).toEqual([]);
  });

  test("and tells when the successor is elsewhere, with the school only within the same samenwerkingsverband", async () => {
    const { noor, yusuf, team, consortiumId } = await succession();
    const seats = () => asPerson(noor.id, (viewer) => listVacantSeats(viewer, team.id));
    const abroad = await otherTeam(yusuf.id, { name: "De Brug" });
    const elsewhere = await scheduled(abroad.planner.id, planOf(abroad.team.id, [yusuf.id], { date: "2027-02-11" }));
    expect(await seats()).toMatchObject([{ clash: { teamName: null } }]);
    await operatorDatabase().participation.updateMany({ where: { meetingId: elsewhere }, data: { withdrawnAt: new Date() } });
    const near = await otherTeam(yusuf.id, { name: "De Meerpaal", consortiumId });
    await scheduled(near.planner.id, planOf(near.team.id, [yusuf.id], { date: "2027-02-11" }));
    expect(await seats()).toMatchObject([{ clash: { teamName: "De Meerpaal" } }]);
  });
});

describe("who takes over", () => {
  test("gets REQUEST and whoever left CANCEL, of the same entry under the current SEQUENCE; nobody else hears of it", async () => {
    const { team, noor, samira, joke, yusuf, membershipId, after, leave } = await succession({ leaves: false });
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: after, version: 1, invitees: [noor.id, samira.id, joke.id], attendance: [] }));
    await leave();
    await work();
    await settled(team.id);
    const heard = box.mails.length;
    expect(await asPerson(noor.id, (viewer) => inviteMember(viewer, { membershipId, meetings: [after] }))).toMatchObject({ ok: true, invited: 1, clashes: [] });
    await settled(team.id);
    const mails = box.mails.slice(heard).map(({ to, message }) => ({ to: to[0] as string, ...read(contentOf(message, "text/calendar")) }));
    const entry = { uid: calendarUid(after, env().APP_URL), sequence: 2 };
    expect(mails.toSorted((one, other) => one.method.localeCompare(other.method))).toEqual([
      { to: samira.email, method: "CANCEL", ...entry, status: "CANCELLED", attendee: `mailto:${samira.email}` },
      { to: yusuf.email, method: "REQUEST", ...entry, status: "CONFIRMED", attendee: `mailto:${yusuf.email}` },
    ]);
    expect((await participationOf(after, samira.id)).withdrawnAt).not.toBeNull();
  });

  test("keeps how needed the others are, and their answers", async () => {
    const { noor, membershipId, after } = await succession();
    await operatorDatabase().participation.updateMany({ where: { meetingId: after, personId: noor.id }, data: { attendance: "PREFERRED", answer: "ACCEPTED" } });
    await asPerson(noor.id, (viewer) => inviteMember(viewer, { membershipId, meetings: [after] }));
    expect(await participationOf(after, noor.id)).toMatchObject({ attendance: "PREFERRED", answer: "ACCEPTED", withdrawnAt: null });
  });

  test("is invited where it can be, and the meeting at which this person is elsewhere stays as it is", async () => {
    const { noor, samira, yusuf, membershipId, after, team, consortiumId } = await succession();
    const later = await scheduled(noor.id, planOf(team.id, [noor.id], { date: "2027-03-11" }));
    const other = await otherTeam(yusuf.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [yusuf.id], { date: "2027-02-11" }));
    const result = await asPerson(noor.id, (viewer) => inviteMember(viewer, { membershipId, meetings: [after, later] }));
    expect(result).toMatchObject({ ok: true, invited: 1, clashes: [{ name: "Yusuf Kaya", teamName: "De Meerpaal" }] });
    expect(await participationOf(after, samira.id)).toMatchObject({ withdrawnAt: null });
    expect(await participationOf(later, yusuf.id)).toMatchObject({ withdrawnAt: null });
  });

  test("is refused when this person is elsewhere at all of them, and nothing has changed", async () => {
    const { noor, yusuf, membershipId, after, consortiumId } = await succession();
    const other = await otherTeam(yusuf.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [yusuf.id], { date: "2027-02-11" }));
    const before = await everything();
    expect(await asPerson(noor.id, (viewer) => inviteMember(viewer, { membershipId, meetings: [after] }))).toMatchObject({ ok: false, problem: "PERSON_ALREADY_BOOKED" });
    expect(await everything()).toEqual(before);
  });

  test("is invited once, however often it is sent", async () => {
    const { noor, yusuf, membershipId, after } = await succession();
    for (const invited of [1, 0]) expect(await asPerson(noor.id, (viewer) => inviteMember(viewer, { membershipId, meetings: [after, after] }))).toMatchObject({ ok: true, invited });
    expect(await operatorDatabase().meetingMail.count({ where: { participation: { meetingId: after, personId: yusuf.id } } })).toBe(1);
  });

  test("cannot be invited to a meeting of another team", async () => {
    const { noor, membershipId, samira, consortiumId } = await succession();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const elsewhere = await scheduled(other.planner.id, planOf(other.team.id, [other.planner.id]));
    const before = await everything();
    await expect(asPerson(noor.id, (viewer) => inviteMember(viewer, { membershipId, meetings: [elsewhere] }))).rejects.toBeInstanceOf(NotFoundError);
    expect(await everything()).toEqual(before);
  });
});

/** Samira leaves at the end of January and Yusuf takes over; a meeting before that day, and one after it. */
async function succession({ leaves = true } = {}) {
  const world = await teamWorld();
  const { team, noor, samira, functions, memberships } = world;
  const invitees = [noor.id, samira.id];
  const before = await scheduled(noor.id, planOf(team.id, invitees));
  const after = await scheduled(noor.id, planOf(team.id, invitees, { date: "2027-02-11" }));
  const leave = () => operatorDatabase().membership.update({ where: { id: memberships.samira.id }, data: { lastDay: dayForDatabase("2027-01-31") } });
  if (leaves) await leave();
  const yusuf = await makePerson({ name: "Yusuf Kaya" });
  const { id: membershipId } = await makeMembership(team, yusuf.id, { functionId: functions.youth.id, firstDay: "2026-11-09" });
  return { ...world, before, after, yusuf, membershipId, leave };
}

async function settled(coreTeamId: string): Promise<void> {
  await until(async () => expect(await operatorDatabase().meetingMail.count({ where: { coreTeamId, state: "QUEUED" } })).toBe(0));
}

/** What a calendar program that is not ours reads in an entry. */
function read(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as ConstructorParameters<typeof ICAL.Component>[0]);
  const event = calendar.getFirstSubcomponent("vevent");
  return {
    method: String(calendar.getFirstPropertyValue("method")),
    uid: event?.getFirstPropertyValue("uid"),
    sequence: event?.getFirstPropertyValue("sequence"),
    status: event?.getFirstPropertyValue("status"),
    attendee: String(event?.getFirstPropertyValue("attendee")).toLowerCase(),
  };
}
