"use client";

import type { Route } from "next";
import { useActionState } from "react";
import { type Longest, StoryFields, type StoryNow } from "#components/case-discussions/story-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import type { Choice } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { Notice } from "#components/layout/notice";
import { InternalLink } from "#components/ui/link";
import { type FormAction, type FormState, typedValue } from "#lib/forms/form-state";
import { caseFormTexts as texts } from "#lib/texts/case-discussions";

type EditCaseFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  discussionId: string;
  /** The casus as the page has just read it. */
  version: number;
  now: StoryNow;
  stages: readonly Choice[];
  longest: Longest;
  back: Route;
};

/**
 * Changes the text of a casus. When somebody else was first, what stands there now is shown beside what was typed, and
 * the next sending starts from that: nothing gets lost, and nothing is overwritten unseen.
 */
export function EditCaseForm({ action, formKey, initial, discussionId, version, now, stages, longest, back }: EditCaseFormProps) {
  const [state, submit] = useActionState(action, initial);
  const isOvertaken = typedValue(state, "version") !== String(version);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="discussionId" value={discussionId} />
      <HiddenField name="version" value={version} />
      {isOvertaken && state.message !== texts.changedMeanwhile && <Notice tone="attention">{texts.changedMeanwhile}</Notice>}
      <StoryFields state={state} stages={stages} longest={longest} now={isOvertaken ? now : null} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.saving}>{texts.saveChange}</SubmitButton>
        <InternalLink href={back} className="inline-flex min-h-11 items-center" plain>
          {texts.backToCase}
        </InternalLink>
      </FormButtons>
    </Form>
  );
}
