"use server";

import { handleChangeReport } from "#lib/core-teams/commands";
import { handleChangeReportSchema } from "#lib/core-teams/schema";
import { formAction } from "#lib/forms/form-action";

export const handleChangeReportAction = formAction("change:handle", handleChangeReportSchema, async (viewer, input) => {
  const { coreTeamId } = await handleChangeReport(viewer, input);
  return { goTo: `/core-teams/${coreTeamId}?notice=change-handled` };
});
