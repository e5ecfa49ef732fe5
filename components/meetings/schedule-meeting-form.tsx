"use client";

import type { Route } from "next";
import { useEffect, useRef, useState } from "react";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { InviteeFields, type InviteeChoice } from "#components/meetings/invitee-fields";
import { Confirmations, KindFields, MomentFields, OtherMoments, PlaceFields } from "#components/meetings/moment-fields";
import { InternalLink } from "#components/ui/link";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormAction, FormState } from "#lib/forms/form-state";
import { momentTexts, scheduleTexts } from "#lib/texts/meetings";
import type { ReactNode } from "react";

type ScheduleMeetingFormProps = {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  coreTeamId: string;
  choices: readonly InviteeChoice[];
  /** The same page with only IB, CJG and SWV ticked, for who has no script. */
  smallTeamHref: Route;
  /** The coming school holidays. */
  holidays: ReactNode;
};

/** Plans a bijeenkomst, on one page. Without script all works; with it the button counts the invitations. */
export function ScheduleMeetingForm({ action, formKey, initial, names, coreTeamId, choices, smallTeamHref, holidays }: ScheduleMeetingFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const body = useRef<HTMLDivElement>(null);
  const count = useInvited(body, choices);
  const smallTeam = (
    <noscript>
      <InternalLink href={smallTeamHref}>{scheduleTexts.smallTeamLink}</InternalLink>
    </noscript>
  );
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      <HiddenField name="coreTeamId" value={coreTeamId} />
      <div ref={body} className="space-y-8">
        <KindFields state={state} hint={smallTeam} />
        <MomentFields state={state} help={holidays} />
        <PlaceFields state={state} />
        <InviteeFields state={state} choices={choices} />
      </div>
      <Confirmations state={state} />
      <FormButtons>
        <SubmitButton pendingLabel={scheduleTexts.submitting}>{count === null ? scheduleTexts.submit : scheduleTexts.submitCount(count)}</SubmitButton>
      </FormButtons>
      {/* Below the main button, because Enter in a box presses the first button of a form. */}
      <OtherMoments state={state} hint={momentTexts.alternativesHint} />
    </Form>
  );
}

/**
 * How many invitations will leave: who is ticked and a member on the day that is typed. Null until script runs.
 * It also ticks IB, CJG and SWV when the small meeting is chosen, as long as nobody has ticked by hand.
 */
function useInvited(body: React.RefObject<HTMLDivElement | null>, choices: readonly InviteeChoice[]): number | null {
  const [count, setCount] = useState<number | null>(null);
  const byHand = useRef(false);
  useEffect(() => {
    const root = body.current;
    if (root === null) return;
    const recount = () => setCount(countInvited(root, choices));
    const follow = (event: Event) => {
      const { name, value } = event.target as HTMLInputElement;
      if (name === "invitees") byHand.current = true;
      if (name === "kind" && !byHand.current) tickFor(root, choices, value === "SMALL_TEAM");
      recount();
    };
    recount();
    root.addEventListener("change", follow);
    root.addEventListener("input", recount);
    return () => {
      root.removeEventListener("change", follow);
      root.removeEventListener("input", recount);
    };
  });
  return count;
}

function countInvited(root: HTMLElement, choices: readonly InviteeChoice[]): number {
  const value = (name: string) => root.querySelector<HTMLInputElement>(`input[name="${name}"]`)?.value.trim() ?? "";
  const day = `${value("dateYear").padStart(4, "0")}-${value("dateMonth").padStart(2, "0")}-${value("dateDay").padStart(2, "0")}`;
  const known = /^\d{4}-\d{2}-\d{2}$/.test(day) && day > "1900";
  const isMember = ({ spells }: InviteeChoice) => !known || spells.some(({ firstDay, lastDay }) => firstDay <= day && (lastDay === null || lastDay >= day));
  return choices.filter((choice) => tickOf(root, choice)?.checked && isMember(choice)).length;
}

function tickFor(root: HTMLElement, choices: readonly InviteeChoice[], onlySmall: boolean): void {
  for (const choice of choices) {
    const tick = tickOf(root, choice);
    if (tick) tick.checked = choice.small || !onlySmall;
  }
}

function tickOf(root: HTMLElement, { personId }: InviteeChoice): HTMLInputElement | null {
  return root.querySelector<HTMLInputElement>(`input[name="invitees"][value="${personId}"]`);
}
