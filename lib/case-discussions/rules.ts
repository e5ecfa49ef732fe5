import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import type { CasePart, SchoolStage } from "#lib/case-discussions/schema";
import { addDays, schoolYearOf, type Day } from "#lib/dates";

const stages: Record<"PO" | "VO" | "SO" | "MBO", readonly SchoolStage[]> = {
  PO: ["LOWER", "MIDDLE", "UPPER"],
  VO: ["LOWER_SECONDARY", "UPPER_SECONDARY"],
  SO: ["LOWER", "MIDDLE", "UPPER", "LOWER_SECONDARY", "UPPER_SECONDARY"],
  MBO: ["VOCATIONAL"],
};

/** The parts of a school in a sector, from young to old. */
export function stagesOf(sector: keyof typeof stages): readonly SchoolStage[] {
  return stages[sector];
}

/** The first part of an alias: 26 for a meeting in the school year 2026-2027. */
export function aliasYearOf(meetingDay: Day): number {
  return schoolYearOf(meetingDay) % 100;
}

/**
 * The pages on which a casus is written, in their order, by the word in their address: first what goes well, and what is
 * needed before anybody says who does it (concept 1-03).
 */
export const caseSteps = [
  { step: "goes-well", part: "GOES_WELL" },
  { step: "question", part: "QUESTION" },
  { step: "situation", part: "SITUATION" },
  { step: "setting", part: "SETTING" },
  { step: "voices", part: "VOICES" },
  { step: "parents-informed", part: "PARENTS_INFORMED" },
  { step: "needed", part: "NEEDED" },
  { step: "opportunity-circle", part: "CIRCLE" },
] as const satisfies readonly { step: string; part: CasePart }[];

/** The pages that come after the team has talked about a casus: only of one that it reads. */
export const laterSteps = [{ step: "outcome", part: "OUTCOME" }] as const satisfies readonly { step: string; part: CasePart }[];

/** The end of the address of a page. */
export function stepOf(part: CasePart): string {
  return [...caseSteps, ...laterSteps].find((each) => each.part === part)?.step ?? "";
}

/** The page before or after one, as the end of its address; the overview, which comes last, has none. */
export function stepBeside(part: CasePart, by: -1 | 1): string {
  const at = caseSteps.findIndex((each) => each.part === part);
  const beside = at < 0 ? undefined : caseSteps[at + by];
  return beside ? `/${beside.step}` : "";
}

/** How many days a casus waits to be shared, before it is erased. */
export const CONCEPT_DAYS = 30;

/** The day on which a casus is erased that was not shared by then. */
export function erasedOn(madeOn: Day): Day {
  return addDays(madeOn, CONCEPT_DAYS);
}

/** Whether somebody leads a casus: who wrote it, and whoever may record its meeting. */
export function leadsCase(viewer: Pick<Viewer, "person" | "can">, { createdById, scope }: { createdById: string; scope: Required<Scope> }): boolean {
  return createdById === viewer.person.id || viewer.can("meeting:record", scope);
}
