import { randomUUID } from "node:crypto";
import type { LinkHolder } from "#lib/access/link-holder";
import { linkRow } from "#lib/access/personal-links";
import type { Viewer } from "#lib/access/viewer";
import { hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import { record, recordByLink } from "#lib/audit/record";
import { addDays, dayOf, momentAt, timeOf } from "#lib/dates";
import { type DateProposal, findDateProposal } from "#lib/date-proposals/queries";
import { answersAt, askedOf, deadlineOf, proposalStand, reminderMoment, standOf } from "#lib/date-proposals/rules";
import type { AnswerProposal, ConfirmDate, ProposeDates } from "#lib/date-proposals/schema";
import { NotFoundError } from "#lib/errors";
import { enqueue, enqueueAll } from "#lib/jobs/queue";
import { checkMeetingTexts, type FindingsProblem } from "#lib/meetings/free-text";
import type { PlanningTeam } from "#lib/meetings/planning-team";
import { findPlanningTeam, listHolidays } from "#lib/meetings/queries";
import { membersOn, whereOf, type Member } from "#lib/meetings/rules";
import { attendanceByPerson, type ScheduleMeeting } from "#lib/meetings/schema";

export type Proposed = { ok: true; proposalId: string; asked: number };
export type ProposeProblem =
  | FindingsProblem
  | { ok: false; problem: "MOMENT_OVER" | "DEADLINE_OVER" | "DEADLINE_TOO_LATE" | "NOBODY_ASKED" }
  /** The clock skips this wall time, in spring. */
  | { ok: false; problem: "NO_SUCH_TIME"; moment: string };

export type ProposalChanged = { ok: false; problem: "CHANGED_MEANWHILE" | "CONFIRMED" | "WITHDRAWN" };

/**
 * Asks a team which of two to six moments suit. Each person who is needed or wanted gets a mail with a link of the own;
 * who is on call is invited later, and whoever proposes can come at all of them. Refuses moments that are over, a deadline that is over or not before the first one, and words that may identify a child.
 */
export async function proposeDates(viewer: Viewer, input: ProposeDates): Promise<Proposed | ProposeProblem> {
  const team = await findPlanningTeam(viewer, input.coreTeamId);
  if (!team) throw new NotFoundError();
  viewer.mustBeAbleTo("date-proposal:make", team.scope);
  const moments: Date[] = [];
  for (const moment of input.moments) {
    const startsAt = momentAt(moment.slice(0, 10), moment.slice(11));
    if (!startsAt) return { ok: false, problem: "NO_SUCH_TIME", moment };
    moments.push(startsAt);
  }
  const [first] = moments.toSorted((a, b) => a.getTime() - b.getTime());
  const deadline = deadlineOf(input.lastDay);
  if (!first || first <= viewer.now) return { ok: false, problem: "MOMENT_OVER" };
  if (deadline <= viewer.now) return { ok: false, problem: "DEADLINE_OVER" };
  if (deadline > first) return { ok: false, problem: "DEADLINE_TOO_LATE" };
  const invited = invitedMembers(team, input);
  const asked = askedOf(invited);
  if (asked.length === 0) return { ok: false, problem: "NOBODY_ASKED" };

  const check = checkMeetingTexts(viewer, team, { theme: { text: input.theme, kept: input.themeReason }, place: { text: whereOf(input).place, kept: input.placeReason } });
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };

  const proposalId = randomUUID();
  const holidays = await listHolidays(viewer, { from: addDays(viewer.today, -1), until: addDays(input.lastDay, 1), calendar: team.calendar });
  const { kind, theme, minutes } = input;
  await viewer.db.dateProposal.createMany({
    data: [{ id: proposalId, ...team.scope, kind, theme, minutes, ...whereOf(input), organiserId: viewer.person.id, deadline, remindAt: reminderMoment(deadline, viewer.now, holidays) }],
  });
  const momentRows = moments.map((startsAt) => ({ id: randomUUID(), dateProposalId: proposalId, coreTeamId: team.id, startsAt }));
  await viewer.db.proposedMoment.createMany({ data: momentRows });
  const invitees = invited.map((member) => ({ id: randomUUID(), ...member }));
  const isOwn = ({ personId }: { personId: string }) => personId === viewer.person.id;
  await viewer.db.proposalInvitee.createMany({
    data: invitees.map(({ id, personId, functionId, attendance }) => ({
      id, ...team.scope, dateProposalId: proposalId, personId, functionId, attendance, answeredAt: isOwn({ personId }) ? viewer.now : null,
    })),
  });
  await viewer.db.momentAnswer.createMany({
    data: invitees.filter(isOwn).flatMap(({ id }) => momentRows.map((moment) => ({ inviteeId: id, momentId: moment.id, dateProposalId: proposalId, coreTeamId: team.id, answer: "YES" as const }))),
  });
  await viewer.db.personalLink.createMany({
    data: askedOf(invitees).map(({ id, personId }) => ({ ...linkRow(randomUUID()), purpose: "DATE_PROPOSAL" as const, ...team.scope, personId, proposalInviteeId: id, expiresAt: deadline })),
  });
  await enqueueAll(viewer.db, "proposal-mail", askedOf(invitees).filter((each) => !isOwn(each)).map(({ id }) => ({ kind: "ASKED" as const, inviteeId: id })));
  await record(viewer, "date-proposal:make", team.scope, { objectType: "date_proposal", objectId: proposalId, details: { moments: moments.length, asked: asked.length, ...keptDetails(check) } });
  return { ok: true, proposalId, asked: asked.length };
}

/**
 * Reminds who has not answered yet and is still in the team, once each: who was reminded already, by hand or by itself, is left
 * in peace. The mail does not leave when an answer comes in meanwhile. Gives how many.
 */
export async function remindInvitees(viewer: Viewer, { proposalId, version }: { proposalId: string; version: number }): Promise<{ ok: true; coreTeamId: string; reminded: number } | ProposalChanged> {
  const proposal = await openProposal(viewer, proposalId, version);
  if ("ok" in proposal) return proposal;
  viewer.mustBeAbleTo("date-proposal:make", proposal.team.scope);
  const silent = proposalStand(proposal.people).silent.map(({ inviteeId }) => inviteeId);
  const now = viewer.now;
  const claimed = await viewer.db.$queryRaw<{ id: string }[]>`
    UPDATE proposal_invitee SET reminded_at = ${now} WHERE id = ANY (${silent}::uuid[]) AND reminded_at IS NULL AND answered_at IS NULL
      AND EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = proposal_invitee.person_id AND m.core_team_id = proposal_invitee.core_team_id
          AND (m.last_day IS NULL OR m.last_day >= ${viewer.today}::date))
    RETURNING id::text`;
  await enqueueAll(viewer.db, "proposal-mail", claimed.map(({ id }) => ({ kind: "REMINDER" as const, inviteeId: id })));
  await record(viewer, "date-proposal:make", proposal.team.scope, { objectType: "date_proposal", objectId: proposalId, details: { reminded: claimed.length } });
  return { ok: true, coreTeamId: proposal.team.id, reminded: claimed.length };
}

/** Takes a proposal back: its links stop, what was answered stays. */
export async function withdrawProposal(viewer: Viewer, { proposalId, version }: { proposalId: string; version: number }): Promise<{ ok: true; coreTeamId: string } | ProposalChanged> {
  const proposal = await openProposal(viewer, proposalId, version);
  if ("ok" in proposal) return proposal;
  viewer.mustBeAbleTo("date-proposal:make", proposal.team.scope);
  await close(viewer, proposal, { state: "WITHDRAWN" });
  await viewer.db.personalLink.updateMany({ where: { proposalInvitee: { dateProposalId: proposalId }, revokedAt: null }, data: { revokedAt: viewer.now } });
  await record(viewer, "date-proposal:make", proposal.team.scope, { objectType: "date_proposal", objectId: proposalId, details: { withdrawn: true } });
  return { ok: true, coreTeamId: proposal.team.id };
}

/** A chosen moment as the meeting it is to become, with the answers that are known already and the moments that will not do. */
export type ChosenDate = { ok: true; proposal: DateProposal; plan: ScheduleMeeting; answers: ReadonlyMap<string, "ACCEPTED" | "DECLINED">; refused: Date[] };
export type ChooseProblem = ProposalChanged | { ok: false; problem: "NOT_PROPOSED" } | { ok: false; problem: "REQUIRED_CANNOT"; names: string[] };

/**
 * Chooses one of the proposed moments, or one that somebody offered instead; `instead` is one that nobody was asked about,
 * taken because somebody is elsewhere by now. Refuses until it is confirmed when somebody who is required said no. Whoever calls it schedules the meeting and then calls `confirmProposal`, in one transaction.
 */
export async function chooseDate(viewer: Viewer, input: ConfirmDate): Promise<ChosenDate | ChooseProblem> {
  const proposal = await openProposal(viewer, input.proposalId, input.version);
  if ("ok" in proposal) return proposal;
  viewer.mustBeAbleTo("date-proposal:make", proposal.team.scope);
  const { moments, people } = proposal;
  const wanted = input.instead ?? input.moment;
  const isMeant = (startsAt: Date) => `${dayOf(startsAt)} ${timeOf(startsAt)}` === wanted;
  const moment = moments.find(({ startsAt }) => isMeant(startsAt));
  const other = input.instead === null ? people.flatMap(({ counterStartsAt }) => counterStartsAt ?? []).find(isMeant) : momentAt(wanted.slice(0, 10), wanted.slice(11));
  const startsAt = moment?.startsAt ?? other;
  if (!startsAt) return { ok: false, problem: "NOT_PROPOSED" };
  const missed = moment ? standOf(moment.id, people).missed : [];
  if (missed.length > 0 && input.accepted !== "yes") return { ok: false, problem: "REQUIRED_CANNOT", names: missed.map(({ name }) => name) };
  const { team, kind, theme, minutes, form, place, link } = proposal;
  if (kind === "NETWORK") throw new Error("A network meeting is not planned by one core team.");
  const plan: ScheduleMeeting = {
    coreTeamId: team.id, kind, theme, minutes, form, place, link,
    themeReason: null, placeReason: null,
    date: dayOf(startsAt), start: timeOf(startsAt),
    invitees: people.map(({ personId }) => personId),
    attendance: people.map(({ personId, attendance }) => `${personId}:${attendance}`),
    confirmed: input.confirmed,
  };
  const refused = moments.filter(({ id }) => standOf(id, people).missed.length > 0).map((each) => each.startsAt);
  return { ok: true, proposal, plan, answers: answersAt(startsAt, moment?.id ?? null, people), refused };
}

/** Closes a proposal with the meeting it became. Of two who choose at once, one is refused and books nothing. */
export async function confirmProposal(viewer: Viewer, proposal: DateProposal, meetingId: string): Promise<{ ok: true } | ProposalChanged> {
  viewer.mustBeAbleTo("date-proposal:make", proposal.team.scope);
  const closed = await close(viewer, proposal, { state: "CONFIRMED", meetingId });
  if (!closed) return { ok: false, problem: "CHANGED_MEANWHILE" };
  await record(viewer, "date-proposal:make", proposal.team.scope, { objectType: "date_proposal", objectId: proposal.id, details: { confirmed: true } });
  return { ok: true };
}

export type AnswerProblem = { ok: false; problem: "CLOSED" | "CHANGED" | "COUNTER_OVER" | "NO_SUCH_TIME" };

/**
 * Answers the question of a link, for its own person only: every moment, and perhaps another one instead. What is sent is
 * how it is now, so sending it twice is once. The organiser gets one mail when everybody has answered.
 */
export async function answerProposal(holder: LinkHolder, input: AnswerProposal): Promise<{ ok: true } | AnswerProblem> {
  const { counterDate, counterStart, moments, answers } = input;
  const counter = counterDate && counterStart ? momentAt(counterDate, counterStart) : null;
  if (counterDate && !counter) return { ok: false, problem: "NO_SUCH_TIME" };
  if (counter && counter <= holder.now) return { ok: false, problem: "COUNTER_OVER" };
  const given = answers.map((each) => each ?? "NO");
  const [row] = await holder.db.$queryRaw<{ outcome: "ANSWERED" | "COMPLETE" | "CLOSED" | "CHANGED"; proposalId: string }[]>`
    SELECT outcome, proposal_id::text AS "proposalId" FROM answer_linked_proposal(${moments}::uuid[], ${given}::"DateAnswer"[], ${counter}::timestamptz)`;
  if (!row) throw new NotFoundError();
  if (row.outcome === "CLOSED" || row.outcome === "CHANGED") return { ok: false, problem: row.outcome };
  if (row.outcome === "COMPLETE") await enqueue(holder.db, "proposal-mail", { kind: "COMPLETE", proposalId: row.proposalId });
  await recordByLink(holder, "date-proposal:answer", { objectType: "date_proposal", objectId: row.proposalId, details: { counter: counter !== null } });
  return { ok: true };
}

// Members of the team on any of the days, each once, as needed as the form says.
function invitedMembers(team: PlanningTeam, { moments, invitees, attendance }: ProposeDates): Member[] {
  const wanted = attendanceByPerson(attendance);
  const found = new Map<string, Member>();
  for (const moment of moments) for (const member of membersOn(team.people, moment.slice(0, 10))) if (!found.has(member.personId)) found.set(member.personId, member);
  return [...found.values()]
    .filter(({ personId }) => invitees.includes(personId))
    .map((member) => ({ ...member, attendance: wanted.get(member.personId) ?? member.attendance }));
}

async function openProposal(viewer: Viewer, proposalId: string, version: number): Promise<DateProposal | ProposalChanged> {
  const proposal = await findDateProposal(viewer, proposalId);
  if (!proposal) throw new NotFoundError();
  if (proposal.state !== "OPEN") return { ok: false, problem: proposal.state };
  return proposal.version === version ? proposal : { ok: false, problem: "CHANGED_MEANWHILE" };
}

/** Whether it was this one that closed it. */
async function close(viewer: Viewer, { id, version }: DateProposal, change: { state: "WITHDRAWN" } | { state: "CONFIRMED"; meetingId: string }): Promise<boolean> {
  const { count } = await viewer.db.dateProposal.updateMany({ where: { id, version, state: "OPEN" }, data: { ...change, closedAt: viewer.now, version: { increment: 1 } } });
  return count === 1;
}
