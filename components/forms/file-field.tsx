import { boxClass, Field, fieldLinks, type FieldProps } from "#components/forms/field-parts";

type FileFieldProps = FieldProps & {
  /** File name endings or media types, as the `accept` attribute takes them; the server checks again. */
  accept: string;
};

/** A file from the reader's own machine. The browser forgets the choice after an error, so say so in the sentence. */
export function FileField({ accept, ...field }: FileFieldProps) {
  const links = fieldLinks(field.name, field.hint, field.state.errors[field.name]);
  return (
    <Field {...field}>
      <input
        id={links.id}
        name={field.name}
        type="file"
        accept={accept}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
        className={`${boxClass("full", links.invalid)} cursor-pointer file:mr-4 file:cursor-pointer file:rounded-sm file:border-0 file:bg-sunken file:px-4 file:py-1.5 file:font-semibold file:text-ink`}
      />
    </Field>
  );
}
