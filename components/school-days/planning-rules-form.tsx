"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { planningRulesTexts as texts } from "#lib/texts/school-days";

type PlanningRulesFormProps = { action: FormAction; formKey: string; initial: FormState; consortiumId: string; version: number; backHref: Route };

/** What a samenwerkingsverband holds to when it plans. */
export function PlanningRulesForm({ action, formKey, initial, consortiumId, version, backHref }: PlanningRulesFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="consortiumId" value={consortiumId} />
      <VersionField state={state} version={version} />
      <TextField state={state} name="mostMeetings" label={texts.mostMeetings} hint={texts.mostMeetingsHint} inputMode="numeric" maxLength={2} width="tiny" />
      <TextField state={state} name="travelMinutes" label={texts.travelMinutes} hint={texts.travelMinutesHint} inputMode="numeric" maxLength={3} width="tiny" />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
