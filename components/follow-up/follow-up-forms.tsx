"use client";

import type { Route } from "next";
import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { ChangedMeanwhile, NowStands } from "#components/forms/now-stands";
import { RadioGroup } from "#components/forms/radio-group";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import { InternalLink } from "#components/ui/link";
import type { CheckedNames } from "#lib/anonymity/findings";
import { type FormAction, type FormState, type TypedValues, typedValue } from "#lib/forms/form-state";
import { atPlayFormTexts, feedbackTexts, lessonTexts } from "#lib/texts/follow-up";

type FollowUpFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  /** The casus, the version as the page has just read it, and where one comes back to. */
  about: { discussionId: string; version: string } & Readonly<Record<string, string>>;
  back: Route;
};

type Somebody = { personId: string; name: string; functionName: string };

/** Says who is to act: one person or one function. */
export function AtPlayForm({ people, functions, ...form }: FollowUpFormProps & { people: readonly Somebody[]; functions: readonly { id: string; name: string }[] }) {
  const texts = atPlayFormTexts;
  const [state, submit] = useFormAction(form.action, form.initial);
  return (
    <Form action={submit} state={state} formKey={form.formKey}>
      <About about={form.about} />
      <SelectField
        state={state}
        name="to"
        label={texts.to}
        options={[
          { label: texts.people, options: people.map(({ personId, name, functionName }) => ({ value: `person:${personId}`, label: texts.person(name, functionName) })) },
          { label: texts.functions, options: functions.map(({ id, name }) => ({ value: `function:${id}`, label: name })) },
        ]}
      />
      <p className="max-w-prose text-ink-soft">{texts.note}</p>
      <Send label={texts.submit} sending={texts.submitting} back={form.back} />
    </Form>
  );
}

/** Whether parents and pupil were told, when, and by whom. */
export function FeedbackForm({ people, ...form }: FollowUpFormProps & { people: readonly Somebody[] }) {
  const texts = feedbackTexts;
  const [state, submit] = useFormAction(form.action, form.initial);
  return (
    <Form action={submit} state={state} formKey={form.formKey}>
      <About about={form.about} />
      {(["parents", "pupil"] as const).map((who) => (
        <div key={who} className="space-y-6">
          <RadioGroup state={state} name={who} label={texts[who]} options={[{ value: "no", label: texts.given.no }, { value: "yes", label: texts.given.yes }]} inline />
          <div className="space-y-6 border-l-2 border-rule pl-5">
            <DateField state={state} name={`${who}On`} label={texts.on[who]} />
            <SelectField state={state} name={`${who}ById`} label={texts.by[who]} options={people.map(({ personId, name, functionName }) => ({ value: personId, label: atPlayFormTexts.person(name, functionName) }))} />
          </div>
        </div>
      ))}
      <Send label={texts.submit} sending={texts.submitting} back={form.back} />
    </Form>
  );
}

/** A success and a lesson. Kept by somebody else meanwhile, both texts stand below each other. */
export function LessonForm({ standing, maxLength, names, ...form }: FollowUpFormProps & { standing: TypedValues; maxLength: number; names: CheckedNames }) {
  const texts = lessonTexts;
  const [state, submit] = useFormAction(form.action, form.initial);
  const isOvertaken = typedValue(state, "version") !== form.about.version;
  return (
    <Form action={submit} state={state} formKey={form.formKey} names={names}>
      <About about={form.about} />
      <ChangedMeanwhile state={state} isOvertaken={isOvertaken} text={texts.changedMeanwhile} />
      {(["success", "lesson"] as const).map((name) => (
        <div key={name}>
          <TextArea state={state} name={name} label={texts[name]} hint={texts[`${name}Hint`]} size="small" maxLength={maxLength} spellCheck={false} checkedAs="CASE" optional />
          <NowStands state={state} name={name} now={isOvertaken ? standing : null} />
        </div>
      ))}
      <Send label={texts.submit} sending={texts.submitting} back={form.back} />
    </Form>
  );
}

function About({ about }: { about: FollowUpFormProps["about"] }) {
  return Object.entries(about).map(([name, value]) => <HiddenField key={name} name={name} value={value} />);
}

function Send({ label, sending, back }: { label: string; sending: string; back: Route }) {
  return (
    <FormButtons>
      <SubmitButton pendingLabel={sending}>{label}</SubmitButton>
      <InternalLink href={back} className="inline-flex min-h-11 items-center" plain>
        {atPlayFormTexts.back}
      </InternalLink>
    </FormButtons>
  );
}
