import type { Viewer } from "#lib/access/viewer";
import { USUAL_MOST_MEETINGS } from "#lib/availability/queries";
import type { DatedPattern } from "#lib/availability/rules";
import { addDays, dayForDatabase, dayFromDatabase, type Day } from "#lib/dates";
import { listHolidays } from "#lib/meetings/queries";
import { isOwnClosure, type Holiday } from "#lib/meetings/rules";
import type { Attendance, MeetingForm } from "#lib/meetings/schema";
import { seatsOf, type Held } from "#lib/planning/seats";
import type { Busy, ClosedDays, Invitee, OwnAvailability, SlotQuestion } from "#lib/planning/slot-question";
import type { Prisma } from "#prisma/generated/client";

/** Which moments are wanted for a meeting of a core team. */
export type SlotWish = {
  /** Who is to come, and how needed; null for the whole team by its functions. */
  invitees: ReadonlyMap<string, Attendance> | null;
  from: Day;
  until: Day;
  minutes: number;
  form: MeetingForm;
  /** Where it is to be, in words; null for a digital meeting or when that is still open. */
  place: string | null;
  /** The meeting that is to be moved, which does not stand in its own way. */
  besides: string | null;
  /** Whether a day on which the team meets already will do. */
  alsoOnMeetingDays: boolean;
  /** Equally good moments go in order of how near they are to this one; null for the earliest first. */
  around: Date | null;
  limit: number;
};

/** What somebody needs between two places where a samenwerkingsverband settled nothing else, in minutes. */
export const USUAL_TRAVEL_MINUTES = 30;

/** Between which hours meetings are looked for, and how far apart they begin. */
const HOURS = { first: "08:30", lastEnd: "17:30" };
const STEP_MINUTES = 15;

/**
 * The question to the slot finder: who of the team is planned as what, when they work, are away and are elsewhere, with
 * the same of who stands in for them, and when the schools are closed. Null for who does not plan with this team. Four
 * statements. Of meetings outside the asker's samenwerkingsverbanden it is not told where they are.
 */
export async function findSlotQuestion(viewer: Viewer, coreTeamId: string, wish: SlotWish): Promise<SlotQuestion | null> {
  const team = await viewer.db.coreTeam.findFirst({ where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("meeting:schedule")] }, select: teamSelect(wish) });
  if (!team) return null;
  const people = await listAvailabilities(viewer, coreTeamId, wish);
  const busy = await listBusy(viewer, coreTeamId, [...people.keys()], wish);
  const calendar = {
    consortiumId: team.consortiumId,
    regions: team.schools.flatMap(({ school }) => school.holidayRegion ?? []),
    schoolIds: team.schools.map(({ school }) => school.id),
  };
  const holidays = await listHolidays(viewer, { from: wish.from, until: wish.until, calendar });
  const rules = team.consortium.planningRules;
  const usual = rules?.mostMeetings ?? USUAL_MOST_MEETINGS;
  return {
    from: wish.from,
    until: wish.until,
    minutes: wish.minutes,
    hours: HOURS,
    stepMinutes: STEP_MINUTES,
    place: wish.form === "DIGITAL" ? null : HERE,
    invitees: team.memberships.length === 0 ? [] : inviteesOf(team.memberships, people, busy, wish, usual),
    closedDays: holidays.map(closedDays),
    teamMeetings: wish.alsoOnMeetingDays ? [] : team.meetings,
    travelMinutes: rules?.travelMinutes ?? USUAL_TRAVEL_MINUTES,
    now: viewer.now,
    around: wish.around,
    limit: wish.limit,
  };
}

// The number that `busy_moments` gives to the place that is asked about.
const HERE = "0";

function closedDays(holiday: Holiday): ClosedDays {
  const { kind, name, firstDay, lastDay } = holiday;
  return { firstDay, lastDay, name, kind: isOwnClosure(holiday) ? "STUDY_DAY" : kind === "PUBLIC" ? "PUBLIC_HOLIDAY" : "SCHOOL_HOLIDAY" };
}

function teamSelect({ from, until, besides }: SlotWish) {
  // A day more on either side, because these are days of UTC.
  const [since, before] = [dayForDatabase(addDays(from, -1)), dayForDatabase(addDays(until, 2))];
  const within = { firstDay: { lte: dayForDatabase(until) }, OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(from) } }] };
  return {
    consortiumId: true,
    consortium: { select: { planningRules: { select: { mostMeetings: true, travelMinutes: true } } } },
    schools: { where: within, select: { school: { select: { id: true, holidayRegion: true } } } },
    meetings: { where: { cancelled: false, startsAt: { lt: before }, endsAt: { gt: since }, ...(besides === null ? {} : { id: { not: besides } }) }, select: { startsAt: true, endsAt: true }, orderBy: { startsAt: "asc" } },
    memberships: {
      where: { ...within, person: { deactivatedAt: null } },
      select: {
        personId: true,
        firstDay: true,
        lastDay: true,
        function: { select: { id: true, name: true, attendance: true, alternatives: true } },
      },
      orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
    },
  } satisfies Prisma.CoreTeamSelect;
}

type FoundMembership = {
  personId: string;
  firstDay: Date;
  lastDay: Date | null;
  function: { id: string; name: string; attendance: Attendance; alternatives: string | null };
};

type KnownPerson = { personId: string; name: string; mostMeetings: number | null; patterns: DatedPattern[]; absences: { firstDay: Day; lastDay: Day; replacementId: string | null }[] };

async function listAvailabilities(viewer: Viewer, coreTeamId: string, { from, until }: SlotWish): Promise<Map<string, KnownPerson>> {
  const rows = await viewer.db.$queryRaw<KnownPerson[]>`
    SELECT person_id::text AS "personId", name, most_meetings AS "mostMeetings", patterns, absences
    FROM team_availability(${coreTeamId}::uuid, ${from}::date, ${until}::date)`;
  return new Map(rows.map((row) => [row.personId, row]));
}

async function listBusy(viewer: Viewer, coreTeamId: string, people: readonly string[], { from, until, besides, place }: SlotWish): Promise<Map<string, Busy[]>> {
  // A day more on either side, because these are days of UTC.
  const [since, before] = [dayForDatabase(addDays(from, -1)), dayForDatabase(addDays(until, 2))];
  const rows = await viewer.db.$queryRaw<{ personId: string; startsAt: Date; endsAt: Date; at: string | null; place: number | null }[]>`
    SELECT person_id::text AS "personId", starts_at AS "startsAt", ends_at AS "endsAt", core_team_name AS at, place
    FROM busy_moments(${[...people]}::uuid[], ${since}, ${before}, ${besides}::uuid, ${coreTeamId}::uuid, ${place})`;
  const busy = new Map<string, Busy[]>(people.map((personId) => [personId, []]));
  for (const { personId, place: where, ...moment } of rows) busy.get(personId)?.push({ ...moment, place: where === null ? null : String(where) });
  return busy;
}

function inviteesOf(memberships: readonly FoundMembership[], people: ReadonlyMap<string, KnownPerson>, busy: ReadonlyMap<string, Busy[]>, wish: SlotWish, usual: number): Invitee[] {
  const own = ({ personId, patterns, absences, mostMeetings }: KnownPerson): OwnAvailability => ({
    patterns,
    absences: absences.map(({ firstDay, lastDay }) => ({ firstDay, lastDay })),
    busy: busy.get(personId) ?? [],
    mostMeetingsADay: mostMeetings ?? usual,
  });
  return Object.entries(Object.groupBy(memberships, ({ personId }) => personId)).flatMap(([personId, held = []]): Invitee[] => {
    const person = people.get(personId);
    const wanted = wish.invitees?.get(personId);
    if (!person || (wish.invitees !== null && wanted === undefined)) return [];
    const absences = person.absences.map(({ firstDay, lastDay, replacementId }) => {
      const replacement = replacementId === null ? undefined : people.get(replacementId);
      return { firstDay, lastDay, replacement: replacement ? { personId: replacement.personId, name: replacement.name, availability: own(replacement) } : null };
    });
    return seatsOf(held.map(heldOf), wish.from, wish.until).map(({ functionName, attendance, group, spells }) => ({
      personId,
      name: person.name,
      functionName,
      attendance: wanted ?? attendance,
      group,
      spells,
      availability: { ...own(person), absences },
    }));
  });
}

function heldOf({ firstDay, lastDay, function: held }: FoundMembership): Held {
  return {
    functionId: held.id,
    functionName: held.name,
    attendance: held.attendance,
    group: held.alternatives,
    firstDay: dayFromDatabase(firstDay),
    lastDay: lastDay && dayFromDatabase(lastDay),
  };
}
