import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import type { CasePart, SchoolStage } from "#lib/case-discussions/schema";
import { schoolYearOf, type Day } from "#lib/dates";

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

/** The parts of the page of a casus, by the end of the address that leads there; what was written, page by page, and what came of it. */
export const caseSections = [...caseSteps.map(({ step }) => step), "perspectives", "outcome", "at-play", "agreements", "feedback", "lesson"] as const;
export type CaseSection = (typeof caseSections)[number];

/** The end of the address of a page. */
export function stepOf(part: CasePart): (typeof caseSteps)[number]["step"] | (typeof laterSteps)[number]["step"] {
  return [...caseSteps, ...laterSteps].find((each) => each.part === part)?.step ?? "goes-well";
}

/** The page before or after one, as the end of its address; the overview, which comes last, has none. */
export function stepBeside(part: CasePart, by: -1 | 1): string {
  const at = caseSteps.findIndex((each) => each.part === part);
  const beside = at < 0 ? undefined : caseSteps[at + by];
  return beside ? `/${beside.step}` : "";
}

/** How a casus stands: its writer's alone, its team's, closed, stopped because somebody recognised the child, or without its text. */
export type CaseState = "CONCEPT" | "OPEN" | "CLOSED" | "STOPPED" | "ERASED";

/** The columns that tell how a casus stands. */
export const stateSelect = { sharedAt: true, closedAt: true, stoppedAt: true, erasedAt: true } as const;

/** How a casus stands. */
export function caseStateOf({ sharedAt, closedAt, stoppedAt, erasedAt }: Record<keyof typeof stateSelect, Date | null>): CaseState {
  if (erasedAt !== null) return "ERASED";
  if (stoppedAt !== null) return "STOPPED";
  if (sharedAt === null) return "CONCEPT";
  return closedAt === null ? "OPEN" : "CLOSED";
}

/** Whether something can still be written about a casus. */
export function isWritable(state: CaseState): boolean {
  return state === "CONCEPT" || state === "OPEN";
}

/** Whether somebody leads a casus: who wrote it, and whoever may record its meeting. */
export function leadsCase(viewer: Pick<Viewer, "person" | "can">, { createdById, scope }: { createdById: string; scope: Required<Scope> }): boolean {
  return createdById === viewer.person.id || viewer.can("meeting:record", scope);
}
