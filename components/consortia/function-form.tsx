"use client";

import type { Route } from "next";
import { CheckBox } from "#components/forms/check-boxes";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { type Choice, RadioGroup } from "#components/forms/radio-group";
import { SelectField } from "#components/forms/select-field";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { attendances, sectors, type Sector } from "#lib/consortia/kinds";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { functionTexts as texts } from "#lib/texts/consortia";

type FunctionFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  /** A new one is of a samenwerkingsverband and has to say for whom it is; for one that exists that is settled. */
  about: { consortiumId: string } | { functionId: string; coordinates: boolean };
  /** The other functions, of which one may be enough as well. */
  places: readonly Choice[];
  backHref: Route;
};

/** A function of core teams. */
export function FunctionForm({ action, formKey, initial, about, places, backHref }: FunctionFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isNew = "consortiumId" in about;
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {isNew ? <HiddenField name="consortiumId" value={about.consortiumId} /> : <HiddenField name="functionId" value={about.functionId} />}
      <TextField state={state} name="name" label={texts.name} hint={texts.nameHint} maxLength={60} spellCheck={false} />
      {isNew && <RadioGroup state={state} name="sector" label={texts.sector} options={sectors.map((sector: Sector) => ({ value: sector, label: texts.sectors[sector] }))} />}
      {isNew ? (
        <RadioGroup state={state} name="heldBy" label={texts.heldBy} options={(["PARTNER", "SCHOOL"] as const).map((who) => ({ value: who, label: texts.heldByChoices[who], hint: texts.heldByHints[who] }))} />
      ) : (
        <p className="text-ink-soft">{texts.heldByFixed[about.coordinates ? "SCHOOL" : "PARTNER"]}</p>
      )}
      <CheckBox state={state} name="expected" label={texts.expected} hint={texts.expectedHint} />
      <RadioGroup
        state={state}
        name="attendance"
        label={texts.attendance}
        options={attendances.map((attendance) => ({ value: attendance, label: texts.attendanceChoices[attendance], hint: texts.attendanceHints[attendance] }))}
      />
      <EnoughField state={state} places={places} />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{isNew ? texts.saveNew : texts.save}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

/** Whether another function is enough as well: radios for the few of one sector, a list for those of several. */
function EnoughField({ state, places }: { state: FormState; places: readonly Choice[] }) {
  if (places.length === 0) return null;
  const field = { state, name: "enoughWith", label: texts.enough, hint: texts.enoughHint };
  if (places.length > MOST_RADIOS) return <SelectField {...field} emptyLabel={texts.enoughAlone} options={places} width="full" />;
  return <RadioGroup {...field} options={[{ value: "", label: texts.enoughAlone }, ...places]} />;
}

const MOST_RADIOS = 6;
