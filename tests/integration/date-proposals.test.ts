import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { answerProposal, chooseDate, confirmProposal, proposeDates, remindInvitees, withdrawProposal } from "#lib/date-proposals/commands";
import { findDateProposal, findLinkedProposal, listOwnQuestions } from "#lib/date-proposals/queries";
import type { AnswerProposal, ProposeDates } from "#lib/date-proposals/schema";
import { operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { scheduleMeeting } from "#lib/meetings/commands";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makeRole } from "#tests/support/builders";
import { asOwner, box, hurry, jobRows, until, useJobs, work } from "#tests/support/job-world";
import { remindOfProposals } from "#lib/jobs/proposal-reminders";
import { asForm, everything, otherTeam, planOf, proposalOf, scheduled, signIn, type TeamWorld, teamWorld, TODAY } from "#tests/support/meeting-world";
import { contentOf, headerOf } from "#tests/support/mime";

// From the question to the answer: a team is asked, each by a link of the own, and one of the moments becomes a meeting.

beforeAll(() => {
  process.env.REFERENCE_DATE = TODAY;
});
useJobs();

let world: TeamWorld;

beforeEach(async () => {
  world = await teamWorld();
});

const asked = (fields: Partial<ProposeDates> = {}) => proposalOf(world, fields);

async function proposed(fields: Partial<ProposeDates> = {}): Promise<string> {
  const result = await asPerson(world.noor.id, (viewer) => proposeDates(viewer, asked(fields)));
  if (!result.ok) throw new Error(`This proposal was refused: ${result.problem}.`);
  return result.proposalId;
}

async function tokenFor(proposalId: string, personId: string): Promise<string> {
  const link = await operatorDatabase().personalLink.findFirstOrThrow({ where: { personId, proposalInvitee: { dateProposalId: proposalId } }, select: { id: true } });
  return tokenOf(link.id);
}

async function answered(proposalId: string, personId: string, answers: AnswerProposal["answers"], counter: Partial<AnswerProposal> = {}) {
  const token = await tokenFor(proposalId, personId);
  const moments = (await operatorDatabase().proposedMoment.findMany({ where: { dateProposalId: proposalId }, orderBy: { startsAt: "asc" } })).map(({ id }) => id);
  return inLinkTransaction("DATE_PROPOSAL", token, (holder) => answerProposal(holder, { token, moments, answers, counterDate: null, counterStart: null, ...counter }), "test");
}

function found(proposalId: string) {
  return asPerson(world.noor.id, async (viewer) => (await findDateProposal(viewer, proposalId))!);
}

/** Chooses, schedules and closes, as the form does. */
async function confirmed(personId: string, proposalId: string, moment: string, fields: { accepted?: "yes"; instead?: string; confirmed?: string[]; version?: number } = {}) {
  return asForm(await signIn(personId), async (viewer) => {
    const chosen = await chooseDate(viewer, { proposalId, version: fields.version ?? 1, moment, accepted: fields.accepted, instead: fields.instead ?? null, confirmed: fields.confirmed ?? [] });
    if (!chosen.ok) return chosen;
    const meeting = await scheduleMeeting(viewer, chosen.plan, { answers: chosen.answers, checked: chosen.proposal, refused: chosen.refused });
    if (!meeting.ok) return meeting;
    const closed = await confirmProposal(viewer, chosen.proposal, meeting.meetingId);
    return closed.ok ? { ok: true as const, meetingId: meeting.meetingId } : closed;
  });
}

async function proposals(): Promise<unknown> {
  const db = operatorDatabase();
  return [await everything(), await db.dateProposal.findMany(), await db.proposalInvitee.findMany(), await db.momentAnswer.findMany(), await db.personalLink.count()];
}

const subjectsTo = (address: string) => box.mails.filter(({ message }) => headerOf(message, "To").includes(address)).map(({ message }) => headerOf(message, "Subject"));

describe("proposing dates", () => {
  test("asks each person who is needed or wanted by a link of the own, and nobody on call; who proposes has said yes", async () => {
    const { noor, samira, joke } = world;
    await work();
    const proposalId = await proposed();
    await until(async () => expect(box.mails).toHaveLength(1));
    const [mail] = box.mails.filter(({ message }) => headerOf(message, "To").includes(samira.email));
    const text = contentOf(mail!.message, "text/plain");
    expect(subjectsTo(samira.email)).toEqual(["Datumvoorstel OBS De Wilgen: wanneer kun jij?"]);
    expect(text).toContain("di 24 november 2026, 14.15–15.30 uur");
    expect(text).toContain(`/answer/${await tokenFor(proposalId, samira.id)}`);
    expect(text).not.toContain(await tokenFor(proposalId, noor.id));
    expect(subjectsTo(joke.email)).toEqual([]);
    expect((await found(proposalId)).people.map(({ name, answered: hasAnswered }) => [name, hasAnswered])).toEqual([["Noor de Wit", true], ["Samira Yilmaz", false], ["Joke Bakker", false]]);
  });

  test.each<[string, Partial<ProposeDates>, string]>([
    ["a moment that is over", { moments: ["2026-11-09 14:00", "2026-12-01 14:00"] }, "MOMENT_OVER"],
    ["a deadline that is over", { lastDay: "2026-11-09" }, "DEADLINE_OVER"],
    ["a deadline after the first moment", { lastDay: "2026-11-24" }, "DEADLINE_TOO_LATE"],
    ["an hour that the clock skips", { moments: ["2027-03-28 02:30", "2027-03-29 10:00"] }, "NO_SUCH_TIME"],
    ["only people on call", { attendance: [], invitees: [] }, "NOBODY_ASKED"],
  ])("refuses %s, and asks nobody", async (_what, fields, problem) => {
    const before = await proposals();
    expect(await asForm(await signIn(world.noor.id), (viewer) => proposeDates(viewer, asked(fields)))).toMatchObject({ ok: false, problem });
    expect(await proposals()).toEqual(before);
  });

  test("is for who plans for the team", async () => {
    const before = await proposals();
    await expect(asPerson(world.samira.id, (viewer) => proposeDates(viewer, asked()))).rejects.toBeInstanceOf(ForbiddenError);
    const elsewhere = await teamWorld({ name: "De Verte" });
    await expect(asPerson(elsewhere.noor.id, (viewer) => proposeDates(viewer, asked()))).rejects.toBeInstanceOf(NotFoundError);
    expect((before as unknown[])[1]).toEqual(await operatorDatabase().dateProposal.findMany());
  });
});

describe("the theme of the meeting", () => {
  const theme = "De methode Jayden";

  test("is looked through for words that may identify a child, and then nobody is asked", async () => {
    const before = await proposals();
    expect(await asForm(await signIn(world.noor.id), (viewer) => proposeDates(viewer, asked({ theme })))).toMatchObject({ ok: false, problem: "FINDINGS", findings: { theme: [{ text: "Jayden", label: "PERSON" }] } });
    expect(await proposals()).toEqual(before);
  });

  test("is that of the meeting it becomes, without a second question, and of no mail before", async () => {
    const proposalId = await proposed({ theme, themeReason: { reason: "NOT_A_PERSON", words: ["Jayden"] } });
    await work();
    await until(async () => expect(subjectsTo(world.samira.email)).toHaveLength(1));
    expect(box.mails.map(({ raw }) => raw).join("")).not.toContain("Jayden");
    const result = await confirmed(world.noor.id, proposalId, "2026-12-01 14:00");
    if (!("meetingId" in result) || !result.meetingId) throw new Error("refused");
    expect(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: result.meetingId }, select: { theme: true } })).toEqual({ theme });
  });
});

describe("answering by one's own link", () => {
  test("shows the moments with the own other meetings of those days, and nobody else's answers", async () => {
    const { noor, samira } = world;
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId: world.consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-12-01", start: "16:00" }));
    const proposalId = await proposed();
    await answered(proposalId, noor.id, ["NO", "YES", "YES"]);
    const shown = await inLinkTransaction("DATE_PROPOSAL", await tokenFor(proposalId, samira.id), findLinkedProposal, "test");
    expect(shown).toMatchObject({ teamName: "OBS De Wilgen", functionName: "CJG-coach", answeredAt: null, organiser: { name: "Noor de Wit" } });
    expect(shown?.moments.map(({ answer }) => answer)).toEqual([null, null, null]);
    // When, and not where: the link may have been passed on.
    expect(shown?.otherMeetings).toEqual([{ startsAt: new Date("2026-12-01T15:00:00Z"), endsAt: new Date("2026-12-01T16:15:00Z"), teamName: null }]);
  });

  test("is a state: sent twice or changed it is the last that counts", async () => {
    const proposalId = await proposed();
    await answered(proposalId, world.samira.id, ["YES", "NO", "IF_NEEDED"]);
    await answered(proposalId, world.samira.id, ["NO", "NO", "YES"], { counterDate: "2026-11-26", counterStart: "15:15" });
    const { people, moments } = await found(proposalId);
    const samira = people.find(({ name }) => name === "Samira Yilmaz");
    expect(moments.map(({ id }) => samira?.answers[id])).toEqual(["NO", "NO", "YES"]);
    expect(samira?.counterStartsAt).toEqual(new Date("2026-11-26T14:15:00Z"));
  });

  test("tells the organiser once, when the last of those asked has answered", async () => {
    const { noor, samira } = world;
    await work();
    const proposalId = await proposed();
    await Promise.all([answered(proposalId, samira.id, ["YES", "NO", "NO"]), answered(proposalId, noor.id, ["YES", "YES", "NO"])]);
    await answered(proposalId, samira.id, ["YES", "YES", "NO"]);
    await until(async () => expect(subjectsTo(noor.email).filter((subject) => subject.startsWith("Iedereen"))).toEqual(["Iedereen heeft geantwoord: datumvoorstel OBS De Wilgen"]));
    expect(await operatorDatabase().$queryRaw`SELECT count(*)::int AS jobs FROM pgboss.job WHERE data ->> 'kind' = 'COMPLETE'`).toEqual([{ jobs: 1 }]);
  });

  test("refuses other moments than were asked, one too few, and a moment that is over; nothing is written", async () => {
    const [one, other] = [await proposed(), await proposed({ moments: ["2026-12-08 10:00", "2026-12-10 10:00"] })];
    const strange = (await operatorDatabase().proposedMoment.findMany({ where: { dateProposalId: other } })).map(({ id }) => id);
    const token = await tokenFor(one, world.samira.id);
    const send = (moments: string[], answers: AnswerProposal["answers"], fields: Partial<AnswerProposal> = {}) =>
      inLinkTransaction("DATE_PROPOSAL", token, (holder) => answerProposal(holder, { token, moments, answers, counterDate: null, counterStart: null, ...fields }), "test");
    expect(await send(strange, ["YES", "YES"])).toEqual({ ok: false, problem: "CHANGED" });
    const { moments } = await found(one);
    expect(await send(moments.slice(1).map(({ id }) => id), ["YES", "YES"])).toEqual({ ok: false, problem: "CHANGED" });
    expect(await send(moments.map(({ id }) => id), ["YES", "YES", "YES"], { counterDate: "2026-11-02", counterStart: "10:00" })).toEqual({ ok: false, problem: "COUNTER_OVER" });
    expect(await operatorDatabase().momentAnswer.count({ where: { invitee: { personId: world.samira.id } } })).toBe(0);
  });

  test("stops at the deadline, and when the proposal is withdrawn", async () => {
    const proposalId = await proposed();
    const token = await tokenFor(proposalId, world.samira.id);
    await asPerson(world.noor.id, (viewer) => withdrawProposal(viewer, { proposalId, version: 1 }));
    await expect(inLinkTransaction("DATE_PROPOSAL", token, findLinkedProposal, "test")).rejects.toBeInstanceOf(NotFoundError);
    const later = await proposed();
    await operatorDatabase().personalLink.updateMany({ where: { proposalInvitee: { dateProposalId: later } }, data: { expiresAt: new Date(`${TODAY}T07:00:00Z`) } });
    await expect(answered(later, world.samira.id, ["YES", "YES", "YES"])).rejects.toBeInstanceOf(NotFoundError);
  });

  test("is found by whoever is signed in as well, until it is answered", async () => {
    const proposalId = await proposed();
    const questions = () => asPerson(world.samira.id, listOwnQuestions);
    expect(await questions()).toMatchObject([{ teamName: "OBS De Wilgen", moments: 3, path: `/answer/${await tokenFor(proposalId, world.samira.id)}` }]);
    await answered(proposalId, world.samira.id, ["YES", "YES", "YES"]);
    expect(await questions()).toEqual([]);
    expect(await asPerson(world.joke.id, listOwnQuestions)).toEqual([]);
  });
});

describe("a reminder", () => {
  const due = (proposalId: string, remindAt: string) => operatorDatabase().dateProposal.update({ where: { id: proposalId }, data: { remindAt: new Date(remindAt) } });
  // The tests live on a Tuesday at nine in the morning.
  const PAST = `${TODAY}T07:00:00Z`;

  test("goes by itself to who has not answered, once", async () => {
    const { noor, samira } = world;
    await work();
    const proposalId = await proposed();
    await due(proposalId, PAST);
    expect(await Promise.all([remindOfProposals(), remindOfProposals()]).then((counts) => counts.reduce((a, b) => a + b))).toBe(1);
    expect(await remindOfProposals()).toBe(0);
    await until(async () => expect(subjectsTo(samira.email)).toContain("Herinnering datumvoorstel OBS De Wilgen: wanneer kun jij?"));
    expect(subjectsTo(noor.email)).not.toContain("Herinnering datumvoorstel OBS De Wilgen: wanneer kun jij?");
  });

  test("does not leave after an answer that came in meanwhile", async () => {
    const proposalId = await proposed();
    await due(proposalId, PAST);
    expect(await remindOfProposals()).toBe(1);
    await answered(proposalId, world.samira.id, ["YES", "YES", "YES"]);
    await work();
    // The mail that all have answered comes after it in the queue.
    await until(async () => expect(subjectsTo(world.noor.email)).toHaveLength(1));
    expect(box.mails.map(({ message }) => headerOf(message, "Subject"))).not.toContain("Herinnering datumvoorstel OBS De Wilgen: wanneer kun jij?");
  });

  test("by hand goes to the same people, and keeps the other one from going", async () => {
    const proposalId = await proposed();
    await due(proposalId, PAST);
    expect(await asPerson(world.noor.id, (viewer) => remindInvitees(viewer, { proposalId, version: 1 }))).toMatchObject({ reminded: 1 });
    expect(await remindOfProposals()).toBe(0);
    expect(await asPerson(world.noor.id, (viewer) => remindInvitees(viewer, { proposalId, version: 1 }))).toMatchObject({ reminded: 0 });
  });

  test("goes by itself and by hand to members only, also when somebody who left guides the school", async () => {
    const { noor, samira, joke, memberships, consortiumId } = world;
    const proposalId = await proposed({ attendance: [`${joke.id}:REQUIRED`] });
    await due(proposalId, PAST);
    await operatorDatabase().membership.update({ where: { id: memberships.samira.id }, data: { lastDay: new Date("2026-11-09") } });
    await makeRole(consortiumId, samira.id, "ORGANISER");
    expect(await remindOfProposals()).toBe(1);
    expect(await operatorDatabase().proposalInvitee.findMany({ where: { dateProposalId: proposalId, remindedAt: { not: null } }, select: { personId: true } })).toEqual([{ personId: joke.id }]);
    expect(await asPerson(noor.id, (viewer) => remindInvitees(viewer, { proposalId, version: 1 }))).toMatchObject({ reminded: 0 });
  });

  test("does not leave to who left the team after it was put in its queue", async () => {
    const { samira, noor, memberships, consortiumId } = world;
    const proposalId = await proposed();
    await asOwner("DELETE FROM pgboss.job");
    await due(proposalId, PAST);
    expect(await remindOfProposals()).toBe(1);
    await operatorDatabase().membership.update({ where: { id: memberships.samira.id }, data: { lastDay: new Date("2026-11-09") } });
    await makeRole(consortiumId, samira.id, "ORGANISER");
    await work();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    expect([subjectsTo(samira.email), subjectsTo(noor.email)]).toEqual([[], []]);
  });

  test("waits while it is night, weekend or holiday for the team", async () => {
    const isOpen = async (moment: string) =>
      (await operatorDatabase().$queryRaw<{ is_working_hour: boolean }[]>`SELECT is_working_hour(${world.team.id}::uuid, ${new Date(moment)}::timestamptz)`)[0]?.is_working_hour;
    await operatorDatabase().school.updateMany({ where: { id: world.team.schoolId }, data: { holidayRegion: "Noord" } });
    expect(await isOpen("2026-11-10T08:00:00Z")).toBe(true);
    expect(await isOpen("2026-11-10T19:00:00Z")).toBe(false);
    expect(await isOpen("2026-11-14T10:00:00Z")).toBe(false);
    expect(await isOpen("2026-12-22T10:00:00Z")).toBe(false);
    expect(await isOpen("2027-03-29T08:00:00Z")).toBe(false);
  });
});

describe("a mail server that is down", () => {
  const down = async () => {
    await box.stop();
    await work();
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(["retry"]));
  };
  const asOld = (hours: number) => asOwner(`UPDATE pgboss.job SET created_on = now() - interval '${hours} hours'`);

  test("for a day loses no question and no reminder: each arrives once, when it is up again", async () => {
    const { samira } = world;
    const proposalId = await proposed();
    await down();
    await asOld(24);
    await box.start();
    await hurry();
    await until(async () => expect(subjectsTo(samira.email)).toHaveLength(1));
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    await asOwner("DELETE FROM pgboss.job");
    await operatorDatabase().dateProposal.update({ where: { id: proposalId }, data: { remindAt: new Date(`${TODAY}T07:00:00Z`) } });
    await box.stop();
    expect(await remindOfProposals()).toBe(1);
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(["retry"]));
    await asOld(24);
    await box.start();
    await hurry();
    await until(async () => expect(await jobRows()).toMatchObject([{ state: "completed" }]));
    expect(subjectsTo(samira.email).map((subject) => subject.split(" ")[0])).toEqual(["Datumvoorstel", "Herinnering"]);
    expect(await remindOfProposals()).toBe(0);
    expect((await found(proposalId)).people.map(({ bounced }) => bounced)).toEqual([false, false, false]);
  });

  test("for longer is told to who asked, who then calls", async () => {
    const proposalId = await proposed();
    await down();
    await asOld(25);
    await hurry();
    await until(async () => expect((await found(proposalId)).people.map(({ name, bounced }) => [name, bounced])).toContainEqual(["Samira Yilmaz", true]));
    expect(box.mails).toEqual([]);
  });
});

describe("choosing the date", () => {
  test("books the moment, takes over the answers and sends each one invitation", async () => {
    const { noor, samira, joke } = world;
    const proposalId = await proposed();
    await answered(proposalId, noor.id, ["NO", "YES", "YES"]);
    await answered(proposalId, samira.id, ["NO", "IF_NEEDED", "YES"]);
    const result = await confirmed(noor.id, proposalId, "2026-12-01 14:00");
    if (!("meetingId" in result) || !result.meetingId) throw new Error("refused");
    const meeting = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: result.meetingId }, select: { startsAt: true, endsAt: true, participations: { select: { personId: true, answer: true, mails: { select: { method: true } } } } } });
    expect([meeting.startsAt, meeting.endsAt]).toEqual([new Date("2026-12-01T13:00:00Z"), new Date("2026-12-01T14:15:00Z")]);
    const answers = new Map(meeting.participations.map(({ personId, answer, mails }) => [personId, [answer, mails.length]]));
    expect([answers.get(noor.id), answers.get(samira.id), answers.get(joke.id)]).toEqual([["ACCEPTED", 1], ["ACCEPTED", 1], ["NONE", 1]]);
    expect(await found(proposalId)).toMatchObject({ state: "CONFIRMED", meetingId: result.meetingId });
  });

  test("points out first who is required and cannot come, and goes on when that is meant", async () => {
    const { noor, samira } = world;
    const proposalId = await proposed({ attendance: [`${samira.id}:REQUIRED`] });
    await answered(proposalId, samira.id, ["NO", "YES", "YES"]);
    const before = await proposals();
    expect(await confirmed(noor.id, proposalId, "2026-11-24 14:15")).toEqual({ ok: false, problem: "REQUIRED_CANNOT", names: ["Samira Yilmaz"] });
    expect(await proposals()).toEqual(before);
    expect(await confirmed(noor.id, proposalId, "2026-11-24 14:15", { accepted: "yes" })).toMatchObject({ ok: true });
    expect(await operatorDatabase().participation.findFirst({ where: { personId: samira.id, coreTeamId: world.team.id }, select: { answer: true } })).toEqual({ answer: "DECLINED" });
  });

  test("takes a moment that somebody offered instead", async () => {
    const proposalId = await proposed();
    await answered(proposalId, world.samira.id, ["NO", "NO", "NO"], { counterDate: "2026-11-26", counterStart: "15:15" });
    const result = await confirmed(world.noor.id, proposalId, "2026-11-26 15:15");
    expect(result).toMatchObject({ ok: true });
    expect(await operatorDatabase().participation.findFirst({ where: { personId: world.samira.id, startsAt: new Date("2026-11-26T14:15:00Z") }, select: { answer: true } })).toEqual({ answer: "ACCEPTED" });
    const other = await proposed();
    expect(await confirmed(world.noor.id, other, "2026-11-27 10:00")).toEqual({ ok: false, problem: "NOT_PROPOSED" });
  });

  test("checks again, and is refused when somebody has been booked meanwhile", async () => {
    const { noor, samira } = world;
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId: world.consortiumId });
    const proposalId = await proposed();
    await answered(proposalId, samira.id, ["YES", "YES", "YES"]);
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-12-01", start: "14:30" }));
    const before = await proposals();
    expect(await confirmed(noor.id, proposalId, "2026-12-01 14:00")).toMatchObject({ ok: false, problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz", teamName: "De Meerpaal" }] });
    expect(await proposals()).toEqual(before);
  });

  test("is not kept from a moment by who is on call and needed elsewhere then", async () => {
    const { noor, samira, joke, consortiumId } = world;
    const other = await otherTeam(joke.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [joke.id], { date: "2026-12-01", start: "14:00" }));
    const proposalId = await proposed();
    await answered(proposalId, samira.id, ["YES", "YES", "YES"]);
    expect(await confirmed(noor.id, proposalId, "2026-12-01 14:00")).toMatchObject({ ok: true });
    expect(await operatorDatabase().participation.count({ where: { personId: joke.id, attendance: "ON_CALL", coreTeamId: world.team.id } })).toBe(1);
  });

  test("books once when two choose at the same moment", async () => {
    const { noor, karin } = world;
    const proposalId = await proposed();
    const results = await Promise.all([confirmed(noor.id, proposalId, "2026-12-01 14:00"), confirmed(karin.id, proposalId, "2026-12-03 10:00")]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await operatorDatabase().meeting.count({ where: { coreTeamId: world.team.id } })).toBe(1);
  });
});

test("what people answered is seen by who plans, and by nobody else of the team", async () => {
  const proposalId = await proposed();
  await makeMembership(world.team, (await teamWorld({ name: "De Verte" })).joke.id, { functionId: world.functions.nurse.id });
  const answers = (personId: string) => asPerson(personId, (viewer) => viewer.db.momentAnswer.count());
  expect([await answers(world.noor.id), await answers(world.karin.id), await answers(world.samira.id)]).toEqual([3, 3, 0]);
  expect(await asPerson(world.samira.id, (viewer) => findDateProposal(viewer, proposalId))).toBeNull();
});
