"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { AgreementFields, type OwnerChoice } from "#components/agreements/agreement-fields";
import { FormPart } from "#components/case-discussions/form-part";
import { type Longest, StoryFields } from "#components/case-discussions/story-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import type { Choice } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { type FormAction, type FormState, typedValue } from "#lib/forms/form-state";
import { caseFormTexts as texts } from "#lib/texts/case-discussions";

type LogCaseFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  meetingId: string;
  stages: readonly Choice[];
  owners: readonly OwnerChoice[];
  longest: Longest & { agreement: number };
  mostAgreements: number;
  back: Route;
};

/** Writes a casus down, with what was agreed. There is no field for a name, an age, a gender or a document. */
export function LogCaseForm({ action, formKey, initial, meetingId, stages, owners, longest, mostAgreements, back }: LogCaseFormProps) {
  const [state, submit] = useActionState(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="meetingId" value={meetingId} />
      <StoryFields state={state} stages={stages} longest={longest} />
      {owners.length > 0 && (
        <FormPart title={texts.agreements} note={texts.agreementsNote}>
          <AgreementRows state={state} owners={owners} row={1} last={mostAgreements} maxLength={longest.agreement} />
        </FormPart>
      )}
      <FormButtons back={{ href: back, label: texts.toMeeting }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

type AgreementRowsProps = { state: FormState; owners: readonly OwnerChoice[]; row: number; last: number; maxLength: number };

/** An agreement, with room for the next folded away below it: that opens without script, and keeps what is typed. */
function AgreementRows({ state, owners, row, last, maxLength }: AgreementRowsProps) {
  const next = row + 1;
  return (
    <>
      <fieldset className="min-w-0">
        <legend className={row === 1 ? "mb-4 text-lg font-semibold" : "sr-only"}>{texts.agreement(row)}</legend>
        <AgreementFields state={state} names={namesOf(row)} owners={owners} maxLength={maxLength} />
      </fieldset>
      {row < last && (
        <details open={isFilled(state, next, last)} className="mt-8 [&:not([open])>summary>.when-open]:hidden [&[open]>summary>.when-closed]:hidden">
          <summary className="mb-4 inline-flex min-h-11 cursor-pointer items-center text-lg font-semibold">
            <span className="when-closed text-base text-accent underline underline-offset-4">{texts.oneMore}</span>
            <span className="when-open">{texts.agreement(next)}</span>
          </summary>
          <AgreementRows state={state} owners={owners} row={next} last={last} maxLength={maxLength} />
        </details>
      )}
    </>
  );
}

function namesOf(row: number) {
  return { text: `agreement${row}Text`, owner: `agreement${row}Owner`, due: `agreement${row}Due` };
}

/** Whether something was typed in this row or a later one. */
function isFilled(state: FormState, row: number, last: number): boolean {
  if (row > last) return false;
  const { text, owner, due } = namesOf(row);
  return [text, owner, `${due}Day`, `${due}Month`, `${due}Year`].some((name) => typedValue(state, name) !== "") || isFilled(state, row + 1, last);
}
