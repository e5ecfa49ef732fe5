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
import { offerFormTexts as texts } from "#lib/texts/offers";

type OfferFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  /** The core team, and the version as the page has just read it. */
  about: { coreTeamId: string; version: string };
  standing: TypedValues;
  maxLength: number;
  back: Route;
};

/** What the school can do, and what it cannot. Kept by a colleague meanwhile, both texts stand below each other. */
export function OfferForm({ action, formKey, initial, names, about, standing, maxLength, back }: OfferFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isOvertaken = typedValue(state, "version") !== about.version;
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      {Object.entries(about).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <ChangedMeanwhile state={state} isOvertaken={isOvertaken} text={texts.changedMeanwhile} />
      {(["can", "cannot"] as const).map((name) => (
        <div key={name}>
          <TextArea state={state} name={name} label={texts[name]} hint={texts[`${name}Hint`]} maxLength={maxLength} checkedAs="PLAN" optional />
          <NowStands state={state} name={name} now={isOvertaken ? standing : null} />
        </div>
      ))}
      <FormButtons back={{ href: back, label: texts.back }}>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
