import { CaseLink } from "#components/case-discussions/case-link";
import { ProgressPresses } from "#components/follow-up/at-play";
import { Line, Lines } from "#components/layout/lines";
import type { FormAction } from "#lib/forms/form-state";
import type { CaseToRefresh } from "#lib/follow-up/queries";
import { refreshTexts as texts } from "#lib/texts/follow-up";

/** The casussen of which the reader is to say how it goes, for the first time or anew, each with one press. Nothing when there are none. */
export function CasesToRefresh({ cases, tell }: { cases: readonly (CaseToRefresh & { formKey: string })[]; tell: FormAction }) {
  if (cases.length === 0) return null;
  return (
    <section>
      <h2 className="mb-2 text-lg">{texts.title}</h2>
      <Lines label={texts.title}>
        {cases.map(({ progress, lastTold, formKey, ...each }) => {
          const name = texts.line(each.alias, each.team.name);
          return (
            <Line
              key={each.id}
              title={
                <CaseLink casus={each}>{name}</CaseLink>
              }
            >
              <p className="mb-2 text-ink-soft">{texts.why(progress, lastTold)}</p>
              <ProgressPresses discussionId={each.id} progress={progress} back="home" about={name} tell={{ action: tell, formKey }} />
            </Line>
          );
        })}
      </Lines>
    </section>
  );
}
