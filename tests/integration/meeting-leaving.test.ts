import { describe, expect, test } from "vitest";
import { changeMembership, endMembership, withdrawMembership } from "#lib/core-teams/commands";
import { operatorDatabase } from "#lib/db";
import { personMailJob } from "#lib/jobs/person-mail";
import { answerInvitation, cancelMeeting } from "#lib/meetings/commands";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makePerson } from "#tests/support/builders";
import { asForm, everything, participationOf, planOf, scheduled, signIn, teamWorld, useMeetings } from "#tests/support/meeting-world";

process.env.DEMO = "1";
useMeetings();

type Answer = "ACCEPTED" | "DECLINED";

async function declines(meetingId: string): Promise<Record<string, unknown>[]> {
  const rows = await operatorDatabase().$queryRaw<{ data: Record<string, unknown> }[]>`
    SELECT data FROM pgboss.job j JOIN participation p ON p.id::text = j.data->>'participationId'
    WHERE j.name = 'person-mail' AND p.meeting_id = ${meetingId}::uuid ORDER BY j.created_on`;
  return rows.map(({ data }) => data);
}

async function mailOf(job: Record<string, unknown>) {
  await operatorDatabase().demoMail.deleteMany();
  await personMailJob.run(job as never, { jobId: crypto.randomUUID(), age: 0, signal: new AbortController().signal });
  return operatorDatabase().demoMail.findFirst();
}

describe("who does not come", () => {
  const answer = (personId: string, meetingId: string, given: Answer) => asPerson(personId, (viewer) => answerInvitation(viewer, { meetingId, answer: given }));

  test("is told to the organiser by mail, once for each time somebody changes to that answer", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await answer(samira.id, id, "ACCEPTED");
    expect(await declines(id)).toEqual([]);
    await answer(samira.id, id, "DECLINED");
    await answer(samira.id, id, "DECLINED");
    const { id: participationId } = await participationOf(id, samira.id);
    expect(await declines(id)).toEqual([{ kind: "DECLINED", participationId, hadAccepted: true }]);
    await answer(samira.id, id, "ACCEPTED");
    await answer(samira.id, id, "DECLINED");
    expect(await declines(id)).toHaveLength(2);
  });

  test("is named in the mail with the meeting and a link to it; the answer goes to that person", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id], { theme: "KANARIE" }));
    await answer(samira.id, id, "DECLINED");
    const [job = {}] = await declines(id);
    const mail = await mailOf(job);
    expect(mail).toMatchObject({ toAddress: noor.email, subject: "Samira Yilmaz komt niet: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur" });
    expect(mail?.text).toContain("Samira Yilmaz (CJG-coach) komt niet naar de bijeenkomst van het kernteam van OBS De Wilgen.");
    expect(mail?.text).toContain(`/core-teams/${team.id}/meetings/${id}`);
    expect(mail?.text).not.toContain("KANARIE");
  });

  test("is no news any more when this person comes after all, or the meeting is off", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await answer(samira.id, id, "DECLINED");
    const [job = {}] = await declines(id);
    await answer(samira.id, id, "ACCEPTED");
    expect(await mailOf(job)).toBeNull();
    await answer(samira.id, id, "DECLINED");
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason: null, reasonReason: null }));
    expect(await mailOf(job)).toBeNull();
  });

  test("is not told to somebody about himself", async () => {
    const { team, noor } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    await answer(noor.id, id, "DECLINED");
    expect(await declines(id)).toEqual([]);
  });
});

describe("invitations of somebody who leaves the team", () => {
  async function mailsTo(meetingId: string, personId: string) {
    const mails = await operatorDatabase().meetingMail.findMany({ where: { participation: { meetingId, personId } }, orderBy: { createdAt: "asc" } });
    return mails.map(({ method, sequence }) => [method, sequence]);
  }

  const later = { date: "2026-12-15" };

  test("lapse for meetings after the last day, with the mail that takes them out of the calendar, and for nobody else", async () => {
    const { team, noor, samira, joke, karin, memberships } = await teamWorld();
    const [near, far] = [await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id])), await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id], later))];
    expect(await asPerson(karin.id, (viewer) => endMembership(viewer, { membershipId: memberships.samira.id, version: 1, lastDay: "2026-11-30" }))).toMatchObject({ ok: true });
    expect((await participationOf(near, samira.id)).withdrawnAt).toBeNull();
    expect((await participationOf(far, samira.id)).withdrawnAt).not.toBeNull();
    expect(await mailsTo(near, samira.id)).toEqual([["REQUEST", 0]]);
    expect(await mailsTo(far, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1]]);
    expect(await mailsTo(far, joke.id)).toEqual([["REQUEST", 0]]);
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: far } })).toMatchObject({ sequence: 1, version: 2, cancelled: false });
    expect(await operatorDatabase().auditLine.findMany({ where: { objectId: far, action: "invitees:change" } })).toMatchObject([{ personId: karin.id, role: "processCoach", details: { removed: 1, leftTeam: true } }]);
  });

  test("stay as long as another function in the team lasts, and in other teams", async () => {
    const { team, noor, samira, karin, functions, memberships } = await teamWorld();
    await makeMembership(team, samira.id, { functionId: functions.nurse.id });
    const id = await scheduled(noor.id, planOf(team.id, [samira.id], later));
    await asPerson(karin.id, (viewer) => endMembership(viewer, { membershipId: memberships.samira.id, version: 1, lastDay: "2026-11-30" }));
    expect((await participationOf(id, samira.id)).withdrawnAt).toBeNull();
  });

  test("lapse too when the days of the membership are changed, and when it never begins", async () => {
    const { team, noor, samira, karin, functions, memberships } = await teamWorld();
    const starter = await makePerson();
    const coming = await makeMembership(team, starter.id, { functionId: functions.youth.id, firstDay: "2026-12-01" });
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, starter.id], later));
    const stay = { organisationId: null, firstDay: "2024-08-01", temporary: false, lastDay: "2026-12-01", temporaryReason: null };
    await asPerson(karin.id, (viewer) => changeMembership(viewer, { membershipId: memberships.samira.id, version: 1, ...stay }));
    await asPerson(karin.id, (viewer) => withdrawMembership(viewer, { membershipId: coming.id, version: 1 }));
    expect(await mailsTo(id, samira.id)).toEqual([["REQUEST", 0], ["CANCEL", 1]]);
    expect(await mailsTo(id, starter.id)).toEqual([["REQUEST", 0], ["CANCEL", 2]]);
  });

  test("stay with a membership whose ending was refused", async () => {
    const { team, noor, samira, karin, memberships } = await teamWorld();
    await scheduled(noor.id, planOf(team.id, [samira.id], later));
    const facts = await signIn(karin.id);
    const before = await everything();
    expect(await asForm(facts, (viewer) => endMembership(viewer, { membershipId: memberships.samira.id, version: 9, lastDay: "2026-11-30" }))).toMatchObject({ problem: "CHANGED_MEANWHILE" });
    expect(await everything()).toEqual(before);
  });
});
