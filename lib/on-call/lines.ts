import type { Viewer } from "#lib/access/viewer";
import type { Answer } from "#lib/meetings/queries";
import type { Prisma } from "#prisma/generated/client";

/** Somebody who is on call for a meeting, or was called to it. */
export type OnCallInvitee = {
  participationId: string;
  name: string;
  functionName: string;
  answer: Answer;
  isOwn: boolean;
  /** For which item this person was called, on the agenda or taken off; null for who is on call. */
  calledFor: string | null;
};

/** Which invitees it is about, and the columns it takes. */
export const onCallInvitees = {
  where: { withdrawnAt: null, OR: [{ attendance: "ON_CALL" }, { calledForItemId: { not: null } }] },
  select: { id: true, personId: true, answer: true, calledForItemId: true, person: { select: { name: true } }, function: { select: { name: true } } },
  orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
} satisfies Prisma.Meeting$participationsArgs;

/** Puts the columns together for this person. */
export function onCallInviteeOf(viewer: Viewer, { id, personId, answer, calledForItemId, person, function: held }: Prisma.ParticipationGetPayload<{ select: typeof onCallInvitees.select }>): OnCallInvitee {
  return { participationId: id, name: person.name, functionName: held.name, answer, isOwn: personId === viewer.person.id, calledFor: calledForItemId };
}
