"use client";

import type { Route } from "next";
import { About, type AboutAgreement } from "#components/agreements/agreement-steps";
import { KindField, usualTalk } from "#components/agreements/kind-field";
import { AgreementFields, type OwnerChoice } from "#components/agreements/agreement-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { agreementFormTexts as texts, agreementKindTexts as kindTexts } from "#lib/texts/agreements";

type AgreementFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  /** Who can take a new one on; of one that exists this changes by passing it on. */
  owners?: readonly OwnerChoice[];
  /** About a casus it has a kind; a talk is proposed to the CJG-coach, when the team has one. */
  kinds?: { coach: OwnerChoice | null };
  maxLength: number;
  back: { href: Route; label: string };
  /** A new one is made at a meeting, perhaps about a casus to which one comes back; one that exists is changed, from a version. */
  about: { meetingId: string; caseDiscussionId: string | null; back?: string; item?: string } | AboutAgreement;
};

/** Makes an agreement at a meeting, or changes one. */
export function AgreementForm({ action, formKey, initial, names, owners, kinds, maxLength, back, about }: AgreementFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isNew = "meetingId" in about;
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      {isNew ? <OfMeeting about={about} /> : <About about={about} state={state} />}
      {kinds && <KindField state={state} usual={isNew ? usualTalk(kinds.coach) : {}} />}
      <AgreementFields
        state={state}
        names={{ text: "text", owner: "ownerId", due: "dueOn" }}
        owners={owners}
        {...(kinds && isNew ? { textHint: kindTexts.textHint, dueHint: kindTexts.dueHint } : { textHint: texts.textHint })}
        ownerHint={kinds?.coach ? kindTexts.ownerHint(`${kinds.coach.name} (${kinds.coach.functionName})`) : undefined}
        maxLength={maxLength}
      />
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

function OfMeeting({ about }: { about: Readonly<Record<string, string | null>> }) {
  return Object.entries(about).map(([name, value]) => value !== null && <HiddenField key={name} name={name} value={value} />);
}
