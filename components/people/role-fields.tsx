import { DateField } from "#components/forms/date-field";
import { RadioGroup } from "#components/forms/radio-group";
import { SelectField } from "#components/forms/select-field";
import type { FormState } from "#lib/forms/form-state";
import { grantableRoles } from "#lib/people/kinds";
import { peopleTexts as texts } from "#lib/texts/people";

type RoleFieldsProps = { state: FormState; organisations: readonly { id: string; name: string }[] };

/** Which role, employed by whom, and from when on. */
export function RoleFields({ state, organisations }: RoleFieldsProps) {
  return (
    <>
      <RadioGroup state={state} name="role" label={texts.roleQuestion} options={grantableRoles.map((role) => ({ value: role, label: texts.roleNames[role], hint: texts.roleMeanings[role] }))} />
      <SelectField
        state={state}
        name="organisationId"
        label={texts.employer}
        optional
        emptyLabel={texts.employerNone}
        options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
        width="full"
      />
      <DateField state={state} name="firstDay" label={texts.firstDay} />
    </>
  );
}
