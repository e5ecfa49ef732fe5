import { defaultFunctions } from "#lib/core-teams/default-functions";
import { addDays, type Day } from "#lib/dates";
import { schoolYearEnd, schoolYearStart } from "#prisma/demo/calendar";
import { schoolPersonName } from "#prisma/demo/school-people";
import { type WorldTeam, worldSchools, worldTeams } from "#prisma/demo/schools";
import { namedPeople, type OrganisationKey, type WorldPerson } from "#prisma/world";

/** Somebody's time in a core team of the demo world. */
export type WorldMember = {
  team: WorldTeam;
  functionCode: string;
  person: WorldPerson;
  organisation: OrganisationKey;
  firstDay: Day;
  lastDay: Day | null;
  temporaryReason: string | null;
};

export type WorldFunction = ReturnType<typeof defaultFunctions>[number];

type Change = { teams: string[]; role: PartnerRole | "internalCoach" | "director"; person: string; until: Day; since?: Day; temporaryReason?: string };
type PartnerRole = "coach" | "nurse" | "doctor" | "attendance" | "consultant";

/** What a person of the demo world is in a core team: the code of the function in that sector. */
export function functionCode(team: WorldTeam, role: PartnerRole | "internalCoach" | "director"): string {
  const secondary = team.sector === "VO";
  const codes = {
    internalCoach: secondary ? "CARE_COORDINATOR" : "INTERNAL_COACH",
    director: secondary ? "TEAM_LEADER" : "DIRECTOR",
    coach: "YOUTH_COACH",
    nurse: "YOUTH_NURSE",
    doctor: "YOUTH_DOCTOR",
    attendance: "ATTENDANCE_OFFICER",
    consultant: secondary ? "EDUCATION_GUIDE" : "EDUCATION_CONSULTANT",
  };
  return codes[role];
}

/** The function that a code stands for in the sector of a core team. */
export function functionOf(team: WorldTeam, code: string): WorldFunction {
  const found = functions.get(`${team.sector} ${code}`);
  if (!found) throw new Error(`A core team in ${team.sector} has no function ${code}.`);
  return found;
}

const functions = new Map((["PO", "VO"] as const).flatMap(defaultFunctions).map((each) => [`${each.sector} ${each.code}`, each]));

/** Everybody who is, was or will be in a core team, seen from the reference day. */
export function worldMembers(referenceDay: Day): WorldMember[] {
  const changes = changesAround(referenceDay);
  return worldTeams.flatMap((team, index) => {
    const startedOn = schoolYearStart(referenceDay, team.startedYearsAgo);
    const endedOn = team.endedYearsAgo === undefined ? null : schoolYearEnd(referenceDay, team.endedYearsAgo);
    return currentPeople(team, index).flatMap(({ role, person }) => {
      const before = changes.filter((change) => change.role === role && change.teams.includes(team.key));
      return timesOf(team, role, person, before, { startedOn, endedOn });
    });
  });
}

/** Everybody of the demo world: who is named, and the other people of the schools. */
export function worldPeople(members: readonly WorldMember[]): WorldPerson[] {
  const known = new Set(namedPeople.map(({ key }) => key));
  const others = new Map(members.filter(({ person }) => !known.has(person.key)).map(({ person }) => [person.key, person]));
  return [...namedPeople, ...others.values()];
}

/** The people of a team, each with the function that they or their successors have. */
function currentPeople(team: WorldTeam, index: number): { role: Change["role"]; person: WorldPerson | null }[] {
  return [
    { role: "internalCoach", person: team.internalCoach ? named(team.internalCoach) : drawn(team, index * 2) },
    { role: "director", person: team.director === null ? null : team.director ? named(team.director) : drawn(team, index * 2 + 1) },
    ...(["coach", "nurse", "doctor", "attendance", "consultant"] as const).map((role) => {
      const key = team[role];
      return { role, person: key === null ? null : named(key) };
    }),
  ];
}

/** One function in one team over the years: who left, who came in between for a while, who is there now. */
function timesOf(
  team: WorldTeam,
  role: Change["role"],
  person: WorldPerson | null,
  changes: readonly Change[],
  { startedOn, endedOn }: { startedOn: Day; endedOn: Day | null },
): WorldMember[] {
  const member = (somebody: WorldPerson, firstDay: Day, lastDay: Day | null, temporaryReason: string | null = null): WorldMember => ({
    team,
    functionCode: functionCode(team, role),
    person: somebody,
    organisation: organisationOf(team, somebody, role),
    firstDay,
    lastDay,
    temporaryReason,
  });
  const gone = changes.filter((change) => change.since === undefined && change.until >= startedOn);
  const replacing = changes.filter((change) => change.since !== undefined);
  const last = gone.at(-1);
  return [
    ...gone.map((change) => member(named(change.person), startedOn, change.until)),
    ...(person === null ? [] : [member(person, last ? addDays(last.until, 1) : startedOn, endedOn)]),
    ...replacing.map((change) => member(named(change.person), change.since ?? startedOn, change.until, change.temporaryReason ?? null)),
  ];
}

/** Who came and went. `until` is the last day of somebody who left; with `since` somebody who is there for a while. */
function changesAround(referenceDay: Day): Change[] {
  const beforeThisYear = schoolYearEnd(referenceDay, 1);
  const beforeLastYear = schoolYearEnd(referenceDay, 2);
  const lastNewYearsEve = `${beforeLastYear.slice(0, 4)}-12-31`;
  return [
    { teams: ["de-wilgen"], role: "internalCoach", person: "els", until: beforeLastYear },
    { teams: ["de-wilgen", "de-branding", "de-schelp", "t-schuitje", "het-anker", "de-zilvermeeuw", "dalton"], role: "attendance", person: "hans", until: beforeThisYear },
    { teams: ["de-wilgen", "de-meerpaal", "de-brug"], role: "doctor", person: "coen", until: lastNewYearsEve },
    { teams: ["de-branding", "de-schelp"], role: "coach", person: "gijs", until: beforeLastYear },
    { teams: ["het-anker"], role: "consultant", person: "sjoerd", until: addDays(referenceDay, -40) },
    // The successor of Joke at De Brug is known, and starts in three weeks.
    { teams: ["de-brug"], role: "nurse", person: "joke", until: addDays(referenceDay, 20) },
    { teams: ["de-vuurtoren"], role: "coach", person: "marieke", since: addDays(referenceDay, -30), until: addDays(referenceDay, 60), temporaryReason: "Vangt een deel van de uren van Yusuf op." },
  ];
}

function organisationOf(team: WorldTeam, person: WorldPerson, role: Change["role"]): OrganisationKey {
  if (role === "internalCoach" || role === "director") return schoolOf(team).board;
  if (role === "coach") return "cjg";
  if (role === "nurse" || role === "doctor") return "ggd";
  if (role === "consultant") return "swv";
  return person.email.endsWith("@duinstede.example") ? "duinstede" : person.email.endsWith("@zeehoven.example") ? "zeehoven" : "polderveen";
}

/** The first school a core team serves. */
export function schoolOf(team: WorldTeam) {
  const found = worldSchools.find((school) => school.key === team.schools[0]);
  if (!found) throw new Error(`The core team ${team.key} serves no school.`);
  return found;
}

function named(key: string): WorldPerson {
  const found = namedPeople.find((person) => person.key === key);
  if (!found) throw new Error(`Nobody in the demo world is called ${key}.`);
  return found;
}

function drawn(team: WorldTeam, number: number): WorldPerson {
  const name = schoolPersonName(number);
  const address = name.toLowerCase().replace(/[^a-z ]/g, "").replace(" ", ".");
  const domain = team.key.replaceAll("-", "");
  const workingDays = [[1, 2, 3, 4], [1, 2, 4, 5], [2, 3, 4], [1, 2, 3, 4, 5], [1, 2, 4]][number % 5] ?? [];
  return { key: `school-${number}`, name, email: `${address}@${domain}.example`, phone: `06 0000 ${1000 + number}`, callMeFor: null, workingDays };
}
