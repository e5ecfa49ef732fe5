import type { LinkHolder } from "#lib/access/link-holder";
import type { Viewer } from "#lib/access/viewer";
import { aboutMeeting, type AgendaMeeting, agendaMeetingSelect, type AgendaTeam } from "#lib/agenda/of-meeting";
import { type Guest, guestOf, guestSelect, standingGuests } from "#lib/guests/lines";
import { type Period, whyNotChange } from "#lib/meetings/rules";
import type { MeetingForm } from "#lib/meetings/schema";

/** An item of an agenda to choose for a guest. */
export type ChoosableItem = { id: string; title: string; minutes: number; isCases: boolean };

/** A meeting to invite a guest to, with the items of its agenda. `problem` says why its guests change no more. */
export type GuestMeeting = { meeting: AgendaMeeting; team: AgendaTeam; items: ChoosableItem[]; problem: ReturnType<typeof whyNotChange> };

/** The meeting of a new guest; null for who does not see its agenda. One statement. */
export async function findGuestMeeting(viewer: Viewer, coreTeamId: string, meetingId: string): Promise<GuestMeeting | null> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeamId, coreTeam: viewer.coreTeamsWhere("agenda:read") }, select: meetingSelect });
  return found && guestMeetingOf(viewer, found);
}

/** A guest with the meeting and the items to choose from. */
export type GuestToChange = GuestMeeting & { guest: Guest; request: string | null; version: number };

/** A guest whose invitation stands, to choose other items for or to take it back; null for who may not. One statement. */
export async function findGuest(viewer: Viewer, ids: { coreTeamId: string; meetingId: string; guestId: string }): Promise<GuestToChange | null> {
  const found = await viewer.db.meetingGuest.findFirst({
    where: { id: ids.guestId, meetingId: ids.meetingId, coreTeamId: ids.coreTeamId, withdrawnAt: null, coreTeam: viewer.coreTeamsWhere("guest:invite") },
    select: { ...guestSelect, request: true, version: true, meeting: { select: meetingSelect } },
  });
  if (!found) return null;
  const { meeting, request, version, ...guest } = found;
  const about = guestMeetingOf(viewer, meeting);
  return { ...about, guest: guestOf(viewer, about.team.scope, guest), request, version };
}

/** Who comes to a meeting from outside the team, in the order in which they were invited; nobody for who does not see its agenda. */
export async function listGuests(viewer: Viewer, meetingId: string): Promise<Guest[]> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("agenda:read") },
    select: { coreTeamId: true, consortiumId: true, guests: standingGuests },
  });
  if (!found) return [];
  const { guests, ...scope } = found;
  return guests.map((guest) => guestOf(viewer, scope, guest));
}

/** What a guest sees of an item chosen: its number on the agenda, and when it begins. Without a title it is the one for casussen. */
export type KeyholeItem = { number: number; title: string | null; minutes: number; startsAt: Date };

/** A school of the team, to find the way to. */
export type KeyholeSchool = { name: string; street: string | null; houseNumber: string | null; postcode: string | null; place: string | null; phone: string | null };

/** What a guest sees through the keyhole: no casus, no other item, nobody's answer. */
export type Keyhole = Period & {
  guest: { name: string; organisation: string; request: string | null; answer: Guest["answer"] };
  teamName: string;
  form: MeetingForm;
  place: string | null;
  link: string | null;
  /** It has ended or was recorded, so there is nothing to answer any more. */
  isOver: boolean;
  /** Whom to call, as far as this person shares that. */
  organiser: { name: string; phone: string | null };
  schools: KeyholeSchool[];
  items: KeyholeItem[];
};

/** What this guest's link shows; null when the invitation was taken back, the meeting is off, or it ended 24 hours ago. Two statements. */
export async function findKeyhole(holder: LinkHolder): Promise<Keyhole | null> {
  type Row = Omit<Keyhole, "guest" | "organiser" | "isOver" | "items"> & Keyhole["guest"] & { recorded: boolean; organiserName: string; organiserPhone: string | null };
  const [found] = await holder.db.$queryRaw<Row[]>`
    SELECT team_name AS "teamName", starts_at AS "startsAt", ends_at AS "endsAt", form::text, place, link, recorded, name, organisation, request, answer::text,
      organiser_name AS "organiserName", organiser_phone AS "organiserPhone", schools
    FROM linked_guest()`;
  if (!found) return null;
  const items = await holder.db.$queryRaw<KeyholeItem[]>`SELECT number, title, minutes, starts_at AS "startsAt" FROM linked_guest_items()`;
  const { name, organisation, request, answer, recorded, organiserName, organiserPhone, ...meeting } = found;
  return {
    ...meeting,
    guest: { name, organisation, request, answer },
    isOver: recorded || meeting.endsAt <= holder.now,
    organiser: { name: organiserName, phone: organiserPhone },
    items,
  };
}

const meetingSelect = {
  ...agendaMeetingSelect,
  recordedAt: true,
  agendaItems: { where: { position: { not: null } }, select: { id: true, title: true, minutes: true, standing: true }, orderBy: { position: "asc" } },
} as const;

type FoundMeeting = Parameters<typeof aboutMeeting>[1] & { recordedAt: Date | null; agendaItems: { id: string; title: string; minutes: number; standing: string }[] };

function guestMeetingOf(viewer: Viewer, { agendaItems, recordedAt, ...found }: FoundMeeting): GuestMeeting {
  const { meeting, team } = aboutMeeting(viewer, found);
  return {
    meeting,
    team,
    items: agendaItems.map(({ standing, ...item }) => ({ ...item, isCases: standing === "CASES" })),
    problem: whyNotChange({ ...meeting, cancelled: found.cancelled, recordedAt }, viewer.now),
  };
}
