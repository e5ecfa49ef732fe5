"use client";

import { type FormEvent, useEffect, useState } from "react";
import { AgreementFields, type OwnerChoice } from "#components/agreements/agreement-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { presentationTexts as texts } from "#lib/texts/presentation";

type AgreeFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  meetingId: string;
  /** The item on the screen, to come back to; null when the clock says which. */
  item: number | null;
  /** The casussen that are talked about at this item; none at another item. */
  cases: readonly { id: string; alias: string }[];
  owners: readonly OwnerChoice[];
  maxLength: number;
  /** The agreement that was made just now, if one was. */
  made: string | null;
};

// What is being typed. A tap beside the form draws the page anew, and the form with it; this outlives that, and not the page.
let typing: { meetingId: string; made: string | null; values: Record<string, string> } | null = null;

/**
 * Writes down an agreement while everybody watches: what, who and by when. The boxes start empty again once it is made;
 * another item on the screen, or somebody who comes in, leaves what is typed.
 */
export function AgreeForm({ made, initial, ...props }: AgreeFormProps) {
  const { meetingId } = props;
  const [last, setLast] = useState(made);
  if (made !== null && made !== last) setLast(made);
  useEffect(() => {
    if (made !== null && typing?.made !== made) typing = null;
  }, [made]);

  function keep({ target }: FormEvent<HTMLDivElement>) {
    const form = target instanceof Element ? target.closest("form") : null;
    if (form) typing = { meetingId, made: made ?? typing?.made ?? null, values: textsOf(form) };
  }

  const kept = typing?.meetingId === meetingId && (made === null || made === typing.made) ? typing.values : {};
  return (
    <div onInput={keep}>
      <OneAgreement key={last} initial={{ ...initial, values: { ...initial.values, ...kept } }} {...props} />
    </div>
  );
}

function textsOf(form: HTMLFormElement): Record<string, string> {
  return Object.fromEntries([...new FormData(form)].filter((entry): entry is [string, string] => typeof entry[1] === "string" && !entry[0].startsWith("$") && entry[0] !== "formKey"));
}

function OneAgreement({ action, formKey, initial, names, meetingId, item, cases, owners, maxLength }: Omit<AgreeFormProps, "made">) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="meetingId" value={meetingId} />
      {item !== null && <HiddenField name="item" value={String(item)} />}
      {cases.length > 0 && <OfCase state={state} cases={cases} />}
      <AgreementFields state={state} names={{ text: "text", owner: "ownerId", due: "dueOn" }} owners={owners} maxLength={maxLength} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

const MOST_RADIOS = 5;

function OfCase({ state, cases }: { state: FormState; cases: AgreeFormProps["cases"] }) {
  const field = { state, name: "caseDiscussionId", label: texts.whichCase, hint: texts.whichCaseHint };
  const options = cases.map(({ id, alias }) => ({ value: id, label: alias }));
  if (cases.length > MOST_RADIOS) return <SelectField {...field} options={options} emptyLabel={texts.noCase} />;
  return <RadioGroup {...field} options={[{ value: "", label: texts.noCase }, ...options]} inline />;
}
