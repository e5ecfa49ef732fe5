import { boxClass, Field, fieldLinks, type FieldProps, type FieldWidth } from "#components/forms/field-parts";
import { DownIcon } from "#components/ui/icons";
import { typedValue } from "#lib/forms/form-state";
import { formTexts } from "#lib/texts/forms";

type Option = { value: string; label: string };

type SelectFieldProps = FieldProps & {
  /** What there is to choose, with a heading where there are several sorts; a sort without any is left out. */
  options: readonly (Option | { label: string; options: readonly Option[] })[];
  /** The first line, which stands for no choice. */
  emptyLabel?: string;
  width?: FieldWidth;
};

/** One answer out of many. Up to six, `RadioGroup` reads better. */
export function SelectField({ options, emptyLabel = formTexts.choose, width = "half", ...field }: SelectFieldProps) {
  const links = fieldLinks(field.name, field.hint, field.state.errors[field.name]);
  const value = typedValue(field.state, field.name);
  return (
    <Field {...field}>
      <div className={`relative max-w-full ${width === "half" ? "w-96" : "w-full"}`}>
        {/* React puts a select back to its first line after an action; a new key draws it afresh with the choice. */}
        <select
          key={value}
          id={links.id}
          name={field.name}
          defaultValue={value}
          autoComplete="off"
          aria-describedby={links.describedBy}
          aria-invalid={links.invalid}
          className={`${boxClass("full", links.invalid)} cursor-pointer appearance-none pr-10`}
        >
          <option value="">{emptyLabel}</option>
          {options.map((option) => ("options" in option ? <Group key={option.label} {...option} /> : <Choice key={option.value} {...option} />))}
        </select>
        <DownIcon className="pointer-events-none absolute top-1/2 right-3 -translate-y-1/2" />
      </div>
    </Field>
  );
}

function Group({ label, options }: { label: string; options: readonly Option[] }) {
  if (options.length === 0) return null;
  return (
    <optgroup label={label}>
      {options.map((option) => (
        <Choice key={option.value} {...option} />
      ))}
    </optgroup>
  );
}

function Choice({ value, label }: Option) {
  return <option value={value}>{label}</option>;
}
