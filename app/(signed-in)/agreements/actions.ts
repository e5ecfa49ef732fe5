"use server";

import { withNotice } from "#app/(signed-in)/agreements/after";
import { setAgreementState } from "#lib/agreements/commands";
import { setAgreementStateSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";

const NOTICES = { OPEN: "agreement-open", UNDER_WAY: "agreement-under-way", DONE: "agreement-done" } as const;

export const setAgreementStateAction = formAction("agreement:set-state", setAgreementStateSchema, async (viewer, input) => {
  const context = await setAgreementState(viewer, input);
  return { goTo: withNotice(input, context, NOTICES[input.state]) };
});
