"use server";

import { formAction } from "#lib/forms/form-action";
import { changePlanningRules } from "#lib/school-days/commands";
import { changePlanningRulesSchema } from "#lib/school-days/schema";
import { planningRulesTexts as texts } from "#lib/texts/school-days";

export const changePlanningRulesAction = formAction("planning-rules:change", changePlanningRulesSchema, async (viewer, input) => {
  const result = await changePlanningRules(viewer, input);
  if (result.ok) return { goTo: `/settings?in=${input.consortiumId}&notice=planning-rules-saved` };
  const { mostMeetings, travelMinutes, version } = result.now;
  return { message: texts.changedMeanwhile(mostMeetings, travelMinutes), offers: { version: [{ value: String(version), label: "" }] } };
});
