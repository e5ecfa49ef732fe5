/** A value that travels with the form and is not for reading, such as the version an edit started from. */
export function HiddenField({ name, value }: { name: string; value: string | number }) {
  return <input type="hidden" name={name} value={value} />;
}
