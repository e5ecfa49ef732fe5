"use client";

import type { Route } from "next";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import { InternalLink } from "#components/ui/link";
import type { FormAction, FormState } from "#lib/forms/form-state";
import type { CircleElement } from "#lib/opportunity-circle/rules";
import { circleNameTexts as texts, circleTexts } from "#lib/texts/opportunity-circle";

type NameElementFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  about: { consortiumId: string; element: CircleElement };
  version: number;
  longest: { name: number; meaning: number };
  backHref: Route;
};

/** What a samenwerkingsverband calls one element of the kansencirkel. */
export function NameElementForm({ action, formKey, initial, about, version, longest, backHref }: NameElementFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const usual = circleTexts.elements[about.element];
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="consortiumId" value={about.consortiumId} />
      <HiddenField name="element" value={about.element} />
      <VersionField state={state} version={version} />
      <TextField state={state} name="name" label={texts.columns.name} hint={texts.usually(usual.name)} maxLength={longest.name} width="half" />
      <TextArea state={state} name="meaning" label={texts.columns.meaning} hint={texts.usually(usual.meaning)} size="small" maxLength={longest.meaning} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.saving}>{texts.save}</SubmitButton>
        <InternalLink href={backHref} className="inline-flex min-h-11 items-center">
          {texts.back}
        </InternalLink>
      </FormButtons>
    </Form>
  );
}
