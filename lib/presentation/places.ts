import { z } from "zod";

const MOST_ITEMS = 200;

/** Which item of the agenda is shown, counted from 1; without one the clock says which. */
export const chosenItem = z.coerce.number().int().min(1).max(MOST_ITEMS).optional().catch(undefined);

/** Where a form about a casus leads back to: the page of the casus, or the casus on the shared screen with the item it was opened from. */
const places = ["case", "screen"] as const;
export type CaseReturn = { back: (typeof places)[number]; item?: number | undefined };

/** The fields with which such a form says so, and the address of its page. */
export const caseReturn = { back: z.enum(places).default("case"), item: chosenItem };

/** The fields that take a place along in a form; none for the page of the casus. */
export function returnFields({ back, item }: CaseReturn): Record<string, string> {
  return back === "case" ? {} : { back, ...(item !== undefined && { item: String(item) }) };
}
