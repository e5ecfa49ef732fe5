"use client";

import type { Route } from "next";
import { CheckBoxes } from "#components/forms/check-boxes";
import { EmailField } from "#components/forms/email-field";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import type { Choice } from "#components/forms/radio-group";
import { SubmitButton } from "#components/forms/submit-button";
import { TextArea } from "#components/forms/text-area";
import { TextField } from "#components/forms/text-field";
import { useFormAction } from "#components/forms/use-form-action";
import { VersionField } from "#components/forms/version-field";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { guestFormTexts as texts } from "#lib/texts/guests";

type GuestFormProps = { action: FormAction; formKey: string; initial: FormState };
type ChoosingProps = GuestFormProps & { names: CheckedNames; items: readonly Choice[]; back: Route };

/** Invites somebody from outside the team to one meeting, for items of its agenda. */
export function InviteGuestForm({ action, formKey, initial, names, meetingId, items, back }: ChoosingProps & { meetingId: string }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="meetingId" value={meetingId} />
      <TextField state={state} name="organisation" label={texts.organisation} hint={texts.organisationHint} maxLength={100} width="half" spellCheck={false} checkedAs="PLAN" alsoNamed="name" />
      <TextField state={state} name="name" label={texts.name} maxLength={100} width="half" spellCheck={false} />
      <EmailField state={state} name="email" label={texts.email} hint={texts.emailHint} />
      <ChosenItems state={state} items={items} />
      <Buttons label={texts.submit} pendingLabel={texts.submitting} back={back} />
    </Form>
  );
}

/** Chooses other items for a guest, or asks something else. */
export function ChangeGuestForm({ action, formKey, initial, names, guestId, version, items, back }: ChoosingProps & { guestId: string; version: number }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="guestId" value={guestId} />
      <VersionField state={state} version={version} />
      <ChosenItems state={state} items={items} />
      <Buttons label={texts.save} pendingLabel={texts.saving} back={back} />
    </Form>
  );
}

/** Takes the invitation of a guest back, on the page that asks whether that is meant. */
export function WithdrawGuestForm({ action, formKey, initial, guestId }: GuestFormProps & { guestId: string }) {
  const [state, submit] = useFormAction(action, initial);
  return (
    <Form action={submit} state={state} formKey={formKey}>
      <HiddenField name="guestId" value={guestId} />
      <FormButtons>
        <SubmitButton variant="danger" pendingLabel={texts.withdrawing}>
          {texts.withdrawSubmit}
        </SubmitButton>
      </FormButtons>
    </Form>
  );
}

function ChosenItems({ state, items }: { state: FormState; items: readonly Choice[] }) {
  return (
    <>
      <CheckBoxes state={state} name="items" label={texts.items} hint={texts.itemsHint} options={items} />
      <TextArea state={state} name="request" label={texts.request} hint={texts.requestHint} size="small" maxLength={500} spellCheck={false} checkedAs="PLAN" alsoNamed="name" optional />
    </>
  );
}

function Buttons({ label, pendingLabel, back }: { label: string; pendingLabel: string; back: Route }) {
  return (
    <FormButtons back={{ href: back, label: texts.back }}>
      <SubmitButton pendingLabel={pendingLabel}>{label}</SubmitButton>
    </FormButtons>
  );
}
