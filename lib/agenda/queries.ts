import type { Viewer } from "#lib/access/viewer";
import { aboutMeeting, type AgendaMeeting, agendaMeetingSelect, type AgendaTeam, type Fixed } from "#lib/agenda/of-meeting";
import { minutesTogether } from "#lib/agenda/rules";
import type { AgendaOrigin, AgendaStanding } from "#lib/agenda/schema";
import { type Guest, guestOf, standingGuests } from "#lib/guests/lines";
import { whyNotChange } from "#lib/meetings/rules";
import type { MeetingKind } from "#lib/meetings/schema";
import { type OnCallInvitee, onCallInviteeOf, onCallInvitees } from "#lib/on-call/lines";
import type { Prisma } from "#prisma/generated/client";

/** An item of an agenda, as this person sees it. */
export type AgendaItem = {
  id: string;
  title: string;
  explanation: string | null;
  questions: string[];
  minutes: number;
  standing: AgendaStanding;
  /** Null for an item of the standaardagenda, as is who added it. */
  origin: AgendaOrigin | null;
  addedBy: { name: string | null; isOwn: boolean } | null;
  version: number;
  /** Whether this person may change it and take it off. */
  mayChange: boolean;
};

/** The agenda of one meeting. */
export type MeetingAgenda = {
  meeting: AgendaMeeting;
  team: AgendaTeam;
  fixed: Fixed;
  /** What the standaardagenda it was made from was called; null when there was none. */
  templateName: string | null;
  goals: string[];
  items: AgendaItem[];
  /** Who comes from outside the team, each for some of the items. */
  guests: Guest[];
  /** Who is on call for the meeting, and who was called for an item. */
  onCall: OnCallInvitee[];
  /** Whether invitees can still be called: it has not begun, and is on. */
  isComing: boolean;
  /** What was taken off, as far as this person may put it back. */
  removed: { id: string; title: string }[];
};

/** The agenda of a meeting, in order; null when this person does not see it. One statement. */
export async function findAgenda(viewer: Viewer, coreTeamId: string, meetingId: string): Promise<MeetingAgenda | null> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeamId, coreTeam: viewer.coreTeamsWhere("agenda:read") },
    select: {
      ...agendaMeetingSelect,
      recordedAt: true,
      agenda: { select: { name: true, goals: true } },
      guests: standingGuests,
      participations: onCallInvitees,
      // What only made room for another standaardagenda is in no list.
      agendaItems: { where: { OR: [{ position: { not: null } }, { version: { gt: 1 } }] }, select: itemSelect, orderBy: [{ position: "asc" }, { removedAt: "desc" }] },
    },
  });
  if (!found) return null;
  const { agenda, agendaItems, guests, participations, recordedAt, ...about } = found;
  const { meeting, team, fixed } = aboutMeeting(viewer, about);
  const items = agendaItems.map((item) => ({ ...itemOf(viewer, team, item), isOn: item.position !== null }));
  return {
    meeting,
    team,
    fixed,
    templateName: agenda?.name ?? null,
    goals: agenda?.goals ?? [],
    items: items.filter(({ isOn }) => isOn).map(({ isOn: _on, ...item }) => item),
    guests: guests.map((guest) => guestOf(viewer, team.scope, guest)),
    onCall: participations.map((participation) => onCallInviteeOf(viewer, participation)),
    isComing: whyNotChange({ ...found, recordedAt }, viewer.now) === null,
    removed: items.filter(({ isOn, mayChange }) => !isOn && mayChange && fixed === null).map(({ id, title }) => ({ id, title })),
  };
}

/** A meeting to put something on the agenda of; null when this person does not see its agenda. */
export async function findAgendaMeeting(viewer: Viewer, coreTeamId: string, meetingId: string): Promise<{ meeting: AgendaMeeting; team: AgendaTeam; fixed: Fixed } | null> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeamId, coreTeam: viewer.coreTeamsWhere("agenda:read") }, select: agendaMeetingSelect });
  return found && aboutMeeting(viewer, found);
}

/** An item with its meeting, to be changed or taken off. */
export type AgendaItemToChange = AgendaItem & {
  meeting: AgendaMeeting;
  team: AgendaTeam;
  fixed: Fixed;
  /** Names of whoever was on call and was called for it. */
  called: string[];
};

/** An item that is on an agenda; null when it is not, or when this person does not see that agenda. */
export async function findAgendaItem(viewer: Viewer, ids: { coreTeamId: string; meetingId: string; itemId: string }): Promise<AgendaItemToChange | null> {
  const found = await viewer.db.agendaItem.findFirst({
    where: { id: ids.itemId, meetingId: ids.meetingId, coreTeamId: ids.coreTeamId, position: { not: null }, coreTeam: viewer.coreTeamsWhere("agenda:read") },
    select: { ...itemSelect, meeting: { select: agendaMeetingSelect }, called: { where: { withdrawnAt: null }, select: { person: { select: { name: true } } } } },
  });
  if (!found) return null;
  const about = aboutMeeting(viewer, found.meeting);
  return { ...itemOf(viewer, about.team, found), ...about, called: found.called.map(({ person }) => person.name) };
}

/** A standaardagenda to choose from: how many items it has, and how many minutes they take. */
export type TemplateChoice = { id: string; kind: MeetingKind; name: string; items: number; minutes: number };

/** The standaardagenda's from which a meeting of a core team can be begun anew, in the order of the kinds. */
export async function listTemplateChoices(viewer: Viewer, coreTeamId: string): Promise<TemplateChoice[]> {
  const found = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("agenda:arrange")] },
    select: { consortium: { select: { templates: { select: { id: true, kind: true, name: true, items: { select: { minutes: true } } }, orderBy: { kind: "asc" } } } } },
  });
  return (found?.consortium.templates ?? []).map(({ items, ...template }) => ({ ...template, items: items.length, minutes: minutesTogether(items) }));
}

const itemSelect = {
  id: true, position: true, title: true, explanation: true, questions: true, minutes: true, standing: true, origin: true, version: true, addedById: true,
  addedBy: { select: { name: true } },
} satisfies Prisma.AgendaItemSelect;

function itemOf(viewer: Viewer, { scope }: AgendaTeam, row: Prisma.AgendaItemGetPayload<{ select: typeof itemSelect }>): AgendaItem {
  const { id, title, explanation, questions, minutes, standing, origin, version, addedById, addedBy } = row;
  const isOwn = addedById === viewer.person.id;
  return {
    id, title, explanation, questions, minutes, standing, origin, version,
    addedBy: addedById === null ? null : { name: addedBy?.name ?? null, isOwn },
    mayChange: viewer.can(isOwn ? "agenda:add-item" : "agenda:arrange", scope),
  };
}
