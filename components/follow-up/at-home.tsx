import type { Route } from "next";
import { Card } from "#components/ui/card";
import { InternalLink } from "#components/ui/link";
import type { CaseAnswers } from "#lib/case-discussions/answers";
import type { CasePart } from "#lib/case-discussions/schema";
import { casePageTexts } from "#lib/texts/case-discussions";
import { feedbackTexts as texts } from "#lib/texts/follow-up";

/** How the team tells it at home, at hand for whoever is going to; or the way to write that down. */
export function AtHome({ answers: { atHome }, unreadable, writeAt }: { answers: CaseAnswers; unreadable: readonly CasePart[]; writeAt: Route }) {
  if (unreadable.includes("OUTCOME")) return null;
  return (
    <div className="mb-8">
      <Card>
        <h2 className="text-base text-ink-soft">{casePageTexts.atHome}</h2>
        <p className={`mt-1 wrap-anywhere ${atHome ? "text-lg" : "text-ink-soft"}`}>{atHome ?? texts.noWordsYet}</p>
        <InternalLink href={writeAt} className="mt-1 inline-flex min-h-11 items-center" plain>
          {atHome ? texts.changeWords : texts.writeWords}
        </InternalLink>
      </Card>
    </div>
  );
}
