"use client";

import type { Route } from "next";
import { EmailField } from "#components/forms/email-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { RoleFields } from "#components/people/role-fields";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { peopleTexts as texts } from "#lib/texts/people";

type InvitePersonFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  consortiumId: string;
  organisations: readonly { id: string; name: string }[];
  backHref: Route;
};

/** Invites somebody with a role in the samenwerkingsverband. */
export function InvitePersonForm({ action, formKey, initial, consortiumId, organisations, backHref }: InvitePersonFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="consortiumId" value={consortiumId} />
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={100} spellCheck={false} />
      <EmailField state={state} name="email" label={texts.email} hint={texts.emailHint} />
      <RoleFields state={state} organisations={organisations} />
      <FormButtons back={{ href: backHref, label: texts.backToList }}>
        <SubmitButton pendingLabel={texts.sending}>{texts.sendInvitation}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
