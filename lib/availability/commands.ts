import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { findAbsence, findGuidedConsortium, listReplacements } from "#lib/availability/queries";
import { whyNotAbsent } from "#lib/availability/rules";
import type { ChangeAbsence, ChangeMostMeetings, DropWorkingPattern, ReportAbsence, SetWorkingPattern, WithdrawAbsence } from "#lib/availability/schema";
import { dayForDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";

/** Whose availability it is that was changed. */
export type Changed = { ok: true; personId: string };

/** Somebody else changed it since the form was opened. */
export type ChangedMeanwhile = { ok: false; problem: "CHANGED_MEANWHILE"; version: number };

/** Why days cannot be an absence. */
export type AbsenceProblem = { ok: false; problem: "OUT_OF_ORDER" | "OVER" | "TOO_LONG" | "OVERLAPS" | "REPLACEMENT_UNKNOWN" };

/**
 * Settles on which dayparts somebody works from a day on, today or later. A pattern that begins on the same day is
 * replaced by it; what held before stays what it was.
 */
export async function setWorkingPattern(viewer: Viewer, { personId, version, validFrom, mornings, afternoons }: SetWorkingPattern): Promise<Changed | ChangedMeanwhile | { ok: false; problem: "TOO_EARLY" }> {
  const scope = await mayChange(viewer, personId);
  if (scope) viewer.mustBeAbleTo("availability:change", scope);
  if (validFrom < viewer.today) return { ok: false, problem: "TOO_EARLY" };
  const refused = await claimVersion(viewer, personId, version, {});
  if (refused) return refused;
  await viewer.db.workingPattern.deleteMany({ where: { personId, validFrom: dayForDatabase(validFrom) } });
  await viewer.db.workingPattern.createMany({ data: [{ id: randomUUID(), personId, validFrom: dayForDatabase(validFrom), mornings, afternoons }] });
  await tell(viewer, scope, personId, { done: "WORKING_DAYS" });
  return { ok: true, personId };
}

/** Lets a pattern that has not begun yet lapse. One that has begun is followed by another. */
export async function dropWorkingPattern(viewer: Viewer, { personId, patternId }: DropWorkingPattern): Promise<Changed | { ok: false; problem: "NOT_COMING" }> {
  const scope = await mayChange(viewer, personId);
  if (scope) viewer.mustBeAbleTo("availability:change", scope);
  const { count } = await viewer.db.workingPattern.deleteMany({ where: { id: patternId, personId, validFrom: { gt: dayForDatabase(viewer.today) } } });
  if (count === 0) return { ok: false, problem: "NOT_COMING" };
  await tell(viewer, scope, personId, { done: "WORKING_DAYS_DROPPED" });
  return { ok: true, personId };
}

/** Settles how many meetings somebody takes on in a day; null for what the samenwerkingsverband holds to. */
export async function changeMostMeetings(viewer: Viewer, { personId, version, most }: ChangeMostMeetings): Promise<Changed | ChangedMeanwhile> {
  const scope = await mayChange(viewer, personId);
  if (scope) viewer.mustBeAbleTo("availability:change", scope);
  const refused = await claimVersion(viewer, personId, version, { mostMeetings: most });
  if (refused) return refused;
  await tell(viewer, scope, personId, { done: "MOST_MEETINGS", most });
  return { ok: true, personId };
}

/**
 * Tells that somebody is away for whole days, and who comes instead. Refuses days that are over or that are told already,
 * and a replacement whom the absent person does not work with. Why somebody is away is asked nowhere.
 */
export async function reportAbsence(viewer: Viewer, { personId, ...input }: ReportAbsence): Promise<Changed | AbsenceProblem> {
  const scope = await mayChange(viewer, personId);
  if (scope) viewer.mustBeAbleTo("availability:change", scope);
  const id = randomUUID();
  const problem = await absenceProblem(viewer, personId, input);
  if (problem) return problem;
  const refused = await attempt(viewer, () => viewer.db.absence.createMany({ data: [{ id, personId, ...rowOf(input) }] }));
  if (refused !== null) return overlap(refused);
  await tell(viewer, scope, personId, { done: "ABSENT", replaced: input.replacementId !== null });
  return { ok: true, personId };
}

/** Changes the days or the replacement of an absence that is not over. */
export async function changeAbsence(viewer: Viewer, { absenceId, version, ...input }: ChangeAbsence): Promise<Changed | AbsenceProblem | ChangedMeanwhile> {
  const absence = await findAbsence(viewer, absenceId);
  if (!absence) throw new NotFoundError("absence");
  const scope = await mayChange(viewer, absence.person.id);
  if (scope) viewer.mustBeAbleTo("availability:change", scope);
  const problem = await absenceProblem(viewer, absence.person.id, input);
  if (problem) return problem;
  let changed = 0;
  const refused = await attempt(viewer, async () => {
    changed = (await viewer.db.absence.updateMany({ where: { id: absenceId, version }, data: { ...rowOf(input), version: version + 1 } })).count;
  });
  if (refused !== null) return overlap(refused);
  if (changed === 0) return { ok: false, problem: "CHANGED_MEANWHILE", version: absence.version };
  await tell(viewer, scope, absence.person.id, { done: "ABSENCE_CHANGED", replaced: input.replacementId !== null });
  return { ok: true, personId: absence.person.id };
}

/** Takes back an absence that is not over: somebody is there after all. */
export async function withdrawAbsence(viewer: Viewer, { absenceId }: WithdrawAbsence): Promise<Changed> {
  const absence = await findAbsence(viewer, absenceId);
  if (!absence) throw new NotFoundError("absence");
  const scope = await mayChange(viewer, absence.person.id);
  if (scope) viewer.mustBeAbleTo("availability:change", scope);
  await viewer.db.absence.deleteMany({ where: { id: absenceId } });
  await tell(viewer, scope, absence.person.id, { done: "ABSENCE_WITHDRAWN" });
  return { ok: true, personId: absence.person.id };
}

/** Null for the own availability; else the samenwerkingsverband by which it may be changed, and who has none does not see this person. */
async function mayChange(viewer: Viewer, personId: string): Promise<Scope | null> {
  if (personId === viewer.person.id) return null;
  const consortiumId = await findGuidedConsortium(viewer, personId);
  if (consortiumId === null) throw new NotFoundError("person");
  return { consortiumId };
}

/** Takes the version a form started from; refuses when somebody else was first. */
async function claimVersion(viewer: Viewer, personId: string, version: number, data: { mostMeetings?: number | null }): Promise<ChangedMeanwhile | null> {
  if (version === 0) {
    const { count } = await viewer.db.availability.createMany({ data: [{ personId, ...data }], skipDuplicates: true });
    if (count === 1) return null;
  } else {
    const { count } = await viewer.db.availability.updateMany({ where: { personId, version }, data: { ...data, version: version + 1 } });
    if (count === 1) return null;
  }
  const now = await viewer.db.availability.findUnique({ where: { personId }, select: { version: true } });
  return { ok: false, problem: "CHANGED_MEANWHILE", version: now?.version ?? 0 };
}

type AbsentDays = { firstDay: string; lastDay: string; replacementId: string | null };

async function absenceProblem(viewer: Viewer, personId: string, input: AbsentDays): Promise<AbsenceProblem | null> {
  const problem = whyNotAbsent(input, viewer.today);
  if (problem) return { ok: false, problem };
  if (input.replacementId === null) return null;
  const candidates = await listReplacements(viewer, personId);
  return candidates.some((candidate) => candidate.personId === input.replacementId) ? null : { ok: false, problem: "REPLACEMENT_UNKNOWN" };
}

function rowOf({ firstDay, lastDay, replacementId }: AbsentDays) {
  return { firstDay: dayForDatabase(firstDay), lastDay: dayForDatabase(lastDay), replacementId };
}

function overlap(refused: string): AbsenceProblem {
  if (refused === "absence_does_not_overlap") return { ok: false, problem: "OVERLAPS" };
  if (refused === "row-level-security") return { ok: false, problem: "REPLACEMENT_UNKNOWN" };
  throw new Error(`An absence was refused: ${refused}.`);
}

async function tell(viewer: Viewer, scope: Scope | null, personId: string, details: Record<string, string | number | boolean | null>): Promise<void> {
  await record(viewer, scope === null ? "availability:change-own" : "availability:change", scope ?? {}, { objectType: "person", objectId: personId, details });
}
