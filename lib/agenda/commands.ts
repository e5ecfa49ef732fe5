import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { PLACE, type Placed, placeForNew, whyFixed, withKept } from "#lib/agenda/rules";
import type { AddAgendaItem, ChangeAgendaItem, ChooseTemplate, MoveAgendaItem, RemoveAgendaItem, RestoreAgendaItem } from "#lib/agenda/schema";
import { teamAtMeeting, type TeamAtMeeting, teamAtMeetingSelect } from "#lib/agreements/team-at-meeting";
import { type CheckedField, checkFields, type FieldCheck, hasFindings, keptDetails } from "#lib/anonymity/check-fields";
import type { KeptWords } from "#lib/anonymity/findings";
import { record } from "#lib/audit/record";
import { moved } from "#lib/consortia/rules";
import { NotFoundError } from "#lib/errors";

/** How many items an agenda may have. */
export const MOST_ITEMS = 30;

/** What was done to the agenda of which meeting, and to which item. */
export type AgendaDone = { ok: true; coreTeamId: string; meetingId: string; itemId: string };

/** The agenda does not change any more. */
export type AgendaFixed = { ok: false; problem: "CANCELLED" | "OVER" };

/** Why an item was not added or changed. */
export type ItemProblem = AgendaFixed | { ok: false; problem: "FINDINGS"; findings: FieldCheck["findings"] };

/** Somebody else was first: what stands there now, or that it was taken off. */
export type ItemChanged =
  | { ok: false; problem: "CHANGED_MEANWHILE"; now: { title: string; explanation: string | null; minutes: number; version: number } }
  | { ok: false; problem: "REMOVED_MEANWHILE" };

/**
 * Puts something on the agenda of a meeting: at the end, before the closing evaluation. Refuses a text that may identify a
 * child, unless explained; colleagues may be named. Not after the day of the meeting, nor when it is cancelled.
 */
export async function addAgendaItem(viewer: Viewer, { meetingId, title, explanation, minutes, origin, ...reasons }: AddAgendaItem): Promise<AgendaDone | ItemProblem | { ok: false; problem: "FULL" }> {
  const meeting = await findMeeting(viewer, meetingId);
  viewer.mustBeAbleTo("agenda:add-item", meeting.team.scope);
  if (meeting.fixed) return { ok: false, problem: meeting.fixed };
  const check = checkTexts({ title: [title, reasons.titleReason], explanation: [explanation, reasons.explanationReason] }, meeting);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const order = await lockedOrder(viewer, meetingId);
  if (order.length >= MOST_ITEMS) return { ok: false, problem: "FULL" };
  const id = randomUUID();
  const fields = { title, explanation, minutes, origin, questions: [] };
  await viewer.db.agendaItem.createMany({ data: [{ id, ...meeting.team.scope, meetingId, position: placeForNew(order), ...fields, addedById: viewer.person.id }] });
  await record(viewer, "agenda:add-item", meeting.team.scope, { objectType: "agenda_item", objectId: id, details: { done: "ADDED", origin, ...keptDetails(check) } });
  return { ok: true, coreTeamId: meeting.team.id, meetingId, itemId: id };
}

/**
 * Changes an item: one's own, or as who plans the meetings any. What somebody added keeps saying from which side it comes; an
 * item of the standaardagenda has no side, and may have questions. Refuses what `addAgendaItem` refuses.
 */
export async function changeAgendaItem(
  viewer: Viewer,
  { itemId, version, title, explanation, minutes, origin, questions, ...reasons }: ChangeAgendaItem,
): Promise<AgendaDone | ItemProblem | ItemChanged | { ok: false; problem: "ORIGIN_MISSING" }> {
  const { item, meeting } = await findItem(viewer, itemId);
  viewer.mustBeAbleTo(rightTo(viewer, item), meeting.team.scope);
  if (meeting.fixed) return { ok: false, problem: meeting.fixed };
  const isAdded = item.addedById !== null;
  if (isAdded && origin === null) return { ok: false, problem: "ORIGIN_MISSING" };
  const asked = isAdded ? [] : questions;
  const check = checkTexts({ title: [title, reasons.titleReason], explanation: [explanation, reasons.explanationReason], questions: [asked.join("\n"), reasons.questionsReason] }, meeting);
  if (hasFindings(check)) return { ok: false, problem: "FINDINGS", findings: check.findings };
  const { count } = await viewer.db.agendaItem.updateMany({
    where: { id: itemId, version, position: { not: null } },
    data: { title, explanation, minutes, origin: isAdded ? origin : null, questions: asked, version: version + 1 },
  });
  if (count === 0) return asItStands(viewer, itemId);
  await record(viewer, rightTo(viewer, item), meeting.team.scope, { objectType: "agenda_item", objectId: itemId, details: { done: "CHANGED", ...keptDetails(check) } });
  return { ok: true, coreTeamId: meeting.team.id, meetingId: item.meetingId, itemId };
}

/** Takes an item off the agenda: one's own, or as who plans the meetings any. It can be put back. */
export async function removeAgendaItem(viewer: Viewer, { itemId, version }: RemoveAgendaItem): Promise<AgendaDone | AgendaFixed | ItemChanged> {
  const { item, meeting } = await findItem(viewer, itemId);
  viewer.mustBeAbleTo(rightTo(viewer, item), meeting.team.scope);
  if (meeting.fixed) return { ok: false, problem: meeting.fixed };
  const { count } = await viewer.db.agendaItem.updateMany({
    where: { id: itemId, version, position: { not: null } },
    data: { position: null, removedAt: viewer.now, version: version + 1 },
  });
  if (count === 0) return asItStands(viewer, itemId);
  await record(viewer, rightTo(viewer, item), meeting.team.scope, { objectType: "agenda_item", objectId: itemId, details: { done: "REMOVED" } });
  return { ok: true, coreTeamId: meeting.team.id, meetingId: item.meetingId, itemId };
}

/** Puts an item back that was taken off, where a new one would go. One that is on the agenda already stays as it is. */
export async function restoreAgendaItem(viewer: Viewer, { itemId }: RestoreAgendaItem): Promise<AgendaDone | AgendaFixed | { ok: false; problem: "FULL" }> {
  const { item, meeting } = await findItem(viewer, itemId);
  viewer.mustBeAbleTo(rightTo(viewer, item), meeting.team.scope);
  if (meeting.fixed) return { ok: false, problem: meeting.fixed };
  const order = await lockedOrder(viewer, item.meetingId);
  const done = { ok: true, coreTeamId: meeting.team.id, meetingId: item.meetingId, itemId } as const;
  if (order.some(({ id }) => id === itemId)) return done;
  if (order.length >= MOST_ITEMS) return { ok: false, problem: "FULL" };
  await viewer.db.agendaItem.updateMany({ where: { id: itemId, position: null }, data: { position: placeForNew(order), removedAt: null } });
  await record(viewer, rightTo(viewer, item), meeting.team.scope, { objectType: "agenda_item", objectId: itemId, details: { done: "RESTORED" } });
  return done;
}

/** Moves an item one place up or down. At the end of the agenda nothing happens. Two who order at once wait for each other. */
export async function moveAgendaItem(viewer: Viewer, { itemId, direction }: MoveAgendaItem): Promise<AgendaDone | AgendaFixed> {
  const { item, meeting } = await findItem(viewer, itemId);
  viewer.mustBeAbleTo("agenda:arrange", meeting.team.scope);
  if (meeting.fixed) return { ok: false, problem: meeting.fixed };
  const order = (await lockedOrder(viewer, item.meetingId)).map(({ id }) => id);
  if (!order.includes(itemId)) throw new NotFoundError();
  await placeInOrder(viewer, moved(order, itemId, direction));
  await record(viewer, "agenda:arrange", meeting.team.scope, { objectType: "agenda_item", objectId: itemId, details: { done: "MOVED", direction } });
  return { ok: true, coreTeamId: meeting.team.id, meetingId: item.meetingId, itemId };
}

/**
 * Begins the agenda of a meeting anew from a standaardagenda of its samenwerkingsverband. Only items of the earlier one that
 * nobody changed make room; what people added or changed stays, as does what a guest or somebody who was called comes for, standing items in their usual place.
 */
export async function chooseTemplate(viewer: Viewer, { meetingId, templateId }: ChooseTemplate): Promise<{ ok: true; coreTeamId: string; meetingId: string } | AgendaFixed> {
  const { team, fixed } = await findMeeting(viewer, meetingId);
  viewer.mustBeAbleTo("agenda:arrange", team.scope);
  if (fixed) return { ok: false, problem: fixed };
  const template = await viewer.db.agendaTemplate.findFirst({
    where: { id: templateId, consortiumId: team.scope.consortiumId },
    select: { kind: true, name: true, goals: true, items: { select: { title: true, explanation: true, questions: true, minutes: true, standing: true }, orderBy: { position: "asc" } } },
  });
  if (!template) throw new NotFoundError();
  const order = await lockedOrder(viewer, meetingId);
  const kept = order.filter(({ addedById, version, bringsSomebody }) => addedById !== null || version > 1 || bringsSomebody);
  const [going, staying] = [order.filter((item) => !kept.includes(item)), new Set(kept.map(({ id }) => id))];
  await viewer.db.agendaItem.updateMany({ where: { id: { in: going.map(({ id }) => id) } }, data: { position: null, removedAt: viewer.now } });

  const { items, ...about } = template;
  const next = withKept(items.map((item) => ({ ...item, id: randomUUID() })), kept);
  await placeInOrder(viewer, next.map(({ id }) => id));
  const data = next.flatMap((item, index) => (!staying.has(item.id) && "title" in item ? [{ ...team.scope, ...item, meetingId, position: (index + 1) * PLACE }] : []));
  await viewer.db.agendaItem.createMany({ data });
  const { count } = await viewer.db.agenda.updateMany({ where: { meetingId }, data: about });
  if (count === 0) await viewer.db.agenda.createMany({ data: [{ ...team.scope, ...about, meetingId }] });
  await record(viewer, "agenda:arrange", team.scope, { objectType: "meeting", objectId: meetingId, details: { done: "TEMPLATE_CHOSEN", kind: about.kind, kept: kept.length } });
  return { ok: true, coreTeamId: team.id, meetingId };
}

type MeetingOfAgenda = TeamAtMeeting & { fixed: AgendaFixed["problem"] | null };
type OrderedItem = Placed & { addedById: string | null; version: number; bringsSomebody: boolean };

const meetingSelect = { ...teamAtMeetingSelect, endsAt: true } as const;

async function findMeeting(viewer: Viewer, meetingId: string): Promise<MeetingOfAgenda & { team: { scope: Required<Scope> } }> {
  const found = await viewer.db.meeting.findFirst({ where: { id: meetingId, coreTeam: viewer.coreTeamsWhere("agenda:read") }, select: meetingSelect });
  if (!found) throw new NotFoundError();
  return { ...teamAtMeeting(found, viewer.today), fixed: whyFixed(found, viewer.today) };
}

async function findItem(viewer: Viewer, itemId: string): Promise<{ item: { meetingId: string; addedById: string | null }; meeting: MeetingOfAgenda }> {
  const item = await viewer.db.agendaItem.findFirst({
    where: { id: itemId, coreTeam: viewer.coreTeamsWhere("agenda:read") },
    select: { meetingId: true, addedById: true },
  });
  if (!item) throw new NotFoundError();
  return { item, meeting: await findMeeting(viewer, item.meetingId) };
}

/** By which right somebody changes an item: the own by the right to add, another's by the right to arrange. */
function rightTo(viewer: Viewer, { addedById }: { addedById: string | null }): "agenda:add-item" | "agenda:arrange" {
  return addedById === viewer.person.id ? "agenda:add-item" : "agenda:arrange";
}

/** The texts of an item, for words that may identify a child. A colleague may be called by name. */
function checkTexts(texts: Record<string, [string | null, KeptWords | null]>, { names }: TeamAtMeeting): FieldCheck {
  const fields = Object.entries(texts).map(([field, [text, kept]]): [string, CheckedField] => [field, { text, kept, as: "WORK" }]);
  return checkFields(Object.fromEntries(fields), names);
}

/** The items of an agenda in their order; whoever adds to or orders this agenda at the same moment waits. */
async function lockedOrder(viewer: Viewer, meetingId: string): Promise<OrderedItem[]> {
  await viewer.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`agenda of ${meetingId}`}, 0))`;
  const found = await viewer.db.agendaItem.findMany({
    where: { meetingId, position: { not: null } },
    select: {
      id: true, position: true, standing: true, addedById: true, version: true,
      guests: { where: { guest: { withdrawnAt: null } }, select: { guestId: true }, take: 1 },
      called: { where: { withdrawnAt: null }, select: { id: true }, take: 1 },
    },
    orderBy: { position: "asc" },
  });
  return found.flatMap(({ position, guests, called, ...item }) => (position === null ? [] : [{ ...item, position, bringsSomebody: guests.length + called.length > 0 }]));
}

// In one statement, because the rule that no two items share a place is asked at its end.
async function placeInOrder(viewer: Viewer, order: readonly string[]): Promise<void> {
  await viewer.db.$executeRaw`
    UPDATE agenda_item i SET position = n.place * ${PLACE}::int
    FROM unnest(${order}::uuid[]) WITH ORDINALITY AS n(id, place) WHERE i.id = n.id AND i.position <> n.place * ${PLACE}::int`;
}

// Asked again after the refused write: another person's change may have come between the first look and that write.
async function asItStands(viewer: Viewer, itemId: string): Promise<ItemChanged> {
  const { position, ...now } = await viewer.db.agendaItem.findUniqueOrThrow({
    where: { id: itemId },
    select: { title: true, explanation: true, minutes: true, version: true, position: true },
  });
  return position === null ? { ok: false, problem: "REMOVED_MEANWHILE" } : { ok: false, problem: "CHANGED_MEANWHILE", now };
}
