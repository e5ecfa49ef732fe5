import type { CaseAnswers } from "#lib/case-discussions/answers";
import type { CasePart } from "#lib/case-discussions/schema";
import { casePageTexts as texts } from "#lib/texts/case-discussions";
import { followUpTexts } from "#lib/texts/follow-up";

/** What the team sees together, what it does not do, and how that is told at home. */
export function CaseOutcome({ answers, unreadable }: { answers: CaseAnswers; unreadable: readonly CasePart[] }) {
  const { together, notDoing, atHome } = answers;
  if (unreadable.includes("OUTCOME")) return <p className="text-ink-soft">{texts.unreadable}</p>;
  if (!isOutcomeWritten({ answers })) return <p className="max-w-prose text-ink-soft">{followUpTexts.outcomeEmpty}</p>;
  return (
    <div className="max-w-prose space-y-6">
      <Part title={texts.together} text={together} />
      <Part title={texts.notDoing} text={notDoing} />
      {atHome && <Part title={texts.atHome} text={atHome} />}
    </div>
  );
}

/** Whether anything of it is written. */
export function isOutcomeWritten({ answers: { together, notDoing, atHome } }: { answers: CaseAnswers }): boolean {
  return Boolean(together || notDoing || atHome);
}

function Part({ title, text }: { title: string; text: string | undefined }) {
  return (
    <div>
      <h3 className="text-base text-ink-soft">{title}</h3>
      {text ? <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{text}</p> : <p className="mt-1 text-ink-soft">{texts.noAnswer}</p>}
    </div>
  );
}
