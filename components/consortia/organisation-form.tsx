"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { PhoneField } from "#components/forms/phone-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import { organisationKinds } from "#lib/consortia/kinds";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { organisationTexts as texts } from "#lib/texts/consortia";

type OrganisationFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  /** A new one belongs to a samenwerkingsverband; one that exists is changed, from a version. */
  about: { consortiumId: string } | { organisationId: string; version: number };
  backHref: Route;
};

/** An organisation whose people work with the schools. */
export function OrganisationForm({ action, formKey, initial, about, backHref }: OrganisationFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {"consortiumId" in about ? (
        <HiddenField name="consortiumId" value={about.consortiumId} />
      ) : (
        <>
          <HiddenField name="organisationId" value={about.organisationId} />
          <VersionField state={state} version={about.version} />
        </>
      )}
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={120} spellCheck={false} />
      <RadioGroup state={state} name="kind" label={texts.kind} options={organisationKinds.map((kind) => ({ value: kind, label: texts.kinds[kind] }))} />
      <PhoneField state={state} name="phone" label={texts.phone} hint={texts.phoneHint} optional />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
