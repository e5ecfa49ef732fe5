import { boxClass, fieldId, FieldSet, type FieldProps } from "#components/forms/field-parts";
import { DatePickerHelp } from "#components/forms/date-picker-help";
import { typedDateParts } from "#lib/forms/date-parts";
import { formTexts } from "#lib/texts/forms";

/**
 * A day in three boxes, `${name}Day`, `${name}Month` and `${name}Year`, because that is how everybody knows a date and no
 * picker is needed. The form may start from a value under `name` itself, written as YYYY-MM-DD.
 */
export function DateField({ hint = formTexts.dateHint(formTexts.dateExample), ...field }: FieldProps) {
  const id = fieldId(field.name);
  const parts = typedDateParts(field.state, field.name);
  const invalid = field.state.errors[field.name] === undefined ? undefined : true;
  const box = (partId: string, name: string, label: string, value: string, wide?: boolean) => (
    <div>
      <label htmlFor={partId} className="block text-sm">
        {label}
      </label>
      <input
        id={partId}
        name={name}
        type="text"
        inputMode="numeric"
        autoComplete="off"
        maxLength={wide ? 4 : 2}
        defaultValue={value}
        aria-invalid={invalid}
        className={`mt-1 ${boxClass(wide ? "year" : "tiny", invalid)}`}
      />
    </div>
  );
  return (
    <FieldSet {...field} hint={hint}>
      <div className="flex flex-wrap items-end gap-x-2 gap-y-2 sm:gap-x-3">
        {box(id, `${field.name}Day`, formTexts.day, parts.day)}
        {box(`${id}-month`, `${field.name}Month`, formTexts.month, parts.month)}
        {box(`${id}-year`, `${field.name}Year`, formTexts.year, parts.year, true)}
        <DatePickerHelp dayId={id} monthId={`${id}-month`} yearId={`${id}-year`} about={field.label} />
      </div>
    </FieldSet>
  );
}
