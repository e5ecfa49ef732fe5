import { OneButtonForm } from "#components/forms/one-button-form";
import { type AdviceApplied, appliedAnswers } from "#lib/agreements/kinds";
import type { AgreementPlace } from "#lib/agreements/schema";
import type { FormAction } from "#lib/forms/form-state";
import { agreementKindTexts as texts, agreementTexts } from "#lib/texts/agreements";

type AppliedPressesProps = {
  agreement: { id: string; text?: string; applied: AdviceApplied | null; formKey: string };
  /** The page it stands on: it opens again afterwards. */
  back: AgreementPlace;
  at?: string;
  setState: FormAction;
};

/** Whether an advice that was shared is applied in class: one press, or none, and another one later. */
export function AppliedPresses({ agreement: { id, text, applied, formKey }, back, at = "", setState }: AppliedPressesProps) {
  return (
    <div role="group" aria-label={texts.appliedQuestion} className="flex flex-wrap items-center gap-x-5 gap-y-1 print:hidden">
      <p className="text-ink-soft">{applied === null ? texts.appliedQuestion : texts.appliedChange}</p>
      <div className="flex flex-wrap gap-x-5">
        {appliedAnswers
          .filter((answer) => answer !== applied)
          .map((answer) => (
            <OneButtonForm
              key={answer}
              action={setState}
              formKey={formKey}
              fields={{ agreementId: id, state: "DONE", applied: answer, back, at }}
              label={texts.appliedAnswers[answer]}
              longLabel={text && agreementTexts.about(text)}
            />
          ))}
      </div>
    </div>
  );
}
