"use client";

import type { Route } from "next";
import { CheckBox } from "#components/forms/check-boxes";
import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { holidayTexts as texts } from "#lib/texts/school-days";

type HolidayFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  fields: Readonly<Record<string, string>>;
  /** Whether it may be said that schools are open then, of a holiday of the country. */
  corrects?: boolean;
  backHref: Route;
};

/** Days on which all schools of a samenwerkingsverband are closed. */
export function HolidayForm({ action, formKey, initial, fields, corrects, backHref }: HolidayFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <TextField state={state} name="name" label={texts.name} maxLength={80} />
      <DateField state={state} name="firstDay" label={texts.firstDay} />
      <DateField state={state} name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} />
      {corrects && <CheckBox state={state} name="open" label={texts.openThen} />}
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
