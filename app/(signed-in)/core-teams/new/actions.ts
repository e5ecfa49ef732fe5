"use server";

import { startCoreTeam, type StartResult } from "#lib/core-teams/commands";
import { startCoreTeamSchema } from "#lib/core-teams/schema";
import { formAction, type Refusal } from "#lib/forms/form-action";
import { startTeamTexts as texts } from "#lib/texts/core-teams";

export const startCoreTeamAction = formAction("core-team:start", startCoreTeamSchema, async (viewer, input) => {
  const result = await startCoreTeam(viewer, input);
  return result.ok ? { goTo: `/core-teams/${result.coreTeamId}?notice=core-team-started` } : refusalOf(result);
});

function refusalOf(result: StartResult & { ok: false }): Refusal {
  switch (result.problem) {
    case "HAS_TEAM":
      return { message: texts.hasTeamNamed(result.schoolName, result.teamName) };
    case "SCHOOL_CLOSED":
      return { message: texts.closed(result.schoolName) };
    case "OTHER_SECTOR":
      return { errors: { moreSchoolIds: texts.otherSector } };
    case "SAME_NAME":
      return { errors: { name: texts.sameName } };
  }
}
