"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { ChangedMeanwhile, NowStands } from "#components/forms/now-stands";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import type { CheckedNames } from "#lib/anonymity/findings";
import { type FormAction, type FormState, type TypedValues, typedValue } from "#lib/forms/form-state";
import { successFormTexts as texts } from "#lib/texts/successes";

type SuccessFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  fields: Readonly<Record<string, string>>;
  /** What stands there as the page has just read it; null for a new one. */
  standing: TypedValues | null;
  maxLength: number;
  back: Route;
};

/** Something that went well, without a casus. */
export function SuccessForm({ action, formKey, initial, names, fields, standing, maxLength, back }: SuccessFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isOvertaken = standing !== null && typedValue(state, "version") !== standing.version;
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <ChangedMeanwhile state={state} isOvertaken={isOvertaken} text={texts.changedMeanwhile} />
      <p className="max-w-prose text-ink-soft">{texts.stays}</p>
      <div>
        <TextArea state={state} name="text" label={texts.text} hint={standing ? texts.emptyRemoves : texts.hint} size="small" maxLength={maxLength} spellCheck={false} checkedAs="CASE" />
        <NowStands state={state} name="text" now={isOvertaken ? standing : null} />
      </div>
      <FormButtons back={{ href: back, label: texts.back }}>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
