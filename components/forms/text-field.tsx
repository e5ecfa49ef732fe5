import { boxClass, Field, fieldLinks, type FieldProps, type FieldWidth } from "#components/forms/field-parts";
import { CheckedBox } from "#components/forms/findings";
import type { CheckedAs } from "#lib/anonymity/findings";
import { typedValue } from "#lib/forms/form-state";

type TextFieldProps = FieldProps & {
  type?: "text" | "search" | "url" | "tel" | "email";
  autoComplete?: string;
  inputMode?: "text" | "numeric" | "tel" | "email" | "url" | "search";
  maxLength?: number;
  width?: FieldWidth;
  /** Off for codes and names, where a red squiggle only distracts. */
  spellCheck?: boolean;
  /** What the text is for, where it is checked for words that may identify a child. */
  checkedAs?: CheckedAs;
  /** A box of the same form with a name that may be used in it. */
  alsoNamed?: string;
};

/** One line of text. In one that is checked, words that may identify somebody are shown below it, with what to write instead. */
export function TextField({ type = "text", width = "full", autoComplete, inputMode, maxLength, spellCheck, checkedAs, alsoNamed, ...field }: TextFieldProps) {
  const links = fieldLinks(field.name, field.hint, field.state.errors[field.name]);
  const box = (
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
  );
  return (
    <Field {...field}>
      {checkedAs ? (
        <CheckedBox state={field.state} name={field.name} checkedAs={checkedAs} alsoNamed={alsoNamed}>
          {box}
        </CheckedBox>
      ) : (
        box
      )}
    </Field>
  );
}
