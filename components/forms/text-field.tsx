import type { ReactNode } from "react";
import { boxClass, Field, fieldLinks, type FieldProps, type FieldWidth } from "#components/forms/field-parts";
import { typedValue } from "#lib/forms/form-state";

type TextFieldProps = FieldProps & {
  type?: "text" | "search" | "url" | "tel" | "email";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "tel" | "email" | "url" | "search";
  maxLength?: number;
  width?: FieldWidth;
  /** Off for codes and names, where a red squiggle only distracts. */
  spellCheck?: boolean;
  /** What belongs below the box. */
  children?: ReactNode;
};

/** One line of text. */
export function TextField({ type = "text", width = "full", autoComplete, inputMode, maxLength, spellCheck, children, ...field }: TextFieldProps) {
  const links = fieldLinks(field.name, field.hint, field.state.errors[field.name]);
  return (
    <Field {...field}>
      <input
        id={links.id}
        name={field.name}
        type={type}
        defaultValue={typedValue(field.state, field.name)}
        autoComplete={autoComplete ?? "off"}
        inputMode={inputMode}
        maxLength={maxLength}
        spellCheck={spellCheck}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
        className={boxClass(width, links.invalid)}
      />
      {children}
    </Field>
  );
}
