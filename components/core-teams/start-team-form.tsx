"use client";

import type { Route } from "next";
import { CheckBoxes } from "#components/forms/check-boxes";
import { DateField } from "#components/forms/date-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { Disclosure } from "#components/ui/details";
import { type FormAction, type FormState, typedValues } from "#lib/forms/form-state";
import { startTeamTexts as texts } from "#lib/texts/core-teams";

type StartTeamFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  schoolId: string;
  /** Schools that may share the team, of one municipality. */
  neighbours: readonly { id: string; label: string }[];
  municipality: string;
};

/** Starts a core team for a school, and for others that share it. */
export function StartTeamForm({ action, formKey, initial, schoolId, neighbours, municipality }: StartTeamFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isShared = typedValues(state, "moreSchoolIds").length > 0 || state.errors.moreSchoolIds !== undefined;
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="schoolId" value={schoolId} />
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={120} />
      <DateField state={state} name="startedOn" label={texts.startedOn} />
      {neighbours.length > 0 && (
        <Disclosure summary={texts.moreSchools} open={isShared}>
          <CheckBoxes
            state={state}
            name="moreSchoolIds"
            label={texts.moreSchoolsLabel}
            hint={texts.moreSchoolsHint(municipality)}
            optional
            options={neighbours.map(({ id, label }) => ({ value: id, label }))}
          />
        </Disclosure>
      )}
      <FormButtons back={{ href: "/schools" as Route, label: texts.toSchools }}>
        <SubmitButton pendingLabel={texts.submitting}>{texts.submit}</SubmitButton>
      </FormButtons>
    </Form>
  );
}
