import type { Viewer } from "#lib/access/viewer";
import type { CheckedNames } from "#lib/anonymity/findings";
import { checkedNamesOf, checkedNamesSelect } from "#lib/core-teams/checked-names";
import type { ImportFacts } from "#lib/core-teams/import-plan";
import type { FunctionRule } from "#lib/core-teams/rules";
import { guideOf, memberOf, memberSelect, type TeamGuide, type TeamMember, teamPersonSelect } from "#lib/core-teams/team-people";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { type Offer, offerOf, offerSelect } from "#lib/offers/lines";
import type { MeetingKind, Prisma, Sector } from "#prisma/generated/client";

export type TeamMeeting = { id: string; kind: MeetingKind; theme: string | null; startsAt: Date; endsAt: Date };

export type OpenReport = { id: string; message: string; reporter: string; isOwn: boolean; aboutMember: string | null; day: Day };

/** A core team with everybody who was, is or will be in it. */
export type CoreTeam = {
  id: string;
  consortiumId: string;
  name: string;
  sector: Sector;
  startedOn: Day;
  endedOn: Day | null;
  schools: { id: string; name: string }[];
  functions: (FunctionRule & { coordinates: boolean })[];
  members: TeamMember[];
  guides: TeamGuide[];
  /** Those that are to come, soonest first, at most three. */
  meetings: TeamMeeting[];
  /** For the samenwerkingsverband all, for members their own. */
  openReports: OpenReport[];
  /** What the school can do; for members only. */
  offer: Offer;
};

const [MOST_MEETINGS, MOST_REPORTS, MOST_NEIGHBOURS] = [3, 20, 60];

/** One core team with its people, the samenwerkingsverband's people to ask and the meetings to come: one statement. */
export async function findCoreTeam(viewer: Viewer, coreTeamId: string): Promise<CoreTeam | null> {
  const day = dayForDatabase(viewer.today);
  const team = await viewer.db.coreTeam.findFirst({
    where: { id: coreTeamId, AND: [viewer.coreTeamsWhere("core-team:read")] },
    select: {
      id: true,
      consortiumId: true,
      name: true,
      sector: true,
      startedOn: true,
      endedOn: true,
      schools: { where: servesOn(day), select: { school: { select: { id: true, name: true } } } },
      consortium: {
        select: {
          functions: { select: { id: true, name: true, sector: true, expected: true, alternatives: true, coordinates: true, position: true }, orderBy: { position: "asc" } },
          roles: {
            where: { role: { in: ["PROCESS_COACH", "ORGANISER"] }, ...holdsOn(day) },
            select: { role: true, person: { select: teamPersonSelect }, organisation: { select: { name: true } } },
          },
        },
      },
      memberships: { select: memberSelect },
      offer: { select: offerSelect },
      meetings: {
        where: { cancelled: false, endsAt: { gte: viewer.now } },
        select: { id: true, kind: true, theme: true, startsAt: true, endsAt: true },
        orderBy: { startsAt: "asc" },
        take: MOST_MEETINGS,
      },
      changeReports: {
        where: { handledAt: null },
        select: { id: true, message: true, createdAt: true, reportedById: true, reportedBy: { select: { name: true } }, membership: { select: { person: { select: { name: true } } } } },
        orderBy: { createdAt: "asc" },
        take: MOST_REPORTS,
      },
    },
  });
  if (!team) return null;
  return {
    id: team.id,
    consortiumId: team.consortiumId,
    name: team.name,
    sector: team.sector,
    startedOn: dayFromDatabase(team.startedOn),
    endedOn: team.endedOn && dayFromDatabase(team.endedOn),
    schools: team.schools.map(({ school }) => school).toSorted((a, b) => a.name.localeCompare(b.name, "nl")),
    functions: team.consortium.functions.filter(({ sector }) => sector === team.sector),
    members: team.memberships.map(memberOf).toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, "nl")),
    guides: team.consortium.roles.map(guideOf).toSorted((a, b) => b.role.localeCompare(a.role) || a.name.localeCompare(b.name, "nl")),
    meetings: team.meetings,
    offer: offerOf(team.offer),
    openReports: team.changeReports.map((report) => ({
      id: report.id,
      message: report.message,
      reporter: report.reportedBy.name,
      isOwn: report.reportedById === viewer.person.id,
      aboutMember: report.membership?.person.name ?? null,
      day: dayFromDatabase(report.createdAt),
    })),
  };
}

/** What a form about a core team's members needs: the functions of its sector and the organisations to choose from. */
export type MemberFormChoices = {
  coreTeamId: string;
  consortiumId: string;
  teamName: string;
  startedOn: Day;
  functions: { id: string; name: string; coordinates: boolean }[];
  organisations: { id: string; name: string }[];
};

/** The names by which texts of a core team are checked while somebody types them; none for who does not see its agenda. One statement. */
export async function listCheckedNames(viewer: Viewer, coreTeamId: string): Promise<CheckedNames> {
  const team = await viewer.db.coreTeam.findFirst({ where: { id: coreTeamId, AND: [viewer.coreTeamsWhere("agenda:read")] }, select: checkedNamesSelect });
  return team ? checkedNamesOf(team, viewer.today) : {};
}

const choicesSelect = {
  id: true,
  consortiumId: true,
  name: true,
  sector: true,
  startedOn: true,
  consortium: {
    select: {
      functions: { select: { id: true, name: true, sector: true, coordinates: true }, orderBy: { position: "asc" } },
      organisations: { select: { id: true, name: true }, orderBy: { name: "asc" } },
    },
  },
} satisfies Prisma.CoreTeamSelect;

/** The choices for adding somebody to a core team. */
export async function findMemberFormChoices(viewer: Viewer, coreTeamId: string): Promise<MemberFormChoices | null> {
  const team = await viewer.db.coreTeam.findFirst({ where: { id: coreTeamId, AND: [viewer.coreTeamsWhere("colleague:add")] }, select: choicesSelect });
  return team && choicesOf(team);
}

/** One membership, with what ending it would mean. */
export type MembershipToChange = {
  id: string;
  version: number;
  coreTeamId: string;
  isOwn: boolean;
  personId: string;
  personName: string;
  functionName: string;
  coordinates: boolean;
  organisation: { id: string; name: string } | null;
  firstDay: Day;
  lastDay: Day | null;
  temporaryReason: string | null;
  /** Meetings to come that this person is invited to and did not decline. */
  futureMeetings: TeamMeeting[];
  /** How many others hold this function today. */
  othersInFunction: number;
  choices: MemberFormChoices;
};

/** A membership of a core team, for whoever sees the team; what may be done with it follows from its function. */
export async function findMembership(viewer: Viewer, coreTeamId: string, membershipId: string): Promise<MembershipToChange | null> {
  const found = await viewer.db.membership.findFirst({
    where: { id: membershipId, coreTeamId, coreTeam: { is: viewer.coreTeamsWhere("core-team:read") } },
    select: {
      ...memberSelect,
      version: true,
      organisation: { select: { id: true, name: true } },
      coreTeam: {
        select: {
          ...choicesSelect,
          memberships: { where: { id: { not: membershipId }, ...holdsOn(dayForDatabase(viewer.today)) }, select: { functionId: true } },
          participations: {
            where: { cancelled: false, startsAt: { gt: viewer.now }, answer: { not: "DECLINED" } },
            select: { personId: true, meeting: { select: { id: true, kind: true, theme: true, startsAt: true, endsAt: true } } },
            orderBy: { startsAt: "asc" },
          },
        },
      },
    },
  });
  if (!found) return null;
  const { coreTeam } = found;
  return {
    id: found.id,
    version: found.version,
    coreTeamId: coreTeam.id,
    isOwn: found.person.id === viewer.person.id,
    personId: found.person.id,
    personName: found.person.name,
    functionName: found.function.name,
    coordinates: found.function.coordinates,
    organisation: found.organisation,
    firstDay: dayFromDatabase(found.firstDay),
    lastDay: found.lastDay && dayFromDatabase(found.lastDay),
    temporaryReason: found.temporaryReason,
    futureMeetings: coreTeam.participations.filter(({ personId }) => personId === found.person.id).map(({ meeting }) => meeting),
    othersInFunction: coreTeam.memberships.filter(({ functionId }) => functionId === found.function.id).length,
    choices: choicesOf(coreTeam),
  };
}

/** Where a report is about: the core team, and the member when there is one. */
export type ReportSubject = { coreTeamId: string; consortiumId: string; teamName: string; member: { membershipId: string; name: string; functionName: string } | null };

/** The core team that a member tells something about. */
export async function findReportSubject(viewer: Viewer, coreTeamId: string, membershipId: string | null): Promise<ReportSubject | null> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { id: coreTeamId, AND: [viewer.coreTeamsWhere("change:report")] },
    select: {
      id: true,
      consortiumId: true,
      name: true,
      memberships: { where: { id: { in: membershipId === null ? [] : [membershipId] } }, select: { id: true, person: { select: { name: true } }, function: { select: { name: true } } } },
    },
  });
  if (!team) return null;
  const [member] = team.memberships;
  return {
    coreTeamId: team.id,
    consortiumId: team.consortiumId,
    teamName: team.name,
    member: member ? { membershipId: member.id, name: member.person.name, functionName: member.function.name } : null,
  };
}

/** A school for which a core team may be started. */
export type SchoolToStart = {
  id: string;
  name: string;
  consortiumId: string;
  sector: Sector;
  municipality: string | null;
  closedOn: Day | null;
  /** Core teams that serve it today or later. */
  teams: { id: string; name: string }[];
};

/** The school for which somebody of the samenwerkingsverband wants to start a core team. */
export async function findSchoolToStart(viewer: Viewer, schoolId: string): Promise<SchoolToStart | null> {
  const school = await viewer.db.school.findFirst({
    where: { id: schoolId, consortiumId: { in: viewer.consortiaFor("core-team:start") } },
    select: {
      id: true,
      name: true,
      consortiumId: true,
      sector: true,
      municipality: true,
      closedOn: true,
      coreTeams: { where: notOver(viewer.today), select: { coreTeam: { select: { id: true, name: true } } } },
    },
  });
  if (!school?.consortiumId) return null;
  return { ...school, consortiumId: school.consortiumId, closedOn: school.closedOn && dayFromDatabase(school.closedOn), teams: school.coreTeams.map(({ coreTeam }) => coreTeam) };
}

/** Schools without a core team, of which some may share one: in one municipality when `near` is given. */
export async function listSchoolsWithoutTeam(viewer: Viewer, near: SchoolToStart | null): Promise<{ id: string; name: string; place: string | null }[]> {
  return viewer.db.school.findMany({
    where: {
      consortiumId: near?.consortiumId ?? { in: viewer.consortiaFor("core-team:start") },
      closedOn: null,
      coreTeams: { none: notOver(viewer.today) },
      ...(near ? { id: { not: near.id }, sector: near.sector, municipality: near.municipality } : {}),
    },
    select: { id: true, name: true, place: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    ...(near ? { take: MOST_NEIGHBOURS } : {}),
  });
}

/** A samenwerkingsverband for which this person may enter members of many schools at once. */
export type ImportConsortium = { id: string; name: string; functionNames: string[] };

/** Where this person may enter members of many schools at once, with the functions that lines may name. */
export async function listImportConsortia(viewer: Viewer): Promise<ImportConsortium[]> {
  const consortia = await viewer.db.consortium.findMany({
    where: { id: { in: viewer.consortiaFor("members:import") } },
    select: { id: true, name: true, functions: { select: { name: true }, orderBy: [{ sector: "asc" }, { position: "asc" }] } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return consortia.map(({ functions, ...consortium }) => ({ ...consortium, functionNames: [...new Set(functions.map(({ name }) => name))] }));
}

/** What pasted lines are held against: the samenwerkingsverband's own schools, functions, organisations and people. */
export async function findImportFacts(viewer: Viewer, consortiumId: string, emails: readonly string[]): Promise<ImportFacts | null> {
  if (!viewer.consortiaFor("members:import").includes(consortiumId)) return null;
  const consortium = await viewer.db.consortium.findFirst({
    where: { id: consortiumId },
    select: {
      functions: { select: { id: true, code: true, name: true, sector: true }, orderBy: { position: "asc" } },
      organisations: { select: { id: true, name: true } },
      schools: {
        where: { closedOn: null },
        select: {
          id: true,
          name: true,
          locationCode: true,
          sector: true,
          coreTeams: { where: notOver(viewer.today), select: { coreTeam: { select: { id: true, name: true } } } },
        },
      },
    },
  });
  if (!consortium) return null;
  const people = await viewer.db.person.findMany({
    where: { email: { in: [...new Set(emails)] }, OR: [{ memberships: { some: { consortiumId } } }, { roles: { some: { consortiumId } } }] },
    select: {
      email: true,
      name: true,
      deactivatedAt: true,
      memberships: { where: { consortiumId }, select: { coreTeamId: true, functionId: true, firstDay: true, lastDay: true } },
    },
  });
  return {
    today: viewer.today,
    ownAddress: viewer.person.email,
    functions: consortium.functions,
    organisations: consortium.organisations,
    schools: consortium.schools.map(({ coreTeams, ...school }) => ({ ...school, teams: coreTeams.map(({ coreTeam }) => coreTeam) })),
    people: people.map(({ deactivatedAt, memberships, ...person }) => ({
      ...person,
      deactivated: deactivatedAt !== null,
      memberships: memberships.map((each) => ({ ...each, firstDay: dayFromDatabase(each.firstDay), lastDay: each.lastDay && dayFromDatabase(each.lastDay) })),
    })),
  };
}

function choicesOf(team: Prisma.CoreTeamGetPayload<{ select: typeof choicesSelect }>): MemberFormChoices {
  return {
    coreTeamId: team.id,
    consortiumId: team.consortiumId,
    teamName: team.name,
    startedOn: dayFromDatabase(team.startedOn),
    functions: team.consortium.functions.filter(({ sector }) => sector === team.sector).map(({ id, name, coordinates }) => ({ id, name, coordinates })),
    organisations: team.consortium.organisations,
  };
}

function holdsOn(day: Date): { firstDay: { lte: Date }; OR: [{ lastDay: null }, { lastDay: { gte: Date } }] } {
  return { firstDay: { lte: day }, OR: [{ lastDay: null }, { lastDay: { gte: day } }] };
}

// A team that is to begin serves its schools already.
function servesOn(day: Date): Prisma.CoreTeamSchoolWhereInput {
  return { OR: [{ lastDay: null }, { lastDay: { gte: day } }] };
}

function notOver(today: Day): Prisma.CoreTeamSchoolWhereInput {
  return { ...servesOn(dayForDatabase(today)), coreTeam: { is: { OR: [{ endedOn: null }, { endedOn: { gte: dayForDatabase(today) } }] } } };
}
