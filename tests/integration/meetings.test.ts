import { describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { dayForDatabase, momentAt } from "#lib/dates";
import { appDatabase, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { answerInvitation, cancelMeeting, changeInvitees, recordMeeting, rescheduleMeeting, resendInvitation, scheduleMeeting } from "#lib/meetings/commands";
import { findMeeting, findMeetingToChange, findOpenInvitation, findPlanningTeam, listHolidays, listMeetings, listMeetingYears } from "#lib/meetings/queries";
import { asPerson } from "#tests/support/as-person";
import { canary, makeMeeting, makeMembership, makePerson } from "#tests/support/builders";
import { changeOf, everything, participationOf, planOf, scheduled, teamWorld, useMeetings } from "#tests/support/meeting-world";

useMeetings();

describe("scheduling", () => {
  test("invites who was chosen, with how needed they are, writes an audit line and puts one mail each in the queue", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    const plan = planOf(team.id, [noor.id, samira.id, joke.id], { theme: canary("theme"), attendance: [`${joke.id}:PREFERRED`] });
    const result = await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, plan));
    if (!result.ok) throw new Error(result.problem);
    expect(result).toMatchObject({ coreTeamId: team.id, mails: 3, leftOut: 0 });
    const meeting = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: result.meetingId }, include: { participations: { include: { mails: true } } } });
    expect(meeting).toMatchObject({ kind: "IN_DEPTH", organiserId: noor.id, sequence: 0, version: 1, cancelled: false, startsAt: momentAt("2026-11-24", "14:15"), endsAt: momentAt("2026-11-24", "15:30") });
    const byPerson = new Map(meeting.participations.map((participation) => [participation.personId, participation]));
    expect(byPerson.get(samira.id)).toMatchObject({ attendance: "REQUIRED", answer: "NONE" });
    expect(byPerson.get(joke.id)).toMatchObject({ attendance: "PREFERRED", answer: "NONE" });
    // Whoever schedules, comes.
    expect(byPerson.get(noor.id)).toMatchObject({ answer: "ACCEPTED" });
    const mails = meeting.participations.flatMap(({ mails }) => mails);
    expect(mails).toHaveLength(3);
    for (const mail of mails) expect(mail).toMatchObject({ method: "REQUEST", sequence: 0, state: "QUEUED", messageId: `<${mail.id}@localhost>` });
    expect(await jobsFor(mails.map(({ id }) => id))).toBe(3);
    const line = await operatorDatabase().auditLine.findFirstOrThrow({ where: { objectId: meeting.id } });
    expect(line).toMatchObject({ action: "meeting:schedule", role: "schoolCoordinator", personId: noor.id, coreTeamId: team.id, details: { invited: 3, leftOut: 0 } });
    expect(JSON.stringify(line.details)).not.toContain("KANARIE");
  });

  test("leaves out who is no member on that day, and refuses when nobody is left", async () => {
    const { team, noor, samira, memberships } = await teamWorld();
    await operatorDatabase().membership.update({ where: { id: memberships.samira.id }, data: { lastDay: dayForDatabase("2026-11-23") } });
    const stranger = await makePerson();
    const result = await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id, samira.id, stranger.id])));
    expect(result).toMatchObject({ ok: true, mails: 1, leftOut: 2 });
    expect(await refused(noor.id, planOf(team.id, [samira.id, stranger.id], { start: "16:00" }))).toMatchObject({ problem: "NOBODY_INVITED" });
    expect(await refused(noor.id, planOf(team.id, []))).toMatchObject({ problem: "NOBODY_INVITED" });
  });

  test("refuses the past, and the hour that the clock skips", async () => {
    const { team, noor } = await teamWorld();
    expect(await refused(noor.id, planOf(team.id, [noor.id], { date: "2026-11-09" }))).toMatchObject({ problem: "PAST" });
    expect(await refused(noor.id, planOf(team.id, [noor.id], { date: "2026-11-10", start: "08:30" }))).toMatchObject({ problem: "PAST" });
    expect(await refused(noor.id, planOf(team.id, [noor.id], { date: "2027-03-28", start: "02:30" }))).toMatchObject({ problem: "NO_SUCH_TIME" });
  });

  test("keeps wall time over the nights that the clock changes", async () => {
    const { team, noor } = await teamWorld();
    const confirmed = ["PUBLIC_HOLIDAY 2027-03-28", "WEEKEND 2027-10-31", "OUTSIDE_SCHOOL_HOURS 2027-10-31 02:30", "OUTSIDE_SCHOOL_HOURS 2027-03-28 03:15"];
    const spring = await scheduled(noor.id, planOf(team.id, [noor.id], { date: "2027-03-28", start: "03:15", confirmed }));
    const autumn = await scheduled(noor.id, planOf(team.id, [noor.id], { date: "2027-10-31", start: "02:30", confirmed }));
    expect(await timesOf(spring)).toEqual(["2027-03-28T01:15:00.000Z", "2027-03-28T02:30:00.000Z"]);
    // 02.30 comes twice; the first is meant, and 75 minutes later it is 02.45 for the second time.
    expect(await timesOf(autumn)).toEqual(["2027-10-31T00:30:00.000Z", "2027-10-31T01:45:00.000Z"]);
  });

  test("asks for a yes to a school holiday of the school's own region, and takes it for that day only", async () => {
    const { team, noor } = await teamWorld();
    const inHoliday = planOf(team.id, [noor.id], { date: "2027-02-23" });
    expect(await refused(noor.id, inHoliday)).toMatchObject({ problem: "NEEDS_CONFIRMATION", warnings: [{ code: "SCHOOL_HOLIDAY", name: "Voorjaarsvakantie" }] });
    const confirmed = ["SCHOOL_HOLIDAY 2027-02-23"];
    expect(await refused(noor.id, { ...inHoliday, date: "2027-02-24", confirmed })).toMatchObject({ problem: "NEEDS_CONFIRMATION" });
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, { ...inHoliday, confirmed }))).toMatchObject({ ok: true });
    // 13 to 21 February is the holiday of the south.
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, { ...inHoliday, date: "2027-02-16" }))).toMatchObject({ ok: true });
  });

  test("puts nothing in the queue when its transaction rolls back", async () => {
    const { team, noor } = await teamWorld();
    const before = await everything();
    const attempt = asPerson(noor.id, async (viewer) => {
      expect(await scheduleMeeting(viewer, planOf(team.id, [noor.id]))).toMatchObject({ ok: true });
      throw new NotFoundError();
    });
    await expect(attempt).rejects.toThrow(NotFoundError);
    expect(await everything()).toEqual(before);
  });
});

describe("moving and changing", () => {
  test("moves everybody's entry under a higher SEQUENCE, and asks again who can come", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id]));
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }));
    const result = await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2026-12-01", start: "16:00" })));
    expect(result).toMatchObject({ ok: true, change: "MOVED", mails: 3 });
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ sequence: 1, version: 2, startsAt: momentAt("2026-12-01", "16:00") });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "NONE", startsAt: momentAt("2026-12-01", "16:00") });
    expect(await participationOf(id, noor.id)).toMatchObject({ answer: "ACCEPTED" });
    expect(await mailsOf(id)).toEqual([["REQUEST", 0], ["REQUEST", 0], ["REQUEST", 0], ["REQUEST", 1], ["REQUEST", 1], ["REQUEST", 1]]);
  });

  test("mails a new place and keeps the answers; a new theme mails nobody; no change does nothing", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }));
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, {})))).toMatchObject({ ok: true, change: "NONE", mails: 0 });
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { theme: "Verzuim" })))).toMatchObject({ ok: true, change: "DESCRIBED", mails: 0 });
    const placed = changeOf(id, { theme: "Verzuim", form: "HYBRID", link: "https://video.voorbeeld.nl/kern", version: 2 });
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, placed))).toMatchObject({ ok: true, change: "PLACED", mails: 2 });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "ACCEPTED" });
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ sequence: 1, version: 3, theme: "Verzuim" });
  });

  test("to a day on which somebody is no member asks first, and then takes that person's entry back", async () => {
    const { team, noor, samira, memberships } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await operatorDatabase().membership.update({ where: { id: memberships.samira.id }, data: { lastDay: dayForDatabase("2026-11-30") } });
    const move = changeOf(id, { date: "2026-12-01" });
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, move))).toMatchObject({ problem: "NEEDS_CONFIRMATION", warnings: [{ code: "NOT_MEMBERS", names: ["Samira Yilmaz"] }] });
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...move, confirmed: ["NOT_MEMBERS 2026-12-01"] }))).toMatchObject({ ok: true, mails: 2 });
    expect((await participationOf(id, samira.id)).withdrawnAt).not.toBeNull();
    expect(await mailsOf(id, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1]]);
  });

  test("of the same version twice at once succeeds once; the other sees what it is now", async () => {
    const { team, noor, karin } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    const results = await Promise.all([
      asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { start: "16:00" }))),
      asPerson(karin.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { start: "13:00" }))),
    ]);
    const [won, lost] = [results.find(({ ok }) => ok), results.find(({ ok }) => !ok)];
    expect(won).toMatchObject({ change: "MOVED" });
    expect(lost).toMatchObject({ problem: "CHANGED_MEANWHILE", now: { version: 2 } });
    expect(await mailsOf(id)).toEqual([["REQUEST", 0], ["REQUEST", 1]]);
  });

  test("is refused for a meeting that has begun, is cancelled or recorded, and changes nothing", async () => {
    const { team, noor, functions } = await teamWorld();
    const invitees = [{ personId: noor.id, functionId: functions.coach.id }];
    const begun = await makeMeeting(team, noor.id, { day: "2026-11-03", invitees });
    const off = await scheduled(noor.id, planOf(team.id, [noor.id]));
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: off, version: 1, reason: null, reasonReason: null }));
    const before = await everything();
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(begun.id, { date: "2026-12-01" })))).toMatchObject({ problem: "OVER" });
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(off, { version: 2, date: "2026-12-01" })))).toMatchObject({ problem: "CANCELLED" });
    expect(await everything()).toEqual(before);
  });
});

describe("cancelling", () => {
  test("keeps the meeting and its reason, and mails a CANCEL under a higher SEQUENCE", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const reason = canary("reason");
    expect(await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason, reasonReason: null }))).toMatchObject({ ok: true, mails: 2 });
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ cancelled: true, cancellationReason: reason, sequence: 1 });
    expect(await mailsOf(id, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1]]);
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id } });
    expect(JSON.stringify(lines.map(({ details }) => details))).not.toContain("KANARIE");
    expect(await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 2, reason: null, reasonReason: null }))).toMatchObject({ problem: "CANCELLED" });
  });

  test("of a meeting that is over and never took place mails nobody", async () => {
    const { team, noor, functions } = await teamWorld();
    const { id } = await makeMeeting(team, noor.id, { day: "2026-11-03", invitees: [{ personId: noor.id, functionId: functions.coach.id }] });
    expect(await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason: null, reasonReason: null }))).toMatchObject({ ok: true, mails: 0 });
  });

  test("while somebody answers ends with the meeting cancelled and the answer before or refused", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const [cancelled, answered] = await Promise.all([
      asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason: null, reasonReason: null })),
      asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" })),
    ]);
    expect(cancelled).toMatchObject({ ok: true });
    expect(await participationOf(id, samira.id)).toMatchObject({ cancelled: true, answer: answered.ok ? "ACCEPTED" : "NONE" });
    expect(await mailsOf(id, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1]]);
  });
});

describe("changing who is invited", () => {
  test("invites who is added, takes the entry of who is removed back, and leaves the others in peace", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const change = { meetingId: id, version: 1, invitees: [noor.id, joke.id], attendance: [] };
    expect(await asPerson(noor.id, (viewer) => changeInvitees(viewer, change))).toMatchObject({ ok: true, mails: 2 });
    expect(await mailsOf(id, noor.id)).toEqual([["REQUEST", 0]]);
    expect(await mailsOf(id, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1]]);
    expect(await mailsOf(id, joke.id)).toEqual([["REQUEST", 1]]);
  });

  test("invites somebody again whose invitation had lapsed, with a SEQUENCE above that of the CANCEL", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }));
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id], attendance: [] }));
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 2, invitees: [noor.id, samira.id], attendance: [] }));
    expect(await participationOf(id, samira.id)).toMatchObject({ withdrawnAt: null, answer: "NONE" });
    expect(await mailsOf(id, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1], ["REQUEST", 2]]);
  });

  test("refuses to leave nobody, and takes no strangers", async () => {
    const { team, noor } = await teamWorld();
    const stranger = await makePerson();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    const before = await everything();
    expect(await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [stranger.id], attendance: [] }))).toMatchObject({ problem: "NOBODY_INVITED" });
    expect(await everything()).toEqual(before);
  });
});

describe("answering, recording and sending again", () => {
  test("an answer counts until the meeting begins, and only of who is invited", async () => {
    const { team, noor, samira, joke, functions } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    expect(await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "DECLINED" }))).toMatchObject({ ok: true });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "DECLINED" });
    await expect(asPerson(joke.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }))).rejects.toThrow(NotFoundError);
    const begun = await makeMeeting(team, noor.id, { day: "2026-11-03", invitees: [{ personId: samira.id, functionId: functions.youth.id }] });
    expect(await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: begun.id, answer: "ACCEPTED" }))).toMatchObject({ problem: "OVER" });
  });

  test("the next invitation without an answer is the first to come, at any team; not one that lapsed, was called off or is on call", async () => {
    const { team, noor, samira, functions } = await teamWorld();
    const other = await teamWorld();
    await makeMembership(other.team, samira.id, { functionId: other.functions.youth.id });
    const open = () => asPerson(samira.id, (viewer) => findOpenInvitation(viewer));
    const invite = async (at: typeof team, day: string, functionId: string) =>
      (await makeMeeting(at, noor.id, { day, invitees: [{ personId: samira.id, functionId }] })).id;
    await invite(team, "2026-11-03", functions.youth.id);
    expect(await open()).toBeNull();
    const [lapsed, calledOff, onCall] = [await invite(team, "2026-11-16", functions.youth.id), await invite(team, "2026-11-17", functions.youth.id), await invite(team, "2026-11-18", functions.youth.id)];
    const db = operatorDatabase();
    await db.participation.updateMany({ where: { meetingId: lapsed }, data: { withdrawnAt: new Date("2026-11-10T09:00:00Z") } });
    await db.meeting.update({ where: { id: calledOff }, data: { cancelled: true, cancelledAt: new Date("2026-11-10T09:00:00Z") } });
    await db.participation.updateMany({ where: { meetingId: onCall }, data: { attendance: "ON_CALL" } });
    expect(await open()).toBeNull();
    const later = await invite(team, "2026-11-26", functions.youth.id);
    const first = await invite(other.team, "2026-11-24", other.functions.youth.id);
    expect(await open()).toMatchObject({ meetingId: first, coreTeamId: other.team.id, teamName: other.team.name });
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: first, answer: "DECLINED" }));
    expect(await open()).toMatchObject({ meetingId: later, coreTeamId: team.id });
    expect(await asPerson(noor.id, (viewer) => findOpenInvitation(viewer))).toBeNull();
  });

  test("who was there is recorded when it has begun, and can be corrected", async () => {
    const { team, noor, samira, functions } = await teamWorld();
    const invitees = [noor, samira].map(({ id }) => ({ personId: id, functionId: functions.coach.id }));
    const { id } = await makeMeeting(team, noor.id, { day: "2026-11-03", invitees });
    const present = [(await participationOf(id, noor.id)).id];
    expect(await asPerson(noor.id, (viewer) => recordMeeting(viewer, { meetingId: id, version: 1, present }))).toMatchObject({ ok: true });
    expect([(await participationOf(id, noor.id)).present, (await participationOf(id, samira.id)).present]).toEqual([true, false]);
    const { recordedAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } });
    await asPerson(noor.id, (viewer) => recordMeeting(viewer, { meetingId: id, version: 2, present: [] }));
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } })).toMatchObject({ recordedAt, version: 3 });
    expect((await participationOf(id, noor.id)).present).toBe(false);
    const coming = await scheduled(noor.id, planOf(team.id, [noor.id]));
    expect(await asPerson(noor.id, (viewer) => recordMeeting(viewer, { meetingId: coming, version: 1, present: [] }))).toMatchObject({ problem: "NOT_YET" });
  });

  test("a mail goes out again only after it came back, and once when two press at the same time", async () => {
    const { team, noor, samira, karin } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const { id: participationId } = await participationOf(id, samira.id);
    expect(await asPerson(noor.id, (viewer) => resendInvitation(viewer, { participationId }))).toMatchObject({ problem: "NOT_BOUNCED" });
    await operatorDatabase().meetingMail.updateMany({ where: { participationId }, data: { state: "BOUNCED", errorCode: "SMTP_550" } });
    const results = await Promise.all([noor, karin].map(({ id: person }) => asPerson(person, (viewer) => resendInvitation(viewer, { participationId }))));
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await mailsOf(id, samira.id)).toEqual([["REQUEST", 0], ["REQUEST", 0]]);
  });
});

describe("a page about a meeting", () => {
  test("shows a partner who comes, but no mails, no withdrawn people, and no address that is not shared", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    await operatorDatabase().person.update({ where: { id: noor.id }, data: { sharesEmail: false, phone: "06 12345678" } });
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id]));
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id, samira.id], attendance: [] }));
    const seen = await asPerson(samira.id, (viewer) => findMeeting(viewer, team.id, id));
    expect(seen).toMatchObject({ state: "COMING", organiser: { name: "Noor de Wit", phone: "06 12345678", email: null }, notInvited: ["Joke Bakker"] });
    expect(seen?.invitees.map(({ name, mail, email, isMember }) => [name, mail, email, isMember])).toEqual([
      ["Noor de Wit", null, null, true],
      ["Samira Yilmaz", null, samira.email, true],
    ]);
    const planned = await asPerson(noor.id, (viewer) => findMeeting(viewer, team.id, id));
    expect(planned?.invitees.map(({ mail }) => mail?.state)).toEqual(["QUEUED", "QUEUED"]);
  });

  test("still opens when somebody who was invited never became a member", async () => {
    const { team, noor, samira, functions } = await teamWorld();
    const bram = await makePerson({ name: "Bram de Boer" });
    const membership = await makeMembership(team, bram.id, { functionId: functions.coach.id, firstDay: "2026-11-20" });
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, bram.id, samira.id]));
    await operatorDatabase().membership.delete({ where: { id: membership.id } });
    for (const reader of [noor, samira]) {
      const seen = await asPerson(reader.id, (viewer) => findMeeting(viewer, team.id, id));
      expect(seen?.invitees).toHaveLength(3);
      expect(seen?.invitees.filter(({ isMember }) => !isMember)).toHaveLength(1);
    }
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { start: "16:00", confirmed: ["NOT_MEMBERS 2026-11-24"] })))).toMatchObject({ ok: true, mails: 3 });
  });

  test("lists what is coming first, and what is over by school year, with what was not recorded", async () => {
    const { team, noor, functions } = await teamWorld();
    const invitees = [{ personId: noor.id, functionId: functions.coach.id }];
    await makeMeeting(team, noor.id, { day: "2025-10-07", invitees, recordedAt: new Date() });
    await makeMeeting(team, noor.id, { day: "2026-07-31", invitees });
    await makeMeeting(team, noor.id, { day: "2026-08-01", invitees });
    const later = await scheduled(noor.id, planOf(team.id, [noor.id], { date: "2026-12-01" }));
    const sooner = await scheduled(noor.id, planOf(team.id, [noor.id]));
    const lists = await asPerson(noor.id, async (viewer) => ({
      coming: await listMeetings(viewer, team.id, "coming", 1),
      past: await listMeetings(viewer, team.id, 2025, 1),
      years: await listMeetingYears(viewer, team.id),
    }));
    expect(lists.coming).toMatchObject({ total: 2, meetings: [{ id: sooner, invited: 1, accepted: 1, state: "COMING" }, { id: later }] });
    expect(lists.past.meetings.map(({ state }) => state)).toEqual(["NOT_RECORDED", "RECORDED"]);
    expect(lists.years).toEqual([{ year: 2026, unrecorded: 1 }, { year: 2025, unrecorded: 1 }]);
  });

  test("is read in a few statements, however many people are invited", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id]));
    const statements: string[] = [];
    appDatabase().$on("query" as never, ((event: { query: string }) => statements.push(event.query)) as never);
    const countOf = async (read: (viewer: Viewer) => Promise<unknown>) => {
      statements.length = 0;
      await asPerson(noor.id, read);
      return statements.filter((statement) => /^\s*(SELECT|WITH)/i.test(statement) && !statement.includes("set_config")).length;
    };
    expect(await countOf((viewer) => findMeeting(viewer, team.id, id))).toBe(1);
    expect(await countOf((viewer) => findMeetingToChange(viewer, id))).toBe(1);
    expect(await countOf((viewer) => findPlanningTeam(viewer, team.id))).toBe(1);
    expect(await countOf((viewer) => listMeetings(viewer, team.id, "coming", 1))).toBe(2);
  });

  test("shows holidays of the school's own region and of everybody", async () => {
    const { noor } = await teamWorld();
    const found = await asPerson(noor.id, (viewer) => listHolidays(viewer, { from: "2027-02-13", until: "2027-03-29", calendar: { consortiumId: null, regions: ["Noord"], schoolIds: [] } }));
    expect(found.map(({ name, region }) => [name, region])).toEqual([["Voorjaarsvakantie", "Noord"], ["Eerste Paasdag", null], ["Tweede Paasdag", null]]);
  });
});

async function refused(personId: string, plan: Parameters<typeof scheduleMeeting>[1]): Promise<unknown> {
  const before = await everything();
  const result = await asPerson(personId, (viewer) => scheduleMeeting(viewer, plan));
  expect(await everything()).toEqual(before);
  return result;
}

async function mailsOf(meetingId: string, personId?: string): Promise<[string, number][]> {
  const participation = { meetingId, ...(personId ? { personId } : {}) };
  const mails = await operatorDatabase().meetingMail.findMany({ where: { participation }, orderBy: [{ sequence: "asc" }, { createdAt: "asc" }] });
  return mails.map(({ method, sequence }) => [method, sequence]);
}

async function jobsFor(mailIds: string[]): Promise<number> {
  const rows = await operatorDatabase().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM pgboss.job WHERE name = 'meeting-mail' AND data->>'meetingMailId' = ANY (${mailIds})`;
  return rows[0]?.count ?? 0;
}

async function timesOf(id: string): Promise<string[]> {
  const { startsAt, endsAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } });
  return [startsAt.toISOString(), endsAt.toISOString()];
}
