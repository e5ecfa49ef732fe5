"use client";

import type { Route } from "next";
import { DateField } from "#components/forms/date-field";
import { fieldId, FieldSet } from "#components/forms/field-parts";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import { type FormAction, type FormState, typedValues } from "#lib/forms/form-state";
import { availabilityTexts as texts } from "#lib/texts/availability";

type WorkingDaysFormProps = { action: FormAction; formKey: string; initial: FormState; personId: string; version: number; isSelf: boolean; backHref: Route };

const DAYS = ["1", "2", "3", "4", "5"] as const;
const PARTS = [
  { part: "MORNING", label: texts.morning },
  { part: "AFTERNOON", label: texts.afternoon },
] as const;

/** The week as five lines of two ticks, and from when it holds. */
export function WorkingDaysForm({ action, formKey, initial, personId, version, isSelf, backHref }: WorkingDaysFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const chosen = typedValues(state, "dayparts");
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="personId" value={personId} />
      <VersionField state={state} version={version} />
      <FieldSet state={state} name="dayparts" label={isSelf ? texts.dayparts : texts.daypartsOf}>
        <ul className="max-w-md divide-y divide-rule border-y border-rule">
          {DAYS.map((day) => (
            <li key={day} className="grid grid-cols-[repeat(auto-fit,minmax(min(6.5rem,100%),1fr))] gap-x-2 py-1.5">
              <span className="py-1.5" aria-hidden="true">
                {texts.weekdays[day]}
              </span>
              {PARTS.map(({ part, label }, index) => (
                <Tick key={part} id={day === "1" && index === 0 ? fieldId("dayparts") : `${fieldId("dayparts")}-${day}-${part}`} value={`${day}:${part}`} day={texts.weekdays[day]} label={label} checked={chosen.includes(`${day}:${part}`)} />
              ))}
            </li>
          ))}
        </ul>
      </FieldSet>
      <DateField state={state} name="validFrom" label={texts.validFrom} hint={texts.validFromHint} />
      <FormButtons back={{ href: backHref, label: texts.back }}>
        <SubmitButton pendingLabel={texts.saving}>{texts.saveDays}</SubmitButton>
      </FormButtons>
    </Form>
  );
}

function Tick({ id, value, day, label, checked }: { id: string; value: string; day: string; label: string; checked: boolean }) {
  return (
    <span className="flex items-start gap-3 py-1.5">
      <input id={id} type="checkbox" name="dayparts" value={value} defaultChecked={checked} className="choice" />
      <label htmlFor={id} className="-my-1.5 block cursor-pointer py-[calc(0.375rem+0.15625rem)]">
        <span className="sr-only">{day} </span>
        {label}
      </label>
    </span>
  );
}
