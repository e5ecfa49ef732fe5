"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { switchTexts as texts } from "#lib/texts/meeting-switches";

type ConfirmSwitchFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  chosen: { consortiumId: string; to: "DIGITAL" | "LIVE"; from: string; until: string; municipality: string; fingerprint: string };
  skipped: readonly string[];
  meetings: number;
  mails: number;
};

/** Says yes to the bijeenkomsten that are shown beside it, and to the mails that leave. */
export function ConfirmSwitchForm({ action, formKey, initial, chosen, skipped, meetings, mails }: ConfirmSwitchFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(chosen).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {skipped.map((coreTeamId) => (
        <HiddenField key={coreTeamId} name="skipped" value={coreTeamId} />
      ))}
      {chosen.to === "DIGITAL" && <TextField state={state} name="link" label={texts.link} hint={texts.linkHint} type="url" inputMode="url" maxLength={500} optional />}
      <FormButtons>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit[chosen.to](meetings, mails)}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
