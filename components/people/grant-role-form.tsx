"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { RoleFields } from "#components/people/role-fields";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { peopleTexts as texts } from "#lib/texts/people";

type GrantRoleFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  person: { id: string; name: string };
  consortiumId: string;
  organisations: readonly { id: string; name: string }[];
};

/** Gives a role to somebody who is known. */
export function GrantRoleForm({ action, formKey, initial, person, consortiumId, organisations }: GrantRoleFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="personId" value={person.id} />
      <HiddenField name="consortiumId" value={consortiumId} />
      <RoleFields state={state} organisations={organisations} />
      <FormButtons back={{ href: `/people/${person.id}` as Route, label: texts.back(person.name) }}>
        <SubmitButton pendingLabel={texts.granting}>{texts.grantSubmit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
