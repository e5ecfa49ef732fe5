import { randomUUID } from "node:crypto";
import type { Viewer } from "#lib/access/viewer";
import type { AddTemplateItem, ChangeTemplate, ChangeTemplateItem, MoveTemplateItem, RemoveTemplateItem } from "#lib/agenda-templates/schema";
import type { AgendaStanding } from "#lib/agenda/schema";
import { type CheckedField, checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import type { KeptWords } from "#lib/anonymity/findings";
import { record } from "#lib/audit/record";
import { moved } from "#lib/consortia/rules";
import { NotFoundError } from "#lib/errors";

/** How many items a standaardagenda may have. */
export const MOST_TEMPLATE_ITEMS = 20;

/** The standaardagenda that was changed. */
export type TemplateDone = { ok: true; templateId: string };

/** Somebody else was first; what it is called now. */
export type TemplateChanged = { ok: false; problem: "CHANGED_MEANWHILE"; now: { name: string; version: number } };

/** Words that may identify somebody, and that nobody has explained: what stands here stands on the agendas of all schools. */
export type TemplateFindings = { ok: false; problem: "FINDINGS"; findings: FieldCheck["findings"] };

/**
 * Changes what a standaardagenda is called and what its meetings are for. Agendas that were made from it stay as they are.
 * Refuses words that may identify somebody, unless explained.
 */
export async function changeTemplate(viewer: Viewer, { templateId, version, name, goals, ...reasons }: ChangeTemplate): Promise<TemplateDone | TemplateChanged | TemplateFindings> {
  const consortiumId = await consortiumOf(viewer, templateId);
  viewer.mustBeAbleTo("agenda-template:manage", { consortiumId });
  const check = checkTexts({ name: [name, reasons.nameReason], goals: [goals.join("\n"), reasons.goalsReason] });
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const { count } = await viewer.db.agendaTemplate.updateMany({ where: { id: templateId, version }, data: { name, goals, version: version + 1 } });
  if (count === 0) {
    const now = await viewer.db.agendaTemplate.findUniqueOrThrow({ where: { id: templateId }, select: { name: true, version: true } });
    return { ok: false, problem: "CHANGED_MEANWHILE", now };
  }
  await record(viewer, "agenda-template:manage", { consortiumId }, { objectType: "agenda_template", objectId: templateId, details: { done: "CHANGED", ...keptDetails(check) } });
  return { ok: true, templateId };
}

/**
 * Adds an item to a standaardagenda: at the end, but before the evaluation with which it closes. Refuses words that may
 * identify somebody, unless explained.
 */
export async function addTemplateItem(viewer: Viewer, { templateId, ...typed }: AddTemplateItem): Promise<TemplateDone | TemplateFindings | { ok: false; problem: "FULL" }> {
  const consortiumId = await consortiumOf(viewer, templateId);
  viewer.mustBeAbleTo("agenda-template:manage", { consortiumId });
  const { check, fields } = checkedItem(typed);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const order = await lockedItems(viewer, templateId);
  if (order.length >= MOST_TEMPLATE_ITEMS) return { ok: false, problem: "FULL" };
  const id = randomUUID();
  await viewer.db.agendaTemplateItem.createMany({ data: [{ id, consortiumId, templateId, ...fields, position: Math.max(0, ...order.map(({ position }) => position)) + 1 }] });
  const before = order.at(-1)?.standing === "EVALUATION" ? -1 : order.length;
  await placeInOrder(viewer, order.map((item) => item.id).toSpliced(before, 0, id));
  await record(viewer, "agenda-template:manage", { consortiumId }, { objectType: "agenda_template_item", objectId: id, details: { done: "ADDED", ...keptDetails(check) } });
  return { ok: true, templateId };
}

/** Changes an item of a standaardagenda. Agendas that have a copy of it stay as they are. Refuses what `addTemplateItem` refuses. */
export async function changeTemplateItem(viewer: Viewer, { itemId, version, ...typed }: ChangeTemplateItem): Promise<TemplateDone | TemplateChanged | TemplateFindings> {
  const { consortiumId, templateId } = await loadItem(viewer, itemId);
  viewer.mustBeAbleTo("agenda-template:manage", { consortiumId });
  const { check, fields } = checkedItem(typed);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const { count } = await viewer.db.agendaTemplateItem.updateMany({ where: { id: itemId, version }, data: { ...fields, version: version + 1 } });
  if (count === 0) return itemAsItStands(viewer, itemId);
  await record(viewer, "agenda-template:manage", { consortiumId }, { objectType: "agenda_template_item", objectId: itemId, details: { done: "CHANGED", ...keptDetails(check) } });
  return { ok: true, templateId };
}

/** Removes an item from a standaardagenda for good. Agendas that have a copy of it keep that. */
export async function removeTemplateItem(viewer: Viewer, { itemId, version }: RemoveTemplateItem): Promise<TemplateDone | TemplateChanged> {
  const { consortiumId, templateId } = await loadItem(viewer, itemId);
  viewer.mustBeAbleTo("agenda-template:manage", { consortiumId });
  const { count } = await viewer.db.agendaTemplateItem.deleteMany({ where: { id: itemId, version } });
  if (count === 0) return itemAsItStands(viewer, itemId);
  await record(viewer, "agenda-template:manage", { consortiumId }, { objectType: "agenda_template_item", objectId: itemId, details: { done: "REMOVED" } });
  return { ok: true, templateId };
}

/** Moves an item of a standaardagenda one place up or down. At the end nothing happens. */
export async function moveTemplateItem(viewer: Viewer, { itemId, direction }: MoveTemplateItem): Promise<TemplateDone & { itemId: string }> {
  const { consortiumId, templateId } = await loadItem(viewer, itemId);
  viewer.mustBeAbleTo("agenda-template:manage", { consortiumId });
  const order = (await lockedItems(viewer, templateId)).map(({ id }) => id);
  await placeInOrder(viewer, moved(order, itemId, direction));
  await record(viewer, "agenda-template:manage", { consortiumId }, { objectType: "agenda_template_item", objectId: itemId, details: { done: "MOVED", direction } });
  return { ok: true, templateId, itemId };
}

/** The fields of an item as they are stored, and what was found in its texts. */
function checkedItem<T extends Omit<AddTemplateItem, "templateId">>({ titleReason, explanationReason, questionsReason, ...fields }: T) {
  const { title, explanation, questions } = fields;
  return { fields, check: checkTexts({ title: [title, titleReason], explanation: [explanation, explanationReason], questions: [questions.join("\n"), questionsReason] }) };
}

function checkTexts(texts: Record<string, [string | null, KeptWords | null]>): FieldCheck {
  return checkFields(Object.fromEntries(Object.entries(texts).map(([field, [text, kept]]): [string, CheckedField] => [field, { text, kept, as: "WORK" }])), {});
}

async function consortiumOf(viewer: Viewer, templateId: string): Promise<string> {
  const found = await viewer.db.agendaTemplate.findFirst({ where: { id: templateId }, select: { consortiumId: true } });
  if (!found) throw new NotFoundError("agenda template");
  return found.consortiumId;
}

async function loadItem(viewer: Viewer, itemId: string): Promise<{ consortiumId: string; templateId: string }> {
  const found = await viewer.db.agendaTemplateItem.findFirst({ where: { id: itemId }, select: { consortiumId: true, templateId: true } });
  if (!found) throw new NotFoundError("agenda template item");
  return found;
}

/** The items of a standaardagenda in their order; whoever orders it at the same moment waits. */
async function lockedItems(viewer: Viewer, templateId: string): Promise<{ id: string; position: number; standing: AgendaStanding }[]> {
  await viewer.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`agenda template ${templateId}`}, 0))`;
  return viewer.db.agendaTemplateItem.findMany({ where: { templateId }, select: { id: true, position: true, standing: true }, orderBy: { position: "asc" } });
}

// In one statement, because the rule that no two items share a place is asked at its end.
async function placeInOrder(viewer: Viewer, order: readonly string[]): Promise<void> {
  await viewer.db.$executeRaw`
    UPDATE agenda_template_item i SET position = n.place
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS n(id, place) WHERE i.id = n.id AND i.position <> n.place`;
}

async function itemAsItStands(viewer: Viewer, itemId: string): Promise<TemplateChanged> {
  const found = await viewer.db.agendaTemplateItem.findFirst({ where: { id: itemId }, select: { title: true, version: true } });
  if (!found) throw new NotFoundError("agenda template item");
  return { ok: false, problem: "CHANGED_MEANWHILE", now: { name: found.title, version: found.version } };
}
