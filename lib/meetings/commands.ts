import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { copyTemplate } from "#lib/agenda/from-template";
import { hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record } from "#lib/audit/record";
import { unknownAvailability } from "#lib/availability/rules";
import { dayOf, type Day } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { askGuestsAgain, recordGuests, tellGuests } from "#lib/guests/with-meeting";
import { enqueue } from "#lib/jobs/queue";
import { book, listWarnings, unconfirmed, type AlreadyBooked, type Clash, type MomentProblem } from "#lib/meetings/booking";
import { checkMeetingTexts, type FindingsProblem } from "#lib/meetings/free-text";
import { askAgain, chosenMembers, declinedAndElsewhere, idsOf, invite, mail, withdraw, type GivenAnswers } from "#lib/meetings/invitees";
import { findMeetingToChange, findPlanningTeam, type ChangingInvitee, type MeetingToChange } from "#lib/meetings/queries";
import {
  keepsBusy, membershipWarning, membersOn, periodOf, whereOf, whyNotAnswer, whyNotCancel, whyNotChange, whyNotRecord, type Member, type Period,
} from "#lib/meetings/rules";
import type { AnswerInvitation, CancelMeeting, ChangeInvitees, InviteMember, RecordMeeting, RescheduleMeeting, ResendInvitation, ScheduleMeeting } from "#lib/meetings/schema";
import { NOT_CALLED } from "#lib/on-call/rules";
import type { Prisma } from "#prisma/generated/client";

export type { MomentProblem } from "#lib/meetings/booking";

/** The meeting is no longer what the form started from, or it is in no state for this. */
export type StateProblem =
  | { ok: false; problem: "CHANGED_MEANWHILE"; now: MeetingToChange }
  | { ok: false; problem: "CANCELLED" | "RECORDED" | "OVER" | "NOT_YET" };

/** What was done: to which meeting, and how many mails that puts on their way. */
export type Done = { ok: true; coreTeamId: string; meetingId: string; mails: number };

/** What a date proposal has settled before: what people answered, the texts that were checked when it was made, and moments that will not do. */
export type Proposed = { answers?: GivenAnswers; checked?: { theme: string | null; place: string | null }; refused?: readonly Date[] };

/** What a change of a meeting comes down to, for whoever is invited. */
export type Change = "MOVED" | "PLACED" | "DESCRIBED" | "NONE";

/**
 * Schedules a bijeenkomst of a core team with an agenda, and invites people of the team, who each get a calendar mail. Whoever is no
 * member on that day is left out. Refuses a moment that is over or that the clock skips, an unusual one until it is
 * confirmed, and one at which somebody who is needed or wanted is in another meeting. Whoever schedules and is invited, comes.
 * After a date proposal its answers are taken over; who declined stands in no way. Refuses words in the theme and the place
 * that may identify a child, unless explained.
 */
export async function scheduleMeeting(viewer: Viewer, input: ScheduleMeeting, { answers = new Map(), checked, refused = [] }: Proposed = {}): Promise<(Done & { leftOut: number }) | MomentProblem | FindingsProblem> {
  const team = await findPlanningTeam(viewer, input.coreTeamId);
  if (!team) throw new NotFoundError();
  viewer.mustBeAbleTo("meeting:schedule", team.scope);
  const period = periodOf(input.date, input.start, input.minutes);
  if (!period) return { ok: false, problem: "NO_SUCH_TIME" };
  if (period.startsAt <= viewer.now) return { ok: false, problem: "PAST" };
  const members = chosenMembers(team, input, input.date);
  if (members.length === 0) return { ok: false, problem: "NOBODY_INVITED" };
  const check = checkMeetingTexts(viewer, team, { theme: { text: input.theme, kept: input.themeReason, before: checked?.theme }, place: { text: whereOf(input).place, kept: input.placeReason, before: checked?.place } });
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const coming = members.filter(({ personId }) => answers.get(personId) !== "DECLINED");
  const movable = { coreTeamId: team.id, invitees: members, ...whereOf(input), except: refused };
  const booking = { period, people: coming.filter(isExpected), calendar: team.calendar, besides: null, movable };
  const unusual = await unconfirmed(viewer, booking, await listWarnings(viewer, booking), input.confirmed);
  if (unusual) return unusual;

  const meeting = { id: randomUUID(), period, team };
  let participations: string[] = [];
  const refusal = await book(viewer, booking, async () => {
    const { kind, theme } = input;
    await viewer.db.meeting.createMany({ data: [{ id: meeting.id, ...team.scope, kind, theme, ...period, ...whereOf(input), organiserId: viewer.person.id }] });
    participations = await invite(viewer, meeting, members, { answers });
  });
  if (refusal) return refusal;
  await copyTemplate(viewer, { meetingId: meeting.id, scope: team.scope, kind: input.kind });
  const mails = await mail(viewer, meeting, participations, { method: "REQUEST", sequence: 0 });
  const leftOut = new Set(input.invitees).size - members.length;
  await record(viewer, "meeting:schedule", team.scope, { objectType: "meeting", objectId: meeting.id, details: { invited: members.length, leftOut, ...keptDetails(check) } });
  return { ok: true, coreTeamId: team.id, meetingId: meeting.id, mails, leftOut };
}

/**
 * Moves or changes a meeting that is still to come. A new moment or place raises the SEQUENCE and mails everybody; a
 * new moment also asks again who can come. Whoever is no member of the team on that day is told that the invitation
 * lapses. Refuses the moments that `scheduleMeeting` refuses; people on call and who declined stand in no way.
 */
export async function rescheduleMeeting(viewer: Viewer, input: RescheduleMeeting): Promise<(Done & { change: Change }) | MomentProblem | StateProblem | FindingsProblem> {
  viewer.mustBeAbleTo("meeting:reschedule", await scopeOf(viewer, input.meetingId));
  const meeting = await claimMeeting(viewer, input.meetingId);
  const problem = stateProblem(meeting, input.version, whyNotChange(meeting, viewer.now));
  if (problem) return problem;
  const period = periodOf(input.date, input.start, input.minutes);
  if (!period) return { ok: false, problem: "NO_SUCH_TIME" };
  const change = changeOf(meeting, input, period);
  if (change === "NONE") return { ...done(meeting), change };
  if (change === "MOVED" && period.startsAt <= viewer.now) return { ok: false, problem: "PAST" };

  const check = checkMeetingTexts(viewer, meeting.team, {
    theme: { text: input.theme, kept: input.themeReason, before: meeting.theme },
    place: { text: whereOf(input).place, kept: input.placeReason, before: meeting.place },
  });
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const { staying, leaving, willing, expected } = whoStays(meeting, input.date);
  if (staying.length === 0) return { ok: false, problem: "NOBODY_INVITED" };
  const movable = { coreTeamId: meeting.team.id, invitees: willing, ...whereOf(input), except: [] };
  const booking = { period, people: change === "MOVED" ? expected : [], calendar: meeting.team.calendar, besides: meeting.id, movable };
  const lapse = change === "DESCRIBED" ? null : membershipWarning(leaving, input.date);
  const warnings = [...(change === "MOVED" ? await listWarnings(viewer, booking) : []), ...(lapse ? [lapse] : [])];
  const unusual = await unconfirmed(viewer, booking, warnings, input.confirmed);
  if (unusual) return unusual;

  const elsewhere = change === "MOVED" ? await declinedAndElsewhere(viewer, staying, booking) : [];
  const [sequence, told] = change === "DESCRIBED" ? [meeting.sequence, []] : [meeting.sequence + 1, staying];
  const lapsing = change === "DESCRIBED" ? [] : leaving;
  const refusal = await book(viewer, booking, async () => {
    // First, because whoever lapses may well be elsewhere at the new moment.
    await withdraw(viewer, lapsing);
    const { kind, theme } = input;
    await changeMeeting(viewer, meeting, { kind, theme, ...period, ...whereOf(input), sequence });
    if (change === "MOVED") await askAgain(viewer, staying, elsewhere);
    if (change === "MOVED") await askGuestsAgain(viewer, meeting.id);
  });
  if (refusal) return refusal;
  const movedFrom = { startsAt: meeting.startsAt, endsAt: meeting.endsAt };
  const mailed = (await mail(viewer, meeting, idsOf(told), { method: "REQUEST", sequence, movedFrom })) + (await mail(viewer, meeting, idsOf(lapsing), { method: "CANCEL", sequence }));
  const mails = mailed + (change === "DESCRIBED" ? 0 : await tellGuests(viewer, meeting, { method: "REQUEST", sequence, movedFrom }));
  await record(viewer, "meeting:reschedule", meeting.team.scope, { objectType: "meeting", objectId: meeting.id, details: { change, mails, ...keptDetails(check) } });
  return { ...done(meeting, mails), change };
}

/**
 * Cancels a meeting: it stays in the list as cancelled, and everybody invited gets the mail that takes it out of the
 * calendar. One that is over mails nobody: it did not take place after all. The reason is for the page only.
 */
export async function cancelMeeting(viewer: Viewer, { meetingId, version, reason, reasonReason }: CancelMeeting): Promise<Done | StateProblem | FindingsProblem> {
  viewer.mustBeAbleTo("meeting:cancel", await scopeOf(viewer, meetingId));
  const meeting = await claimMeeting(viewer, meetingId);
  const problem = stateProblem(meeting, version, whyNotCancel(meeting));
  if (problem) return problem;
  const check = checkMeetingTexts(viewer, meeting.team, { reason: { text: reason, kept: reasonReason } });
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const sequence = meeting.sequence + 1;
  await changeMeeting(viewer, meeting, { cancelled: true, cancelledAt: viewer.now, cancellationReason: reason, sequence });
  const isOver = meeting.endsAt <= viewer.now;
  const mails = isOver ? 0 : (await mail(viewer, meeting, idsOf(invitedTo(meeting)), { method: "CANCEL", sequence })) + (await tellGuests(viewer, meeting, { method: "CANCEL", sequence }));
  await record(viewer, "meeting:cancel", meeting.team.scope, { objectType: "meeting", objectId: meetingId, details: { mails, ...keptDetails(check) } });
  return done(meeting, mails);
}

/** Records who was at a meeting that has begun, guests too, or corrects that. Whoever is not named was not there. */
export async function recordMeeting(viewer: Viewer, { meetingId, version, present }: RecordMeeting): Promise<Done | StateProblem> {
  viewer.mustBeAbleTo("meeting:record", await scopeOf(viewer, meetingId));
  const meeting = await claimMeeting(viewer, meetingId);
  const problem = stateProblem(meeting, version, whyNotRecord(meeting, viewer.now));
  if (problem) return problem;
  const invited = { meetingId, withdrawnAt: null };
  await viewer.db.participation.updateMany({ where: { ...invited, id: { notIn: present } }, data: { present: false } });
  const { count } = await viewer.db.participation.updateMany({ where: { ...invited, id: { in: present } }, data: { present: true } });
  const guests = await recordGuests(viewer, meetingId, present);
  await changeMeeting(viewer, meeting, { recordedAt: meeting.recordedAt ?? viewer.now });
  await record(viewer, "meeting:record", meeting.team.scope, { objectType: "meeting", objectId: meetingId, details: { present: count, guests } });
  return done(meeting);
}

/**
 * Changes who is invited to a meeting that is still to come, and how needed they are. Who is added gets an invitation,
 * who is taken off a cancellation, and nobody else hears of it. Refuses who is elsewhere then; who is no member of the
 * team on that day is left out.
 */
export async function changeInvitees(viewer: Viewer, input: ChangeInvitees): Promise<Done | { ok: false; problem: "NOBODY_INVITED" } | AlreadyBooked | StateProblem> {
  viewer.mustBeAbleTo("invitees:change", await scopeOf(viewer, input.meetingId));
  const meeting = await claimMeeting(viewer, input.meetingId);
  const problem = stateProblem(meeting, input.version, whyNotChange(meeting, viewer.now));
  if (problem) return problem;
  const { team, startsAt, endsAt } = meeting;
  const wanted = chosenMembers(team, input, dayOf(startsAt));
  if (wanted.length === 0) return { ok: false, problem: "NOBODY_INVITED" };
  const { added, removed, changed } = differenceOf(invitedTo(meeting), wanted);
  if (added.length + removed.length + changed.length === 0) return done(meeting);

  const booking = { period: { startsAt, endsAt }, people: [...added, ...changed.filter(isWilling(meeting))].filter(isExpected), calendar: team.calendar, besides: meeting.id, movable: null };
  const sequence = meeting.sequence + (added.length + removed.length > 0 ? 1 : 0);
  let participations: string[] = [];
  const refusal = await book(viewer, booking, async () => {
    await withdraw(viewer, removed);
    for (const { personId, attendance } of changed) {
      await viewer.db.participation.updateMany({ where: { meetingId: meeting.id, personId }, data: { attendance, ...(attendance === "ON_CALL" ? NOT_CALLED : {}) } });
    }
    participations = await invite(viewer, { ...meeting, period: booking.period }, added, { lapsed: meeting.invitees });
    await changeMeeting(viewer, meeting, { sequence });
  });
  if (refusal) return refusal;
  const mails = (await mail(viewer, meeting, participations, { method: "REQUEST", sequence })) + (await mail(viewer, meeting, idsOf(removed), { method: "CANCEL", sequence }));
  const details = { added: added.length, removed: removed.length, changed: changed.length };
  await record(viewer, "invitees:change", team.scope, { objectType: "meeting", objectId: meeting.id, details });
  return done(meeting, mails);
}

/** Whether somebody was invited to more meetings, to how many, and at which ones this person is elsewhere. */
export type InviteMemberResult = { ok: true; coreTeamId: string; invited: number; clashes: Clash[] } | { ok: false; problem: "PERSON_ALREADY_BOOKED"; clashes: Clash[] };

/**
 * Invites one member of a team to several of its meetings to come, such as a successor in a function. Who is no member on the
 * day of such a meeting is told that the invitation lapses, under the same SEQUENCE. Each meeting is booked by itself: one at
 * which this person is elsewhere stays as it is, and one that cannot be changed any more is passed over.
 */
export async function inviteMember(viewer: Viewer, { membershipId, meetings }: InviteMember): Promise<InviteMemberResult> {
  const member = await viewer.db.membership.findFirst({
    where: { id: membershipId, coreTeam: viewer.coreTeamsWhere("meeting:read") },
    select: { consortiumId: true, coreTeamId: true, personId: true },
  });
  if (!member) throw new NotFoundError("membership");
  viewer.mustBeAbleTo("invitees:change", member);
  const clashes: Clash[] = [];
  let invited = 0;
  // In one order for everybody, so that two who do this at once do not wait for each other.
  for (const meetingId of [...new Set(meetings)].toSorted()) {
    const meeting = await findMeetingToChange(viewer, meetingId);
    if (meeting?.team.id !== member.coreTeamId) throw new NotFoundError("meeting");
    const there = invitedTo(meeting);
    if (there.some(({ personId }) => personId === member.personId)) continue;
    const invitees = [...there.map(({ personId }) => personId), member.personId];
    const result = await changeInvitees(viewer, { meetingId, version: meeting.version, invitees, attendance: there.map(({ personId, attendance }) => `${personId}:${attendance}`) });
    if (result.ok) invited += 1;
    else if (result.problem === "PERSON_ALREADY_BOOKED") clashes.push(...result.clashes);
  }
  return invited === 0 && clashes.length > 0 ? { ok: false, problem: "PERSON_ALREADY_BOOKED", clashes } : { ok: true, coreTeamId: member.coreTeamId, invited, clashes };
}

/**
 * Answers one's own invitation to a meeting that is not over. Who can come after all is booked again, and refused
 * when that person is in another meeting by then. Who cannot come is told to the organiser, once.
 */
export async function answerInvitation(viewer: Viewer, { meetingId, answer }: AnswerInvitation): Promise<Done | AlreadyBooked | StateProblem> {
  const scope = await scopeOf(viewer, meetingId);
  viewer.mustBeAbleTo("invitation:answer", scope);
  const meeting = await findMeetingToChange(viewer, meetingId);
  const own = meeting && invitedTo(meeting).find(({ personId }) => personId === viewer.person.id);
  if (!own) throw new NotFoundError();
  const problem = whyNotAnswer(meeting, viewer.now);
  if (problem) return { ok: false, problem };
  const returns = own.attendance !== "ON_CALL" && own.answer === "DECLINED" && answer === "ACCEPTED";
  const period = { startsAt: meeting.startsAt, endsAt: meeting.endsAt };
  const booking = { period, people: returns ? [{ ...own, availability: unknownAvailability }] : [], calendar: meeting.team.calendar, besides: meetingId, movable: null };
  let answered = 0;
  const refusal = await book(viewer, booking, async () => {
    // Somebody may be cancelling, moving or withdrawing at this very moment.
    const still = { id: own.participationId, withdrawnAt: null, cancelled: false, ...period };
    answered = (await viewer.db.participation.updateMany({ where: still, data: { answer } })).count;
  });
  if (refusal) return refusal;
  if (answered === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now: meeting };
  if (answer === "DECLINED" && own.answer !== "DECLINED" && meeting.organiserId !== viewer.person.id) {
    await enqueue(viewer.db, "person-mail", { kind: "DECLINED", participationId: own.participationId, hadAccepted: own.answer === "ACCEPTED" });
  }
  await record(viewer, "invitation:answer", scope, { objectType: "meeting", objectId: meetingId, details: { answer } });
  return done(meeting);
}

/**
 * Sends the last mail to an invitee again after it came back, with the same UID and SEQUENCE, to the address the person
 * has now. Refuses when it did not come back, so that nobody gets a mail twice.
 */
export async function resendInvitation(viewer: Viewer, { participationId }: ResendInvitation): Promise<Done | { ok: false; problem: "NOT_BOUNCED" }> {
  const found = await findParticipation(viewer, participationId);
  const scope = { consortiumId: found.consortiumId, coreTeamId: found.coreTeamId };
  viewer.mustBeAbleTo("invitation:resend", scope);
  // Two who press at once send one mail.
  await viewer.db.$queryRaw`SELECT 1 FROM participation WHERE id = ${participationId}::uuid FOR UPDATE`;
  const last = await viewer.db.meetingMail.findFirst({
    where: { participationId },
    select: { state: true, method: true, sequence: true },
    orderBy: [{ createdAt: "desc" }, { sequence: "desc" }],
  });
  if (last?.state !== "BOUNCED") return { ok: false, problem: "NOT_BOUNCED" };
  const team = { id: found.coreTeamId, scope };
  const mails = await mail(viewer, { team }, [participationId], { method: last.method, sequence: last.sequence });
  await record(viewer, "invitation:resend", scope, { objectType: "meeting", objectId: found.meetingId, details: { method: last.method } });
  return { ok: true, coreTeamId: found.coreTeamId, meetingId: found.meetingId, mails };
}

async function findParticipation(viewer: Viewer, id: string) {
  const found = await viewer.db.participation.findFirst({
    where: { id, withdrawnAt: null, coreTeam: viewer.coreTeamsWhere("meeting:read") },
    select: { meetingId: true, coreTeamId: true, consortiumId: true },
  });
  if (!found) throw new NotFoundError();
  return found;
}

async function scopeOf(viewer: Viewer, meetingId: string): Promise<Required<Scope>> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("meeting:read") },
    select: { consortiumId: true, coreTeamId: true },
  });
  if (!found) throw new NotFoundError();
  return found;
}

/** The meeting as it is once whoever else changes it at this moment is done. */
async function claimMeeting(viewer: Viewer, meetingId: string): Promise<MeetingToChange> {
  await viewer.db.$queryRaw`SELECT 1 FROM meeting WHERE id = ${meetingId}::uuid FOR UPDATE`;
  const meeting = await findMeetingToChange(viewer, meetingId);
  if (!meeting) throw new NotFoundError();
  return meeting;
}

async function changeMeeting(viewer: Viewer, { id, version }: MeetingToChange, data: Prisma.MeetingUpdateManyMutationInput): Promise<void> {
  await viewer.db.meeting.updateMany({ where: { id, version }, data: { ...data, version: version + 1 } });
}

function stateProblem(meeting: MeetingToChange, version: number, state: "CANCELLED" | "RECORDED" | "OVER" | "NOT_YET" | null): StateProblem | null {
  if (state) return { ok: false, problem: state };
  return meeting.version === version ? null : { ok: false, problem: "CHANGED_MEANWHILE", now: meeting };
}

function changeOf(meeting: MeetingToChange, input: RescheduleMeeting, period: Period): Change {
  const where = whereOf(input);
  if (period.startsAt.getTime() !== meeting.startsAt.getTime() || period.endsAt.getTime() !== meeting.endsAt.getTime()) return "MOVED";
  if (where.form !== meeting.form || where.place !== meeting.place || where.link !== meeting.link) return "PLACED";
  return input.kind === meeting.kind && input.theme === meeting.theme ? "NONE" : "DESCRIBED";
}

/**
 * Who is still a member on a day and who is not, and who of the first is expected to be free. `willing` is whoever has not
 * declined, member on that day or not: on another day that may be otherwise.
 */
function whoStays(meeting: MeetingToChange, day: Day) {
  const members = new Set(membersOn(meeting.team.people, day).map(({ personId }) => personId));
  const known = new Map(meeting.team.people.map(({ personId, availability }) => [personId, availability]));
  const invited = invitedTo(meeting);
  const staying = invited.filter(({ personId }) => members.has(personId));
  const leaving = invited.filter(({ personId }) => !members.has(personId));
  const willing = invited
    .filter(({ answer }) => answer !== "DECLINED")
    .map((invitee) => ({ ...invitee, availability: known.get(invitee.personId) ?? unknownAvailability }));
  return { staying, leaving, willing, expected: willing.filter((invitee) => members.has(invitee.personId) && keepsBusy(invitee)) };
}

function differenceOf(invited: readonly ChangingInvitee[], wanted: readonly Member[]) {
  const before = new Map(invited.map((invitee) => [invitee.personId, invitee]));
  const after = new Set(wanted.map(({ personId }) => personId));
  return {
    added: wanted.filter(({ personId }) => !before.has(personId)),
    removed: invited.filter(({ personId }) => !after.has(personId)),
    changed: wanted.filter(({ personId, attendance }) => before.has(personId) && before.get(personId)?.attendance !== attendance),
  };
}

function invitedTo({ invitees }: MeetingToChange): ChangingInvitee[] {
  return invitees.filter(({ withdrawn }) => !withdrawn);
}

function isWilling({ invitees }: MeetingToChange): (member: Member) => boolean {
  return (member) => !invitees.some(({ personId, answer }) => personId === member.personId && answer === "DECLINED");
}

function isExpected({ attendance }: Member): boolean {
  return attendance !== "ON_CALL";
}

function done({ team, id }: MeetingToChange, mails = 0): Done {
  return { ok: true, coreTeamId: team.id, meetingId: id, mails };
}
