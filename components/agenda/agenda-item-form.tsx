"use client";

import type { Route } from "next";
import { type ItemLengths, ItemTexts, MinutesField, QuestionsField } from "#components/agenda/item-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { agendaFormTexts as texts, agendaTexts } from "#lib/texts/agenda";

type AgendaItemFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  lengths: ItemLengths;
  backHref: Route;
  /** A new item is for a meeting; one that exists is changed from a version, and is somebody's or of the standaardagenda. */
  about: { meetingId: string } | { itemId: string; version: number; isStanding: boolean };
};

/** Puts something on the agenda of a meeting, or changes it. */
export function AgendaItemForm({ action, formKey, initial, names, lengths, backHref, about }: AgendaItemFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isNew = "meetingId" in about;
  const isStanding = !isNew && about.isStanding;
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      {isNew ? (
        <HiddenField name="meetingId" value={about.meetingId} />
      ) : (
        <>
          <HiddenField name="itemId" value={about.itemId} />
          <VersionField state={state} version={about.version} />
        </>
      )}
      <ItemTexts
        state={state}
        lengths={lengths}
        words={isStanding ? { title: texts.titleOfStanding, explanationHint: texts.explanationHint } : { title: texts.title, titleHint: texts.titleHint, explanationHint: texts.explanationHint }}
      />
      {isStanding ? (
        <QuestionsField state={state} />
      ) : (
        <RadioGroup state={state} name="origin" label={texts.origin} options={Object.entries(texts.origins).map(([value, origin]) => ({ value, ...origin }))} />
      )}
      <MinutesField state={state} hint={texts.minutesHint} />
      <FormButtons back={{ href: backHref, label: agendaTexts.back }}>
        <SubmitButton pendingLabel={texts.saving} name="next" value="agenda">
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
