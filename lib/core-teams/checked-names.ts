import type { CheckedNames } from "#lib/anonymity/findings";
import { countsOn } from "#lib/core-teams/rules";
import { type Day, dayFromDatabase } from "#lib/dates";
import type { Prisma } from "#prisma/generated/client";

/** What to read of a core team to check texts by its names. */
export const checkedNamesSelect = {
  name: true,
  memberships: { select: { firstDay: true, lastDay: true, person: { select: { name: true, deactivatedAt: true } } } },
  consortium: { select: { schools: { select: { name: true } } } },
} satisfies Prisma.CoreTeamSelect;

/**
 * The names by which texts of a core team are checked: everybody who is, was or will be in it, the schools that the viewer
 * knows of, and the members of today.
 */
export function checkedNamesOf({ name, memberships, consortium }: Prisma.CoreTeamGetPayload<{ select: typeof checkedNamesSelect }>, today: Day): Required<CheckedNames> {
  const isToday = (firstDay: Date, lastDay: Date | null) => countsOn(today, { firstDay: dayFromDatabase(firstDay), lastDay: lastDay && dayFromDatabase(lastDay) });
  const members = memberships.filter(({ firstDay, lastDay, person }) => person.deactivatedAt === null && isToday(firstDay, lastDay));
  return {
    people: namesIn(memberships),
    schools: [...new Set([name, ...consortium.schools.map((school) => school.name)])],
    colleagues: namesIn(members),
  };
}

function namesIn(memberships: readonly { person: { name: string } }[]): string[] {
  return [...new Set(memberships.map(({ person }) => person.name))];
}
