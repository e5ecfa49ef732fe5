"use client";

import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { importPreviewTexts as texts } from "#lib/texts/school-import";

/** Throws a preview away: a quiet button, because nothing is lost but the preview. */
export function DiscardImportForm({ action, formKey, importId }: { action: FormAction; formKey: string; importId: string }) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <form action={submit}>
      <HiddenField name="formKey" value={formKey} />
      <HiddenField name="importId" value={importId} />
      {state.message && <p role="alert">{state.message}</p>}
      <SubmitButton variant="quiet" pendingLabel={texts.discarding}>
        {texts.discard}
      </SubmitButton>
    </form>
  );
}
