import { addDays, addMonths, schoolYearOf, type Day } from "#lib/dates";

/** How long a samenwerkingsverband keeps the text of a casus, from the longest that is allowed. */
export const retentionTerms = ["NEXT_SCHOOL_YEAR", "SCHOOL_YEAR", "SIX_MONTHS", "THREE_MONTHS"] as const;
export type RetentionTerm = (typeof retentionTerms)[number];

/** What a samenwerkingsverband has settled, and since which day; null when it never chose. */
export type Retention = { term: RetentionTerm; changedOn: Day | null };

/** As long as is allowed: to the end of the school year after the one of the bijeenkomst. */
export const longestRetention: Retention = { term: "NEXT_SCHOOL_YEAR", changedOn: null };

/** How many days a casus waits to be shared, before it is erased. */
export const CONCEPT_DAYS = 30;

/** For how many days at least it is told that a text goes: a shorter term takes none that nobody could see coming. */
export const NOTICE_DAYS = 14;

/** From how many days ahead whoever leads a casus is shown that its text goes. */
const SHOWN_DAYS_AHEAD = 28;

/** Numbers below this one are not told. */
const FEW = 5;

/** After how many months at the latest a text that a team reads counts as discussed. */
const MOST_MONTHS_AHEAD = 12;

const MONTHS: Partial<Record<RetentionTerm, number>> = { SIX_MONTHS: 6, THREE_MONTHS: 3 };

/** What decides on which day a casus is erased. */
export type KeptCase = {
  madeOn: Day;
  /** Since when the team reads it; null for a concept. */
  sharedOn: Day | null;
  /** Since when it is a concept again, after it was stopped. */
  releasedOn: Day | null;
  /** The day of its bijeenkomst. */
  discussedOn: Day;
};

/**
 * The day on which the text of a casus is erased: by the term of its samenwerkingsverband, at the latest at the end of
 * the school year after the one it was discussed in. It counts as discussed within a year after it was shared. A term that
 * was made shorter counts from two weeks after that day on. What nobody but its writer reads goes after thirty days.
 */
export function erasureDay({ madeOn, sharedOn, releasedOn, discussedOn }: KeptCase, { term, changedOn }: Retention): Day {
  if (sharedOn === null && releasedOn === null) return addDays(madeOn, CONCEPT_DAYS);
  // A bijeenkomst can be moved as far ahead as one likes; the function kept_from of the database says the same.
  const from = sharedOn === null ? discussedOn : earliest(discussedOn, addMonths(sharedOn, MOST_MONTHS_AHEAD));
  const inTime = earliest(endOfTerm(longestRetention.term, from), latest(endOfTerm(term, from), changedOn && addDays(changedOn, NOTICE_DAYS)));
  return sharedOn === null && releasedOn !== null ? earliest(inTime, addDays(releasedOn, CONCEPT_DAYS)) : inTime;
}

/** The day on which a text is erased, by a term alone. */
export function endOfTerm(term: RetentionTerm, discussedOn: Day): Day {
  const months = MONTHS[term];
  return months === undefined ? `${schoolYearOf(discussedOn) + yearsOf(term)}-07-31` : addMonths(discussedOn, months);
}

/** The last day of a bijeenkomst whose casussen have reached the end of a term today. */
export function discussedUpTo(term: RetentionTerm, today: Day): Day {
  const months = MONTHS[term];
  const isOver = (day: Day) => endOfTerm(term, day) <= today;
  if (months === undefined) {
    const year = schoolYearOf(today) + 2 - yearsOf(term);
    return isOver(`${year}-07-31`) ? `${year}-07-31` : `${year - 1}-07-31`;
  }
  // The longest month has three days more than the shortest.
  let day = addDays(addMonths(today, -months), 3);
  while (!isOver(day)) day = addDays(day, -1);
  return day;
}

/** The limits of what has to go today, for the function of the database that finds it: for each term the last day of a bijeenkomst. */
export function erasureLimits(today: Day): { terms: RetentionTerm[]; discussedUpTo: Day[]; toldSince: Day } {
  return { terms: [...retentionTerms], discussedUpTo: retentionTerms.map((term) => discussedUpTo(term, today)), toldSince: addDays(today, -NOTICE_DAYS) };
}

/** The last day of which is shown today that the text of a casus goes then. */
export function shownUpTo(today: Day): Day {
  return addDays(today, SHOWN_DAYS_AHEAD);
}

/** How many casussen, for who reads none of them: that there are none, fewer than five, or how many to the nearest five. */
export type RoughCount = number | "FEW";

/** Roughly what a change of the term does to the casussen whose text is kept now, by the day on which they were discussed. */
export function consequencesOf(kept: readonly { discussedOn: Day; cases: number }[], before: Retention, after: Retention): { sooner: RoughCount; later: RoughCount } {
  const moves = kept.map(({ discussedOn, cases }) => {
    const shared = { madeOn: discussedOn, sharedOn: discussedOn, releasedOn: null, discussedOn };
    return { cases, from: erasureDay(shared, before), to: erasureDay(shared, after) };
  });
  const sum = (some: typeof moves) => roughly(some.reduce((total, { cases }) => total + cases, 0));
  return { sooner: sum(moves.filter(({ from, to }) => to < from)), later: sum(moves.filter(({ from, to }) => to > from)) };
}

// Whoever looks at one term after another, or again the next day, could take exact numbers from each other.
function roughly(count: number): RoughCount {
  return count > 0 && count < FEW ? "FEW" : Math.round(count / FEW) * FEW;
}

// A school year ends in the year after the one it is called by.
function yearsOf(term: RetentionTerm): number {
  return term === "NEXT_SCHOOL_YEAR" ? 2 : 1;
}

function earliest(one: Day, other: Day): Day {
  return one < other ? one : other;
}

function latest(one: Day, other: Day | null): Day {
  return other !== null && other > one ? other : one;
}
