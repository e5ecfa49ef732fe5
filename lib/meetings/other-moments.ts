import type { Viewer } from "#lib/access/viewer";
import { addDays, dayOf, weekdayOf, type Day } from "#lib/dates";
import type { Booking, Movable } from "#lib/meetings/booking";
import { membershipWarning, minutesOf, unavailabilityWarnings, type Period } from "#lib/meetings/rules";
import { findSlotQuestion } from "#lib/planning/queries";
import { findBookableMoments } from "#lib/planning/slot-finder";
import { noMembersIn, type SlotQuestion, type Turnout } from "#lib/planning/slot-question";

/** A moment that is offered instead of one at which somebody is elsewhere. */
export type OtherMoment = {
  period: Period;
  turnout: Turnout;
  /** The keys of the warnings of which the turnout tells: who is no member then, is away or does not work. */
  known: string[];
};

/** How many moments are offered. */
const MOST = 3;
/** How many weeks after the asked one, and before it, are looked in. */
const WEEKS_AROUND = 2;
const WEEK = 7;

/**
 * Up to three moments for a meeting for which its own moment was refused, one a day and in order: the best of the asked week
 * as the slot finder has them, then of the two weeks after it, then of the two before. None when only that moment will do.
 * Four statements.
 */
export async function listOtherMoments(viewer: Viewer, { period, besides, movable }: Booking): Promise<OtherMoment[]> {
  if (!movable) return [];
  const { coreTeamId, invitees, form, place, except } = movable;
  const asked = dayOf(period.startsAt);
  const monday = addDays(asked, 1 - weekdayOf(asked));
  const question = await findSlotQuestion(viewer, coreTeamId, {
    invitees: new Map(invitees.map(({ personId, attendance }) => [personId, attendance])),
    from: addDays(monday, -WEEKS_AROUND * WEEK),
    until: addDays(monday, (WEEKS_AROUND + 1) * WEEK - 1),
    minutes: minutesOf(period),
    form, place, besides,
    alsoOnMeetingDays: false,
    around: period.startsAt,
    limit: MOST + except.length,
  });
  if (!question) return [];
  return nearestFirst(question, monday)
    .filter((moment) => !except.some((other) => other.getTime() === moment.period.startsAt.getTime()))
    .slice(0, MOST)
    .toSorted((a, b) => a.period.startsAt.getTime() - b.period.startsAt.getTime())
    .map(({ period: offered, ...turnout }) => ({ period: offered, turnout, known: warningsIn(offered, turnout, invitees) }));
}

function warningsIn(offered: Period, turnout: Turnout, invitees: Movable["invitees"]): string[] {
  const leaving = membershipWarning(noMembersIn(turnout), dayOf(offered.startsAt));
  return [...unavailabilityWarnings(offered, invitees), ...(leaving ? [leaving] : [])].map(({ key }) => key);
}

// The asked week, the weeks after it, and the weeks before it, each only when those before it left room.
function nearestFirst(question: SlotQuestion, monday: Day) {
  const weeks = [[monday, addDays(monday, WEEK - 1)], [addDays(monday, WEEK), question.until], [question.from, addDays(monday, -1)]] as const;
  const found: ReturnType<typeof findBookableMoments> = [];
  for (const [from, until] of weeks) {
    if (found.length < question.limit) found.push(...findBookableMoments({ ...question, from, until, limit: question.limit - found.length }));
  }
  return found;
}
