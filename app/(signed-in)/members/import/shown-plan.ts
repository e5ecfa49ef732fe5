import type { ShownAddition, ShownWrongLine } from "#components/core-teams/import-preview";
import { fingerprintOf, type ImportPlan, newPeopleOf, outcomesOf, type PlannedMembership, withoutNewTeams } from "#lib/core-teams/import-plan";
import { memberImportTexts as texts } from "#lib/texts/member-import";

/** The figures and lists of a preview. */
export type ShownPlan = {
  wrong: ShownWrongLine[];
  additions: ShownAddition[];
  unchanged: string[];
  memberships: number;
  schools: number;
  people: number;
  newPeople: number;
  /** How many of them get a mail when no new teams are started. */
  newPeopleInTeams: number;
  schoolsWithoutTeam: string[];
  /** How many memberships go to teams that are there. */
  inTeams: number;
  fingerprint: string;
  outcomes: string;
};

export function shownPlan(plan: ImportPlan): ShownPlan {
  return {
    wrong: plan.wrong.map(({ line, text, faults }) => ({ line, text, faults: faults.map(texts.wrong) })),
    additions: grouped(plan),
    unchanged: [...new Set(plan.unchanged.map(({ name, functionName, school }) => texts.unchangedLine(name, functionName, school.name)))],
    memberships: plan.additions.length,
    schools: new Set(plan.additions.map(({ school }) => school.id)).size,
    people: plan.people.length,
    newPeople: newPeopleOf(plan).length,
    newPeopleInTeams: newPeopleOf(withoutNewTeams(plan)).length,
    schoolsWithoutTeam: plan.schoolsWithoutTeam.map(({ name }) => name),
    inTeams: withoutNewTeams(plan).additions.length,
    fingerprint: fingerprintOf(plan),
    outcomes: outcomesOf(plan),
  };
}

// One row for what somebody gets in one way, with all the schools: that is how a partner is thought of.
function grouped({ additions, people }: ImportPlan): ShownAddition[] {
  const knownAs = new Map(people.map((person) => [person.email, person.knownAs]));
  const rows = new Map<string, ShownAddition & { schools: string[] }>();
  for (const planned of additions) {
    const key = [planned.email, planned.functionName, planned.organisationId, planned.firstDay].join("/");
    const row = rows.get(key) ?? { key, ...rowOf(planned, knownAs.get(planned.email) ?? null), schools: [] };
    row.schools.push(planned.school.name);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function rowOf({ name, email, functionName, organisationName, firstDay }: PlannedMembership, knownAs: string | null): Omit<ShownAddition, "key" | "schools"> {
  return { name, email, functionName, organisation: organisationName, firstDay, knownAs };
}
