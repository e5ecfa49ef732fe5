"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { consortiumTexts as texts } from "#lib/texts/consortia";

type ConsortiumFormProps = { action: FormAction; formKey: string; initial: FormState; consortiumId: string; version: number; backHref: Route };

/** The name and the official number of the samenwerkingsverband. */
export function ConsortiumForm({ action, formKey, initial, consortiumId, version, backHref }: ConsortiumFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="consortiumId" value={consortiumId} />
      <VersionField state={state} version={version} />
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={120} spellCheck={false} />
      <TextField state={state} name="code" label={texts.code} hint={texts.codeHint} maxLength={10} width="short" spellCheck={false} optional />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
