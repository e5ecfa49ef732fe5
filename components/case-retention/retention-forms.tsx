"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { caseRetentionTexts as texts } from "#lib/texts/case-retention";

type Opened = { action: FormAction; formKey: string; initial: FormState };
type Term = keyof typeof texts.terms;

/** Asks how long the text of a casus is kept; the page after it shows what that does and asks for a yes. */
export function ChooseRetentionForm({ action, formKey, initial, consortiumId, hints, backHref }: Opened & { consortiumId: string; hints: Readonly<Record<Term, string>>; backHref: Route }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="consortiumId" value={consortiumId} />
      <RadioGroup
        state={state}
        name="term"
        label={texts.term}
        hint={texts.termHint}
        options={(Object.keys(texts.terms) as Term[]).map((value) => ({ value, label: texts.terms[value], hint: hints[value] }))}
      />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.looking}>{texts.look}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

/** Says yes to what is shown beside it. */
export function ChangeRetentionForm({ action, formKey, initial, about, label, erases }: Opened & { about: Readonly<Record<string, string>>; label: string; erases: boolean }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(about).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <SubmitButton variant={erases ? "danger" : "primary"} pendingLabel={texts.submitting}>
        {label}
      </SubmitButton>
    </Form>
  );
}
