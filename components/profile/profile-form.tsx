"use client";

import { CheckBox } from "#components/forms/check-boxes";
import { Form, FormButtons } from "#components/forms/form";
import { PhoneField } from "#components/forms/phone-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { profileTexts as texts } from "#lib/texts/profile";

type ProfileFormProps = { action: FormAction; initial: FormState; formKey: string; version: number };

/** The own name, phone and what to call for. */
export function ProfileForm({ action, initial, formKey, version }: ProfileFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <VersionField state={state} version={version} />
      <TextField state={state} name="name" label={texts.name} autoComplete="name" maxLength={100} />
      <div className="space-y-2">
        <PhoneField state={state} name="phone" label={texts.phone} hint={texts.phoneHint} optional own />
        <CheckBox state={state} name="sharesPhone" label={texts.sharesPhone} />
        <CheckBox state={state} name="sharesEmail" label={texts.sharesEmail} />
      </div>
      <TextField state={state} name="callMeFor" label={texts.callMeFor} hint={texts.callMeForHint} maxLength={200} optional />
      <FormButtons>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
