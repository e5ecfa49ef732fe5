"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { ChangedMeanwhile, NowStands } from "#components/forms/now-stands";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import { InternalLink } from "#components/ui/link";
import type { CheckedNames } from "#lib/anonymity/findings";
import { type FormAction, type FormState, type TypedValues, typedValue } from "#lib/forms/form-state";
import { perspectiveFormTexts as texts } from "#lib/texts/perspectives";

type PerspectiveFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  /** The casus, and the version and the reveal as the page has just read them. */
  about: { discussionId: string; version: string; revealed: "yes" | "no" };
  /** The text as the page has just read it. */
  standing: TypedValues;
  maxLength: number;
  back: Route;
};

/** What one member sees in a casus: one text. Kept in another window meanwhile, both texts stand below each other. */
export function PerspectiveForm({ action, formKey, initial, names, about, standing, maxLength, back }: PerspectiveFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isOvertaken = typedValue(state, "version") !== about.version;
  const kept = typedValue(state, "perspectiveReason");
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      {Object.entries(about).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <ChangedMeanwhile state={state} isOvertaken={isOvertaken} text={texts.changedMeanwhile} />
      <div>
        <TextArea state={state} name="perspective" label={texts.label} hint={texts.hint} size="large" maxLength={maxLength} spellCheck={false} checkedAs="CASE" />
        {kept !== "" && !state.findings?.perspective && <HiddenField name="perspectiveReason" value={kept} />}
        <NowStands state={state} name="perspective" now={isOvertaken ? standing : null} />
      </div>
      <FormButtons>
        <SubmitButton pendingLabel={texts.saving}>{texts.submit}</SubmitButton>
        <InternalLink href={back} className="inline-flex min-h-11 items-center" plain>
          {texts.back}
        </InternalLink>
      </FormButtons>
    </Form>
  );
}
