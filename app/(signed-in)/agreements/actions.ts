"use server";

import { withNotice } from "#app/(signed-in)/agreements/after";
import { setAgreementState, tellApplied } from "#lib/agreements/commands";
import { isSharedAdvice } from "#lib/agreements/kinds";
import { setAgreementStateSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";
import { agreementKindTexts } from "#lib/texts/agreements";

const NOTICES = { OPEN: "agreement-open", UNDER_WAY: "agreement-under-way", DONE: "agreement-done" } as const;

export const setAgreementStateAction = formAction("agreement:set-state", setAgreementStateSchema, async (viewer, input) => {
  if (input.applied) {
    const told = await tellApplied(viewer, { agreementId: input.agreementId, applied: input.applied });
    return told.ok ? { goTo: withNotice(input, told, "agreement-applied") } : { message: agreementKindTexts.notShared };
  }
  const context = await setAgreementState(viewer, input);
  return { goTo: withNotice(input, context, isSharedAdvice({ kind: context.kind, state: input.state }) ? "agreement-shared" : NOTICES[input.state]) };
});
