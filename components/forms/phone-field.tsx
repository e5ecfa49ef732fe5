import type { FieldProps } from "#components/forms/field-parts";
import { TextField } from "#components/forms/text-field";

/** A telephone number; `own` when it is the reader's own, so that the browser may offer it. */
export function PhoneField({ own, ...field }: FieldProps & { own?: boolean }) {
  return <TextField {...field} type="tel" inputMode="tel" autoComplete={own ? "tel" : "off"} maxLength={30} width="short" />;
}
