import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Card } from "#components/ui/card";
import { InternalLink } from "#components/ui/link";
import type { CaseToSettle } from "#lib/case-stops/queries";
import { settleStopTexts as texts } from "#lib/texts/case-stops";

/** The casussen that were stopped, for the procesbegeleider who settles them. Nothing when there are none. */
export function CasesToSettle({ cases }: { cases: readonly CaseToSettle[] }) {
  if (cases.length === 0) return null;
  return (
    <section className="mb-12">
      <Card tone="attention">
        <h2 className="mb-3 text-lg">{texts.homeTitle}</h2>
        <Lines label={texts.homeTitle}>
          {cases.map(({ id, alias, team, stoppedOn }) => (
            <Line key={id} title={<InternalLink href={`/stopped-cases/${id}` as Route}>{texts.homeLine(alias, team.name)}</InternalLink>}>
              {texts.homeSince(stoppedOn)}
            </Line>
          ))}
        </Lines>
      </Card>
    </section>
  );
}
