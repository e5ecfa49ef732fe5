"use client";

import type { Route } from "next";
import { StayFields } from "#components/core-teams/stay-fields";
import { EmailField } from "#components/forms/email-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { memberTexts as texts } from "#lib/texts/core-teams";

type AddMemberFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  coreTeamId: string;
  functions: readonly { id: string; name: string }[];
  organisations: readonly { id: string; name: string }[];
};

/** Puts somebody in a core team. */
export function AddMemberForm({ action, formKey, initial, coreTeamId, functions, organisations }: AddMemberFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="coreTeamId" value={coreTeamId} />
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={120} spellCheck={false} />
      <EmailField state={state} name="email" label={texts.email} hint={texts.emailHint} />
      <RadioGroup state={state} name="functionId" label={texts.function} options={functions.map(({ id, name }) => ({ value: id, label: name }))} />
      <StayFields state={state} organisations={organisations} />
      <FormButtons back={{ href: `/core-teams/${coreTeamId}` as Route, label: texts.toTeam }}>
        <SubmitButton pendingLabel={texts.adding}>{texts.add}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
