"use server";

import { eraseCase, releaseCase } from "#lib/case-stops/commands";
import { eraseCaseSchema, releaseCaseSchema } from "#lib/case-stops/schema";
import { formAction } from "#lib/forms/form-action";
import { settleStopTexts as texts } from "#lib/texts/case-stops";

export const releaseCaseAction = formAction("case-stop:settle", releaseCaseSchema, async (viewer, input) => {
  const result = await releaseCase(viewer, input);
  return result.ok ? { goTo: "/?notice=case-released" } : { message: texts.hindrances[result.problem] };
});

export const eraseCaseAction = formAction("case-stop:settle", eraseCaseSchema, async (viewer, input) => {
  await eraseCase(viewer, input);
  return { goTo: "/?notice=case-erased" };
});
