import type { ReactNode } from "react";
import { fieldId, FieldSet, type FieldProps } from "#components/forms/field-parts";
import { typedValue } from "#lib/forms/form-state";

/** One answer to choose from. */
export type Choice = { value: string; label: string; hint?: ReactNode };

type RadioGroupProps = FieldProps & {
  options: readonly Choice[];
  /** Side by side, for two or three short answers. */
  inline?: boolean;
};

/** One answer out of a few; up to about six it reads better than a list that has to be opened. */
export function RadioGroup({ options, inline, ...field }: RadioGroupProps) {
  const chosen = typedValue(field.state, field.name);
  return (
    <FieldSet {...field} radios>
      <div className={inline ? "flex flex-wrap gap-x-8" : "space-y-0.5"}>
        {options.map((option, index) => (
          <ChoiceLine
            key={option.value}
            type="radio"
            id={index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index}`}
            name={field.name}
            option={option}
            checked={option.value === chosen}
          />
        ))}
      </div>
    </FieldSet>
  );
}

type ChoiceLineProps = {
  type: "radio" | "checkbox";
  id: string;
  name: string;
  option: Choice;
  checked: boolean;
  invalid?: true;
};

/** A radio button or check box with its words, together at least a thumb high. */
export function ChoiceLine({ type, id, name, option, checked, invalid }: ChoiceLineProps) {
  return (
    <div className="flex items-start gap-3 py-1.5">
      <input
        id={id}
        type={type}
        name={name}
        value={option.value}
        defaultChecked={checked}
        aria-invalid={invalid}
        aria-describedby={option.hint ? `${id}-hint` : undefined}
        className="choice"
      />
      <div className="min-w-0">
        <label htmlFor={id} className="-my-1.5 block cursor-pointer py-[calc(0.375rem+0.15625rem)]">
          {option.label}
        </label>
        {option.hint && (
          <div id={`${id}-hint`} className="text-sm text-ink-soft">
            {option.hint}
          </div>
        )}
      </div>
    </div>
  );
}
