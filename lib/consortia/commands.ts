import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { defaultTemplates } from "#lib/agenda-templates/default-templates";
import { record } from "#lib/audit/record";
import type { OrganisationKind, Sector } from "#lib/consortia/kinds";
import { moved, nameFromAddress, prefixOfCodes, sectorOfCode } from "#lib/consortia/rules";
import type { AddFunction, AddOrganisation, ChangeConsortium, ChangeFunction, ChangeOrganisation, MoveFunction } from "#lib/consortia/schema";
import { defaultFunctions } from "#lib/core-teams/default-functions";
import { dayForDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { consortiumTexts } from "#lib/texts/consortia";

/** Whether the samenwerkingsverband was changed, or what stands in the way. */
export type ChangeConsortiumResult =
  | { ok: true }
  | { ok: false; problem: "CHANGED_MEANWHILE"; now: { name: string; code: string | null; version: number } }
  | { ok: false; problem: "CODE_OF_OTHER_SECTOR"; sector: "PO" | "VO" }
  | { ok: false; problem: "CODE_IN_USE" };

/** Changes what a samenwerkingsverband is called, and its official number. Each number belongs to one. */
export async function changeConsortium(viewer: Viewer, { consortiumId, version, name, code }: ChangeConsortium): Promise<ChangeConsortiumResult> {
  const consortium = await viewer.db.consortium.findFirst({ where: { id: consortiumId }, select: { name: true, code: true, sector: true, version: true } });
  if (!consortium) throw new NotFoundError("consortium");
  viewer.mustBeAbleTo("consortium:change", { consortiumId });
  const prefix = prefixOfCodes(consortium.sector);
  if (code !== null && prefix !== null && !code.startsWith(prefix)) return { ok: false, problem: "CODE_OF_OTHER_SECTOR", sector: prefix };
  let changed = 0;
  const refused = await attempt(viewer, async () => {
    changed = (await viewer.db.consortium.updateMany({ where: { id: consortiumId, version }, data: { name, code, version: version + 1 } })).count;
  });
  if (refused === "consortium_code_is_unique") return { ok: false, problem: "CODE_IN_USE" };
  if (refused !== null) throw new Error(`Changing a consortium was refused: ${refused}.`);
  if (changed === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now: consortium };
  await record(viewer, "consortium:change", { consortiumId }, { objectType: "consortium", objectId: consortiumId });
  return { ok: true };
}

/** Whether an organisation is there now, or what stands in the way. */
export type OrganisationResult =
  | { ok: true; consortiumId: string }
  | { ok: false; problem: "NAME_IN_USE" }
  | { ok: false; problem: "CHANGED_MEANWHILE"; now: { name: string; kind: OrganisationKind; phone: string | null; version: number } };

/** Adds an organisation whose people work with the schools of a samenwerkingsverband. Its name is there once. */
export async function addOrganisation(viewer: Viewer, { consortiumId, ...fields }: AddOrganisation): Promise<OrganisationResult> {
  const scope = await scopeOf(viewer, consortiumId);
  viewer.mustBeAbleTo("organisation:manage", scope);
  const id = randomUUID();
  const refused = await attempt(viewer, () => viewer.db.organisation.createMany({ data: [{ id, consortiumId, ...fields }] }));
  if (refused === "organisation_name_is_unique") return { ok: false, problem: "NAME_IN_USE" };
  if (refused !== null) throw new Error(`Adding an organisation was refused: ${refused}.`);
  await record(viewer, "organisation:manage", scope, { objectType: "organisation", objectId: id, details: { done: "ADDED" } });
  return { ok: true, consortiumId };
}

/** Changes an organisation, in every core team at once. */
export async function changeOrganisation(viewer: Viewer, { organisationId, version, ...fields }: ChangeOrganisation): Promise<OrganisationResult> {
  const organisation = await viewer.db.organisation.findFirst({ where: { id: organisationId }, select: { consortiumId: true, name: true, kind: true, phone: true, version: true } });
  if (!organisation) throw new NotFoundError("organisation");
  const { consortiumId, ...now } = organisation;
  viewer.mustBeAbleTo("organisation:manage", { consortiumId });
  let changed = 0;
  const refused = await attempt(viewer, async () => {
    changed = (await viewer.db.organisation.updateMany({ where: { id: organisationId, version }, data: { ...fields, version: version + 1 } })).count;
  });
  if (refused === "organisation_name_is_unique") return { ok: false, problem: "NAME_IN_USE" };
  if (refused !== null) throw new Error(`Changing an organisation was refused: ${refused}.`);
  if (changed === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now };
  await record(viewer, "organisation:manage", { consortiumId }, { objectType: "organisation", objectId: organisationId, details: { done: "CHANGED" } });
  return { ok: true, consortiumId };
}

/** Whether a function is settled, or what stands in the way. */
export type FunctionResult = { ok: true; consortiumId: string; sector: Sector } | { ok: false; problem: "NAME_IN_USE" | "ENOUGH_ELSEWHERE" };

/** Adds a function for the core teams of a sector, at the end of its list. */
export async function addFunction(viewer: Viewer, { consortiumId, sector, heldBy, enoughWith, ...fields }: AddFunction): Promise<FunctionResult> {
  const scope = await scopeOf(viewer, consortiumId);
  viewer.mustBeAbleTo("team-function:manage", scope);
  const others = await lockFunctions(viewer, consortiumId, sector);
  const group = await groupWith(viewer, others, enoughWith);
  if (group === undefined) return { ok: false, problem: "ENOUGH_ELSEWHERE" };
  const id = randomUUID();
  const refused = await attempt(viewer, () =>
    viewer.db.teamFunction.createMany({
      data: [{
        id, consortiumId, sector, ...fields,
        // Nobody types a code; it only has to be one of its own.
        code: `OWN_${id.slice(0, 8).toUpperCase()}`,
        coordinates: heldBy === "SCHOOL",
        alternatives: group,
        position: Math.max(0, ...others.map(({ position }) => position)) + 1,
      }],
    }));
  if (refused === "team_function_name_is_unique") return { ok: false, problem: "NAME_IN_USE" };
  if (refused !== null) throw new Error(`Adding a function was refused: ${refused}.`);
  await record(viewer, "team-function:manage", scope, { objectType: "team_function", objectId: id, details: { done: "ADDED", sector, heldBy } });
  return { ok: true, consortiumId, sector };
}

/** Changes a function in all core teams of its sector at once: name, whether a complete team has it, and how much a meeting needs it. */
export async function changeFunction(viewer: Viewer, { functionId, enoughWith, ...fields }: ChangeFunction): Promise<FunctionResult> {
  const { consortiumId, sector } = await loadFunction(viewer, functionId);
  viewer.mustBeAbleTo("team-function:manage", { consortiumId });
  const others = (await lockFunctions(viewer, consortiumId, sector)).filter(({ id }) => id !== functionId);
  const group = await groupWith(viewer, others, enoughWith);
  if (group === undefined) return { ok: false, problem: "ENOUGH_ELSEWHERE" };
  const refused = await attempt(viewer, () => viewer.db.teamFunction.updateMany({ where: { id: functionId }, data: { ...fields, alternatives: group } }));
  if (refused === "team_function_name_is_unique") return { ok: false, problem: "NAME_IN_USE" };
  if (refused !== null) throw new Error(`Changing a function was refused: ${refused}.`);
  await record(viewer, "team-function:manage", { consortiumId }, { objectType: "team_function", objectId: functionId, details: { done: "CHANGED", expected: fields.expected, attendance: fields.attendance } });
  return { ok: true, consortiumId, sector };
}

/** Moves a function one place up or down in the list of its sector. At the end of the list nothing happens. */
export async function moveFunction(viewer: Viewer, { functionId, direction }: MoveFunction): Promise<{ ok: true; consortiumId: string; sector: Sector }> {
  const { consortiumId, sector } = await loadFunction(viewer, functionId);
  viewer.mustBeAbleTo("team-function:manage", { consortiumId });
  const order = (await lockFunctions(viewer, consortiumId, sector)).map(({ id }) => id);
  await viewer.db.$executeRaw`
    UPDATE team_function f SET position = n.position
    FROM unnest(${moved(order, functionId, direction)}::uuid[]) WITH ORDINALITY AS n(id, position) WHERE f.id = n.id AND f.position <> n.position`;
  await record(viewer, "team-function:manage", { consortiumId }, { objectType: "team_function", objectId: functionId, details: { done: "MOVED", direction } });
  return { ok: true, consortiumId, sector };
}

/** Who should administer which samenwerkingsverband, as whoever runs the server says. */
export type Appointment = {
  email: string;
  /** For somebody who is new here; by default made of the address. */
  name: string | null;
  /** The official number or the name of the samenwerkingsverband; null when there is only one. */
  consortium: string | null;
  /** Begins another samenwerkingsverband; the first one begins by itself. */
  isNew: boolean;
};

type KnownConsortium = { id: string; name: string; code: string | null };

export type AppointResult =
  | { ok: true; changed: boolean; personName: string; isNewPerson: boolean; consortiumName: string; isNewConsortium: boolean }
  | { ok: false; problem: "SEVERAL_CONSORTIA" | "UNKNOWN_CONSORTIUM"; consortia: KnownConsortium[] }
  | { ok: false; problem: "NO_SUCH_CODE" | "CODE_IN_USE" | "DEACTIVATED" };

/**
 * Makes somebody administrator, for whoever runs the server: the way in for the first one, when nobody can grant anything.
 * Makes the account when the address is new, and the first samenwerkingsverband with the usual functions. Doing it again
 * changes nothing.
 */
export async function appointAdministrator(viewer: Viewer, { email, name, consortium, isNew }: Appointment): Promise<AppointResult> {
  await viewer.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('appointing an administrator', 0))`;
  const known = await viewer.db.consortium.findMany({ select: { id: true, name: true, code: true }, orderBy: { name: "asc" } });
  const chosen = isNew || known.length === 0 ? consortiumToMake(known, consortium) : consortiumAmong(known, consortium);
  if ("problem" in chosen) return chosen;
  const scope = { consortiumId: chosen.id };
  viewer.mustBeAbleTo("administrator:appoint", scope);
  const account = await viewer.db.person.findFirst({ where: { email }, select: { id: true, name: true, deactivatedAt: true } });
  if (account?.deactivatedAt) return { ok: false, problem: "DEACTIVATED" };

  if (chosen.isNew) await makeConsortium(viewer, chosen);
  const person = account ?? (await viewer.db.person.create({ data: { email, name: name ?? nameFromAddress(email) }, select: { id: true, name: true } }));
  const changed = await makeAdministrator(viewer, scope.consortiumId, person.id);
  if (changed) await record(viewer, "administrator:appoint", scope, { objectType: "person", objectId: person.id, details: { isNewPerson: !account, isNewConsortium: chosen.isNew } });
  return { ok: true, changed, personName: person.name, isNewPerson: !account, consortiumName: chosen.name, isNewConsortium: chosen.isNew };
}

type ChosenConsortium = KnownConsortium & { isNew: boolean };

function consortiumToMake(known: readonly KnownConsortium[], wanted: string | null): ChosenConsortium | (AppointResult & { ok: false }) {
  const code = wanted?.replace(/\s+/g, "").toUpperCase() ?? null;
  if (code !== null && !/^(?:PO|VO)\d{4}$/.test(code)) return { ok: false, problem: "NO_SUCH_CODE" };
  if (code !== null && known.some((each) => each.code === code)) return { ok: false, problem: "CODE_IN_USE" };
  return { id: randomUUID(), name: newNameAmong(known, code), code, isNew: true };
}

/** What a new samenwerkingsverband is called until its administrator names it: told apart from the others. */
function newNameAmong(known: readonly KnownConsortium[], code: string | null): string {
  if (code !== null) return consortiumTexts.numbered(code);
  const taken = known.filter(({ name }) => name.startsWith(consortiumTexts.newName)).length;
  return taken === 0 ? consortiumTexts.newName : `${consortiumTexts.newName} ${taken + 1}`;
}

function consortiumAmong(known: readonly KnownConsortium[], wanted: string | null): ChosenConsortium | (AppointResult & { ok: false }) {
  const [only, ...others] = known;
  if (wanted === null && only && others.length === 0) return { ...only, isNew: false };
  if (wanted === null) return { ok: false, problem: "SEVERAL_CONSORTIA", consortia: [...known] };
  const comparable = (text: string) => text.normalize("NFC").trim().toLocaleLowerCase("nl");
  const found = known.filter(({ code, name }) => [code ?? "", name].some((each) => comparable(each) === comparable(wanted)));
  const [first, ...more] = found;
  if (!first || more.length > 0) return { ok: false, problem: "UNKNOWN_CONSORTIUM", consortia: [...known] };
  return { ...first, isNew: false };
}

async function makeConsortium(viewer: Viewer, { id, name, code }: KnownConsortium): Promise<void> {
  const sector = sectorOfCode(code);
  await viewer.db.consortium.createMany({ data: [{ id, name, code, sector }] });
  await viewer.db.teamFunction.createMany({ data: defaultFunctions(sector).map((each) => ({ consortiumId: id, ...each })) });
  const templates = defaultTemplates().map(({ items, ...template }) => ({ id: randomUUID(), consortiumId: id, ...template, items }));
  await viewer.db.agendaTemplate.createMany({ data: templates.map(({ items: _items, ...template }) => template) });
  await viewer.db.agendaTemplateItem.createMany({ data: templates.flatMap(({ id: templateId, items }) => items.map((item) => ({ ...item, consortiumId: id, templateId }))) });
}

/** Gives the role from today on, without a last day. Tells whether anything had to change. */
async function makeAdministrator(viewer: Viewer, consortiumId: string, personId: string): Promise<boolean> {
  const today = dayForDatabase(viewer.today);
  const held = await viewer.db.consortiumRole.findFirst({
    where: { consortiumId, personId, role: "ADMINISTRATOR", OR: [{ lastDay: null }, { lastDay: { gte: today } }] },
    select: { id: true, firstDay: true, lastDay: true },
    orderBy: { firstDay: "desc" },
  });
  if (held && held.lastDay === null && held.firstDay <= today) return false;
  if (!held) {
    await viewer.db.consortiumRole.createMany({ data: [{ consortiumId, personId, role: "ADMINISTRATOR", firstDay: today }] });
    return true;
  }
  await viewer.db.consortiumRole.deleteMany({ where: { consortiumId, personId, role: "ADMINISTRATOR", firstDay: { gt: today }, id: { not: held.id } } });
  await viewer.db.consortiumRole.updateMany({ where: { id: held.id }, data: { firstDay: held.firstDay < today ? held.firstDay : today, lastDay: null } });
  return true;
}

async function scopeOf(viewer: Viewer, consortiumId: string): Promise<Scope> {
  const consortium = await viewer.db.consortium.findFirst({ where: { id: consortiumId }, select: { id: true } });
  if (!consortium) throw new NotFoundError("consortium");
  return { consortiumId };
}

async function loadFunction(viewer: Viewer, functionId: string): Promise<{ consortiumId: string; sector: Sector }> {
  const found = await viewer.db.teamFunction.findFirst({ where: { id: functionId }, select: { consortiumId: true, sector: true } });
  if (!found) throw new NotFoundError("function");
  return found;
}

/** The group in which a function is together with another one, made when that one had none yet; undefined when it is not in this sector. */
async function groupWith(viewer: Viewer, others: readonly { id: string; alternatives: string | null }[], enoughWith: string | null): Promise<string | null | undefined> {
  if (enoughWith === null) return null;
  const other = others.find(({ id }) => id === enoughWith);
  if (!other || other.alternatives !== null) return other?.alternatives ?? undefined;
  await viewer.db.teamFunction.updateMany({ where: { id: other.id }, data: { alternatives: other.id } });
  return other.id;
}

/** The functions of a sector in their order; whoever settles functions there at the same moment waits. */
async function lockFunctions(viewer: Viewer, consortiumId: string, sector: Sector): Promise<{ id: string; alternatives: string | null; position: number }[]> {
  await viewer.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`functions of ${consortiumId}`}, 0))`;
  return viewer.db.teamFunction.findMany({
    where: { consortiumId, sector },
    select: { id: true, alternatives: true, position: true },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
  });
}
