import { FieldError, fieldId, fieldLinks, FieldSet, type FieldProps } from "#components/forms/field-parts";
import { ChoiceLine, type Choice } from "#components/forms/radio-group";
import { typedValue, typedValues } from "#lib/forms/form-state";

/** Any number of answers that share one name. */
export function CheckBoxes({ options, ...field }: FieldProps & { options: readonly Choice[] }) {
  const chosen = typedValues(field.state, field.name);
  const invalid = field.state.errors[field.name] === undefined ? undefined : true;
  return (
    <FieldSet {...field}>
      <div className="space-y-0.5">
        {options.map((option, index) => (
          <ChoiceLine
            key={option.value}
            type="checkbox"
            id={index === 0 ? fieldId(field.name) : `${fieldId(field.name)}-${index}`}
            name={field.name}
            option={option}
            checked={chosen.includes(option.value)}
            invalid={invalid}
          />
        ))}
      </div>
    </FieldSet>
  );
}

/** A single yes; sends `value` (by default "yes") when it is ticked, and nothing when it is not. */
export function CheckBox({ state, name, label, hint, value = "yes" }: Omit<FieldProps, "optional"> & { value?: string }) {
  const error = state.errors[name];
  const { id, invalid } = fieldLinks(name, undefined, error);
  return (
    <div>
      <FieldError id={id} error={error} />
      <ChoiceLine
        type="checkbox"
        id={id}
        name={name}
        option={{ value, label, hint }}
        checked={typedValue(state, name) === value}
        invalid={invalid}
      />
    </div>
  );
}
