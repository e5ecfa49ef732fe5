import type { ReactNode } from "react";
import { ErrorIcon } from "#components/ui/icons";
import type { FormState } from "#lib/forms/form-state";
import { formTexts } from "#lib/texts/forms";

/** What every field takes. `name` is the field's name in the schema, and its key in `state.errors`. */
export type FieldProps = {
  state: FormState;
  name: string;
  label: string;
  hint?: ReactNode;
  optional?: boolean;
};

/** How wide a box is: about as wide as what belongs in it. */
export type FieldWidth = "full" | "half" | "short" | "year" | "tiny";

/** The id of the first control of a field; the error summary links to it. */
export function fieldId(name: string): string {
  return `field-${name}`;
}

/** The ids and states that tie a control to its hint and its error. */
export function fieldLinks(name: string, hint: ReactNode, error: string | undefined) {
  const id = fieldId(name);
  const described = [hint ? `${id}-hint` : null, error ? `${id}-error` : null].filter((part) => part !== null);
  return {
    id,
    describedBy: described.length > 0 ? described.join(" ") : undefined,
    invalid: error === undefined ? undefined : (true as const),
  };
}

/** The words of a label, with "(niet verplicht)" where nothing has to be filled in. */
export function LabelText({ label, optional }: { label: string; optional?: boolean }) {
  return (
    <>
      {label}
      {optional && <span className="font-normal text-ink-soft"> {formTexts.optional}</span>}
    </>
  );
}

/** The label above a single control. */
export function FieldLabel({ id, label, optional }: { id: string; label: string; optional?: boolean }) {
  return (
    <label htmlFor={id} className="block font-semibold">
      <LabelText label={label} optional={optional} />
    </label>
  );
}

/** What helps to fill the field in, between the label and the control. */
export function FieldHint({ id, children }: { id: string; children: ReactNode }) {
  if (!children) return null;
  return (
    <div id={`${id}-hint`} className="max-w-prose text-sm text-ink-soft">
      {children}
    </div>
  );
}

/** The sentence of the error summary, repeated at the field. */
export function FieldError({ id, error }: { id: string; error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p id={`${id}-error`} className="mt-1 flex items-start gap-2 font-semibold text-error">
      <ErrorIcon className="mt-[0.125em]" />
      <span>{error}</span>
    </p>
  );
}

/** The frame of a single control: label, hint, error, control, in that order. */
export function Field({ children, ...props }: FieldProps & { children: ReactNode }) {
  const id = fieldId(props.name);
  return (
    <div>
      <FieldLabel id={id} label={props.label} optional={props.optional} />
      <FieldHint id={id}>{props.hint}</FieldHint>
      <FieldError id={id} error={props.state.errors[props.name]} />
      <div className="mt-2">{children}</div>
    </div>
  );
}

/** The frame of several controls that answer one question. */
export function FieldSet({ children, radios, ...props }: FieldProps & { children: ReactNode; radios?: boolean }) {
  const error = props.state.errors[props.name];
  const links = fieldLinks(props.name, props.hint, error);
  return (
    <fieldset
      role={radios ? "radiogroup" : undefined}
      aria-invalid={radios ? links.invalid : undefined}
      aria-describedby={links.describedBy}
      className="min-w-0"
    >
      <legend className="font-semibold">
        <LabelText label={props.label} optional={props.optional} />
      </legend>
      <FieldHint id={links.id}>{props.hint}</FieldHint>
      <FieldError id={links.id} error={error} />
      <div className="mt-2">{children}</div>
    </fieldset>
  );
}

/** The look of a box to type in. */
export function boxClass(width: FieldWidth, invalid: boolean | undefined): string {
  return `${BOX} ${WIDTHS[width]} ${invalid ? "border-error border-[2.5px]" : "border-edge border-[1.5px]"}`;
}

const BOX =
  "block min-h-12 max-w-full rounded-md bg-sheet px-3 py-2 text-base text-ink hover:border-ink tabular-nums";

const WIDTHS: Record<FieldWidth, string> = {
  full: "w-full",
  half: "w-96",
  short: "w-52",
  year: "w-22",
  tiny: "w-16",
};
