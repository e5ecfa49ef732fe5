import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import type { AgreementPlace } from "#lib/agreements/schema";
import type { FormAction } from "#lib/forms/form-state";
import { agreementTexts as texts } from "#lib/texts/agreements";

type FinishedNoticeProps = { agreementId: string; formKey: string; back: AgreementPlace; reopen: FormAction };

/** Says that an agreement was ticked off, with the way back at hand. */
export function FinishedNotice({ agreementId, formKey, back, reopen }: FinishedNoticeProps) {
  return (
    <Notice>
      <div className="flex flex-wrap items-center gap-x-5">
        {texts.finished}
        <OneButtonForm action={reopen} formKey={formKey} fields={{ agreementId, back }} label={texts.reopen} />
      </div>
    </Notice>
  );
}
