import { DateField } from "#components/forms/date-field";
import { FieldError, fieldId } from "#components/forms/field-parts";
import { ChoiceLine, RadioGroup } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextField } from "#components/forms/text-field";
import { TimeField } from "#components/forms/time-field";
import { typedValue, typedValues, type FormState } from "#lib/forms/form-state";
import { meetingFormNames, plannedKindNames, momentTexts, scheduleTexts } from "#lib/texts/meetings";
import type { ReactNode } from "react";

type PartProps = { state: FormState };

/** What kind of meeting it is, and its theme. */
export function KindFields({ state, hint }: PartProps & { hint?: ReactNode }) {
  return (
    <>
      <RadioGroup state={state} name="kind" label={scheduleTexts.kind} hint={hint} options={Object.entries(plannedKindNames).map(([value, label]) => ({ value, label }))} />
      <TextField state={state} name="theme" label={scheduleTexts.theme} hint={scheduleTexts.themeHint} maxLength={150} checkedAs="PLAN" optional />
    </>
  );
}

/** When it is: the day, from when, and how long. */
export function MomentFields({ state, help }: PartProps & { help?: ReactNode }) {
  return (
    <div className="space-y-4">
      <DateField state={state} name="date" label={scheduleTexts.date} />
      <div className="flex flex-wrap items-start gap-x-8 gap-y-4">
        <TimeField state={state} name="start" label={scheduleTexts.start} />
        <TextField state={state} name="minutes" label={scheduleTexts.minutes} hint={scheduleTexts.minutesHint} inputMode="numeric" maxLength={3} width="tiny" />
      </div>
      {help}
    </div>
  );
}

/** Where it is. The box that does not go with the chosen form steps aside, also without script. */
export function PlaceFields({ state, hint }: PartProps & { hint?: ReactNode }) {
  return (
    <div className="group/where space-y-8">
      <RadioGroup state={state} name="form" label={scheduleTexts.form} options={Object.entries(meetingFormNames).map(([value, label]) => ({ value, label }))} inline />
      <div className="group-has-[input[value=DIGITAL]:checked]/where:hidden">
        <TextField state={state} name="place" label={scheduleTexts.place} hint={hint ?? scheduleTexts.placeHint} maxLength={200} checkedAs="WHERE" />
      </div>
      <div className="group-has-[input[value=LIVE]:checked]/where:hidden">
        <TextField state={state} name="link" label={scheduleTexts.link} hint={scheduleTexts.linkHint} type="url" inputMode="url" maxLength={500} spellCheck={false} optional />
      </div>
    </div>
  );
}

/** The ticks for what is unusual and may be meant so; nothing when there is nothing to confirm. */
export function Confirmations({ state }: PartProps) {
  const offers = state.offers?.confirmed ?? [];
  if (offers.length === 0) return null;
  const id = fieldId("confirmed");
  const ticked = typedValues(state, "confirmed");
  return (
    <fieldset className="min-w-0 rounded-lg border border-attention-mark bg-attention-wash p-5" aria-describedby={`${id}-error`}>
      <legend className="sr-only">{momentTexts.confirmTitle}</legend>
      <p aria-hidden="true" className="font-semibold">
        {momentTexts.confirmTitle}
      </p>
      <FieldError id={id} error={state.errors.confirmed} />
      <div className="mt-2">
        {offers.map((offer, index) => (
          <ChoiceLine
            key={offer.value}
            type="checkbox"
            id={index === 0 ? id : `${id}-${index}`}
            name="confirmed"
            option={offer}
            checked={ticked.includes(offer.value)}
          />
        ))}
      </div>
    </fieldset>
  );
}

/** Other moments with who comes, each a button that sends the form for that moment; nothing when there are none to offer. */
export function OtherMoments({ state, hint }: PartProps & { hint: string }) {
  const offers = state.offers?.moment ?? [];
  if (offers.length === 0) return null;
  return (
    <section aria-labelledby="other-moments" className="rounded-lg border border-attention-mark bg-attention-wash p-5">
      <h2 id="other-moments" className="text-lg">
        {momentTexts.alternatives}
      </h2>
      <p className="mt-1">{hint}</p>
      <ul className="mt-4 space-y-4">
        {offers.map((offer, index) => (
          <li key={offer.value} className="flex flex-col items-start gap-x-4 gap-y-1 @md:flex-row @md:items-center">
            <SubmitButton variant="secondary" name="instead" value={offer.value} describedBy={offer.hint && `other-moment-${index}`}>
              {offer.label}
            </SubmitButton>
            {offer.hint && (
              <p id={`other-moment-${index}`} className="min-w-0">
                {offer.hint}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The version that an edit form sends: the one it started from, or the one that the reader was just shown. */
export function versionOf(state: FormState, version: number): string {
  return state.offers?.version?.[0]?.value ?? (typedValue(state, "version") || String(version));
}
