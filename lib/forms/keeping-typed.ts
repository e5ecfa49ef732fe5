import { concealed, isSignal } from "#lib/access/transaction";
import type { Refusal } from "#lib/forms/form-action";
import type { FormState, TypedValues } from "#lib/forms/form-state";
import { fieldTexts } from "#lib/texts/fields";

/**
 * Runs what a form's door does, and gives the form back with what was typed and what the door says of it. When something
 * breaks there it does so too, where Next would show a page that has lost it; what broke is in the log as a code. Sent
 * again the form has one effect: its key is the same.
 */
export async function keepingTyped(action: string, typed: TypedValues, run: () => Promise<Refusal>): Promise<FormState> {
  try {
    return { values: typed, errors: {}, ...(await run()) };
  } catch (error) {
    const told = concealed(error, { action });
    if (isSignal(told)) throw told;
    return { values: typed, errors: {}, message: fieldTexts.fault };
  }
}
