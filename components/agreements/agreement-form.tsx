"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { About, type AboutAgreement } from "#components/agreements/agreement-steps";
import { AgreementFields, type OwnerChoice } from "#components/agreements/agreement-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { agreementFormTexts as texts } from "#lib/texts/agreements";

type AgreementFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  /** Who can take a new one on; of one that exists this changes by passing it on. */
  owners?: readonly OwnerChoice[];
  maxLength: number;
  back: { href: Route; label: string };
  /** A new one is made at a meeting; one that exists is changed, from a version. */
  about: { meetingId: string; caseDiscussionId: string | null } | AboutAgreement;
};

/** Makes an agreement at a meeting, or changes one. */
export function AgreementForm({ action, formKey, initial, owners, maxLength, back, about }: AgreementFormProps) {
  const [state, submit] = useActionState(action, initial);
  const isNew = "meetingId" in about;
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {isNew ? <HiddenField name="meetingId" value={about.meetingId} /> : <About about={about} state={state} />}
      {isNew && about.caseDiscussionId && <HiddenField name="caseDiscussionId" value={about.caseDiscussionId} />}
      <AgreementFields state={state} names={{ text: "text", owner: "ownerId", due: "dueOn" }} owners={owners} textHint={texts.textHint} maxLength={maxLength} />
      <FormButtons back={{ href: back.href, label: back.label }}>
        <SubmitButton pendingLabel={texts.saving} name="next" value="meeting">
          {isNew ? texts.save : texts.saveChange}
        </SubmitButton>
        {isNew && (
          <SubmitButton pendingLabel={texts.saving} name="next" value="another" variant="secondary">
            {texts.saveAndNext}
          </SubmitButton>
        )}
      </FormButtons>
    </Form>
  );
}
