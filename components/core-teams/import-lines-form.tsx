"use client";

import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { useFormAction } from "#components/forms/use-form-action";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { memberImportTexts as texts } from "#lib/texts/member-import";

type ImportLinesFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  consortia: readonly { id: string; name: string }[];
  consortiumId: string;
  /** What was pasted before. It stands outside the state, because a state travels along with every sending. */
  lines: string;
  /** Whether the list was checked before, and whether it is this form's turn now. */
  again: boolean;
  isNext: boolean;
};

/** Takes a pasted list of members. */
export function ImportLinesForm({ action, formKey, initial, consortia, consortiumId, lines, again, isNext }: ImportLinesFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const shown = { ...state, values: { lines, consortiumId, ...state.values } };
  return (
    <Form action={submit} state={shown} formKey={formKey}>
      {consortia.length > 1 ? (
        <RadioGroup state={shown} name="consortiumId" label={texts.consortium} options={consortia.map(({ id, name }) => ({ value: id, label: name }))} />
      ) : (
        <HiddenField name="consortiumId" value={consortiumId} />
      )}
      <TextArea state={shown} name="lines" label={texts.lines} hint={texts.linesHint} size="large" spellCheck={false} />
      <FormButtons>
        <SubmitButton pendingLabel={texts.checking} variant={isNext ? "primary" : "secondary"}>
          {again ? texts.checkAgain : texts.check}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}
