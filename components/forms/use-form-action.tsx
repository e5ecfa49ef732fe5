"use client";

import { unstable_rethrow } from "next/navigation";
import { useActionState } from "react";
import { noteArrival } from "#components/forms/kept-typing";
import type { FormAction, FormState, TypedValues } from "#lib/forms/form-state";
import { formTexts } from "#lib/texts/forms";

/**
 * The state of a form and what sends it. Where the server is not reached, as in a tunnel or while it starts again, the form
 * stays as it was typed and says so. Without script it is the browser that says it, and its Back that keeps the form.
 */
export function useFormAction(action: FormAction, initial: FormState): [FormState, (formData: FormData) => void] {
  // On the server it has to be the action itself: only that can be sent without script.
  const [state, submit] = useActionState(typeof window === "undefined" ? action : keepingTyped(action), initial);
  return [state, submit];
}

function keepingTyped(action: FormAction): FormAction {
  return async (previous, formData) => {
    try {
      return await action(previous, formData);
    } catch (error) {
      // Where the form leads comes as an error too.
      noteArrival(formData, true);
      unstable_rethrow(error);
      noteArrival(formData, false);
      return { ...previous, values: typedIn(formData), message: formTexts.notSent };
    }
  };
}

/** What stands in the boxes of a form. A name that is sent more than once belongs to check boxes. */
function typedIn(formData: FormData): TypedValues {
  const typed: TypedValues = {};
  for (const name of new Set(formData.keys())) {
    const values = formData.getAll(name).filter((value) => typeof value === "string");
    typed[name] = values.length > 1 ? values : (values[0] ?? "");
  }
  return typed;
}
