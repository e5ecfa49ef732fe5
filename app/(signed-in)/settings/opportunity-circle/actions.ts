"use server";

import { formAction } from "#lib/forms/form-action";
import { nameElement } from "#lib/opportunity-circle/commands";
import { nameElementSchema } from "#lib/opportunity-circle/schema";
import { circleNameTexts as texts } from "#lib/texts/opportunity-circle";

export const nameElementAction = formAction("opportunity-circle:manage", nameElementSchema, async (viewer, input) => {
  const result = await nameElement(viewer, input);
  if (result.ok) return { goTo: `/settings/opportunity-circle?in=${input.consortiumId}&notice=circle-name-changed` };
  if (result.problem === "NAME_IN_USE") return { errors: { name: texts.nameInUse } };
  return { message: texts.changedMeanwhile(result.now.name, result.now.meaning), offers: { version: [{ value: String(result.now.version), label: "" }] } };
});
