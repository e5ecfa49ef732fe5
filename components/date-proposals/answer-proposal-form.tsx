"use client";

import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TimeField } from "#components/forms/time-field";
import { useFormAction } from "#components/forms/use-form-action";
import { Disclosure } from "#components/ui/details";
import { type FormAction, type FormState, freshForm, typedValue } from "#lib/forms/form-state";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.answer;
const OPTIONS = (["YES", "IF_NEEDED", "NO"] as const).map((value) => ({ value, label: proposalTexts.answers[value] }));

type AnswerProposalFormProps = {
  action: FormAction;
  initial: FormState;
  token: string;
  hasAnswered: boolean;
  /** Each with the own other meetings of that day. */
  moments: readonly { id: string; label: string; beside: readonly string[] }[];
};

/** Answers a date proposal: one tap when everything suits, else one a moment and send. */
export function AnswerProposalForm(props: AnswerProposalFormProps) {
  return (
    <div className="space-y-8">
      {!props.hasAnswered && (
        <>
          <EverythingSuits {...props} />
          <h2>{texts.orEach}</h2>
        </>
      )}
      <EachMoment {...props} />
    </div>
  );
}

// A form of its own: Enter in a box of the other one must not say yes to everything.
function EverythingSuits({ action, token, moments }: AnswerProposalFormProps) {
  const [state, submit] = useFormAction(action, freshForm());
  return (
    <Form action={submit} state={state} formKey="">
      <Asked token={token} moments={moments} />
      <HiddenField name="all" value="YES" />
      <div>
        <SubmitButton pendingLabel={texts.submitting}>{texts.all}</SubmitButton>
        <p className="mt-2 text-ink-soft">{texts.allHint}</p>
      </div>
    </Form>
  );
}

function Asked({ token, moments }: Pick<AnswerProposalFormProps, "token" | "moments">) {
  return (
    <>
      <HiddenField name="token" value={token} />
      {moments.map(({ id }) => (
        <HiddenField key={id} name="moments" value={id} />
      ))}
    </>
  );
}

function EachMoment({ action, initial, token, hasAnswered, moments }: AnswerProposalFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const counters = ["counterDateDay", "counterDate", "counterStart"];
  const hasCounter = counters.some((name) => typedValue(state, name) !== "" || state.errors[name] !== undefined);
  return (
    <Form action={submit} state={state} formKey="">
      <Asked token={token} moments={moments} />
      {moments.map(({ id, label, beside }, index) => (
        <RadioGroup key={id} state={state} name={`answer${index}`} label={label} hint={beside.length > 0 ? beside.join(" ") : undefined} options={OPTIONS} inline />
      ))}
      <Disclosure summary={texts.counterSummary} open={hasCounter}>
        <p className="text-ink-soft">{texts.counterHint}</p>
        <div className="space-y-4">
          <DateField state={state} name="counterDate" label={texts.counterDate} optional />
          <TimeField state={state} name="counterStart" label={texts.counterStart} optional />
        </div>
      </Disclosure>
      <FormButtons>
        <SubmitButton variant={hasAnswered ? "primary" : "secondary"} pendingLabel={texts.submitting}>
          {texts.submit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
