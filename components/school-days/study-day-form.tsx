"use client";

import type { Route } from "next";
import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { studyDayTexts as texts } from "#lib/texts/school-days";

type StudyDayFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  fields: Readonly<Record<string, string>>;
  /** Of which one is closed; none when that is settled. */
  schools: readonly { id: string; name: string }[];
  backHref: Route;
};

/** When a school is closed, and why. */
export function StudyDayForm({ action, formKey, initial, fields, schools, backHref }: StudyDayFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const [only] = schools;
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {schools.length === 1 && only && <HiddenField name="schoolId" value={only.id} />}
      {schools.length > 1 && <RadioGroup state={state} name="schoolId" label={texts.school} options={schools.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={80} />
      <DateField state={state} name="firstDay" label={texts.firstDay} />
      <DateField state={state} name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
