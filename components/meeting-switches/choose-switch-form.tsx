"use client";

import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { switchTexts as texts } from "#lib/texts/meeting-switches";

type ChooseSwitchFormProps = { action: FormAction; formKey: string; initial: FormState; consortiumId: string; municipalities: readonly string[] };

/** Asks which bijeenkomsten to make digital or live; the page after it shows them and asks for a yes. */
export function ChooseSwitchForm({ action, formKey, initial, consortiumId, municipalities }: ChooseSwitchFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="consortiumId" value={consortiumId} />
      <RadioGroup
        state={state}
        name="to"
        label={texts.to}
        options={[
          { value: "DIGITAL", label: texts.targets.DIGITAL, hint: texts.targetHints.DIGITAL },
          { value: "LIVE", label: texts.targets.LIVE, hint: texts.targetHints.LIVE },
        ]}
      />
      <DateField state={state} name="from" label={texts.from} />
      <DateField state={state} name="until" label={texts.until} />
      {municipalities.length > 1 && (
        <SelectField state={state} name="municipality" label={texts.municipality} emptyLabel={texts.everywhere} options={municipalities.map((name) => ({ value: name, label: name }))} />
      )}
      <FormButtons>
        <SubmitButton pendingLabel={texts.looking}>{texts.look}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
