"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { AgreementPlace } from "#lib/agreements/schema";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { dropTexts, passOnTexts } from "#lib/texts/agreements";

/** Which agreement a form is about, and where it leads afterwards. */
export type AboutAgreement = { agreementId: string; version: number; back: AgreementPlace; at: string };

type StepProps = { action: FormAction; formKey: string; initial: FormState; about: AboutAgreement; back: { href: Route; label: string } };

type PassOnFormProps = StepProps & {
  people: readonly { personId: string; name: string; functionName: string }[];
  functions: readonly { id: string; name: string }[];
  organisations: readonly { id: string; name: string }[];
};

/** Says who is to act from now on. */
export function PassOnForm({ action, formKey, initial, about, back, people, functions, organisations }: PassOnFormProps) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <About about={about} state={state} />
      <SelectField
        state={state}
        name="to"
        label={passOnTexts.to}
        hint={passOnTexts.toHint}
        options={[
          { label: passOnTexts.people, options: people.map(({ personId, name, functionName }) => ({ value: `person:${personId}`, label: passOnTexts.person(name, functionName) })) },
          { label: passOnTexts.functions, options: functions.map(({ id, name }) => ({ value: `function:${id}`, label: name })) },
          { label: passOnTexts.organisations, options: organisations.map(({ id, name }) => ({ value: `organisation:${id}`, label: name })) },
        ]}
      />
      <div className="max-w-prose space-y-2 text-ink-soft">
        <p>{passOnTexts.afterPerson}</p>
        <p>{passOnTexts.afterOther}</p>
        <p>{passOnTexts.youFollow}</p>
      </div>
      <Send label={passOnTexts.send} sending={passOnTexts.sending} back={back} />
    </Form>
  );
}

/** Says that an agreement is no longer needed, and why. */
export function DropForm({ action, formKey, initial, names, about, back, maxLength }: StepProps & { names: CheckedNames; maxLength: number }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <About about={about} state={state} />
      <TextArea state={state} name="reason" label={dropTexts.reason} hint={dropTexts.reasonHint} size="small" maxLength={maxLength} spellCheck={false} checkedAs="WORK" />
      <Send label={dropTexts.send} sending={dropTexts.sending} back={back} />
    </Form>
  );
}

/** The hidden fields of a form about one agreement. */
export function About({ about, state }: { about: AboutAgreement; state: FormState }) {
  return (
    <>
      <HiddenField name="agreementId" value={about.agreementId} />
      <HiddenField name="back" value={about.back} />
      <HiddenField name="at" value={about.at} />
      <VersionField state={state} version={about.version} />
    </>
  );
}

function Send({ label, sending, back }: { label: string; sending: string; back: StepProps["back"] }) {
  return (
    <FormButtons back={back}>
      <SubmitButton pendingLabel={sending}>{label}</SubmitButton>
    </FormButtons>
  );
}
