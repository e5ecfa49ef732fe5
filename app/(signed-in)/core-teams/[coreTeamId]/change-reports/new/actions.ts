"use server";

import { reportChange } from "#lib/core-teams/commands";
import { reportChangeSchema } from "#lib/core-teams/schema";
import { formAction } from "#lib/forms/form-action";

export const reportChangeAction = formAction("change:report", reportChangeSchema, async (viewer, input) => {
  await reportChange(viewer, input);
  return { goTo: `/core-teams/${input.coreTeamId}?notice=change-reported` };
});
