import { boxClass, Field, fieldLinks, type FieldProps } from "#components/forms/field-parts";
import { CheckedBox } from "#components/forms/findings";
import type { CheckedAs } from "#lib/anonymity/findings";
import { typedValue } from "#lib/forms/form-state";

type TextAreaProps = FieldProps & {
  /** How much text is expected; the box grows with what is typed. */
  size?: "line" | "small" | "normal" | "large";
  maxLength?: number;
  /** Off where a browser's spelling service should not read along. */
  spellCheck?: boolean;
  /** What the text is for, where it is checked for words that may identify a child. */
  checkedAs?: CheckedAs;
  /** A box of the same form with a name that may be used in it. */
  alsoNamed?: string;
};

/** Several lines of text. In one that is checked, words that may identify somebody are shown below it, with what to write instead. */
export function TextArea({ size = "normal", maxLength, spellCheck, checkedAs, alsoNamed, ...field }: TextAreaProps) {
  const links = fieldLinks(field.name, field.hint, field.state.errors[field.name]);
  const box = (
    <textarea
      id={links.id}
      name={field.name}
      rows={ROWS[size].rows}
      maxLength={maxLength}
      defaultValue={typedValue(field.state, field.name)}
      autoComplete="off"
      spellCheck={spellCheck}
      aria-describedby={links.describedBy}
      aria-invalid={links.invalid}
      className={`${boxClass("full", links.invalid)} ${ROWS[size].className} field-sizing-content resize-y`}
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

const ROWS = {
  line: { rows: 1, className: "min-h-12" },
  small: { rows: 2, className: "min-h-19" },
  normal: { rows: 4, className: "min-h-32" },
  large: { rows: 8, className: "min-h-59" },
} as const;
