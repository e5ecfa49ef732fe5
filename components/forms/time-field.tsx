import type { FieldProps } from "#components/forms/field-parts";
import { TextField } from "#components/forms/text-field";
import { formTexts } from "#lib/texts/forms";

/** A time of day as people write it: "14.15". */
export function TimeField({ hint = formTexts.timeHint, ...field }: FieldProps) {
  return <TextField {...field} hint={hint} inputMode="text" maxLength={8} width="year" />;
}
