"use server";

import { confirmationPath } from "#app/(signed-in)/meetings/switching/paths";
import { formAction } from "#lib/forms/form-action";
import { switchMeetings } from "#lib/meeting-switches/commands";
import { MOST_MEETINGS } from "#lib/meeting-switches/rules";
import { chooseSwitchSchema, switchMeetingsSchema } from "#lib/meeting-switches/schema";
import { switchTexts as texts } from "#lib/texts/meeting-switches";

/** Changes nothing: it reads the dates as people type them, and leads to the page that shows what they come down to. */
export const chooseSwitchAction = formAction("meetings:switch", chooseSwitchSchema, async (viewer, input) => {
  viewer.mustBeAbleTo("meetings:switch", { consortiumId: input.consortiumId });
  return { goTo: confirmationPath(input, []) };
});

export const switchMeetingsAction = formAction("meetings:switch", switchMeetingsSchema, async (viewer, input) => {
  const result = await switchMeetings(viewer, input);
  if (result.ok) return { goTo: `/?notice=${input.to === "DIGITAL" ? "meetings-made-digital" : "meetings-made-live"}` };
  if (result.problem === "TOO_MANY") return { message: texts.tooMany(MOST_MEETINGS) };
  return { message: result.problem === "CHANGED_MEANWHILE" ? texts.changedMeanwhile : texts.none[input.to] };
});
