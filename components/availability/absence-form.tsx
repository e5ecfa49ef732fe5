"use client";

import type { Route } from "next";
import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { availabilityTexts as texts } from "#lib/texts/availability";

type AbsenceFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  /** Whose absence it is, or which. */
  fields: Readonly<Record<string, string>>;
  /** Of an absence that is changed. */
  version?: number;
  choices: readonly { value: string; label: string }[];
  isSelf: boolean;
  backHref: Route;
};

/** The days on which somebody is away, and who comes instead. There is no field for why. */
export function AbsenceForm({ action, formKey, initial, fields, version, choices, isSelf, backHref }: AbsenceFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      {version !== undefined && <VersionField state={state} version={version} />}
      <DateField state={state} name="firstDay" label={texts.firstDay} />
      <DateField state={state} name="lastDay" label={texts.lastDay} hint={texts.lastDayHint} />
      <SelectField
        state={state}
        name="replacementId"
        label={isSelf ? texts.replacement : texts.replacementOf}
        hint={texts.replacementHint}
        options={choices}
        emptyLabel={texts.nobodyReplaces}
        width="full"
        optional
      />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.saveAbsence}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
