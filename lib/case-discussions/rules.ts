import type { Hearing, SchoolStage } from "#lib/case-discussions/schema";
import { schoolYearOf, type Day } from "#lib/dates";

/** What was said by somebody, or why nobody asked yet: exactly one of the two. */
export type Voice = { hearing: Hearing; text: string };

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

/** A voice as its two columns keep it, of which one is filled. */
export function columnsOf({ hearing, text }: Voice): { said: string | null; notAsked: string | null } {
  return hearing === "SAID" ? { said: text, notAsked: null } : { said: null, notAsked: text };
}

/** A voice as it stands in its two columns. */
export function voiceOf(said: string | null, notAsked: string | null): Voice {
  return said === null ? { hearing: "NOT_ASKED", text: notAsked ?? "" } : { hearing: "SAID", text: said };
}
