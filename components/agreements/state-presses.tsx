import { OneButtonForm } from "#components/forms/one-button-form";
import type { AgreementState } from "#lib/agreements/rules";
import type { AgreementPlace, PressedState } from "#lib/agreements/schema";
import type { FormAction } from "#lib/forms/form-state";
import { agreementTexts as texts } from "#lib/texts/agreements";

type StatePressesProps = {
  agreement: { id: string; text: string; state: AgreementState; formKey: string };
  /** The page it stands on: it opens again afterwards. */
  back: AgreementPlace;
  /** The meeting at which earlier agreements are gone through, when that is the page. */
  at?: string;
  setState: FormAction;
};

/** What can be said of an agreement in one press, from where it stands; the same presses take it back. */
export function StatePresses({ agreement: { id, text, state, formKey }, back, at = "", setState }: StatePressesProps) {
  return PRESSES[state].map(({ to, label, isFirst }) => (
    // Both buttons have the key of this showing: pressed quickly one after the other, the first one counts.
    <OneButtonForm
      key={to}
      action={setState}
      formKey={formKey}
      fields={{ agreementId: id, state: to, back, at }}
      label={label}
      longLabel={texts.about(text)}
      variant={isFirst ? "secondary" : "quiet"}
    />
  ));
}

const done = { to: "DONE", label: texts.finish, isFirst: true } as const;

const PRESSES: Record<AgreementState, readonly { to: PressedState; label: string; isFirst: boolean }[]> = {
  OPEN: [{ to: "UNDER_WAY", label: texts.begin, isFirst: false }, done],
  UNDER_WAY: [{ to: "OPEN", label: texts.notBegun, isFirst: false }, done],
  DONE: [{ to: "OPEN", label: texts.reopen, isFirst: false }],
  DROPPED: [{ to: "OPEN", label: texts.needed, isFirst: false }],
};
