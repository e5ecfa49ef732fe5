"use server";

import { finishAgreement, reopenAgreement } from "#lib/agreements/commands";
import { agreementPlacePath } from "#lib/agreements/rules";
import { finishAgreementSchema, reopenAgreementSchema } from "#lib/agreements/schema";
import { formAction } from "#lib/forms/form-action";

export const finishAgreementAction = formAction("agreement:finish", finishAgreementSchema, async (viewer, input) => {
  const context = await finishAgreement(viewer, input);
  return { goTo: withNotice(agreementPlacePath(input.back, context), `agreement-finished&agreement=${input.agreementId}`) };
});

export const reopenAgreementAction = formAction("agreement:reopen", reopenAgreementSchema, async (viewer, input) => {
  const context = await reopenAgreement(viewer, input);
  return { goTo: withNotice(agreementPlacePath(input.back, context), "agreement-reopened") };
});

// The home page of one of several jobs has a query already.
function withNotice(path: string, notice: string): string {
  return `${path}${path.includes("?") ? "&" : "?"}notice=${notice}`;
}
