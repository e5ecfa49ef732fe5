"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { memberImportTexts as texts } from "#lib/texts/member-import";

type ImportConfirmFormProps = {
  action: FormAction;
  formKey: string;
  fields: { consortiumId: string; fingerprint: string; outcomes: string };
  memberships: number;
  /** How many of them go to core teams that are there. */
  inTeams: number;
  newTeams: number;
};

/** Adds exactly what the preview shows. */
export function ImportConfirmForm({ action, formKey, fields, memberships, inTeams, newTeams }: ImportConfirmFormProps) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <FormButtons>
        <SubmitButton name="teams" value="start" pendingLabel={texts.confirming}>
          {newTeams === 0 ? texts.confirm(memberships) : texts.confirmWithTeams(memberships, newTeams)}
        </SubmitButton>
        {newTeams > 0 && inTeams > 0 && (
          <SubmitButton name="teams" value="leave" variant="secondary" pendingLabel={texts.confirming}>
            {texts.confirmWithoutTeams(inTeams)}
          </SubmitButton>
        )}
      </FormButtons>
    </Form>
  );
}
