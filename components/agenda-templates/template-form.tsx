"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

/** A standaardagenda is of no team: whoever is named in it is a finding. */
const NOBODY = {};

type TemplateFormProps = { action: FormAction; formKey: string; initial: FormState; templateId: string; version: number; longestName: number; backHref: Route };

/** What a standaardagenda is called, and what its meetings are for. */
export function TemplateForm({ action, formKey, initial, templateId, version, longestName, backHref }: TemplateFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={NOBODY}>
      <HiddenField name="templateId" value={templateId} />
      <VersionField state={state} version={version} />
      <TextField state={state} name="name" label={texts.fields.name} maxLength={longestName} checkedAs="WORK" />
      <TextArea state={state} name="goals" label={texts.fields.goals} hint={texts.fields.goalsHint} checkedAs="WORK" optional />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
