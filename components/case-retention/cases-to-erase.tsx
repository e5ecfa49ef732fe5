import { CaseLink } from "#components/case-discussions/case-link";
import { Line, Lines } from "#components/layout/lines";
import type { CaseToErase } from "#lib/case-retention/queries";
import { caseErasureTexts as texts } from "#lib/texts/case-retention";

const SHOWN = 6;

/** Of which casussen the text is soon erased, by team and day, for who leads them. Nothing when there are none. */
export function CasesToErase({ cases }: { cases: readonly CaseToErase[] }) {
  if (cases.length === 0) return null;
  const groups = Map.groupBy(cases, ({ team, on }) => `${on} ${team.id}`);
  return (
    <section>
      <h2 className="mb-2 text-lg">{texts.homeTitle}</h2>
      <Lines label={texts.homeTitle}>
        {[...groups].map(([key, group]) => (
          <Line key={key} title={group[0] && texts.homeLine(group[0].team.name, group.length, group[0].on)}>
            <p className="flex flex-wrap items-center gap-x-5">
              {group.slice(0, SHOWN).map((each) => (
                <CaseLink key={each.id} casus={each} className="inline-flex min-h-11 items-center whitespace-nowrap">
                  {each.alias}
                </CaseLink>
              ))}
              {group.length > SHOWN && <span className="text-ink-soft">{texts.more(group.length - SHOWN)}</span>}
            </p>
            <p className="text-ink-soft">{texts.homeNote}</p>
          </Line>
        ))}
      </Lines>
    </section>
  );
}
