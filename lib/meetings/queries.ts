import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Agreement, agreementOf, agreementSelect } from "#lib/agreements/lines";
import { inOrder } from "#lib/agreements/rules";
import { availabilitySelect } from "#lib/availability/queries";
import { availabilityFrom, unavailableAt, type Unavailable } from "#lib/availability/rules";
import { dayFromDatabase, dayOf, momentAt, type Day } from "#lib/dates";
import { type ObstacleRow, type ObstructedMeeting, obstructedMeetings } from "#lib/meetings/obstacles";
import { asPlanningTeam, type MeetingTeam, type PlanningTeam, planningTeamOf, type SchoolCalendar } from "#lib/meetings/planning-team";
import { keepsBusy, stateOf, type Holiday, type MeetingState, type Period } from "#lib/meetings/rules";
import type { Attendance, MeetingForm, MeetingKind } from "#lib/meetings/schema";
import { photoPath, photoSelect } from "#lib/photos/schema";
import type { Prisma, Sector } from "#prisma/generated/client";

/** How many meetings a page shows. */
export const MEETINGS_A_PAGE = 25;

// More than this is told once some of it was seen to.
const MOST_OBSTACLES = 60;

export type Answer = "NONE" | "ACCEPTED" | "DECLINED";

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
  /** How many who are needed or wanted are known to be away or not to work then, and have not declined; 0 once it has begun. */
  unavailable: number;
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
  /** What is known against this person's coming, while it still matters, for whoever may move the meeting; null for others. */
  unavailable: Unavailable | null;
  /** The last mail, for whoever may send it again; null for others. */
  mail: { state: "QUEUED" | "SENT" | "BOUNCED" | "SUPERSEDED"; errorCode: string | null } | null;
};

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
  /** What was agreed, as far as this person may read it. */
  agreements: Agreement[];
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
      agreements: { select: agreementSelect(viewer) },
      participations: {
        where: { withdrawnAt: null },
        select: {
          id: true, attendance: true, answer: true, present: true,
          person: { select: { ...CONTACT, ...availabilitySelect } },
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
  const plans = !cancelled && meeting.startsAt > viewer.now && viewer.can("meeting:reschedule", { consortiumId: coreTeam.consortiumId, coreTeamId });
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
        unavailable: plans && rest.answer !== "DECLINED" ? unavailableAt(availabilityFrom(person), meeting) : null,
        mail: mails[0] ?? null,
      };
    }),
    notInvited: [...new Set(members.filter(({ person }) => !invited.has(person.id) && person.deactivatedAt === null).map(({ person }) => person.name))],
    agreements: inOrder(agreements.map((agreement) => agreementOf(viewer, agreement))),
  };
}

/**
 * When the schools of a team are closed from one day up to and including another: holidays of the country, as far as its
 * samenwerkingsverband corrects nothing, what that adds, and study days. One statement.
 */
export async function listHolidays(viewer: Viewer, { from, until, calendar }: { from: Day; until: Day; calendar: SchoolCalendar }): Promise<Holiday[]> {
  const { consortiumId, regions, schoolIds } = calendar;
  return viewer.db.$queryRaw<Holiday[]>`
    SELECT h.kind::text AS kind, h.region, coalesce(c.name, h.name) AS name, coalesce(c.first_day, h.first_day)::text AS "firstDay", coalesce(c.last_day, h.last_day)::text AS "lastDay"
    FROM holiday h LEFT JOIN consortium_holiday c ON c.replaces_id = h.id AND c.consortium_id = ${consortiumId}::uuid
    WHERE coalesce(c.first_day, h.first_day) <= ${until}::date AND coalesce(c.last_day, h.last_day) >= ${from}::date AND coalesce(c.applies, true)
      AND (h.region IS NULL OR h.region = ANY (${[...regions]}::text[]))
    UNION ALL
    SELECT 'SCHOOL', NULL, o.name, o.first_day::text, o.last_day::text FROM consortium_holiday o
    WHERE o.consortium_id = ${consortiumId}::uuid AND o.replaces_id IS NULL AND o.first_day <= ${until}::date AND o.last_day >= ${from}::date
    UNION ALL
    SELECT 'STUDY_DAY', NULL, s.name, s.first_day::text, s.last_day::text FROM study_day s
    WHERE s.school_id = ANY (${[...schoolIds]}::uuid[]) AND s.first_day <= ${until}::date AND s.last_day >= ${from}::date
    ORDER BY 4, 3`;
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
      participations: { where: { withdrawnAt: null }, select: { answer: true, present: true, attendance: true, person: { select: availabilitySelect } } },
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
    unavailable: cancelled || meeting.startsAt <= viewer.now ? 0 : participations.filter((each) => keepsBusy(each) && unavailableAt(availabilityFrom(each.person), meeting) !== null).length,
  }));
  return { meetings, total };
}

/**
 * The meetings to come of a core team that something came in the way of, soonest first, for whoever may move them. A
 * meeting that was planned on such a day on purpose is among them: that is not known any more. One statement.
 */
export async function listObstructedMeetings(viewer: Viewer, scope: Required<Scope>): Promise<ObstructedMeeting[]> {
  viewer.mustBeAbleTo("meeting:reschedule", scope);
  return obstructedMeetings(await viewer.db.$queryRaw<ObstacleRow[]>`
    SELECT o.meeting_id::text AS id, o.starts_at AS "startsAt", o.ends_at AS "endsAt", o.kind, o.name, o.function_name AS "functionName", o.replacement
    FROM meeting_obstacles(ARRAY(SELECT id FROM core_team WHERE id = ${scope.coreTeamId}::uuid AND consortium_id = ${scope.consortiumId}::uuid), ${viewer.now}::timestamptz) o
    ORDER BY o.starts_at, o.meeting_id, o.seat_order, o.name LIMIT ${MOST_OBSTACLES}`);
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
