"use client";

import { useActionState } from "react";
import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { freshForm, type FormAction } from "#lib/forms/form-state";
import { meetingPageTexts } from "#lib/texts/meetings";

type AnswerFormProps = { action: FormAction; formKey: string; meetingId: string; answer: "NONE" | "ACCEPTED" | "DECLINED" };

/** Says whether one comes: two buttons at first, later only the one that changes the answer. */
export function AnswerForm({ action, formKey, meetingId, answer }: AnswerFormProps) {
  const [state, submit] = useActionState(action, freshForm());
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="meetingId" value={meetingId} />
      <div className="flex flex-wrap items-center gap-3">
        {answer !== "ACCEPTED" && (
          <SubmitButton name="answer" value="ACCEPTED" variant={answer === "NONE" ? "primary" : "secondary"}>
            {answer === "NONE" ? meetingPageTexts.accept : meetingPageTexts.acceptAfterAll}
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
