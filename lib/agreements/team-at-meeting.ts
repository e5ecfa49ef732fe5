import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Owner, ownersAt, type Tenure } from "#lib/agreements/rules";
import type { PassTarget } from "#lib/agreements/schema";
import type { CheckedNames } from "#lib/anonymity/findings";
import { checkedNamesOf } from "#lib/core-teams/checked-names";
import { countsOn } from "#lib/core-teams/rules";
import { dayFromDatabase, dayOf, type Day } from "#lib/dates";
import type { Prisma, Sector } from "#prisma/generated/client";

/** A core team around one of its meetings: who can take something on, and whose names a text may and may not hold. */
export type TeamAtMeeting = {
  meeting: { id: string; startsAt: Date; day: Day; cancelled: boolean };
  team: { id: string; name: string; sector: Sector; scope: Required<Scope> };
  /** Members on the day of the meeting who are members today. */
  owners: Owner[];
  /** By which texts are checked. */
  names: Required<CheckedNames>;
  /** All members of today. */
  members: Owner[];
  /** Who holds which function in the team today. */
  held: { id: string; name: string; personId: string }[];
  /** The CJG-coach among who can take something on; null when there is none. */
  coach: Owner | null;
};

/** The code of the function that leads a startgesprek (see lib/core-teams/default-functions). */
const COACH = "YOUTH_COACH";

/** The columns it takes. */
export const teamAtMeetingSelect = {
  id: true,
  startsAt: true,
  cancelled: true,
  coreTeam: {
    select: {
      id: true,
      name: true,
      sector: true,
      consortiumId: true,
      memberships: {
        select: { firstDay: true, lastDay: true, person: { select: { id: true, name: true, deactivatedAt: true } }, function: { select: { id: true, name: true, code: true } } },
        orderBy: [{ function: { position: "asc" } }, { person: { name: "asc" } }],
      },
      consortium: { select: { schools: { select: { name: true } } } },
    },
  },
} satisfies Prisma.MeetingSelect;

/** Puts the columns together, seen on a day. */
export function teamAtMeeting({ coreTeam, ...meeting }: Prisma.MeetingGetPayload<{ select: typeof teamAtMeetingSelect }>, today: Day): TeamAtMeeting {
  const day = dayOf(meeting.startsAt);
  const tenures = coreTeam.memberships.map(tenureOf);
  const members = ownersAt(tenures, today, today);
  const owners = ownersAt(tenures, day, today);
  const held = coreTeam.memberships
    .filter((membership) => countsOn(today, tenureOf(membership)))
    .map(({ function: { id, name, code }, person }) => ({ id, name, code, personId: person.id }));
  return {
    meeting: { ...meeting, day },
    team: { id: coreTeam.id, name: coreTeam.name, sector: coreTeam.sector, scope: { consortiumId: coreTeam.consortiumId, coreTeamId: coreTeam.id } },
    owners,
    names: checkedNamesOf(coreTeam, today),
    members,
    held: held.map(({ id, name, personId }) => ({ id, name, personId })),
    coach: owners.find(({ personId }) => held.some((each) => each.code === COACH && each.personId === personId)) ?? null,
  };
}

/** To which functions something can be passed on: those that one of these people holds in the team today, each once. */
export function functionsOf({ held }: Pick<TeamAtMeeting, "held">, people: readonly Owner[]): { id: string; name: string }[] {
  const mayHave = new Set(people.map(({ personId }) => personId));
  return [...new Map(held.filter(({ personId }) => mayHave.has(personId)).map(({ id, name }) => [id, { id, name }])).values()];
}

/** Whether something can be passed on there: to one of these people, a function of theirs, or an organisation of the samenwerkingsverband. */
export async function canBePassedTo(viewer: Viewer, atMeeting: Pick<TeamAtMeeting, "held" | "team">, people: readonly Owner[], { kind, id }: PassTarget): Promise<boolean> {
  if (kind === "person") return people.some(({ personId }) => personId === id);
  if (kind === "function") return functionsOf(atMeeting, people).some((each) => each.id === id);
  const { consortiumId } = atMeeting.team.scope;
  return (await viewer.db.organisation.findFirst({ where: { id, consortiumId }, select: { id: true } })) !== null;
}

/** Who can take an agreement over: any member, but of a closed casus only who can still read it. */
export function candidatesFor({ owners, members }: Pick<TeamAtMeeting, "owners" | "members">, caseDiscussion: { closedAt: Date | null } | null): Owner[] {
  return caseDiscussion?.closedAt ? owners : members;
}

function tenureOf({ person, function: held, firstDay, lastDay }: Prisma.MeetingGetPayload<{ select: typeof teamAtMeetingSelect }>["coreTeam"]["memberships"][number]): Tenure {
  return {
    personId: person.id,
    name: person.name,
    functionName: held.name,
    firstDay: dayFromDatabase(firstDay),
    lastDay: lastDay && dayFromDatabase(lastDay),
    deactivated: person.deactivatedAt !== null,
  };
}
