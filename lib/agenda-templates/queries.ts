import type { Viewer } from "#lib/access/viewer";
import { minutesTogether } from "#lib/agenda/rules";
import type { AgendaStanding } from "#lib/agenda/schema";
import type { MeetingKind } from "#lib/meetings/schema";

/** A standaardagenda in the list of its samenwerkingsverband. */
export type ListedTemplate = { id: string; kind: MeetingKind; name: string; items: number; minutes: number };

/** The standaardagenda's of a samenwerkingsverband, in the order of the kinds of meeting. There are never more than kinds. */
export async function listTemplates(viewer: Viewer, consortiumId: string): Promise<ListedTemplate[]> {
  viewer.mustBeAbleTo("agenda-template:manage", { consortiumId });
  const found = await viewer.db.agendaTemplate.findMany({
    where: { consortiumId },
    select: { id: true, kind: true, name: true, items: { select: { minutes: true } } },
    orderBy: { kind: "asc" },
  });
  return found.map(({ items, ...template }) => ({ ...template, items: items.length, minutes: minutesTogether(items) }));
}

/** An item of a standaardagenda; minutes as a whole number. */
export type TemplateItem = { id: string; title: string; explanation: string | null; questions: string[]; minutes: number; standing: AgendaStanding; version: number };

/** A standaardagenda with its items in order. */
export type Template = { id: string; consortiumId: string; kind: MeetingKind; name: string; goals: string[]; version: number; items: TemplateItem[] };

/** A standaardagenda of a samenwerkingsverband in which this person keeps them up to date; null for any other. */
export async function findTemplate(viewer: Viewer, templateId: string): Promise<Template | null> {
  return viewer.db.agendaTemplate.findFirst({
    where: { id: templateId, consortiumId: { in: viewer.consortiaFor("agenda-template:manage") } },
    select: { id: true, consortiumId: true, kind: true, name: true, goals: true, version: true, items: { select: itemSelect, orderBy: { position: "asc" } } },
  });
}

/** An item with the standaardagenda it is on, to be changed or removed; null when this person does not keep that one. */
export async function findTemplateItem(viewer: Viewer, templateId: string, itemId: string): Promise<(TemplateItem & { template: { id: string; consortiumId: string; name: string } }) | null> {
  return viewer.db.agendaTemplateItem.findFirst({
    where: { id: itemId, templateId, consortiumId: { in: viewer.consortiaFor("agenda-template:manage") } },
    select: { ...itemSelect, template: { select: { id: true, consortiumId: true, name: true } } },
  });
}

const itemSelect = { id: true, title: true, explanation: true, questions: true, minutes: true, standing: true, version: true } as const;
