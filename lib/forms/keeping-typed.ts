import { concealed, isSignal } from "#lib/access/transaction";
import type { FormState, TypedValues } from "#lib/forms/form-state";
import { fieldTexts } from "#lib/texts/fields";

/**
 * Runs what a form's door does. When something breaks there, the form comes back with all that was typed, where Next
 * would show a page that has lost it; what broke is in the log as a code. Sent again the form has one effect: its key is the same.
 */
export async function keepingTyped(action: string, typed: TypedValues, run: () => Promise<FormState>): Promise<FormState> {
  try {
    return await run();
  } catch (error) {
    const told = concealed(error, { action });
    if (isSignal(told)) throw told;
    return { values: typed, errors: {}, message: fieldTexts.fault };
  }
}
