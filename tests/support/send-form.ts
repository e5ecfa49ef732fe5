import { type FormAction, type FormState, freshForm } from "#lib/forms/form-state";

/** Sends a form to its action: where it leads to, or what it shows again. */
export async function sendForm(action: FormAction, fields: Record<string, string>): Promise<string | FormState> {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  try {
    return await action(freshForm(), form);
  } catch (error) {
    const digest = (error as { digest?: string }).digest ?? "";
    if (!digest.startsWith("NEXT_REDIRECT")) throw error;
    return digest.split(";")[2] ?? "";
  }
}
