"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { availabilityTexts as texts } from "#lib/texts/availability";

type MostMeetingsFormProps = { action: FormAction; formKey: string; initial: FormState; personId: string; version: number; usual: number; backHref: Route };

/** How many meetings somebody takes on in a day. */
export function MostMeetingsForm({ action, formKey, initial, personId, version, usual, backHref }: MostMeetingsFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="personId" value={personId} />
      <VersionField state={state} version={version} />
      <TextField state={state} name="most" label={texts.mostOwn} hint={texts.mostOwnHint(usual)} inputMode="numeric" maxLength={2} width="tiny" optional />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.saveMost}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
