"use client";

import type { Route } from "next";
import { type ItemLengths, ItemTexts, MinutesField, QuestionsField } from "#components/agenda/item-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

/** A standaardagenda is of no team: whoever is named in it is a finding. */
const NOBODY = {};

type TemplateItemFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  lengths: ItemLengths;
  /** A new item is for a standaardagenda; one that exists is changed from a version. */
  about: { templateId: string } | { itemId: string; version: number };
  backHref: Route;
};

/** An item of a standaardagenda. */
export function TemplateItemForm({ action, formKey, initial, lengths, about, backHref }: TemplateItemFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isNew = "templateId" in about;
  return (
    <Form action={submit} state={state} formKey={formKey} names={NOBODY}>
      {isNew ? (
        <HiddenField name="templateId" value={about.templateId} />
      ) : (
        <>
          <HiddenField name="itemId" value={about.itemId} />
          <VersionField state={state} version={about.version} />
        </>
      )}
      <ItemTexts state={state} lengths={lengths} words={{ title: texts.fields.title, explanationHint: texts.fields.explanationHint }} />
      <QuestionsField state={state} />
      <MinutesField state={state} />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{isNew ? texts.saveNew : texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
