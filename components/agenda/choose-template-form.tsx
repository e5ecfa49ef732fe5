"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { type Choice, RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { agendaFormTexts as texts, agendaTexts } from "#lib/texts/agenda";

type ChooseTemplateFormProps = { action: FormAction; formKey: string; initial: FormState; meetingId: string; templates: readonly Choice[]; backHref: Route };

/** Begins a meeting's agenda anew from a standaardagenda. */
export function ChooseTemplateForm({ action, formKey, initial, meetingId, templates, backHref }: ChooseTemplateFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="meetingId" value={meetingId} />
      <RadioGroup state={state} name="templateId" label={texts.templateLabel} options={templates} />
      <FormButtons back={{ href: backHref, label: agendaTexts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.templateSubmit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
