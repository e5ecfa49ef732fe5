"use server";

import { formAction } from "#lib/forms/form-action";
import { confirmSchoolImport, discardSchoolImport } from "#lib/schools/commands";
import { previewedImportSchema } from "#lib/schools/schema";
import { importPreviewTexts } from "#lib/texts/school-import";
import { schoolTexts } from "#lib/texts/schools";

export const confirmSchoolImportAction = formAction("school:import", previewedImportSchema, async (viewer, input) => {
  const result = await confirmSchoolImport(viewer, input);
  if (!result.ok) return { message: importPreviewTexts.changedSince(result.since.map(({ what, name }) => schoolTexts.changedSince[what](name))) };
  return { goTo: `/schools/import/${input.importId}?notice=${result.alreadyDone ? "schools-imported-before" : "schools-imported"}` };
});

export const discardSchoolImportAction = formAction("school:import", previewedImportSchema, async (viewer, input) => {
  const result = await discardSchoolImport(viewer, input);
  if (!result.ok) return { message: importPreviewTexts.alreadyApplied };
  return { goTo: "/schools/import?notice=school-import-discarded" };
});
