"use server";

import { addOrganisation, changeOrganisation, type OrganisationResult } from "#lib/consortia/commands";
import { addOrganisationSchema, changeOrganisationSchema } from "#lib/consortia/schema";
import { formAction, type Refusal } from "#lib/forms/form-action";
import { organisationTexts as texts } from "#lib/texts/consortia";

export const addOrganisationAction = formAction("organisation:manage", addOrganisationSchema, async (viewer, input) => {
  const result = await addOrganisation(viewer, input);
  return result.ok ? { goTo: `/organisations?in=${result.consortiumId}&notice=organisation-added` } : refusalOf(result);
});

export const changeOrganisationAction = formAction("organisation:manage", changeOrganisationSchema, async (viewer, input) => {
  const result = await changeOrganisation(viewer, input);
  return result.ok ? { goTo: `/organisations?in=${result.consortiumId}&notice=organisation-changed` } : refusalOf(result);
});

function refusalOf(result: OrganisationResult & { ok: false }): Refusal {
  if (result.problem === "NAME_IN_USE") return { errors: { name: texts.fields.nameInUse } };
  const { name, kind, phone, version } = result.now;
  return { message: texts.changedMeanwhile(name, texts.kinds[kind], phone), offers: { version: [{ value: String(version), label: "" }] } };
}
