"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { factorResetTexts as texts } from "#lib/texts/second-factor";

type ResetFactorFormProps = { action: FormAction; formKey: string; initial: FormState; person: { id: string; name: string } };

/** Takes away somebody's second factor; first it asks how one knows who asks for it. */
export function ResetFactorForm({ action, formKey, initial, person }: ResetFactorFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="personId" value={person.id} />
      <RadioGroup state={state} name="check" label={texts.question(person.name)} options={Object.entries(texts.checks).map(([value, label]) => ({ value, label }))} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={texts.submitting}>
          {texts.submit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
