"use server";

import type { Viewer } from "#lib/access/viewer";
import { changeAbsence, changeMostMeetings, dropWorkingPattern, reportAbsence, setWorkingPattern, withdrawAbsence, type AbsenceProblem } from "#lib/availability/commands";
import { changeAbsenceSchema, changeMostMeetingsSchema, dropWorkingPatternSchema, reportAbsenceSchema, setWorkingPatternSchema, withdrawAbsenceSchema } from "#lib/availability/schema";
import { formAction, type Outcome, type Refusal } from "#lib/forms/form-action";
import { availabilityTexts as texts } from "#lib/texts/availability";

export const setWorkingPatternAction = formAction("availability:change", setWorkingPatternSchema, async (viewer, input) => {
  const result = await setWorkingPattern(viewer, input);
  if (result.ok) return backTo(viewer, result.personId, "working-days-saved");
  return result.problem === "TOO_EARLY" ? { errors: { validFrom: texts.problems.TOO_EARLY } } : changedMeanwhile(result.version);
});

export const dropWorkingPatternAction = formAction("availability:change", dropWorkingPatternSchema, async (viewer, input) => {
  const result = await dropWorkingPattern(viewer, input);
  return result.ok ? backTo(viewer, result.personId, "working-days-dropped") : { message: texts.problems.NOT_COMING };
});

export const changeMostMeetingsAction = formAction("availability:change", changeMostMeetingsSchema, async (viewer, input) => {
  const result = await changeMostMeetings(viewer, input);
  return result.ok ? backTo(viewer, result.personId, "most-meetings-saved") : changedMeanwhile(result.version);
});

export const reportAbsenceAction = formAction("availability:change", reportAbsenceSchema, async (viewer, input) => {
  const result = await reportAbsence(viewer, input);
  return result.ok ? backTo(viewer, result.personId, "absence-saved") : refusedAbsence(result);
});

export const changeAbsenceAction = formAction("availability:change", changeAbsenceSchema, async (viewer, input) => {
  const result = await changeAbsence(viewer, input);
  if (result.ok) return backTo(viewer, result.personId, "absence-saved");
  return result.problem === "CHANGED_MEANWHILE" ? changedMeanwhile(result.version) : refusedAbsence(result);
});

export const withdrawAbsenceAction = formAction("availability:change", withdrawAbsenceSchema, async (viewer, input) => {
  const { personId } = await withdrawAbsence(viewer, input);
  return backTo(viewer, personId, "absence-withdrawn");
});

function backTo(viewer: Viewer, personId: string, notice: string): Outcome {
  return { goTo: `/availability?${personId === viewer.person.id ? "" : `person=${personId}&`}notice=${notice}` };
}

function changedMeanwhile(version: number): Refusal {
  return { message: texts.changedMeanwhile, offers: { version: [{ value: String(version), label: "" }] } };
}

function refusedAbsence({ problem }: AbsenceProblem): Refusal {
  const sentence = texts.problems[problem];
  if (problem === "REPLACEMENT_UNKNOWN") return { errors: { replacementId: sentence } };
  return { errors: problem === "OVERLAPS" ? { firstDay: sentence } : { lastDay: sentence } };
}
