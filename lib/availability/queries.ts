import type { Viewer } from "#lib/access/viewer";
import { absentDays, datedPatterns, patternOn, type DatedPattern } from "#lib/availability/rules";
import { dayForDatabase, dayFromDatabase, momentAt, addDays, type Day } from "#lib/dates";
import type { Prisma } from "#prisma/generated/client";

/** What a planner has to know of somebody, as a part of another query: with it goes `availabilityFrom` in rules. */
export const availabilitySelect = {
  workingPatterns: { select: { validFrom: true, mornings: true, afternoons: true } },
  absences: { select: { firstDay: true, lastDay: true, replacement: { select: { id: true, name: true } } }, orderBy: { firstDay: "asc" } },
} satisfies Prisma.PersonSelect;

/** Days on which somebody is away. */
export type KnownAbsence = {
  id: string;
  firstDay: Day;
  lastDay: Day;
  replacement: { id: string; name: string } | null;
  /** How many meetings this person is invited to then, and did not decline. */
  meetings: number;
};

/** When somebody works, today and from a later day on, is away, and how much that person takes on in a day. */
export type PersonAvailability = {
  person: { id: string; name: string };
  isSelf: boolean;
  /** Null when the working days are unknown. */
  pattern: DatedPattern | null;
  comingPatterns: (DatedPattern & { id: string })[];
  /** Those that are not over, soonest first. */
  absences: KnownAbsence[];
  /** The own maximum on a day; null for the usual one. */
  mostMeetings: number | null;
  usualMost: number;
  /** What a form starts from; 0 when nothing was told before. */
  version: number;
};

/** The most meetings on a day where a samenwerkingsverband settled nothing else. */
export const USUAL_MOST_MEETINGS = 3;

/**
 * When somebody can be planned: of the viewer's own person, or of somebody who works for core teams this viewer guides;
 * null for anybody else. One statement.
 */
export async function findAvailability(viewer: Viewer, personId: string): Promise<PersonAvailability | null> {
  const today = dayForDatabase(viewer.today);
  const rules = { select: { planningRules: { select: { mostMeetings: true } } } };
  const notOver = { OR: [{ lastDay: null }, { lastDay: { gte: today } }] };
  const found = await viewer.db.person.findFirst({
    where: ownOrGuided(viewer, personId),
    select: {
      id: true,
      name: true,
      availability: { select: { mostMeetings: true, version: true } },
      workingPatterns: { select: { id: true, validFrom: true, mornings: true, afternoons: true }, orderBy: { validFrom: "asc" } },
      absences: {
        where: { lastDay: { gte: today } },
        select: { id: true, firstDay: true, lastDay: true, replacement: { select: { id: true, name: true } } },
        orderBy: { firstDay: "asc" },
      },
      participations: {
        where: { cancelled: false, withdrawnAt: null, answer: { not: "DECLINED" }, startsAt: { gt: viewer.now } },
        select: { startsAt: true, endsAt: true },
      },
      memberships: { where: notOver, select: { coreTeam: { select: { consortium: rules } } } },
    },
  });
  if (!found) return null;
  const patterns = found.workingPatterns.map(({ id, ...row }) => ({ id, ...(datedPatterns([row])[0] as DatedPattern) }));
  return {
    person: { id: found.id, name: found.name },
    isSelf: found.id === viewer.person.id,
    pattern: patternOn(patterns, viewer.today),
    comingPatterns: patterns.filter(({ validFrom }) => validFrom > viewer.today),
    absences: found.absences.map(({ id, ...row }) => {
      const [days] = absentDays([row]);
      const firstDay = dayFromDatabase(row.firstDay);
      const lastDay = dayFromDatabase(row.lastDay);
      return { id, firstDay, lastDay, replacement: days?.replacement ?? null, meetings: found.participations.filter(touches(firstDay, lastDay)).length };
    }),
    mostMeetings: found.availability?.mostMeetings ?? null,
    usualMost: Math.min(...found.memberships.map(({ coreTeam }) => coreTeam.consortium.planningRules?.mostMeetings ?? USUAL_MOST_MEETINGS), ...(found.memberships.length === 0 ? [USUAL_MOST_MEETINGS] : [])),
    version: found.availability?.version ?? 0,
  };
}

/** Somebody who may stand in for a person. */
export type Replacement = { personId: string; name: string; functionName: string; organisationName: string | null };

/**
 * Who may stand in for somebody: people of the same core teams, and those who do the same work for the same organisation.
 * For the viewer's own person and for whom this viewer guides; nobody for others.
 */
export async function listReplacements(viewer: Viewer, personId: string): Promise<Replacement[]> {
  return viewer.db.$queryRaw<Replacement[]>`
    SELECT person_id::text AS "personId", name, function_name AS "functionName", organisation_name AS "organisationName"
    FROM replacements_for(${personId}::uuid) ORDER BY name, person_id`;
}

/** An absence that can still be changed. */
export type AbsenceToChange = { id: string; version: number; firstDay: Day; lastDay: Day; replacement: { id: string; name: string } | null; person: { id: string; name: string }; isSelf: boolean };

/** An absence that is not over, of the viewer or of whom this viewer guides. */
export async function findAbsence(viewer: Viewer, absenceId: string): Promise<AbsenceToChange | null> {
  const found = await viewer.db.absence.findFirst({
    where: { id: absenceId, lastDay: { gte: dayForDatabase(viewer.today) }, person: { is: ownOrGuided(viewer) } },
    select: { id: true, version: true, firstDay: true, lastDay: true, replacement: { select: { id: true, name: true } }, person: { select: { id: true, name: true } } },
  });
  return (
    found && { ...found, firstDay: dayFromDatabase(found.firstDay), lastDay: dayFromDatabase(found.lastDay), isSelf: found.person.id === viewer.person.id }
  );
}

/** The samenwerkingsverband by which this viewer may change somebody's availability; null for the own, or when there is none. */
export async function findGuidedConsortium(viewer: Viewer, personId: string): Promise<string | null> {
  const working = { consortiumId: { in: viewer.consortiaFor("availability:change") }, OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(viewer.today) } }] };
  const found = await viewer.db.person.findFirst({
    where: { id: personId, OR: [{ memberships: { some: working } }, { roles: { some: working } }] },
    select: {
      memberships: { where: working, select: { consortiumId: true }, take: 1 },
      roles: { where: working, select: { consortiumId: true }, take: 1 },
    },
  });
  return [...(found?.memberships ?? []), ...(found?.roles ?? [])][0]?.consortiumId ?? null;
}

/** The own person, and everybody who works today or later for core teams this viewer guides. */
function ownOrGuided(viewer: Viewer, personId?: string): Prisma.PersonWhereInput {
  const working = { consortiumId: { in: viewer.consortiaFor("availability:change") }, OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(viewer.today) } }] };
  return {
    ...(personId === undefined ? {} : { id: personId }),
    OR: [{ id: viewer.person.id }, { memberships: { some: working } }, { roles: { some: working } }],
  };
}

function touches(firstDay: Day, lastDay: Day): (period: { startsAt: Date; endsAt: Date }) => boolean {
  const [from, until] = [momentAt(firstDay, "00:00"), momentAt(addDays(lastDay, 1), "00:00")];
  return ({ startsAt, endsAt }) => from !== null && until !== null && startsAt < until && endsAt > from;
}
