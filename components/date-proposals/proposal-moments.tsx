import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { LinkButton } from "#components/ui/button";
import { dayOf, formatPeriod } from "#lib/dates";
import { proposalTexts } from "#lib/texts/date-proposals";
import { listed } from "#lib/texts/meetings";

const texts = proposalTexts.page;

/** A proposed moment with how it stands; `choose` leads to the page that books it. */
export type MomentLine = { id: string; startsAt: Date; endsAt: Date; summary: string; missed: readonly string[]; isBest: boolean; choose: Route | null };

/** The moments, best first. Whom it misses is told before anything else. */
export function ProposalMoments({ moments }: { moments: readonly MomentLine[] }) {
  return (
    <Lines>
      {moments.map(({ id, startsAt, endsAt, summary, missed, isBest, choose }) => (
        <Line
          key={id}
          day={dayOf(startsAt)}
          title={formatPeriod(startsAt, endsAt)}
          aside={
            choose && (
              <LinkButton href={choose} variant={isBest ? "primary" : "secondary"} label={texts.chooseLabel(formatPeriod(startsAt, endsAt))}>
                {texts.choose}
              </LinkButton>
            )
          }
        >
          {missed.length > 0 && <p className="font-semibold text-attention">{missed.length === 1 ? texts.missed(missed[0] ?? "") : texts.missedMany(listed(missed))}</p>}
          <p className="tabular-nums">{summary}</p>
          {isBest && (
            <p className="mt-1">
              <Badge tone="done">{texts.best}</Badge>
            </p>
          )}
        </Line>
      ))}
    </Lines>
  );
}
