"use server";

import { importMembers } from "#lib/core-teams/commands";
import { changesCode } from "#lib/core-teams/import-plan";
import { importMembersSchema, previewImportSchema } from "#lib/core-teams/schema";
import { dropDraft, keepDraft, keptDraft } from "#lib/forms/drafts";
import { formAction } from "#lib/forms/form-action";
import { keptLines, PREVIEW } from "#app/(signed-in)/members/import/kept-lines";

const PREVIEW_PAGE = "/members/import?step=preview";

// Between preview and confirmation the list is kept sealed, for this person only, and goes away within a day.
export const previewImportAction = formAction("members:import", previewImportSchema, async (viewer, input) => {
  viewer.mustBeAbleTo("members:import", { consortiumId: input.consortiumId });
  await keepDraft(viewer.person.id, PREVIEW, input);
  return { goTo: PREVIEW_PAGE };
});

export const importMembersAction = formAction("members:import", importMembersSchema, async (viewer, input) => {
  const kept = keptLines(await keptDraft(viewer, PREVIEW));
  const result = await importMembers(viewer, { ...input, lines: kept?.lines ?? "" });
  if (!result.ok) return { goTo: result.problem === "CHANGED_MEANWHILE" ? `${PREVIEW_PAGE}&changed=${changesCode(result.changes) || "0"}` : PREVIEW_PAGE };
  await dropDraft(viewer, PREVIEW);
  return { goTo: "/members/import?notice=members-imported" };
});
