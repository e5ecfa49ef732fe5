import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import { unknownAvailability } from "#lib/availability/rules";
import { type MeetingMailLetter, queueMeetingMails } from "#lib/jobs/meeting-mail-queue";
import { findClashes, type Booking } from "#lib/meetings/booking";
import type { PlanningTeam } from "#lib/meetings/planning-team";
import type { ChangingInvitee } from "#lib/meetings/queries";
import { membersOn, type Member, type Period } from "#lib/meetings/rules";
import { attendanceByPerson } from "#lib/meetings/schema";
import { NOT_CALLED } from "#lib/on-call/rules";
import type { Day } from "#lib/dates";

/** Who a form chose, as far as they are members of the team on that day, and how needed each is. */
export function chosenMembers(team: PlanningTeam, chosen: { invitees: readonly string[]; attendance: readonly string[] }, day: Day): Member[] {
  const attendance = attendanceByPerson(chosen.attendance);
  return membersOn(team.people, day)
    .filter(({ personId }) => chosen.invitees.includes(personId))
    .map((member) => ({ ...member, attendance: attendance.get(member.personId) ?? member.attendance }));
}

/** What people answered before they were invited, by person. */
export type GivenAnswers = ReadonlyMap<string, "ACCEPTED" | "DECLINED">;

/** Adds people to a meeting, also those whose earlier invitation lapsed. Whoever invites himself, comes. Gives their participations. */
export async function invite(
  viewer: Viewer,
  meeting: { id: string; period: Period; team: PlanningTeam },
  members: readonly Member[],
  { lapsed = [], answers = new Map() }: { lapsed?: readonly ChangingInvitee[]; answers?: GivenAnswers },
): Promise<string[]> {
  const rows = members.map(({ personId, functionId, attendance }) => ({
    id: randomUUID(),
    personId,
    functionId,
    attendance,
    answer: answers.get(personId) ?? (personId === viewer.person.id ? ("ACCEPTED" as const) : ("NONE" as const)),
  }));
  const earlier = new Map(lapsed.map(({ personId, participationId }) => [personId, participationId]));
  await viewer.db.participation.createMany({
    data: rows.filter(({ personId }) => !earlier.has(personId)).map((row) => ({ ...row, ...meeting.team.scope, meetingId: meeting.id, ...meeting.period })),
  });
  for (const { id: _new, personId, ...fields } of rows.filter((row) => earlier.has(row.personId))) {
    await viewer.db.participation.updateMany({ where: { meetingId: meeting.id, personId }, data: { ...fields, ...NOT_CALLED, present: null, withdrawnAt: null } });
  }
  return rows.map(({ id, personId }) => earlier.get(personId) ?? id);
}

/** Lets invitations lapse. The rows stay, for the mails that belong to them. */
export async function withdraw(viewer: Viewer, invitees: readonly ChangingInvitee[]): Promise<void> {
  if (invitees.length === 0) return;
  await viewer.db.participation.updateMany({ where: { id: { in: idsOf(invitees) } }, data: { withdrawnAt: viewer.now } });
}

/** Asks again who can come to a meeting that moved; not who had declined and is elsewhere at the new moment too. */
export async function askAgain(viewer: Viewer, invitees: readonly ChangingInvitee[], elsewhere: readonly string[]): Promise<void> {
  const asked = invitees.filter(({ answer, personId }) => answer !== "NONE" && !elsewhere.includes(personId));
  // Whoever moves the meeting can come then.
  const own = asked.filter(({ personId, answer }) => personId === viewer.person.id && answer === "ACCEPTED");
  const others = asked.filter((invitee) => !own.includes(invitee));
  await viewer.db.participation.updateMany({ where: { id: { in: idsOf(others) } }, data: { answer: "NONE" } });
}

/** Who of the people that had declined is in another meeting at the new moment. */
export async function declinedAndElsewhere(viewer: Viewer, invitees: readonly ChangingInvitee[], booking: Booking): Promise<string[]> {
  const declined = invitees.filter(({ answer }) => answer === "DECLINED");
  const people = declined.map(({ personId, name, attendance }) => ({ personId, name, attendance, availability: unknownAvailability }));
  return (await findClashes(viewer, { ...booking, people })).map(({ personId }) => personId);
}

/** Mails these participations as part of the transaction. Gives how many. */
export async function mail(viewer: Viewer, { team }: { team: Pick<PlanningTeam, "id" | "scope"> }, participations: readonly string[], letter: MeetingMailLetter): Promise<number> {
  const mails = participations.map((participationId) => ({ participationId, ...letter }));
  await queueMeetingMails(viewer.db, { id: team.id, consortiumId: team.scope.consortiumId }, mails);
  return mails.length;
}

/** The ids of the participations of these invitees. */
export function idsOf(invitees: readonly ChangingInvitee[]): string[] {
  return invitees.map(({ participationId }) => participationId);
}
