"use server";

import { refresh } from "next/cache";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction } from "#lib/forms/form-action";
import { changeSuccess, writeSuccess } from "#lib/successes/commands";
import { changeSuccessSchema, writeSuccessSchema } from "#lib/successes/schema";
import { successFormTexts as texts } from "#lib/texts/successes";

const labels = { text: texts.text };

export const writeSuccessAction = formAction("success:write", writeSuccessSchema, async (viewer, input) => {
  const result = await writeSuccess(viewer, input);
  return result.ok ? { goTo: `/core-teams/${input.coreTeamId}/successes?notice=success-kept` } : findingsRefusal(result.findings, labels);
});

export const changeSuccessAction = formAction("success:write", changeSuccessSchema, async (viewer, input) => {
  const result = await changeSuccess(viewer, input);
  if (result.ok) return { goTo: `/core-teams/${result.coreTeamId}/successes?notice=${input.text === null ? "success-removed" : "success-kept"}` };
  if (result.problem === "FINDINGS") return findingsRefusal(result.findings, labels);
  refresh();
  return { message: texts.changedMeanwhile };
});
