import { patternOn, type DatedPattern, type PartOff } from "#lib/availability/rules";
import { addDays, weekdayOf, type Day } from "#lib/dates";
import type { Absence, Availability, Busy, Help, Invitee, Person, SlotQuestion } from "#lib/planning/slot-question";

/** The question as it would be once somebody has done what the advice says. */
export function following(question: SlotQuestion, help: Help): SlotQuestion {
  switch (help.kind) {
    case "FREE_DAY":
      return changing(question, help.person, (own) => ({ ...own, patterns: withDay(own.patterns, help.day, help.part) }));
    case "COME_ANYWAY":
      return changing(question, help.person, (own) => ({ ...own, absences: own.absences.flatMap((absence) => withoutDay(absence, help.day)) }));
    case "MOVE_MEETING":
      return { ...question, invitees: question.invitees.map((invitee) => ({ ...invitee, availability: withoutMeeting(invitee.availability, help.meeting) })) };
    case "DIGITAL":
      return { ...question, place: null };
    case "SHORTER":
      return { ...question, minutes: help.minutes };
    case "NO_MAXIMUM":
      return changing(question, help.person, (own) => ({ ...own, mostMeetingsADay: null }));
    case "NOT_REQUIRED":
      return { ...question, invitees: question.invitees.map((invitee) => (help.people.some((person) => isThis(invitee, person)) ? notRequired(invitee) : invitee)) };
  }
}

/** Whether two mentions are of one meeting; somebody's other meetings come without an id of their own. */
export function isSameMeeting(a: Busy, b: Busy): boolean {
  return a.startsAt.getTime() === b.startsAt.getTime() && a.endsAt.getTime() === b.endsAt.getTime() && a.at === b.at && a.place === b.place;
}

function changing(question: SlotQuestion, { personId }: Person, change: (own: Availability) => Availability): SlotQuestion {
  return { ...question, invitees: question.invitees.map((invitee) => (invitee.personId === personId ? { ...invitee, availability: change(invitee.availability) } : invitee)) };
}

function isThis(invitee: Invitee, { personId, functionName }: Person): boolean {
  return invitee.personId === personId && invitee.functionName === functionName;
}

function notRequired(invitee: Invitee): Invitee {
  return invitee.attendance === "REQUIRED" ? { ...invitee, attendance: "PREFERRED" } : invitee;
}

// One day more, and from the day after on what it was.
function withDay(patterns: readonly DatedPattern[], day: Day, part: PartOff): DatedPattern[] {
  const pattern = patternOn(patterns, day);
  if (!pattern) return [...patterns];
  const [weekday, dayAfter] = [weekdayOf(day), addDays(day, 1)];
  const mornings = part === "AFTERNOON" ? pattern.mornings : [...pattern.mornings, weekday];
  const afternoons = part === "MORNING" ? pattern.afternoons : [...pattern.afternoons, weekday];
  const others = patterns.filter(({ validFrom }) => validFrom !== day);
  const after = others.some(({ validFrom }) => validFrom === dayAfter) ? [] : [{ ...pattern, validFrom: dayAfter }];
  return [...others, { validFrom: day, mornings, afternoons }, ...after];
}

function withoutDay(absence: Absence, day: Day): Absence[] {
  if (absence.firstDay > day || absence.lastDay < day) return [absence];
  const parts = [{ ...absence, lastDay: addDays(day, -1) }, { ...absence, firstDay: addDays(day, 1) }];
  return parts.filter(({ firstDay, lastDay }) => firstDay <= lastDay);
}

// Also for those who come in somebody's place.
function withoutMeeting(availability: Availability, meeting: Busy): Availability {
  const besides = (busy: readonly Busy[]) => busy.filter((other) => !isSameMeeting(other, meeting));
  const absences = availability.absences.map((absence) => {
    const { replacement } = absence;
    return replacement ? { ...absence, replacement: { ...replacement, availability: { ...replacement.availability, busy: besides(replacement.availability.busy) } } } : absence;
  });
  return { ...availability, absences, busy: besides(availability.busy) };
}
