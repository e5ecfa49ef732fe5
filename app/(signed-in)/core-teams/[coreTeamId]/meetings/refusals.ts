import { dayOf, formatDay, formatPeriod, formatTime, formatWeekdayMonth } from "#lib/dates";
import { findingsRefusal } from "#lib/forms/findings-refusal";
import type { Refusal } from "#lib/forms/form-action";
import type { Clash } from "#lib/meetings/booking";
import type { MomentProblem, StateProblem } from "#lib/meetings/commands";
import type { FindingsProblem } from "#lib/meetings/free-text";
import { offerOf } from "#lib/meetings/offered-moment";
import type { OtherMoment } from "#lib/meetings/other-moments";
import type { MeetingWarning } from "#lib/meetings/rules";
import { unavailableWords } from "#lib/texts/availability";
import { offerLine } from "#lib/texts/planning";
import { inviteeTexts, meetingKindNames, meetingTexts, momentLabels, momentTexts, rescheduleTexts } from "#lib/texts/meetings";

const MOST_MEETINGS = 3;

/** What a form says about a moment that was refused: the sentence at its field, and what to do instead. */
export function refusedMoment(problem: MomentProblem | FindingsProblem, typed: { date: string; start: string }): Refusal {
  switch (problem.problem) {
    case "NO_SUCH_TIME":
      return { errors: { start: momentTexts.noSuchTime(formatDay(typed.date), typed.start.replace(":", ".")) } };
    case "FINDINGS":
      return findingsRefusal(problem.findings, momentLabels);
    case "PAST":
      return { errors: { date: momentTexts.past } };
    case "NOBODY_INVITED":
      return { errors: { invitees: inviteeTexts.nobody } };
    case "NEEDS_CONFIRMATION":
      return {
        errors: { confirmed: [...problem.warnings.map(warningSentence), momentTexts.confirmFirst].join(" ") },
        offers: { confirmed: problem.warnings.map((warning) => ({ value: warning.key, label: confirmLabel(warning) })) },
      };
    case "PERSON_ALREADY_BOOKED":
      return {
        errors: { date: [clashSentences(problem.clashes), problem.alternatives.length > 0 ? momentTexts.chooseOne : momentTexts.otherMoment].join(" ") },
        offers: { moment: problem.alternatives.map(momentOffer) },
      };
  }
}

/** What a form says when the meeting was changed by somebody else, or is in no state for this. */
export function refusedState(problem: StateProblem): Refusal {
  if (problem.problem !== "CHANGED_MEANWHILE") return { message: rescheduleTexts.notPossible[problem.problem] };
  const { version, kind, theme, startsAt, endsAt, place, link } = problem.now;
  const is = [formatPeriod(startsAt, endsAt), place, link, meetingTexts.about(meetingKindNames[kind], theme)].filter(Boolean).join(", ");
  return { message: rescheduleTexts.changedMeanwhile(is), offers: { version: [{ value: String(version), label: "" }] } };
}

/** The sentences that say who is elsewhere, and where as far as that may be known: one for each other meeting. */
export function clashSentences(clashes: readonly Clash[]): string {
  if (clashes.length === 0) return momentTexts.someoneBusy;
  const meetings = Object.values(Object.groupBy(clashes, ({ startsAt, teamName }) => `${startsAt.getTime()} ${teamName ?? ""}`));
  const sentences = meetings.slice(0, MOST_MEETINGS).flatMap((there = []) => {
    const [first] = there;
    return first ? [momentTexts.clash({ names: there.map(({ name }) => name), ...whereabouts(first) })] : [];
  });
  return [...sentences, ...(meetings.length > MOST_MEETINGS ? [momentTexts.moreClashes] : [])].join(" ");
}

/** The sentence for somebody who is elsewhere himself. */
export function ownClashSentence(clash: Clash | undefined): string {
  return clash ? momentTexts.ownClash(whereabouts(clash)) : momentTexts.someoneBusy;
}

function whereabouts({ startsAt, teamName }: Clash) {
  return { day: formatWeekdayMonth(dayOf(startsAt)), time: formatTime(startsAt), teamName };
}

/** A moment as a button, which also stands for knowing who cannot come then; the hint beside it tells who. */
export function momentOffer(moment: OtherMoment) {
  return { value: offerOf(moment), label: momentLabel(moment.period.startsAt), hint: offerLine(moment.turnout) };
}

/** A moment as it stands on a button. */
export function momentLabel(startsAt: Date): string {
  return momentTexts.moment(formatWeekdayMonth(dayOf(startsAt)), formatTime(startsAt));
}

function warningSentence(warning: MeetingWarning): string {
  const day = formatDay(warning.day);
  switch (warning.code) {
    case "SCHOOL_HOLIDAY":
    case "PUBLIC_HOLIDAY":
    case "STUDY_DAY":
      return momentTexts.warning[warning.code](day, warning.name);
    case "OUTSIDE_SCHOOL_HOURS":
      return momentTexts.warning.OUTSIDE_SCHOOL_HOURS(day, `${formatTime(warning.period.startsAt)}–${formatTime(warning.period.endsAt)}`);
    case "NOT_MEMBERS":
      return momentTexts.warning.NOT_MEMBERS(day, warning.names);
    case "UNAVAILABLE":
      return momentTexts.warning.UNAVAILABLE(warning.name, unavailableWords(warning.why));
    default:
      return momentTexts.warning[warning.code](day);
  }
}

function confirmLabel(warning: MeetingWarning): string {
  if (warning.code === "SCHOOL_HOLIDAY" || warning.code === "PUBLIC_HOLIDAY") return momentTexts.confirm[warning.code](warning.name);
  if (warning.code === "UNAVAILABLE") return momentTexts.confirm.UNAVAILABLE(warning.name);
  if (warning.code === "NOT_MEMBERS") return momentTexts.confirm.NOT_MEMBERS(warning.names);
  return momentTexts.confirm[warning.code];
}
