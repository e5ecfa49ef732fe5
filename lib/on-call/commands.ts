import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { unknownAvailability } from "#lib/availability/rules";
import { NotFoundError } from "#lib/errors";
import { type AlreadyBooked, book } from "#lib/meetings/booking";
import { mail } from "#lib/meetings/invitees";
import { whyNotChange } from "#lib/meetings/rules";
import { CALLED_ATTENDANCE, NOT_CALLED, onCallState } from "#lib/on-call/rules";
import type { CallInvitee, TakeBackCall } from "#lib/on-call/schema";

/** Who was called to which meeting, or is on call again. */
export type CallDone = { ok: true; coreTeamId: string; meetingId: string };

/** Nobody is called to the meeting any more. */
export type CallTooLate = { ok: false; problem: "CANCELLED" | "RECORDED" | "OVER" };

/** Why somebody was not called; with the name of whom it is about. */
export type CallProblem = CallTooLate | AlreadyBooked | { ok: false; problem: "ITEM_GONE" } | { ok: false; problem: "ALREADY_CALLED" | "NOT_ON_CALL"; name: string };

/** Why a call was not taken back. */
export type TakeBackProblem = CallTooLate | { ok: false; problem: "NOT_CALLED" | "ANSWERED"; name: string };

/**
 * Asks somebody who is on call to come to a meeting that is still to come, for an item of its agenda: from then on this person is
 * expected like others, is asked anew whether to come, and gets one mail that names no item. Refuses who is elsewhere then, who is
 * no longer on call or was called already, and an item that is not on the agenda any more.
 */
export async function callInvitee(viewer: Viewer, { participationId, itemId }: CallInvitee): Promise<CallDone | CallProblem> {
  const scope = await scopeOf(viewer, participationId);
  viewer.mustBeAbleTo("invitees:change", scope);
  const { invitee, meeting, problem } = await claim(viewer, participationId);
  if (problem) return { ok: false, problem };
  const state = onCallState(invitee);
  if (state !== "ON_CALL") return { ok: false, problem: state === "CALLED" ? "ALREADY_CALLED" : "NOT_ON_CALL", name: invitee.person.name };
  const onAgenda = await viewer.db.agendaItem.count({ where: { id: itemId, meetingId: meeting.id, position: { not: null } } });
  if (onAgenda === 0) return { ok: false, problem: "ITEM_GONE" };
  const person = { personId: invitee.personId, name: invitee.person.name, attendance: CALLED_ATTENDANCE, availability: unknownAvailability };
  const calendar = { consortiumId: scope.consortiumId, regions: [], schoolIds: [] };
  const booking = { period: { startsAt: meeting.startsAt, endsAt: meeting.endsAt }, people: [person], calendar, besides: meeting.id, movable: null };
  const refusal = await book(viewer, booking, async () => {
    const data = { attendance: CALLED_ATTENDANCE, answer: "NONE" as const, calledAt: viewer.now, calledForItemId: itemId };
    await viewer.db.participation.updateMany({ where: { id: participationId }, data });
  });
  if (refusal) return refusal;
  await tell(viewer, scope, { meeting, participationId, done: "CALLED" });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId: meeting.id };
}

/** Takes a call back while there is no answer to it: this person is on call again, and is told so by mail. */
export async function takeBackCall(viewer: Viewer, { participationId }: TakeBackCall): Promise<CallDone | TakeBackProblem> {
  const scope = await scopeOf(viewer, participationId);
  viewer.mustBeAbleTo("invitees:change", scope);
  const { invitee, meeting, problem } = await claim(viewer, participationId);
  if (problem) return { ok: false, problem };
  const { name } = invitee.person;
  if (onCallState(invitee) !== "CALLED") return { ok: false, problem: "NOT_CALLED", name };
  // The answer may come at this very moment.
  const { count } = await viewer.db.participation.updateMany({ where: { id: participationId, answer: "NONE" }, data: { attendance: "ON_CALL", ...NOT_CALLED } });
  if (count === 0) return { ok: false, problem: "ANSWERED", name };
  await tell(viewer, scope, { meeting, participationId, done: "CALL_TAKEN_BACK" });
  return { ok: true, coreTeamId: scope.coreTeamId, meetingId: meeting.id };
}

async function scopeOf(viewer: Viewer, id: string): Promise<Required<Scope>> {
  const found = await viewer.db.participation.findFirst({ where: { id, coreTeam: viewer.coreTeamsWhere("meeting:read") }, select: { consortiumId: true, coreTeamId: true } });
  if (!found) throw new NotFoundError();
  return found;
}

/** The invitation as it is once whoever else changes the meeting or its invitees at this moment is done. */
async function claim(viewer: Viewer, id: string) {
  const seen = await viewer.db.participation.findUniqueOrThrow({ where: { id }, select: { meetingId: true } });
  await viewer.db.$queryRaw`SELECT 1 FROM meeting WHERE id = ${seen.meetingId}::uuid FOR UPDATE`;
  const found = await viewer.db.participation.findFirst({
    where: { id, withdrawnAt: null },
    select: {
      personId: true, attendance: true, calledAt: true,
      person: { select: { name: true } },
      meeting: { select: { id: true, startsAt: true, endsAt: true, cancelled: true, recordedAt: true, sequence: true, version: true } },
    },
  });
  if (!found) throw new NotFoundError();
  const { meeting, ...invitee } = found;
  return { invitee, meeting, problem: whyNotChange(meeting, viewer.now) };
}

type Told = { meeting: { id: string; sequence: number; version: number }; participationId: string; done: "CALLED" | "CALL_TAKEN_BACK" };

/** Tells this one person, under the next SEQUENCE, and whoever has the form about the invitees open. */
async function tell(viewer: Viewer, scope: Required<Scope>, { meeting, participationId, done }: Told): Promise<void> {
  const sequence = meeting.sequence + 1;
  await viewer.db.meeting.updateMany({ where: { id: meeting.id }, data: { sequence, version: meeting.version + 1 } });
  const letter = { method: "REQUEST" as const, sequence, ...(done === "CALL_TAKEN_BACK" ? { callTakenBack: true as const } : {}) };
  await mail(viewer, { team: { id: scope.coreTeamId, scope } }, [participationId], letter);
  await record(viewer, "invitees:change", scope, { objectType: "meeting", objectId: meeting.id, details: { done } });
}
