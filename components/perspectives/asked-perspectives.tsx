import { CaseLink } from "#components/case-discussions/case-link";
import { Line, Lines } from "#components/layout/lines";
import type { AskedPerspective } from "#lib/perspectives/queries";
import { askedPerspectiveTexts as texts } from "#lib/texts/perspectives";

/** The casussen on which the reader's perspective is asked; each leads to its form. Nothing when there are none. */
export function AskedPerspectives({ cases }: { cases: readonly AskedPerspective[] }) {
  if (cases.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg">{texts.title}</h2>
      <Lines label={texts.title}>
        {cases.map((each) => (
          <Line
            key={each.id}
            title={
              <CaseLink casus={each} below="/perspective">
                {texts.line(each.askedBy, each.alias, each.team.name)}
              </CaseLink>
            }
          >
            <p className="text-ink-soft">{texts.forMeeting(each.meetingDay)}</p>
          </Line>
        ))}
      </Lines>
    </section>
  );
}
