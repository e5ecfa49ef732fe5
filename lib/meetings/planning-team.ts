import type { Scope } from "#lib/access/permissions";
import { availabilitySelect } from "#lib/availability/queries";
import { availabilityFrom, type AvailabilityRows } from "#lib/availability/rules";
import { dayForDatabase, dayFromDatabase, type Day } from "#lib/dates";
import type { TeamPerson } from "#lib/meetings/rules";
import type { Attendance } from "#lib/meetings/schema";
import type { Prisma } from "#prisma/generated/client";

/** A core team as the heading of its pages, with what its permissions are asked for. */
export type MeetingTeam = { id: string; name: string; scope: Required<Scope> };

/** A core team as somebody plans with it: its schools' addresses and regions, and its people of today and later. */
export type PlanningTeam = MeetingTeam & { addresses: string[]; calendar: SchoolCalendar; people: TeamPerson[] };

/** By what it is known when the schools of a team are closed; a samenwerkingsverband has holidays of its own. */
export type SchoolCalendar = { consortiumId: string | null; regions: readonly string[]; schoolIds: readonly string[] };

/** What to read of a core team to plan with it: its schools and its people of today and later. */
export function planningTeamOf(today: Day) {
  const notOver = { OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(today) } }] };
  return {
    id: true,
    name: true,
    consortiumId: true,
    schools: {
      where: notOver,
      select: { school: { select: { id: true, name: true, street: true, houseNumber: true, postcode: true, place: true, holidayRegion: true } } },
      orderBy: { school: { name: "asc" } },
    },
    memberships: {
      where: { ...notOver, person: { deactivatedAt: null } },
      select: {
        firstDay: true,
        lastDay: true,
        person: { select: { id: true, name: true, ...availabilitySelect } },
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
  schools: { school: { id: string; name: string; street: string | null; houseNumber: string | null; postcode: string | null; place: string | null; holidayRegion: string | null } }[];
  memberships: {
    firstDay: Date;
    lastDay: Date | null;
    person: { id: string; name: string } & AvailabilityRows;
    function: { id: string; name: string; code: string; attendance: Attendance };
    organisation: { name: string } | null;
  }[];
};

/** A core team as it comes out of the database. */
export function asPlanningTeam({ id, name, consortiumId, schools, memberships }: FoundTeam): PlanningTeam {
  const people = new Map<string, TeamPerson>();
  for (const { person, function: held, organisation, firstDay, lastDay } of memberships) {
    const known = people.get(person.id) ?? { personId: person.id, name: person.name, organisation: organisation?.name ?? null, availability: availabilityFrom(person), spells: [] };
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
    calendar: { consortiumId, regions: [...new Set(regions)], schoolIds: schools.map(({ school }) => school.id) },
    people: [...people.values()],
  };
}

function addressOf({ name, street, houseNumber, postcode, place }: FoundTeam["schools"][number]["school"]): string {
  const parts = [name, [street, houseNumber].filter(Boolean).join(" "), [postcode, place].filter(Boolean).join(" ")];
  return parts.filter(Boolean).join(", ");
}
