import { dayOf, formatDate, formatDayMonth, formatPeriod, formatWeekdayMonth, weekdayOf, type Day } from "#lib/dates";
import { noMembersIn } from "#lib/planning/slot-question";
import type { Advice, DayCounts, LeftOutDays, Named, NotComing, Obstacle, Person, Reason, Reasons, Turnout } from "#lib/planning/slot-question";
import { weekdayName } from "#lib/texts/availability";
import { inSentence, oneOf } from "#lib/texts/core-teams";
import { attendanceNames, listed } from "#lib/texts/meetings";

/** Why somebody cannot come, behind a name: "werkt niet op dinsdag". */
export function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case "NOT_YET_MEMBER":
      return "is dan nog geen lid";
    case "NO_LONGER_MEMBER":
      return "is dan geen lid meer";
    case "ABSENT":
      return `is er niet ${stretchWords(reason)}${reason.replacement ? `; ook vervanger ${reason.replacement.name} kan niet: ${allReasonWords(reason.replacement.reasons)}` : ""}`;
    case "NOT_WORKING":
      return `werkt niet op ${weekdayName(reason.weekday)}${partNames[reason.part]}`;
    case "BUSY":
      return reason.meeting.at === null ? "heeft dan een andere bijeenkomst" : `is dan al bij ${reason.meeting.at}`;
    case "TRAVEL_FROM":
      return `heeft te weinig reistijd vanaf ${reason.meeting.at ?? another} (${minuteWords(reason.minutes)})`;
    case "TRAVEL_TO":
      return `heeft te weinig reistijd naar ${reason.meeting.at ?? another} (${minuteWords(reason.minutes)})`;
    case "TRAVEL_BETWEEN":
      return `houdt te weinig reistijd over van ${reason.from.at ?? another} naar ${reason.to.at ?? another} (${minuteWords(reason.minutes)})`;
    case "DAY_FULL":
      return `heeft die dag al ${reason.meetings === 1 ? "een bijeenkomst" : `${reason.meetings} bijeenkomsten`}`;
  }
}

/** All that is in somebody's way: "werkt niet op dinsdag en is dan al bij De Meerpaal". An absence goes last, because what keeps the replacement away runs on to the end. */
export function allReasonWords(reasons: Reasons): string {
  const absentLast = reasons.toSorted((a, b) => Number(a.kind === "ABSENT") - Number(b.kind === "ABSENT"));
  return listed(absentLast.map(reasonWords));
}

/**
 * Who comes to a moment, in a line: "6 van 7; schoolarts (gewenst) kan niet: werkt niet op dinsdag". Counts the seats of
 * who is needed or wanted; who is on call is in neither number. Of several reasons the first is told.
 */
export function turnoutLine(turnout: Turnout): string {
  const { required, preferred, notComing } = turnout;
  const missing = notComing.filter(({ attendance, seat }) => attendance !== "ON_CALL" && seat === "EMPTY");
  const lines = missing.map((each) => `${roleIn(turnout, each)} (${inSentence(attendanceNames[each.attendance])}) kan niet: ${reasonWords(each.reasons[0])}`);
  return [`${required.filled + preferred.filled} van ${required.all + preferred.all}`, ...lines].join("; ");
}

/**
 * Who comes to a moment that is offered at once: "iedereen kan", or "6 van 7: schoolarts (gewenst) werkt niet op dinsdag".
 * Names everybody who is needed or wanted and does not come, also when another of the group does, who is no member then, and
 * who comes instead of whom.
 */
export function offerLine(turnout: Turnout): string {
  const { required, preferred, coming, notComing } = turnout;
  const missing = [...notComing.filter(({ attendance, seat }) => attendance !== "ON_CALL" && seat !== "NONE"), ...noMembersIn(turnout)];
  const absent = missing.map((each) => `${roleIn(turnout, each)} (${inSentence(attendanceNames[each.attendance])}) ${reasonWords(each.reasons[0])}`);
  const instead = coming.flatMap(({ name, replacement, attendance }) => (replacement && attendance !== "ON_CALL" ? [`${replacement.name} komt in plaats van ${name}`] : []));
  if (absent.length === 0) return ["iedereen kan", ...instead].join("; ");
  return `${required.filled + preferred.filled} van ${required.all + preferred.all}: ${[...absent, ...instead].join("; ")}`;
}

/** Somebody who does not come, with everything that is in the way: "Amira El Idrissi, schoolarts: werkt niet op dinsdag". */
export function notComingLine({ name, functionName, reasons }: NotComing): string {
  return `${name}, ${inSentence(functionName)}: ${allReasonWords(reasons)}`;
}

/** What would help, and how many moments that gives: "Als de schoolarts één dinsdag vrijmaakt: 4 momenten". */
export function adviceLine(advice: Advice): string {
  return `${helpWords(advice)}: ${advice.gain === 1 ? "1 moment" : `${advice.gain} momenten`}${advice.fitting > advice.gain ? " erbij" : ""}`;
}

/** Who and when an advice is about: "Amira El Idrissi, op di 24 november"; null when there is nothing to add. */
export function adviceDetail(advice: Advice): string | null {
  switch (advice.kind) {
    case "FREE_DAY":
    case "COME_ANYWAY":
      return `${advice.person.name}, op ${formatWeekdayMonth(advice.day)}`;
    case "MOVE_MEETING":
      return `${formatPeriod(advice.meeting.startsAt, advice.meeting.endsAt)}, met ${listed(namesOf(advice.people))}`;
    case "NO_MAXIMUM":
      return advice.person.name;
    case "NOT_REQUIRED":
      return listed(namesOf(advice.people));
    case "DIGITAL":
      return "Dan is er geen reistijd nodig";
    case "SHORTER":
      return null;
  }
}

/** Who stands in the way how often: "Schoolarts: kan bij 120 van de 200 momenten niet". */
export function obstacleLine({ people, blocked }: Obstacle, considered: number): string {
  return `${oneOf(unique(people.map(({ functionName }) => functionName)))}: kan bij ${blocked} van de ${considered} momenten niet`;
}

/** Why somebody stands in the way, most often first: "werkt dan niet (96), heeft dan een andere bijeenkomst (30)". */
export function obstacleReasons({ reasons }: Obstacle): string {
  return reasons.map(({ kind, moments }) => `${kindWords[kind]} (${moments})`).join(", ");
}

/** Days on which nothing can be planned, and why: "di 6 oktober" and "studiedag, de school is dicht". */
export function closedLine(days: LeftOutDays): { days: string; why: string } {
  return { days: days.firstDay === days.lastDay ? formatWeekdayMonth(days.firstDay) : daysWords(days.firstDay, days.lastDay), why: whyClosed(days) };
}

/** What to do when there are few moments, as a heading; when no day is left at all, nobody is in the way. */
export function fewMomentsTitle({ fitting, days }: { fitting: number; days: DayCounts }): string {
  if (days.open === 0) return planningTexts.noDayOpen;
  return fitting === 0 ? planningTexts.nothingFits : planningTexts.whatHelps;
}

/** Words around the moments that the slot finder offers. */
export const planningTexts = {
  bestMoments: "Beste momenten",
  fitting: (fitting: number, considered: number) => `${fitting === 1 ? "1 moment past" : `${fitting} momenten passen`}, van de ${considered} in deze periode.`,
  noDayOpen: "In deze periode kan het op geen enkele dag.",
  noDayOpenWhy: "Alle dagen vallen af: hieronder staat waarom. Kies een langere periode.",
  nothingFits: "In deze periode kan niet iedereen die nodig is.",
  whatBlocks: "Wat staat in de weg",
  whatHelps: "Wat zou helpen",
  nothingHelps: "Er is niet één ding dat op zichzelf genoeg is. Kies een langere periode, of maak iemand gewenst in plaats van nodig.",
  closedTitle: "Dagen die niet meedoen",
  weekends: "Weekenden doen nooit mee.",
  replacedBy: (name: string) => `vervangen door ${name}`,
  presumed: "werkdagen niet bekend",
  comes: "Komt",
  comesNot: "Kan niet",
} as const;

const another = "een andere bijeenkomst";

function whyClosed(days: LeftOutDays): string {
  switch (days.kind) {
    case "TEAM_MEETING":
      return "dan heeft dit team al een bijeenkomst";
    case "STUDY_DAY":
      return `de school is dicht: ${days.name}`;
    case "SCHOOL_HOLIDAY":
      return `het is ${days.name.toLowerCase()}`;
    case "PUBLIC_HOLIDAY":
      return `het is ${days.name}`;
  }
}

const partNames = { DAY: "", MORNING: "ochtend", AFTERNOON: "middag" } as const;

const kindWords: Record<Reason["kind"], string> = {
  NOT_YET_MEMBER: "is dan nog geen lid",
  NO_LONGER_MEMBER: "is dan geen lid meer",
  ABSENT: "is er dan niet",
  NOT_WORKING: "werkt dan niet",
  BUSY: "heeft dan een andere bijeenkomst",
  TRAVEL_FROM: "heeft te weinig reistijd ervoor",
  TRAVEL_TO: "heeft te weinig reistijd erna",
  TRAVEL_BETWEEN: "heeft te weinig reistijd tussen andere bijeenkomsten",
  DAY_FULL: "heeft die dag al genoeg bijeenkomsten",
};

function helpWords(advice: Advice): string {
  switch (advice.kind) {
    case "FREE_DAY":
      return `Als ${the(advice.person)} één ${weekdayName(weekdayOf(advice.day))}${partNames[advice.part]} vrijmaakt`;
    case "COME_ANYWAY":
      return `Als ${the(advice.person)} ondanks de afwezigheid één dag komt`;
    case "MOVE_MEETING":
      return `Als de bijeenkomst van ${formatDayMonth(dayOf(advice.meeting.startsAt))} bij ${advice.meeting.at} naar een andere dag gaat`;
    case "DIGITAL":
      return "Als de bijeenkomst digitaal is";
    case "SHORTER":
      return `Als de bijeenkomst ${minuteWords(advice.minutes)} duurt`;
    case "NO_MAXIMUM":
      return `Als ${the(advice.person)} meer dan ${advice.meetings === 1 ? "één bijeenkomst" : `${advice.meetings} bijeenkomsten`} op een dag wil`;
    case "NOT_REQUIRED":
      return `Als de ${inSentence(oneOf(unique(advice.people.map(({ functionName }) => functionName))))} gewenst is in plaats van nodig`;
  }
}

function the({ functionName }: Person): string {
  return `de ${inSentence(functionName)}`;
}

// Of two people with one function it has to be told which.
function roleIn({ coming, notComing }: Turnout, { name, functionName }: Named): string {
  const same = [...coming, ...notComing].filter((each) => each.functionName === functionName);
  return same.length > 1 ? `${inSentence(functionName)} ${name}` : inSentence(functionName);
}

function stretchWords({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }): string {
  return `${firstDay === lastDay ? "op" : "van"} ${daysWords(firstDay, lastDay)}`;
}

// Beside a date with its year, so that only a stretch over New Year needs years.
function daysWords(firstDay: Day, lastDay: Day): string {
  if (firstDay === lastDay) return formatDayMonth(firstDay);
  if (firstDay.slice(0, 4) !== lastDay.slice(0, 4)) return `${formatDate(firstDay)} tot en met ${formatDate(lastDay)}`;
  const first = firstDay.slice(0, 7) === lastDay.slice(0, 7) ? String(Number(firstDay.slice(8))) : formatDayMonth(firstDay);
  return `${first} tot en met ${formatDayMonth(lastDay)}`;
}

function minuteWords(minutes: number): string {
  return minutes === 1 ? "1 minuut" : `${minutes} minuten`;
}

function namesOf(people: readonly Person[]): string[] {
  return unique(people.map(({ name }) => name));
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)];
}
