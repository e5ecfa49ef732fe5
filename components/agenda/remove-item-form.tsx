"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";

type RemoveItemFormProps = { action: FormAction; formKey: string; initial: FormState; itemId: string; version: number; label: string; pendingLabel: string };

/** Takes an item off an agenda or a standaardagenda, on the page that asks whether that is meant. */
export function RemoveItemForm({ action, formKey, initial, itemId, version, label, pendingLabel }: RemoveItemFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="itemId" value={itemId} />
      <VersionField state={state} version={version} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={pendingLabel}>
          {label}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
