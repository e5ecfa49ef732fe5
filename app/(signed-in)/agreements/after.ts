import type { Route } from "next";
import { z } from "zod";
import { type AgreementContext, agreementPlacePath } from "#lib/agreements/rules";
import type { AgreementPlace } from "#lib/agreements/schema";
import { agreementFormTexts as texts } from "#lib/texts/agreements";
import { caseFormTexts } from "#lib/texts/case-discussions";

/** What the address of a page about one agreement says of the page that led there. */
export const backSearch = z.object({ back: z.enum(["one", "review", "case"]).default("one"), at: z.union([z.uuid(), z.literal("")]).default("") });

/** The link back from a page about one agreement: to its own page, to its casus, or to going through them at a meeting. */
export function backLink({ back, at }: z.output<typeof backSearch>, context: AgreementContext): { href: Route; label: string } {
  if (back === "review" && at !== "") return { href: agreementPlacePath("review", context, at) as Route, label: texts.backToReview };
  if (back === "case" && context.caseDiscussionId !== null) return { href: agreementPlacePath("case", context) as Route, label: caseFormTexts.backToCase };
  return { href: agreementPlacePath("one", context) as Route, label: texts.backToOne };
}

/** The page to open after something was done, with what it says happened. What was closed can be opened again there; a long page opens at its agreements. */
export function withNotice({ back, at }: { back: AgreementPlace; at: string | null }, context: AgreementContext, notice: string): string {
  const path = agreementPlacePath(back, context, at);
  const undo = notice === "agreement-done" || notice === "agreement-shared" || notice === "agreement-dropped" ? `&agreement=${context.id}` : "";
  const there = back === "case" && context.caseDiscussionId !== null ? "&at=agreements#agreements" : "";
  // The home page of one of several jobs has a query already.
  return `${path}${path.includes("?") ? "&" : "?"}notice=${notice}${undo}${there}`;
}
