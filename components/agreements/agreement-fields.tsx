import { DateField } from "#components/forms/date-field";
import { SelectField } from "#components/forms/select-field";
import { TextArea } from "#components/forms/text-area";
import type { FormState } from "#lib/forms/form-state";
import { agreementFormTexts as texts } from "#lib/texts/agreements";

/** Somebody to choose from: as a person, and as what in the team. */
export type OwnerChoice = { personId: string; name: string; functionName: string };

type AgreementFieldsProps = {
  state: FormState;
  /** The names of the fields. */
  names: { text: string; owner: string; due: string };
  /** Who can take it on; left out where that does not change. */
  owners?: readonly OwnerChoice[];
  /** Shown where the agreement stands by itself. */
  textHint?: string;
  /** Shown where an owner and a day are proposed. */
  ownerHint?: string;
  dueHint?: string;
  maxLength: number;
};

/** Who does what, and when it is done. */
export function AgreementFields({ state, names, owners, textHint, ownerHint, dueHint, maxLength }: AgreementFieldsProps) {
  return (
    <div className="space-y-6">
      <TextArea state={state} name={names.text} label={texts.text} hint={textHint} size="small" maxLength={maxLength} spellCheck={false} checkedAs="WORK" />
      {owners && (
        <SelectField
          state={state}
          name={names.owner}
          label={texts.owner}
          hint={ownerHint}
          options={owners.map(({ personId, name, functionName }) => ({ value: personId, label: `${name} (${functionName})` }))}
        />
      )}
      <DateField state={state} name={names.due} label={texts.dueOn} hint={dueHint} />
    </div>
  );
}
