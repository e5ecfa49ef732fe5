import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { whyFixed } from "#lib/agenda/rules";
import type { MeetingForm, MeetingKind } from "#lib/meetings/schema";
import type { Prisma } from "#prisma/generated/client";

/** A meeting as the heading of its agenda. */
export type AgendaMeeting = { id: string; kind: MeetingKind; theme: string | null; startsAt: Date; endsAt: Date; form: MeetingForm; place: string | null };

/** The core team of an agenda, with what its permissions are asked for. */
export type AgendaTeam = { id: string; name: string; scope: Required<Scope> };

/** Why an agenda does not change any more. */
export type Fixed = "CANCELLED" | "OVER" | null;

/** The columns it takes. */
export const agendaMeetingSelect = {
  id: true, kind: true, theme: true, startsAt: true, endsAt: true, form: true, place: true, cancelled: true,
  coreTeam: { select: { id: true, name: true, consortiumId: true } },
} satisfies Prisma.MeetingSelect;

/** Puts the columns together, seen today. */
export function aboutMeeting(viewer: Viewer, { coreTeam, cancelled, ...meeting }: Prisma.MeetingGetPayload<{ select: typeof agendaMeetingSelect }>) {
  return {
    meeting,
    team: { id: coreTeam.id, name: coreTeam.name, scope: { consortiumId: coreTeam.consortiumId, coreTeamId: coreTeam.id } },
    fixed: whyFixed({ cancelled, endsAt: meeting.endsAt }, viewer.today),
  };
}
