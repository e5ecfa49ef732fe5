"use server";

import { agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { changedRefusal, itemRefusal } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/refusals";
import { addAgendaItem, changeAgendaItem, chooseTemplate, moveAgendaItem, removeAgendaItem, restoreAgendaItem } from "#lib/agenda/commands";
import {
  addAgendaItemSchema, changeAgendaItemSchema, chooseTemplateSchema, moveAgendaItemSchema, removeAgendaItemSchema, restoreAgendaItemSchema,
} from "#lib/agenda/schema";
import { formAction } from "#lib/forms/form-action";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

export const addAgendaItemAction = formAction("agenda:add-item", addAgendaItemSchema, async (viewer, input) => {
  const result = await addAgendaItem(viewer, input);
  if (!result.ok) return itemRefusal(result);
  return { goTo: agendaPath(result, input.next === "another" ? `/new?notice=agenda-added&after=${result.itemId}` : "?notice=agenda-added") };
});

export const changeAgendaItemAction = formAction("agenda:change-item", changeAgendaItemSchema, async (viewer, input) => {
  const result = await changeAgendaItem(viewer, input);
  if (result.ok) return { goTo: agendaPath(result, "?notice=agenda-changed") };
  if (result.problem === "CHANGED_MEANWHILE" || result.problem === "REMOVED_MEANWHILE") return changedRefusal(result, texts.changedMeanwhile);
  return itemRefusal(result);
});

export const removeAgendaItemAction = formAction("agenda:remove-item", removeAgendaItemSchema, async (viewer, input) => {
  const result = await removeAgendaItem(viewer, input);
  if (result.ok) return { goTo: agendaPath(result, "?notice=agenda-removed") };
  if (result.problem === "CHANGED_MEANWHILE" || result.problem === "REMOVED_MEANWHILE") return changedRefusal(result, ({ title }) => texts.removeChanged(title));
  return itemRefusal(result);
});

export const restoreAgendaItemAction = formAction("agenda:restore-item", restoreAgendaItemSchema, async (viewer, input) => {
  const result = await restoreAgendaItem(viewer, input);
  return result.ok ? { goTo: agendaPath(result, "?notice=agenda-restored") } : itemRefusal(result);
});

export const moveAgendaItemAction = formAction("agenda:arrange", moveAgendaItemSchema, async (viewer, input) => {
  const result = await moveAgendaItem(viewer, input);
  return result.ok ? { goTo: agendaPath(result, `?notice=agenda-moved#item-${result.itemId}`) } : itemRefusal(result);
});

export const chooseTemplateAction = formAction("agenda:arrange", chooseTemplateSchema, async (viewer, input) => {
  const result = await chooseTemplate(viewer, input);
  return result.ok ? { goTo: agendaPath(result, "?notice=agenda-template-chosen") } : itemRefusal(result);
});
