"use server";

import { addFunction, changeConsortium, changeFunction, moveFunction } from "#lib/consortia/commands";
import { addFunctionSchema, changeConsortiumSchema, changeFunctionSchema, moveFunctionSchema } from "#lib/consortia/schema";
import { formAction } from "#lib/forms/form-action";
import { consortiumTexts, functionTexts } from "#lib/texts/consortia";

export const changeConsortiumAction = formAction("consortium:change", changeConsortiumSchema, async (viewer, input) => {
  const result = await changeConsortium(viewer, input);
  if (result.ok) return { goTo: `/settings?in=${input.consortiumId}&notice=consortium-changed` };
  if (result.problem === "CODE_IN_USE") return { errors: { code: consortiumTexts.fields.codeInUse } };
  if (result.problem === "CODE_OF_OTHER_SECTOR") return { errors: { code: consortiumTexts.fields.codeOfOtherSector(result.sector) } };
  const { name, code, version } = result.now;
  return { message: consortiumTexts.changedMeanwhile(name, code), offers: { version: [{ value: String(version), label: "" }] } };
});

export const addFunctionAction = formAction("team-function:manage", addFunctionSchema, async (viewer, input) => {
  const result = await addFunction(viewer, input);
  return result.ok ? { goTo: `/settings/functions?in=${result.consortiumId}&notice=function-added#${input.sector}` } : { errors: refusals[result.problem] };
});

export const changeFunctionAction = formAction("team-function:manage", changeFunctionSchema, async (viewer, input) => {
  const result = await changeFunction(viewer, input);
  return result.ok ? { goTo: `/settings/functions?in=${result.consortiumId}&notice=function-changed#${result.sector}` } : { errors: refusals[result.problem] };
});

const refusals = { NAME_IN_USE: { name: functionTexts.fields.nameInUse }, ENOUGH_ELSEWHERE: { enoughWith: functionTexts.fields.enoughElsewhere } };

export const moveFunctionAction = formAction("team-function:manage", moveFunctionSchema, async (viewer, input) => {
  const { consortiumId, sector } = await moveFunction(viewer, input);
  return { goTo: `/settings/functions?in=${consortiumId}&notice=function-moved#${sector}` };
});
