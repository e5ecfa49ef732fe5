"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { freshForm, type FormAction } from "#lib/forms/form-state";
import { meetingPageTexts } from "#lib/texts/meetings";

type AnswerFormProps = {
  action: FormAction;
  formKey: string;
  /** What is answered. After a refusal the action may offer what it is about by now. */
  fields: Readonly<Record<string, string>>;
  answer: "NONE" | "ACCEPTED" | "DECLINED";
  /** Asked to come only when needed. */
  onCall: boolean;
  /** For a page that is about nothing else. */
  large?: boolean;
};

/** Says whether one comes: two buttons at first, later only the one that changes the answer. */
export function AnswerForm({ action, formKey, fields, answer, onCall, large }: AnswerFormProps) {
  const [state, submit] = useFormAction(action, freshForm());
  const { accept, acceptAfterAll } = onCall ? meetingPageTexts.onCall : meetingPageTexts;
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries(fields).map(([name, value]) => (
        <HiddenField key={name} name={name} value={state.offers?.[name]?.[0]?.value ?? value} />
      ))}
      <div className={large ? "grid gap-3 @sm:grid-cols-2 [&_button]:min-h-16 [&_button]:text-lg" : "flex flex-wrap items-center gap-3"}>
        {answer !== "ACCEPTED" && (
          <SubmitButton name="answer" value="ACCEPTED" variant={answer === "NONE" ? "primary" : "secondary"}>
            {answer === "NONE" ? accept : acceptAfterAll}
          </SubmitButton>
        )}
        {answer !== "DECLINED" && (
          <SubmitButton name="answer" value="DECLINED" variant="secondary">
            {answer === "NONE" ? meetingPageTexts.decline : meetingPageTexts.declineAfterAll}
          </SubmitButton>
        )}
      </div>
    </Form>
  );
}
