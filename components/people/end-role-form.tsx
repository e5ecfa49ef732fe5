"use client";

import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { peopleTexts as texts } from "#lib/texts/people";

type EndRoleFormProps = { action: FormAction; formKey: string; initial: FormState; roleId: string };

/** Gives a role its last day. */
export function EndRoleForm({ action, formKey, initial, roleId }: EndRoleFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="roleId" value={roleId} />
      <DateField state={state} name="lastDay" label={texts.lastDay} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={texts.ending}>
          {texts.endSubmit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
