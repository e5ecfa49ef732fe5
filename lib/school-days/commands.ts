import { randomUUID } from "node:crypto";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import { dayForDatabase, type Day } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { findConsortiumHoliday, findPlanningRules, findStudyDay, findTeamStudyDays } from "#lib/school-days/queries";
import { LONGEST_HOLIDAY, LONGEST_STUDY_DAYS, whyNotClosed, type DaysProblem } from "#lib/school-days/rules";
import type { AddHoliday, AddStudyDay, ChangeHoliday, ChangePlanningRules, ChangeStudyDay, CorrectHoliday, RemoveHoliday, RemoveStudyDay } from "#lib/school-days/schema";

/** Whether a school is closed as was told, or why not. */
export type StudyDayResult = { ok: true; firstDay: Day } | { ok: false; problem: DaysProblem | "OVERLAPS" };

/** Tells that a school of a core team is closed. Refuses days on which it is closed for another study day already. */
export async function addStudyDay(viewer: Viewer, { coreTeamId, schoolId, ...input }: AddStudyDay): Promise<StudyDayResult> {
  const found = await findTeamStudyDays(viewer, coreTeamId, Number(viewer.today.slice(0, 4)));
  if (!found?.schools.some(({ id }) => id === schoolId)) throw new NotFoundError("school");
  const { scope } = found.team;
  viewer.mustBeAbleTo("study-day:manage", scope);
  const problem = whyNotClosed(input, LONGEST_STUDY_DAYS);
  if (problem) return { ok: false, problem };
  const id = randomUUID();
  const refused = await attempt(viewer, () => viewer.db.studyDay.createMany({ data: [{ id, consortiumId: scope.consortiumId, schoolId, ...rowOf(input) }] }));
  if (refused !== null) return overlap(refused);
  await record(viewer, "study-day:manage", scope, { objectType: "study_day", objectId: id, details: { done: "ADDED" } });
  return { ok: true, firstDay: input.firstDay };
}

/** Changes the days or the name of a study day. */
export async function changeStudyDay(viewer: Viewer, { coreTeamId, studyDayId, ...input }: ChangeStudyDay): Promise<StudyDayResult> {
  const found = await findStudyDay(viewer, coreTeamId, studyDayId);
  if (!found) throw new NotFoundError("study day");
  viewer.mustBeAbleTo("study-day:manage", found.scope);
  const problem = whyNotClosed(input, LONGEST_STUDY_DAYS);
  if (problem) return { ok: false, problem };
  const refused = await attempt(viewer, () => viewer.db.studyDay.updateMany({ where: { id: studyDayId }, data: rowOf(input) }));
  if (refused !== null) return overlap(refused);
  await record(viewer, "study-day:manage", found.scope, { objectType: "study_day", objectId: studyDayId, details: { done: "CHANGED" } });
  return { ok: true, firstDay: input.firstDay };
}

/** Takes a study day away: the school is open after all. */
export async function removeStudyDay(viewer: Viewer, { coreTeamId, studyDayId }: RemoveStudyDay): Promise<{ ok: true; firstDay: Day }> {
  const found = await findStudyDay(viewer, coreTeamId, studyDayId);
  if (!found) throw new NotFoundError("study day");
  viewer.mustBeAbleTo("study-day:manage", found.scope);
  await viewer.db.studyDay.deleteMany({ where: { id: studyDayId } });
  await record(viewer, "study-day:manage", found.scope, { objectType: "study_day", objectId: studyDayId, details: { done: "REMOVED" } });
  return { ok: true, firstDay: found.firstDay };
}

/** Whether a holiday holds as was told, or why not. */
export type HolidayResult = { ok: true; consortiumId: string; firstDay: Day } | { ok: false; problem: DaysProblem };

/** Adds days on which all schools of a samenwerkingsverband are closed. */
export async function addHoliday(viewer: Viewer, { consortiumId, ...input }: AddHoliday): Promise<HolidayResult> {
  if (!viewer.consortiaFor("holiday:manage").includes(consortiumId)) throw new NotFoundError("consortium");
  viewer.mustBeAbleTo("holiday:manage", { consortiumId });
  const problem = whyNotClosed(input, LONGEST_HOLIDAY);
  if (problem) return { ok: false, problem };
  const id = randomUUID();
  await viewer.db.consortiumHoliday.createMany({ data: [{ id, consortiumId, ...rowOf(input) }] });
  await record(viewer, "holiday:manage", { consortiumId }, { objectType: "holiday", objectId: id, details: { done: "ADDED" } });
  return { ok: true, consortiumId, firstDay: input.firstDay };
}

/** Says what holds in one samenwerkingsverband instead of a holiday of the country, which stays what it is for the others. */
export async function correctHoliday(viewer: Viewer, { consortiumId, holidayId, open, ...input }: CorrectHoliday): Promise<HolidayResult> {
  const found = await findConsortiumHoliday(viewer, consortiumId, holidayId);
  if (!found || found.isOwn) throw new NotFoundError("holiday");
  viewer.mustBeAbleTo("holiday:manage", { consortiumId });
  const problem = whyNotClosed(input, LONGEST_HOLIDAY);
  if (problem) return { ok: false, problem };
  await viewer.db.consortiumHoliday.deleteMany({ where: { consortiumId, replacesId: holidayId } });
  await viewer.db.consortiumHoliday.createMany({ data: [{ id: randomUUID(), consortiumId, replacesId: holidayId, applies: !open, ...rowOf(input) }] });
  await record(viewer, "holiday:manage", { consortiumId }, { objectType: "holiday", objectId: holidayId, details: { done: "CORRECTED", open } });
  return { ok: true, consortiumId, firstDay: input.firstDay };
}

/** Changes a holiday that a samenwerkingsverband added itself. */
export async function changeHoliday(viewer: Viewer, { holidayId, ...input }: ChangeHoliday): Promise<HolidayResult> {
  const consortiumId = await ownConsortiumOf(viewer, holidayId);
  viewer.mustBeAbleTo("holiday:manage", { consortiumId });
  const problem = whyNotClosed(input, LONGEST_HOLIDAY);
  if (problem) return { ok: false, problem };
  await viewer.db.consortiumHoliday.updateMany({ where: { id: holidayId }, data: rowOf(input) });
  await record(viewer, "holiday:manage", { consortiumId }, { objectType: "holiday", objectId: holidayId, details: { done: "CHANGED" } });
  return { ok: true, consortiumId, firstDay: input.firstDay };
}

/** Takes an own holiday or a correction away; after a correction the holiday of the country holds again. */
export async function removeHoliday(viewer: Viewer, { holidayId }: RemoveHoliday): Promise<{ ok: true; consortiumId: string }> {
  const consortiumId = await ownConsortiumOf(viewer, holidayId);
  viewer.mustBeAbleTo("holiday:manage", { consortiumId });
  await viewer.db.consortiumHoliday.deleteMany({ where: { id: holidayId } });
  await record(viewer, "holiday:manage", { consortiumId }, { objectType: "holiday", objectId: holidayId, details: { done: "REMOVED" } });
  return { ok: true, consortiumId };
}

/** Whether the rules for planning hold, or which there are now. */
export type PlanningRulesResult = { ok: true } | { ok: false; problem: "CHANGED_MEANWHILE"; now: { mostMeetings: number; travelMinutes: number; version: number } };

/** Settles what a samenwerkingsverband holds to when it plans: meetings of one person in a day, minutes between two places. */
export async function changePlanningRules(viewer: Viewer, { consortiumId, version, ...rules }: ChangePlanningRules): Promise<PlanningRulesResult> {
  const now = await findPlanningRules(viewer, consortiumId);
  if (!now) throw new NotFoundError("consortium");
  viewer.mustBeAbleTo("planning-rules:change", { consortiumId });
  const { count } = await (version === 0
    ? viewer.db.planningRules.createMany({ data: [{ consortiumId, ...rules }], skipDuplicates: true })
    : viewer.db.planningRules.updateMany({ where: { consortiumId, version }, data: { ...rules, version: version + 1 } }));
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now: (await findPlanningRules(viewer, consortiumId)) ?? now };
  await record(viewer, "planning-rules:change", { consortiumId }, { objectType: "consortium", objectId: consortiumId, details: rules });
  return { ok: true };
}

async function ownConsortiumOf(viewer: Viewer, holidayId: string): Promise<string> {
  const found = await viewer.db.consortiumHoliday.findFirst({ where: { id: holidayId, consortiumId: { in: viewer.consortiaFor("holiday:manage") } }, select: { consortiumId: true } });
  if (!found) throw new NotFoundError("holiday");
  return found.consortiumId;
}

function rowOf({ name, firstDay, lastDay }: { name: string; firstDay: Day; lastDay: Day }) {
  return { name, firstDay: dayForDatabase(firstDay), lastDay: dayForDatabase(lastDay) };
}

function overlap(refused: string): StudyDayResult {
  if (refused === "study_day_does_not_overlap") return { ok: false, problem: "OVERLAPS" };
  throw new Error(`A study day was refused: ${refused}.`);
}
