"use client";

import { Form } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { useFormAction } from "#components/forms/use-form-action";
import { CheckIcon } from "#components/ui/icons";
import { type FormAction, freshForm } from "#lib/forms/form-state";
import { presentationTexts as texts } from "#lib/texts/presentation";

type PresenceToggleProps = {
  action: FormAction;
  formKey: string;
  fields: Readonly<Record<string, string>>;
  invitee: { name: string; functionName: string; present: boolean | null };
};

/** Somebody who was invited, as a button that is pressed in when this person is there. A form of its own, so that it works without script. */
export function PresenceToggle({ action, formKey, fields, invitee: { name, functionName, present } }: PresenceToggleProps) {
  const [state, submit] = useFormAction(action, freshForm());
  const isThere = present === true;
  return (
    <Form action={submit} state={state} formKey={formKey}>
      {Object.entries({ ...fields, present: isThere ? "no" : "yes" }).map(([field, value]) => (
        <HiddenField key={field} name={field} value={value} />
      ))}
      <button type="submit" aria-pressed={isThere} className={`${SHAPE} ${isThere ? "border-done-mark bg-done-wash" : "border-edge bg-sheet hover:border-ink"}`}>
        <span aria-hidden="true" className={`flex size-9 shrink-0 items-center justify-center rounded-full border-2 ${isThere ? "border-done-mark text-done" : "border-edge text-transparent"}`}>
          <CheckIcon />
        </span>
        <PersonWords name={name} functionName={functionName} />
      </button>
    </Form>
  );
}

/** The same for who only looks: whether somebody is there, in words, once the meeting has begun. */
export function PresenceLine({ invitee: { name, functionName, present }, shows }: Pick<PresenceToggleProps, "invitee"> & { shows: boolean }) {
  return (
    <div className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 border-b border-rule py-2">
      <PersonWords name={name} functionName={functionName} />
      <span className="text-base text-ink-soft">{!shows ? null : present === null ? texts.unknown : present ? texts.present : texts.absent}</span>
    </div>
  );
}

const SHAPE = "flex min-h-16 w-full cursor-pointer items-center gap-4 rounded-lg border-[1.5px] px-4 py-2 text-left text-ink forced-colors:border-[ButtonText]";

function PersonWords({ name, functionName }: { name: string; functionName: string }) {
  return (
    <span className="min-w-0">
      <span className="block font-semibold leading-tight wrap-anywhere">{name}</span>
      <span className="block text-base text-ink-soft wrap-anywhere">{functionName}</span>
    </span>
  );
}
