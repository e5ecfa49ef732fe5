import { CaseLink } from "#components/case-discussions/case-link";
import { Line, Lines } from "#components/layout/lines";
import type { StopToTell } from "#lib/case-stops/queries";
import { ownStopTexts as texts } from "#lib/texts/case-stops";

/** What became of the reader's casussen that somebody stopped. Nothing when there are none. */
export function StopsToTell({ stops }: { stops: readonly StopToTell[] }) {
  if (stops.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg">{texts.title}</h2>
      <Lines label={texts.title}>
        {stops.map((each) => (
          <Line
            key={each.id}
            title={
              <CaseLink casus={each} below={each.became === "RELEASED" ? "/edit" : ""}>
                {texts.line(each.alias, each.team.name)}
              </CaseLink>
            }
          >
            <p>{texts.became[each.became](each.on)}</p>
            {each.erasesOn && <p className="text-ink-soft">{texts.shareBefore(each.erasesOn)}</p>}
          </Line>
        ))}
      </Lines>
    </section>
  );
}
