"use server";

import { retentionConfirmationPath } from "#app/(signed-in)/settings/case-retention/paths";
import { changeRetention } from "#lib/case-retention/commands";
import { findRetention } from "#lib/case-retention/queries";
import { changeRetentionSchema, chooseRetentionSchema } from "#lib/case-retention/schema";
import { NotFoundError } from "#lib/errors";
import { formAction } from "#lib/forms/form-action";
import { caseRetentionTexts as texts } from "#lib/texts/case-retention";

/** Changes nothing: it leads to the page that shows what the choice comes down to. */
export const chooseRetentionAction = formAction("case-retention:change", chooseRetentionSchema, async (viewer, input) => {
  const now = await findRetention(viewer, input.consortiumId);
  if (!now) throw new NotFoundError("consortium");
  if (now.term === input.term) return { errors: { term: texts.same } };
  return { goTo: retentionConfirmationPath(input) };
});

export const changeRetentionAction = formAction("case-retention:change", changeRetentionSchema, async (viewer, input) => {
  const result = await changeRetention(viewer, input);
  if (result.ok) return { goTo: `/settings?in=${input.consortiumId}&notice=case-retention-changed` };
  return { message: result.problem === "SAME" ? texts.same : texts.changedMeanwhile };
});
