import type { FieldProps } from "#components/forms/field-parts";
import { TextField } from "#components/forms/text-field";

/** An e-mail address; `own` when it is the reader's own, so that the browser may offer it. */
export function EmailField({ own, ...field }: FieldProps & { own?: boolean }) {
  return (
    <TextField {...field} type="email" inputMode="email" autoComplete={own ? "email" : "off"} maxLength={254} spellCheck={false} width="half" />
  );
}
