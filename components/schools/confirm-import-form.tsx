"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { LinkButton } from "#components/ui/button";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { importPreviewTexts as texts } from "#lib/texts/school-import";

type ConfirmImportFormProps = {
  action: FormAction;
  formKey: string;
  importId: string;
  /** What the button says: "Voeg 69 scholen toe, wijzig 3 en sluit 1". */
  label: string;
  /** The form for a new preview, with the same choices. */
  newPreview: Route;
};

/** Carries out a preview. When something changed in the meantime it says so, and a new preview is all that is left. */
export function ConfirmImportForm({ action, formKey, importId, label, newPreview }: ConfirmImportFormProps) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="importId" value={importId} />
      <FormButtons>
        {state.message === undefined ? (
          <SubmitButton pendingLabel={texts.confirming}>{label}</SubmitButton>
        ) : (
          <LinkButton href={newPreview}>{texts.newPreview}</LinkButton>
        )}
      </FormButtons>
    </Form>
  );
}
