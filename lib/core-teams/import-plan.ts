import { createHash } from "node:crypto";
import { comparable, type MemberLine, type UnreadableReason } from "#lib/core-teams/member-lines";
import type { Day } from "#lib/dates";
import type { Sector } from "#prisma/generated/client";

/** What a samenwerkingsverband has on the day of an import, as far as pasted lines can be about it. */
export type ImportFacts = {
  today: Day;
  /** Nobody adds himself. */
  ownAddress: string;
  /** Schools that are open, with the core teams they have today. */
  schools: readonly ImportSchool[];
  functions: readonly { id: string; code: string; name: string; sector: Sector }[];
  organisations: readonly { id: string; name: string }[];
  /** People this samenwerkingsverband knows, of those the lines name. */
  people: readonly ImportPerson[];
};

export type ImportSchool = { id: string; name: string; locationCode: string; sector: Sector; teams: readonly { id: string; name: string }[] };

export type ImportPerson = {
  email: string;
  name: string;
  deactivated: boolean;
  memberships: readonly { coreTeamId: string; functionId: string; firstDay: Day; lastDay: Day | null }[];
};

/** Why what a line says cannot be carried out. */
export type WrongReason =
  | "SCHOOL_UNKNOWN"
  | "SCHOOL_AMBIGUOUS"
  | "SEVERAL_TEAMS"
  | "FUNCTION_UNKNOWN"
  | "ORGANISATION_UNKNOWN"
  | "OWN_ADDRESS"
  | "OTHER_NAME_BEFORE"
  | "WAS_MEMBER"
  | "DEACTIVATED";

/** One thing that has to be mended in a line. */
export type LineFault = {
  reason: WrongReason | UnreadableReason;
  /** What it is about: the words that are wrong, an earlier line, or the day a membership ended. */
  about: string;
  /** What may have been meant, or what stands elsewhere. */
  suggestions: string[];
};

/** A line with all that is wrong with it, so that it has to be mended only once. */
export type WrongLine = { line: number; text: string; faults: LineFault[] };

/** A membership that a line asks for; `coreTeamId` null when the school's team has yet to be started. */
export type PlannedMembership = {
  line: number;
  school: { id: string; name: string; sector: Sector };
  coreTeamId: string | null;
  functionId: string;
  functionName: string;
  email: string;
  /** As typed; a person who is known keeps the name under which we know them. */
  name: string;
  organisationId: string | null;
  organisationName: string | null;
  firstDay: Day;
};

/** Somebody the lines name: new to this samenwerkingsverband, or known under a name. */
export type PlannedPerson = { email: string; name: string; knownAs: string | null };

/** What pasted lines would do: nothing is left out, and what stands in two lists is done once. */
export type ImportPlan = {
  additions: PlannedMembership[];
  /** What is there already, or stands in an earlier line too. */
  unchanged: PlannedMembership[];
  wrong: WrongLine[];
  people: PlannedPerson[];
  /** Schools without a core team, with the day on which it would start. */
  schoolsWithoutTeam: { id: string; name: string; sector: Sector; firstDay: Day }[];
};

/** Something that a preview said of a line, and that has come to be otherwise since. */
export type ChangedLine = { line: number; now: "ADDS" | "UNCHANGED" | "WRONG" | "NEEDS_TEAM" };

/** What the lines would do in a samenwerkingsverband with these facts. */
export function planImport(lines: readonly MemberLine[], facts: ImportFacts): ImportPlan {
  const look = lookUp(facts);
  const plan: ImportPlan = { additions: [], unchanged: [], wrong: [], people: [], schoolsWithoutTeam: [] };
  const seen = new Set<string>();
  const names = new Map<string, { name: string; line: number }>();
  for (const line of lines) {
    const result = planLine(line, facts, look, names);
    if ("faults" in result) {
      plan.wrong.push(result);
      continue;
    }
    for (const membership of result.memberships) {
      // Two schools may share a core team, and a line may be pasted twice.
      const key = [membership.coreTeamId ?? membership.school.id, membership.functionId, membership.email].join("/");
      const isThere = seen.has(key) || overlapping(look.people.get(membership.email), membership).length > 0;
      (isThere ? plan.unchanged : plan.additions).push(membership);
      seen.add(key);
    }
  }
  plan.people = peopleOf(plan.additions, look);
  plan.schoolsWithoutTeam = schoolsWithoutTeam(plan.additions);
  return plan;
}

/** The same plan without what needs a core team that is not there. */
export function withoutNewTeams(plan: ImportPlan): ImportPlan {
  const additions = plan.additions.filter(({ coreTeamId }) => coreTeamId !== null);
  const emails = new Set(additions.map(({ email }) => email));
  return { ...plan, additions, people: plan.people.filter(({ email }) => emails.has(email)), schoolsWithoutTeam: [] };
}

/** Those of a plan who are new to the samenwerkingsverband and get an invitation. */
export function newPeopleOf(plan: ImportPlan): PlannedPerson[] {
  return plan.people.filter(({ knownAs }) => knownAs === null);
}

/** Equal for two plans that do exactly the same. */
export function fingerprintOf(plan: ImportPlan): string {
  const exact = (memberships: readonly PlannedMembership[]) =>
    memberships.map((each) => [each.line, each.school.id, each.coreTeamId, each.functionId, each.email, each.name, each.organisationId, each.firstDay]);
  const said = [exact(plan.additions), exact(plan.unchanged), plan.wrong.map(({ line, faults }) => [line, faults.map(({ reason }) => reason)]), newPeopleOf(plan).map(({ email }) => email)];
  return createHash("sha256").update(JSON.stringify(said)).digest("hex");
}

/** What a plan says of each line, in a few characters: "a1" adds, "u2" is there already, "w3" is wrong, "t4" needs a team. */
export function outcomesOf(plan: ImportPlan): string {
  return [...outcomesByLine(plan)].map(([line, letter]) => `${letter}${line}`).join(" ");
}

/** On which lines a plan says something else than an earlier one, whose outcomes a form carried here and back. */
export function changedSince(outcomes: string, plan: ImportPlan): ChangedLine[] {
  const before = new Map(outcomes.split(" ").map((part): [number, string] => [Number(part.slice(1)), part.slice(0, 1)]));
  return [...outcomesByLine(plan)].flatMap(([line, letter]) => (before.get(line) === letter ? [] : [{ line, now: MEANING[letter] }]));
}

/** Changed lines as they may stand in an address: "12u.15w". */
export function changesCode(changes: readonly ChangedLine[]): string {
  return changes.slice(0, MOST_CHANGES).map(({ line, now }) => `${line}${LETTERS.find((letter) => MEANING[letter] === now) ?? ""}`).join(".");
}

/** Reads what `changesCode` wrote; anything else says nothing. */
export function readChanges(code: string): ChangedLine[] {
  return code.split(".").slice(0, MOST_CHANGES).flatMap((part) => {
    const letter = LETTERS.find((each) => part.endsWith(each));
    return letter && /^[1-9]\d{0,3}[auwt]$/.test(part) ? [{ line: Number(part.slice(0, -1)), now: MEANING[letter] }] : [];
  });
}

const MOST_CHANGES = 100;

type Letter = "a" | "u" | "w" | "t";

const MEANING = { a: "ADDS", u: "UNCHANGED", w: "WRONG", t: "NEEDS_TEAM" } as const satisfies Record<Letter, ChangedLine["now"]>;

const LETTERS = ["a", "u", "w", "t"] as const satisfies readonly Letter[];

function outcomesByLine(plan: ImportPlan): Map<number, Letter> {
  const letters = new Map<number, Letter>();
  for (const { line } of plan.unchanged) letters.set(line, "u");
  for (const { line } of plan.additions) letters.set(line, "a");
  for (const { line, coreTeamId } of plan.additions) if (coreTeamId === null) letters.set(line, "t");
  for (const { line } of plan.wrong) letters.set(line, "w");
  return new Map([...letters].toSorted(([a], [b]) => a - b));
}

type LookUp = {
  schools: Map<string, ImportSchool[]>;
  functions: Map<string, ImportFacts["functions"][number]>;
  organisations: Map<string, { id: string; name: string }>;
  people: Map<string, ImportPerson>;
};

function lookUp(facts: ImportFacts): LookUp {
  const schools = new Map<string, ImportSchool[]>();
  for (const school of facts.schools) {
    for (const key of new Set([comparable(school.name), comparable(school.locationCode)])) schools.set(key, [...(schools.get(key) ?? []), school]);
  }
  const functions = new Map<string, ImportFacts["functions"][number]>();
  // Names go last, so that a function called like another one's code is still found by its name.
  for (const each of facts.functions) functions.set(`${each.sector}/${comparable(each.code)}`, each);
  for (const each of facts.functions) functions.set(`${each.sector}/${comparable(each.name)}`, each);
  return {
    schools,
    functions,
    organisations: new Map(facts.organisations.map((each) => [comparable(each.name), each])),
    people: new Map(facts.people.map((person) => [person.email, person])),
  };
}

type PlannedLine = { memberships: PlannedMembership[] };

function planLine(line: MemberLine, facts: ImportFacts, look: LookUp, names: Map<string, { name: string; line: number }>): PlannedLine | WrongLine {
  const organisation = line.organisation === null ? null : look.organisations.get(comparable(line.organisation));
  const seats = line.schools.map((typed) => seatOf(line, typed, facts, look));
  const faults = [
    ...line.faults.map((reason) => fault(reason)),
    ...seats.filter((seat): seat is LineFault => "reason" in seat),
    ...personFaults(line, facts, look, names),
    ...(organisation === undefined ? [fault("ORGANISATION_UNKNOWN", line.organisation ?? "", similar(line.organisation ?? "", facts.organisations))] : []),
  ];
  if (faults.length > 0) return { line: line.line, text: line.text, faults: distinct(faults) };
  const { email, name } = line;
  const memberships = seats
    .filter((seat): seat is Seat => !("reason" in seat))
    .map((seat) => ({ line: line.line, ...seat, email, name, organisationId: organisation?.id ?? null, organisationName: organisation?.name ?? null }));
  return { memberships };
}

type Seat = Pick<PlannedMembership, "school" | "coreTeamId" | "functionId" | "functionName" | "firstDay">;

/** The place in a core team that a line means at one of its schools, or why there is none. */
function seatOf(line: MemberLine, typed: string, facts: ImportFacts, look: LookUp): Seat | LineFault {
  const [school, ...others] = look.schools.get(comparable(typed)) ?? calledLike(typed, facts.schools);
  if (!school) return fault("SCHOOL_UNKNOWN", typed, similar(typed, facts.schools));
  if (others.length > 0) return fault("SCHOOL_AMBIGUOUS", typed, [school, ...others].map(({ locationCode }) => locationCode));
  if (school.teams.length > 1) return fault("SEVERAL_TEAMS", school.name, school.teams.map(({ name }) => name));
  // Without a function the line is wrong already.
  if (line.functionName === "") return fault("NO_FUNCTION");
  const held = look.functions.get(`${school.sector}/${comparable(line.functionName)}`);
  if (!held) return fault("FUNCTION_UNKNOWN", line.functionName, facts.functions.filter(({ sector }) => sector === school.sector).map(({ name }) => name));
  const coreTeamId = school.teams[0]?.id ?? null;
  const firstDay = line.firstDay ?? facts.today;
  const over = overlapping(look.people.get(line.email), { coreTeamId, functionId: held.id, firstDay }).find(({ lastDay }) => lastDay !== null && lastDay < facts.today);
  if (over?.lastDay && !line.faults.includes("BAD_DAY")) return fault("WAS_MEMBER", over.lastDay, [school.name]);
  return { school: { id: school.id, name: school.name, sector: school.sector }, coreTeamId, functionId: held.id, functionName: held.name, firstDay };
}

function personFaults({ line, name, email }: MemberLine, facts: ImportFacts, look: LookUp, names: Map<string, { name: string; line: number }>): LineFault[] {
  if (email === "" || name === "") return [];
  const earlier = names.get(email);
  const hasOtherName = earlier !== undefined && comparable(earlier.name) !== comparable(name);
  names.set(email, earlier ?? { name, line });
  return [
    ...(hasOtherName ? [fault("OTHER_NAME_BEFORE", String(earlier.line), [earlier.name])] : []),
    ...(email === facts.ownAddress ? [fault("OWN_ADDRESS", email)] : []),
    ...(look.people.get(email)?.deactivated ? [fault("DEACTIVATED", name)] : []),
  ];
}

function fault(reason: LineFault["reason"], about = "", suggestions: string[] = []): LineFault {
  return { reason, about, suggestions };
}

// Two schools of a sector miss the same function.
function distinct(faults: readonly LineFault[]): LineFault[] {
  return [...new Map(faults.map((each) => [JSON.stringify(each), each])).values()];
}

// A membership that is asked for has no last day, so whatever is not over by its first day overlaps it.
function overlapping(person: ImportPerson | undefined, asked: Pick<PlannedMembership, "coreTeamId" | "functionId" | "firstDay">): ImportPerson["memberships"][number][] {
  return (person?.memberships ?? []).filter(
    ({ coreTeamId, functionId, lastDay }) => coreTeamId === asked.coreTeamId && functionId === asked.functionId && (lastDay === null || lastDay >= asked.firstDay),
  );
}

function peopleOf(additions: readonly PlannedMembership[], look: LookUp): PlannedPerson[] {
  const people = new Map<string, PlannedPerson>();
  for (const { email, name } of additions) {
    if (!people.has(email)) people.set(email, { email, name, knownAs: look.people.get(email)?.name ?? null });
  }
  return [...people.values()];
}

function schoolsWithoutTeam(additions: readonly PlannedMembership[]): ImportPlan["schoolsWithoutTeam"] {
  const schools = new Map<string, ImportPlan["schoolsWithoutTeam"][number]>();
  for (const { school, coreTeamId, firstDay } of additions) {
    if (coreTeamId !== null) continue;
    const earlier = schools.get(school.id)?.firstDay;
    schools.set(school.id, { ...school, firstDay: earlier !== undefined && earlier < firstDay ? earlier : firstDay });
  }
  return [...schools.values()];
}

// "De Wilgen" is "OBS De Wilgen", and the other way round, when no other school may be meant. The preview shows which it is.
function calledLike(typed: string, schools: readonly ImportSchool[]): ImportSchool[] {
  const words = wordsOf(typed);
  const matches = schools.filter(({ name }) => endsWith(wordsOf(name), words) || endsWith(words, wordsOf(name)));
  return matches.length === 1 ? matches : [];
}

function wordsOf(name: string): string[] {
  return name.split(/\s+/).map(comparable).filter(Boolean);
}

function endsWith(words: readonly string[], ending: readonly string[]): boolean {
  return ending.join("").length >= SHORTEST_PART && ending.length <= words.length && ending.every((word, index) => word === words[words.length - ending.length + index]);
}

const MOST_SUGGESTIONS = 3;
const SHORTEST_PART = 4;

function similar(typed: string, known: readonly { name: string }[]): string[] {
  const wanted = comparable(typed);
  if (wanted.length < SHORTEST_PART) return [];
  const matches = known.filter(({ name }) => {
    const other = comparable(name);
    return other.includes(wanted) || (other.length >= SHORTEST_PART && wanted.includes(other));
  });
  return [...new Set(matches.map(({ name }) => name))].slice(0, MOST_SUGGESTIONS);
}
