import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { appDatabase, operatorDatabase, workerDatabase } from "#lib/db";
import { enqueue } from "#lib/jobs/queue";
import { remindOfProposals } from "#lib/jobs/proposal-reminders";
import { remindToRecord } from "#lib/jobs/record-reminders";
import { sendWeeklyDigests } from "#lib/jobs/weekly-digest";
import { chooseMail } from "#lib/profile/commands";
import { findMailPreferences } from "#lib/profile/queries";
import type { ChooseMail } from "#lib/profile/schema";
import { proposeDates } from "#lib/date-proposals/commands";
import { asPerson } from "#tests/support/as-person";
import { makeCoreTeam, makeMeeting, makeMembership, makePerson, makeRole, makeSchool } from "#tests/support/builders";
import { asOwner, box, endSessionsOf, forgetPulse, hurryUntil, jobRows, kill, until, useJobs, work, workElsewhere } from "#tests/support/job-world";
import { otherTeam, planOf, scheduled, type TeamWorld, teamWorld } from "#tests/support/meeting-world";
import { contentOf, headerOf } from "#tests/support/mime";

// What the worker mails by the clock: an overview at the start of the week, and a reminder of what was not recorded.

/** A Monday without holidays near; these tests live at nine in the morning. */
const MONDAY = "2026-11-09";
const at = (day: string, time = "09:00") => new Date(`${day}T${time}:00+01:00`);

beforeAll(() => {
  process.env.REFERENCE_DATE = MONDAY;
});
useJobs();

let world: TeamWorld;

beforeEach(async () => {
  // Whoever stems from an earlier test gets no mail any more.
  await asOwner("UPDATE person SET deactivated_at = now()");
  world = await teamWorld();
});

const invited = (day: string, fields: Parameters<typeof makeMeeting>[2] = {}) =>
  makeMeeting(world.team, world.noor.id, { day, invitees: [{ personId: world.samira.id, functionId: world.functions.youth.id }], ...fields });
const agreed = (dueOn: string, team = world.team) =>
  invited("2026-10-06", { invitees: [], recordedAt: at("2026-10-06") }).then(({ id: meetingId }) =>
    operatorDatabase().agreement.create({ data: { consortiumId: team.consortiumId, coreTeamId: team.id, meetingId, text: "KANARIE-afspraak", ownerId: world.samira.id, dueOn: new Date(dueOn) } }));
const choose = (choice: Partial<ChooseMail>) => asPerson(world.samira.id, (viewer) => chooseMail(viewer, { weeklyDigest: true, proposalReminders: true, ...choice }));
const kinds = async () => (await jobRows()).map(({ data }) => (data as { kind?: string }).kind);
const textOf = (mail: Parameters<typeof contentOf>[0]) => contentOf(mail, "text/plain").replaceAll("\r\n", "\n");
const mailsTo = (address: string) => box.mails.filter(({ to }) => to.includes(address)).map(({ message }) => message);

describe("the weekly overview", () => {
  test("tells what waits over all schools in one mail: moments, numbers and schools, and no word of what it is about", async () => {
    const { samira, team } = world;
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId: world.consortiumId });
    await invited("2026-11-17", { theme: "KANARIE-thema" });
    await makeMeeting(other.team, other.planner.id, { day: "2026-11-19", from: "10:00", to: "11:00", theme: "KANARIE-thema", invitees: [{ personId: samira.id, functionId: world.functions.youth.id, attendance: "ON_CALL" }] });
    await invited("2026-12-15", { theme: "KANARIE-thema" });
    await operatorDatabase().participation.updateMany({ where: { personId: samira.id, startsAt: at("2026-11-17", "14:00") }, data: { answer: "ACCEPTED" } });
    await agreed("2026-11-02");
    await agreed("2026-11-20");
    await agreed("2026-12-20");
    await asPerson(world.noor.id, (viewer) =>
      proposeDates(viewer, { coreTeamId: team.id, kind: "IN_DEPTH", theme: "KANARIE-thema", themeReason: null, placeReason: null, minutes: 60, form: "LIVE", place: "Op school", link: null, invitees: [samira.id], attendance: [], moments: ["2026-12-01 14:00", "2026-12-03 14:00"], lastDay: "2026-11-20" }));
    await asOwner("DELETE FROM pgboss.job");
    await work();
    expect(await sendWeeklyDigests()).toBe(1);
    await until(async () => expect(mailsTo(samira.email)).toHaveLength(1));
    const [mail] = mailsTo(samira.email);
    const text = textOf(mail!);
    expect(headerOf(mail!, "Subject")).toBe("Wat er op je wacht in week 46");
    expect(text).toContain("Je hebt 2 bijeenkomsten:\n\n- di 17 november 2026, 14.00–15.15 uur, OBS De Wilgen\n- do 19 november 2026, 10.00–11.00 uur, De Meerpaal, op afroep\n");
    expect(text).toContain("Op 1 datumvoorstel heb je nog niet geantwoord:\n\n- OBS De Wilgen: 1\n");
    expect(text).toContain("Op 2 uitnodigingen heb je nog niet geantwoord:\n\n- De Meerpaal: 1\n- OBS De Wilgen: 1\n");
    expect(text).toContain("Bij 2 afspraken ben jij nu aan zet:\n\n- OBS De Wilgen: 1 over de datum en 1 voor of op ma 23 november 2026\n");
    expect(text).toContain("http://localhost:3000/profile/mail\n");
    expect(`${text}${contentOf(mail!, "text/html")}`).not.toContain("KANARIE");
    expect(box.mails).toHaveLength(1);
  });

  test("comes once a week, also with two workers at once", async () => {
    await invited("2026-11-17");
    const counts = await Promise.all([sendWeeklyDigests(), sendWeeklyDigests(), sendWeeklyDigests()]);
    expect(counts.toSorted()).toEqual([0, 0, 1]);
    expect(await sendWeeklyDigests(at("2026-11-10"))).toBe(0);
    expect(await kinds()).toEqual(["DIGEST"]);
    expect(await sendWeeklyDigests(at("2026-11-16", "08:00"))).toBe(1);
  });

  test("repeats, when the mail server hung up, as the same mail", async () => {
    await invited("2026-11-17");
    await sendWeeklyDigests();
    box.behaviour = { breaksAfterData: true };
    await work();
    await box.received(1);
    box.behaviour = {};
    await hurryUntil(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    const ids = box.mails.map(({ message }) => headerOf(message, "Message-ID"));
    expect(ids.length).toBeGreaterThan(1);
    expect(new Set(ids).size).toBe(1);
  });

  test("reaches everybody when the worker is killed in mid-queue, and repeats the one mail in flight as the same mail", async () => {
    const { team, functions } = world;
    for (const name of ["Aylin", "Bram", "Carla", "Dirk", "Els"]) {
      const person = await makePerson({ name });
      await makeMembership(team, person.id, { functionId: functions.youth.id });
      await invited("2026-11-17", { invitees: [{ personId: person.id, functionId: functions.youth.id }] });
    }
    expect(await sendWeeklyDigests()).toBe(5);
    box.behaviour = { slowness: 1_000 };
    const victim = await workElsewhere();
    const states = async () => (await jobRows()).map(({ state }) => state).toSorted();
    await until(async () => expect(await states()).toEqual(["active", "completed", "completed", "created", "created"]));
    // Whoever writes down that the third was sent has to wait for this transaction.
    await asOwner("BEGIN");
    await asOwner("SELECT 1 FROM pgboss.job WHERE state = 'active' FOR UPDATE");
    await box.received(3);
    await kill(victim);
    await endSessionsOf("kt_worker");
    await asOwner("COMMIT");
    expect(await states()).toEqual(["active", "completed", "completed", "created", "created"]);
    box.behaviour = {};
    await forgetPulse();
    await work();
    await hurryUntil(async () => expect(new Set(await states())).toEqual(new Set(["completed"])));
    const sent = box.mails.map(({ to, message }) => `${to[0]} ${headerOf(message, "Message-ID")}`);
    expect(sent).toHaveLength(6);
    expect(new Set(sent).size).toBe(5);
    expect(new Set(box.mails.map(({ to }) => to[0])).size).toBe(5);
    expect(sent.filter((each) => each === sent[2])).toHaveLength(2);
    expect(await sendWeeklyDigests()).toBe(0);
  });

  test("is no mail when nothing waits, and none later that week", async () => {
    expect(await sendWeeklyDigests()).toBe(0);
    await invited("2026-11-17");
    expect(await sendWeeklyDigests(at("2026-11-09", "10:00"))).toBe(0);
    expect(await kinds()).toEqual([]);
  });

  test("leaves out what was declined, is off, was taken back, or belongs to a team one left", async () => {
    const set = async (day: string, data: Parameters<ReturnType<typeof operatorDatabase>["participation"]["updateMany"]>[0]["data"]) => {
      const { id: meetingId } = await invited(day);
      await operatorDatabase().participation.updateMany({ where: { meetingId }, data });
    };
    await set("2026-11-17", { answer: "DECLINED" });
    await set("2026-11-18", { withdrawnAt: at(MONDAY) });
    const { id } = await invited("2026-11-19");
    await operatorDatabase().meeting.update({ where: { id }, data: { cancelled: true, cancelledAt: at(MONDAY) } });
    await invited("2026-11-20");
    await operatorDatabase().membership.update({ where: { id: world.memberships.samira.id }, data: { lastDay: new Date("2026-11-19") } });
    expect(await sendWeeklyDigests()).toBe(0);
  });

  test("does not leave any more when all of it was done before the mail went", async () => {
    const { id } = await invited("2026-11-17");
    expect(await sendWeeklyDigests()).toBe(1);
    await operatorDatabase().participation.updateMany({ where: { meetingId: id }, data: { answer: "DECLINED" } });
    await work();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    expect(box.mails).toEqual([]);
  });

  test("waits for eight o'clock, and over a weekend, an evening and a free Monday", async () => {
    await invited("2027-04-08");
    for (const moment of [at("2026-11-09", "07:59"), at("2026-11-09", "18:00"), at("2026-11-14"), at("2026-11-15"), at("2026-11-12")]) expect(await sendWeeklyDigests(moment)).toBe(0);
    // Easter Monday; by then it is summer time.
    expect(await sendWeeklyDigests(at("2027-03-29"))).toBe(0);
    expect(await sendWeeklyDigests(at("2027-03-30"))).toBe(1);
  });

  test("waits while all schools of somebody are on holiday, and not for one of them", async () => {
    await invited("2027-03-02");
    // The spring holiday of Noord; in Zuid it was the week before.
    expect(await sendWeeklyDigests(at("2027-02-22"))).toBe(0);
    const school = await makeSchool(world.consortiumId, { holidayRegion: "Zuid" });
    const south = await makeCoreTeam(world.consortiumId, { schoolId: school.id });
    await makeMembership(south, world.samira.id, { functionId: world.functions.youth.id });
    expect(await sendWeeklyDigests(at("2027-02-22"))).toBe(1);
  });

  test("does not come to who switched it off, and holds back no invitation", async () => {
    const { noor, samira, team } = world;
    await choose({ weeklyDigest: false, proposalReminders: false });
    await work();
    await scheduled(noor.id, planOf(team.id, [samira.id], { date: "2026-11-12" }));
    expect(await sendWeeklyDigests()).toBe(0);
    await until(async () => expect(mailsTo(samira.email).map((mail) => headerOf(mail, "Subject"))).toEqual(["Uitnodiging: bijeenkomst OBS De Wilgen, do 12 november 14.15 uur"]));
    // Switched on again, it comes with the next week.
    await choose({});
    expect(await sendWeeklyDigests(at("2026-11-10"))).toBe(0);
  });
});

describe("the choice of mails", () => {
  test("is one's own: nobody else reads or changes it, and the worker only reads it", async () => {
    expect(await asPerson(world.samira.id, findMailPreferences)).toEqual({ weeklyDigest: true, proposalReminders: true });
    await choose({ weeklyDigest: false });
    await choose({ weeklyDigest: false });
    expect(await asPerson(world.samira.id, findMailPreferences)).toEqual({ weeklyDigest: false, proposalReminders: true });
    const seen = await asPerson(world.noor.id, async (viewer) => [await viewer.db.mailPreference.count(), (await viewer.db.mailPreference.updateMany({ data: { weeklyDigest: true } })).count]);
    expect(seen).toEqual([0, 0]);
    await expect(workerDatabase().mailPreference.updateMany({ data: { weeklyDigest: true } })).rejects.toThrow();
    expect(await asPerson(world.samira.id, findMailPreferences)).toEqual({ weeklyDigest: false, proposalReminders: true });
  });

  test("keeps the reminder of a date proposal away, and not the question", async () => {
    const { noor, samira, team } = world;
    await choose({ proposalReminders: false });
    const result = await asPerson(noor.id, (viewer) =>
      proposeDates(viewer, { coreTeamId: team.id, kind: "IN_DEPTH", theme: null, themeReason: null, placeReason: null, minutes: 60, form: "LIVE", place: "Op school", link: null, invitees: [samira.id], attendance: [], moments: ["2026-12-01 14:00", "2026-12-03 14:00"], lastDay: "2026-11-20" }));
    expect(await kinds()).toEqual(["ASKED"]);
    if (!result.ok) throw new Error(result.problem);
    await operatorDatabase().dateProposal.update({ where: { id: result.proposalId }, data: { remindAt: at(MONDAY, "08:30") } });
    expect(await remindOfProposals()).toBe(0);
    await choose({});
    expect(await remindOfProposals()).toBe(1);
  });
});

describe("a meeting that is over and not recorded", () => {
  test("is told to whoever organised it, the first working morning after it, once", async () => {
    const { noor } = world;
    // A Friday.
    const { id } = await invited("2026-11-06", { theme: "KANARIE-thema" });
    for (const moment of [at("2026-11-06", "16:00"), at("2026-11-07"), at("2026-11-09", "07:30")]) expect(await remindToRecord(moment)).toBe(0);
    const counts = await Promise.all([remindToRecord(), remindToRecord()]);
    expect(counts.toSorted()).toEqual([0, 1]);
    expect(await remindToRecord(at("2026-11-10"))).toBe(0);
    await work();
    await until(async () => expect(mailsTo(noor.email)).toHaveLength(1));
    const [mail] = mailsTo(noor.email);
    expect(headerOf(mail!, "Subject")).toBe("Nog vast te leggen: bijeenkomst OBS De Wilgen");
    expect(textOf(mail!)).toContain(`Leg de bijeenkomst vast:\nhttp://localhost:3000/core-teams/${world.team.id}/meetings/${id}/recording\n`);
    expect(textOf(mail!)).not.toContain("KANARIE");
  });

  test("is not told when it was recorded, called off, is of this morning, or is long ago", async () => {
    await invited("2026-11-05", { recordedAt: at("2026-11-05", "16:00") });
    const off = await invited("2026-11-04");
    await operatorDatabase().meeting.update({ where: { id: off.id }, data: { cancelled: true, cancelledAt: at("2026-11-03") } });
    await invited(MONDAY, { from: "08:00", to: "08:30" });
    await invited("2026-09-01");
    expect(await remindToRecord()).toBe(0);
    expect(await kinds()).toEqual([]);
  });

  test("is not told any more when it was recorded before the mail went", async () => {
    const { id } = await invited("2026-11-05");
    expect(await remindToRecord()).toBe(1);
    await operatorDatabase().meeting.update({ where: { id }, data: { recordedAt: at(MONDAY, "08:30") } });
    await work();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    expect(box.mails).toEqual([]);
  });

  test("goes to who records for the team now, when whoever organised it left, and waits while there is nobody", async () => {
    const { karin, noor, team } = world;
    const { id } = await makeMeeting(team, karin.id, { day: "2026-11-05" });
    const recipients = async () => (await jobRows()).map(({ data }) => (data as { recipientId?: string }).recipientId);
    await operatorDatabase().consortiumRole.updateMany({ where: { personId: karin.id }, data: { lastDay: new Date("2026-11-01") } });
    await operatorDatabase().membership.update({ where: { id: world.memberships.noor.id }, data: { lastDay: new Date("2026-11-01") } });
    expect(await remindToRecord()).toBe(0);
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id }, select: { recordRemindedAt: true } })).toEqual({ recordRemindedAt: null });
    await operatorDatabase().membership.update({ where: { id: world.memberships.noor.id }, data: { lastDay: null } });
    expect(await remindToRecord()).toBe(1);
    expect(await recipients()).toEqual([noor.id]);
    await makeMeeting(team, karin.id, { day: "2026-11-04" });
    await makeRole(team.consortiumId, karin.id, "ORGANISER");
    expect(await remindToRecord()).toBe(1);
    expect((await recipients()).toSorted()).toEqual([noor.id, karin.id].toSorted());
  });

  test("can only be marked as told by the worker, which changes nothing else of a meeting", async () => {
    const { id } = await invited("2026-11-05");
    await expect(workerDatabase().meeting.updateMany({ where: { id }, data: { recordedAt: at(MONDAY) } })).rejects.toThrow();
    await expect(appDatabase().$transaction((tx) => enqueue(tx, "person-mail", { kind: "DIGEST", personId: id, week: "no day" }))).rejects.toThrow();
    expect(await jobRows()).toEqual([]);
  });
});
