import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { dayForDatabase, dayFromDatabase, dayOf, momentAt, type Day } from "#lib/dates";
import { stateOf, type Holiday, type MeetingState, type Period, type TeamPerson } from "#lib/meetings/rules";
import type { Attendance, MeetingForm, MeetingKind } from "#lib/meetings/schema";
import { photoPath, photoSelect } from "#lib/photos/schema";
import type { Prisma, Sector } from "#prisma/generated/client";

/** How many meetings a page shows. */
export const MEETINGS_A_PAGE = 25;

export type Answer = "NONE" | "ACCEPTED" | "DECLINED";

/** A core team as the heading of its pages, with what its permissions are asked for. */
export type MeetingTeam = { id: string; name: string; scope: Required<Scope> };

/** A core team as somebody plans with it: its schools' addresses and regions, and its people of today and later. */
export type PlanningTeam = MeetingTeam & { addresses: string[]; regions: string[]; people: TeamPerson[] };

/** What a page that changes a meeting starts from. */
export type MeetingToChange = Period & {
  id: string;
  team: PlanningTeam;
  version: number;
  sequence: number;
  kind: MeetingKind;
  theme: string | null;
  form: MeetingForm;
  place: string | null;
  link: string | null;
  cancelled: boolean;
  recordedAt: Date | null;
  organiserId: string;
  agreements: number;
  /** Everybody who was ever invited, by name; `withdrawn` for whom it lapsed. */
  invitees: ChangingInvitee[];
};

export type ChangingInvitee = {
  participationId: string;
  personId: string;
  name: string;
  functionId: string;
  functionName: string;
  attendance: Attendance;
  answer: Answer;
  present: boolean | null;
  withdrawn: boolean;
};

/** A meeting as a line in a list. */
export type MeetingLine = Period & {
  id: string;
  kind: MeetingKind;
  theme: string | null;
  form: MeetingForm;
  place: string | null;
  state: MeetingState;
  invited: number;
  accepted: number;
  present: number;
};

/** The core team of a page about meetings; null when this person does not see its meetings. */
export async function findMeetingTeam(viewer: Viewer, coreTeamId: string): Promise<MeetingTeam | null> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("meeting:read")] },
    select: { id: true, name: true, consortiumId: true },
  });
  return team && { id: team.id, name: team.name, scope: { consortiumId: team.consortiumId, coreTeamId: team.id } };
}

/** The core team with everybody who is or will be a member, to plan with; null when this person does not see its meetings. */
export async function findPlanningTeam(viewer: Viewer, coreTeamId: string): Promise<PlanningTeam | null> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("meeting:read")] },
    select: planningTeamOf(viewer.today),
  });
  return team && asPlanningTeam(team);
}

/** A meeting with its team, to be moved, changed, cancelled or recorded; null when this person does not see it. */
export async function findMeetingToChange(viewer: Viewer, meetingId: string): Promise<MeetingToChange | null> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("meeting:read") },
    select: {
      id: true, version: true, sequence: true, kind: true, theme: true, startsAt: true, endsAt: true, form: true, place: true, link: true,
      cancelled: true, recordedAt: true, organiserId: true,
      coreTeam: { select: planningTeamOf(viewer.today) },
      agreements: { select: { id: true } },
      participations: {
        select: {
          id: true, personId: true, functionId: true, attendance: true, answer: true, present: true, withdrawnAt: true,
          person: { select: { name: true } },
          function: { select: { name: true } },
        },
        orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
      },
    },
  });
  if (!found) return null;
  const { coreTeam, participations, agreements, ...meeting } = found;
  return {
    ...meeting,
    team: asPlanningTeam(coreTeam),
    agreements: agreements.length,
    invitees: participations.map(({ id, person, function: held, withdrawnAt, ...rest }) => ({
      ...rest,
      participationId: id,
      name: person.name,
      functionName: held.name,
      withdrawn: withdrawnAt !== null,
    })),
  };
}

/** Somebody who is invited, as the page of the meeting shows it. */
export type Invitee = {
  participationId: string;
  personId: string;
  name: string;
  photoUrl: string | null;
  functionName: string;
  organisation: string | null;
  /** Only what this person shares. */
  phone: string | null;
  email: string | null;
  attendance: Attendance;
  answer: Answer;
  present: boolean | null;
  /** Whether this person is a member of the team on the day of the meeting. */
  isMember: boolean;
  /** The last mail, for whoever may send it again; null for others. */
  mail: { state: "QUEUED" | "SENT" | "BOUNCED" | "SUPERSEDED"; errorCode: string | null } | null;
};

/** What was agreed at a meeting, as far as this person may read it. */
export type MeetingAgreement = { id: string; text: string; owner: { name: string }; isOwn: boolean; dueOn: Day; overdue: boolean; doneOn: Day | null };

/** A meeting as its page shows it. */
export type MeetingDetails = Period & {
  id: string;
  team: MeetingTeam & { sector: Sector };
  kind: MeetingKind;
  theme: string | null;
  form: MeetingForm;
  place: string | null;
  link: string | null;
  state: MeetingState;
  cancelledOn: Day | null;
  cancellationReason: string | null;
  recordedOn: Day | null;
  organiser: { name: string; phone: string | null; email: string | null };
  invitees: Invitee[];
  /** Names of members on the day of the meeting who are not invited. */
  notInvited: string[];
  agreements: MeetingAgreement[];
};

/** A meeting with who is invited and what was agreed; null when this person does not see it. One statement. */
export async function findMeeting(viewer: Viewer, coreTeamId: string, meetingId: string): Promise<MeetingDetails | null> {
  const found = await viewer.db.meeting.findFirst({
    where: { id: meetingId, coreTeamId, coreTeam: viewer.coreTeamsWhere("meeting:read") },
    select: {
      id: true, kind: true, theme: true, startsAt: true, endsAt: true, form: true, place: true, link: true,
      cancelled: true, cancelledAt: true, cancellationReason: true, recordedAt: true,
      organiser: { select: CONTACT },
      coreTeam: { select: { id: true, name: true, sector: true, consortiumId: true, memberships: { select: MEMBERSHIP } } },
      agreements: {
        select: { id: true, text: true, dueOn: true, doneAt: true, owner: { select: { id: true, name: true } } },
        orderBy: [{ doneAt: { sort: "asc", nulls: "first" } }, { dueOn: "asc" }],
      },
      participations: {
        where: { withdrawnAt: null },
        select: {
          id: true, attendance: true, answer: true, present: true,
          person: { select: CONTACT },
          function: { select: { name: true } },
          mails: { select: { state: true, errorCode: true }, orderBy: [{ createdAt: "desc" }, { sequence: "desc" }], take: 1 },
        },
        orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
      },
    },
  });
  if (!found) return null;
  const { coreTeam, participations, agreements, organiser, cancelled, cancelledAt, recordedAt, ...meeting } = found;
  const members = coreTeam.memberships.filter(isOn(dayOf(meeting.startsAt)));
  const invited = new Set(participations.map(({ person }) => person.id));
  return {
    ...meeting,
    team: { id: coreTeam.id, name: coreTeam.name, sector: coreTeam.sector, scope: { consortiumId: coreTeam.consortiumId, coreTeamId: coreTeam.id } },
    state: stateOf({ ...meeting, cancelled, recordedAt }, viewer.now),
    cancelledOn: cancelledAt && dayOf(cancelledAt),
    recordedOn: recordedAt && dayOf(recordedAt),
    organiser: shared(organiser),
    invitees: participations.map(({ id, person, function: held, mails, ...rest }) => {
      const membership = members.find((member) => member.person.id === person.id);
      return {
        ...rest,
        ...shared(person),
        participationId: id,
        personId: person.id,
        functionName: held.name,
        organisation: membership?.organisation?.name ?? null,
        isMember: membership !== undefined,
        mail: mails[0] ?? null,
      };
    }),
    notInvited: [...new Set(members.filter(({ person }) => !invited.has(person.id) && person.deactivatedAt === null).map(({ person }) => person.name))],
    agreements: agreements.map(({ id, text, dueOn, doneAt, owner }) => ({
      id,
      text,
      owner: { name: owner.name },
      isOwn: owner.id === viewer.person.id,
      dueOn: dayFromDatabase(dueOn),
      overdue: doneAt === null && dayFromDatabase(dueOn) < viewer.today,
      doneOn: doneAt && dayOf(doneAt),
    })),
  };
}

/** The school holidays of these regions, and the public holidays, that touch the days from `from` up to and including `until`. */
export async function listHolidays(viewer: Viewer, { from, until, regions }: { from: Day; until: Day; regions: readonly string[] }): Promise<Holiday[]> {
  const found = await viewer.db.holiday.findMany({
    where: {
      firstDay: { lte: dayForDatabase(until) },
      lastDay: { gte: dayForDatabase(from) },
      OR: [{ region: null }, { region: { in: [...regions] } }],
    },
    select: { kind: true, region: true, name: true, firstDay: true, lastDay: true },
    orderBy: [{ firstDay: "asc" }, { name: "asc" }],
  });
  return found.map((holiday) => ({ ...holiday, firstDay: dayFromDatabase(holiday.firstDay), lastDay: dayFromDatabase(holiday.lastDay) }));
}

/** Which meetings a list shows: those that are not over, soonest first, or those of a school year that are, latest first. */
export type MeetingView = "coming" | number;

/** A page of the meetings of a core team, with how many there are in all. Pages are counted from 1. */
export async function listMeetings(viewer: Viewer, coreTeamId: string, view: MeetingView, page: number): Promise<{ meetings: MeetingLine[]; total: number }> {
  const where = { AND: [{ coreTeamId, coreTeam: viewer.coreTeamsWhere("meeting:read") }, timesOf(view, viewer.now)] };
  const total = await viewer.db.meeting.count({ where });
  const found = await viewer.db.meeting.findMany({
    where,
    select: {
      id: true, kind: true, theme: true, startsAt: true, endsAt: true, form: true, place: true, cancelled: true, recordedAt: true,
      participations: { where: { withdrawnAt: null }, select: { answer: true, present: true } },
    },
    orderBy: [{ startsAt: view === "coming" ? "asc" : "desc" }, { id: "asc" }],
    skip: (page - 1) * MEETINGS_A_PAGE,
    take: MEETINGS_A_PAGE,
  });
  const meetings = found.map(({ participations, cancelled, recordedAt, ...meeting }) => ({
    ...meeting,
    state: stateOf({ ...meeting, cancelled, recordedAt }, viewer.now),
    invited: participations.length,
    accepted: participations.filter(({ answer }) => answer === "ACCEPTED").length,
    present: participations.filter(({ present }) => present === true).length,
  }));
  return { meetings, total };
}

/** An invitation that waits for an answer. */
export type OpenInvitation = Period & { meetingId: string; coreTeamId: string; teamName: string };

/** The first meeting to come of which the viewer has not said whether to come, at any team; who is on call need not say. */
export async function findOpenInvitation(viewer: Viewer): Promise<OpenInvitation | null> {
  const found = await viewer.db.participation.findFirst({
    where: {
      personId: viewer.person.id,
      answer: "NONE",
      attendance: { not: "ON_CALL" },
      cancelled: false,
      withdrawnAt: null,
      startsAt: { gt: viewer.now },
      coreTeam: viewer.coreTeamsWhere("meeting:read"),
    },
    select: { meetingId: true, startsAt: true, endsAt: true, coreTeam: { select: { id: true, name: true } } },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
  });
  return found && { meetingId: found.meetingId, startsAt: found.startsAt, endsAt: found.endsAt, coreTeamId: found.coreTeam.id, teamName: found.coreTeam.name };
}

/** The school years with meetings that are over, latest first, and in how many of them nothing was recorded yet. */
export async function listMeetingYears(viewer: Viewer, coreTeamId: string): Promise<{ year: number; unrecorded: number }[]> {
  // A school year begins on 1 August: seven months into the year it has the number of.
  return viewer.db.$queryRaw<{ year: number; unrecorded: number }[]>`
    SELECT extract(year FROM (starts_at AT TIME ZONE 'Europe/Amsterdam') - interval '7 months')::int AS year,
      (count(*) FILTER (WHERE NOT cancelled AND recorded_at IS NULL))::int AS unrecorded
    FROM meeting WHERE core_team_id = ${coreTeamId}::uuid AND ends_at <= ${viewer.now}
    GROUP BY 1 ORDER BY 1 DESC`;
}

const CONTACT = { id: true, name: true, phone: true, email: true, sharesPhone: true, sharesEmail: true, photo: photoSelect } satisfies Prisma.PersonSelect;

const MEMBERSHIP = {
  firstDay: true,
  lastDay: true,
  person: { select: { id: true, name: true, deactivatedAt: true } },
  organisation: { select: { name: true } },
} satisfies Prisma.MembershipSelect;

type Contact = { id: string; name: string; photo: { hash: string } | null; phone: string | null; email: string; sharesPhone: boolean; sharesEmail: boolean };

function shared({ id, name, photo, phone, email, sharesPhone, sharesEmail }: Contact) {
  return { name, photoUrl: photoPath(id, photo?.hash), phone: sharesPhone ? phone : null, email: sharesEmail ? email : null };
}

function isOn(day: Day): (membership: { firstDay: Date; lastDay: Date | null }) => boolean {
  return ({ firstDay, lastDay }) => dayFromDatabase(firstDay) <= day && (lastDay === null || dayFromDatabase(lastDay) >= day);
}

function timesOf(view: MeetingView, now: Date) {
  if (view === "coming") return { endsAt: { gt: now } };
  const [from, until] = [momentAt(`${view}-08-01`, "00:00"), momentAt(`${view + 1}-08-01`, "00:00")] as [Date, Date];
  return { endsAt: { lte: now }, startsAt: { gte: from, lt: until } };
}

function planningTeamOf(today: Day) {
  const notOver = { OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(today) } }] };
  return {
    id: true,
    name: true,
    consortiumId: true,
    schools: {
      where: notOver,
      select: { school: { select: { name: true, street: true, houseNumber: true, postcode: true, place: true, holidayRegion: true } } },
      orderBy: { school: { name: "asc" } },
    },
    memberships: {
      where: { ...notOver, person: { deactivatedAt: null } },
      select: {
        firstDay: true,
        lastDay: true,
        person: { select: { id: true, name: true, workingDays: true } },
        function: { select: { id: true, name: true, code: true, attendance: true } },
        organisation: { select: { name: true } },
      },
      orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
    },
  } satisfies Prisma.CoreTeamSelect;
}

type FoundTeam = {
  id: string;
  name: string;
  consortiumId: string;
  schools: { school: { name: string; street: string | null; houseNumber: string | null; postcode: string | null; place: string | null; holidayRegion: string | null } }[];
  memberships: {
    firstDay: Date;
    lastDay: Date | null;
    person: { id: string; name: string; workingDays: number[] };
    function: { id: string; name: string; code: string; attendance: Attendance };
    organisation: { name: string } | null;
  }[];
};

function asPlanningTeam({ id, name, consortiumId, schools, memberships }: FoundTeam): PlanningTeam {
  const people = new Map<string, TeamPerson>();
  for (const { person, function: held, organisation, firstDay, lastDay } of memberships) {
    const known = people.get(person.id) ?? { personId: person.id, name: person.name, organisation: organisation?.name ?? null, workingDays: person.workingDays, spells: [] };
    known.spells.push({
      functionId: held.id,
      functionName: held.name,
      functionCode: held.code,
      attendance: held.attendance,
      firstDay: dayFromDatabase(firstDay),
      lastDay: lastDay && dayFromDatabase(lastDay),
    });
    people.set(person.id, known);
  }
  const regions = schools.map(({ school }) => school.holidayRegion).filter((region) => region !== null);
  return {
    id,
    name,
    scope: { consortiumId, coreTeamId: id },
    addresses: schools.map(({ school }) => addressOf(school)),
    regions: [...new Set(regions)],
    people: [...people.values()],
  };
}

function addressOf({ name, street, houseNumber, postcode, place }: FoundTeam["schools"][number]["school"]): string {
  const parts = [name, [street, houseNumber].filter(Boolean).join(" "), [postcode, place].filter(Boolean).join(" ")];
  return parts.filter(Boolean).join(", ");
}

