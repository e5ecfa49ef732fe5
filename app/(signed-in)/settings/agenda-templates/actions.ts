"use server";

import { templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import {
  addTemplateItem, changeTemplate, changeTemplateItem, MOST_TEMPLATE_ITEMS, moveTemplateItem, removeTemplateItem, type TemplateChanged, type TemplateFindings,
} from "#lib/agenda-templates/commands";
import {
  addTemplateItemSchema, changeTemplateItemSchema, changeTemplateSchema, moveTemplateItemSchema, removeTemplateItemSchema,
} from "#lib/agenda-templates/schema";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import { formAction, type Refusal } from "#lib/forms/form-action";
import { agendaFormTexts } from "#lib/texts/agenda";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

export const changeTemplateAction = formAction("agenda-template:manage", changeTemplateSchema, async (viewer, input) => {
  const result = await changeTemplate(viewer, input);
  return result.ok ? { goTo: templatesPath(`/${result.templateId}?notice=template-changed`) } : refusal(result);
});

export const addTemplateItemAction = formAction("agenda-template:manage", addTemplateItemSchema, async (viewer, input) => {
  const result = await addTemplateItem(viewer, input);
  return result.ok ? { goTo: templatesPath(`/${result.templateId}?notice=template-item-added`) } : result.problem === "FINDINGS" ? refusal(result) : { message: texts.fields.full(MOST_TEMPLATE_ITEMS) };
});

export const changeTemplateItemAction = formAction("agenda-template:manage", changeTemplateItemSchema, async (viewer, input) => {
  const result = await changeTemplateItem(viewer, input);
  return result.ok ? { goTo: templatesPath(`/${result.templateId}?notice=template-item-changed`) } : refusal(result);
});

export const removeTemplateItemAction = formAction("agenda-template:manage", removeTemplateItemSchema, async (viewer, input) => {
  const result = await removeTemplateItem(viewer, input);
  return result.ok ? { goTo: templatesPath(`/${result.templateId}?notice=template-item-removed`) } : refusal(result);
});

export const moveTemplateItemAction = formAction("agenda-template:manage", moveTemplateItemSchema, async (viewer, input) => {
  const { templateId, itemId } = await moveTemplateItem(viewer, input);
  return { goTo: templatesPath(`/${templateId}?notice=template-item-moved#item-${itemId}`) };
});

const { name, goals, title } = texts.fields;
const { explanation, questions } = agendaFormTexts;
const labels = { name, goals, title, explanation, questions };

function refusal(result: TemplateChanged | TemplateFindings): Refusal {
  if (result.problem === "FINDINGS") return findingsRefusal(result.findings, labels);
  const { now } = result;
  return { message: texts.changedMeanwhile(now.name), offers: { version: [{ value: String(now.version), label: "" }] } };
}
