import { MINUTE, type PlanDay } from "#lib/planning/slot-days";
import type { Busy, Reason } from "#lib/planning/slot-question";

/** A stretch of time in milliseconds since 1970, its end not included. */
export type Span = { starts: number; ends: number };

/** Another meeting that touches the day. */
export type Other = Span & { meeting: Busy };

/** Which halves of a day somebody works, and the other meetings of that day, in order. */
export type OwnDay = {
  morning: boolean;
  afternoon: boolean;
  /** Nobody told on which days this person works. */
  presumed: boolean;
  others: readonly Other[];
  most: number | null;
};

/** The meeting that is asked for: on which day, when, and where. */
export type Asked = Span & { plan: PlanDay; place: string | null; travelMinutes: number };

/**
 * All that keeps somebody who is not absent from a meeting, in a fixed order: the working days, the other meetings at the
 * same time, the way between two places, and the most meetings a day.
 */
export function reasonsAt(own: OwnDay, asked: Asked): readonly Reason[] {
  const part = partNotWorked(own, asked);
  if (!part && own.others.length === 0) return NONE;
  const reasons: Reason[] = [];
  if (part) reasons.push({ kind: "NOT_WORKING", weekday: asked.plan.weekday, part });
  for (const other of own.others) if (overlap(other, asked)) reasons.push({ kind: "BUSY", meeting: other.meeting });
  reasons.push(...travelReasons(own.others, asked));
  if (own.most !== null && own.others.length >= own.most) reasons.push({ kind: "DAY_FULL", meetings: own.others.length });
  return reasons;
}

/** Whether two stretches share a moment; one that begins when the other ends does not. */
export function overlap(a: Span, b: Span): boolean {
  return a.starts < b.ends && b.starts < a.ends;
}

// Shared, because most people can come at most moments.
const NONE: readonly Reason[] = [];

function partNotWorked({ morning, afternoon }: OwnDay, { starts, ends, plan }: Asked): "DAY" | "MORNING" | "AFTERNOON" | null {
  if (!morning && !afternoon) return "DAY";
  if (!morning && starts < plan.noon) return "MORNING";
  return !afternoon && ends > plan.noon ? "AFTERNOON" : null;
}

/**
 * Between meetings at two places there has to be a stretch of the margin in which somebody is in no meeting at all, a
 * digital one neither. A digital meeting has no place; but it may not take the only such stretch between two others.
 * Meetings at the same time are in the way already, so that the ways are those there would be without them.
 */
function travelReasons(others: readonly Other[], asked: Asked): Reason[] {
  const margin = asked.travelMinutes * MINUTE;
  const before = others.filter((other) => other.ends <= asked.starts);
  const after = others.filter((other) => other.starts >= asked.ends);
  const besides = [...before, ...after];
  const isTight = (from: Span, to: Span, all: readonly Span[] = besides) => longestFree({ starts: from.ends, ends: to.starts }, all) < margin;
  // The stretch right before or after the meeting is part of every way from or to it, and nearly always long enough.
  const timeBefore = before.every(({ ends }) => asked.starts - ends >= margin);
  const timeAfter = after.every(({ starts }) => starts - asked.ends >= margin);
  if (asked.place === null) return timeBefore || timeAfter ? [] : ways();
  return [...(timeBefore ? [] : before.flatMap(wayFrom)), ...(timeAfter ? [] : after.flatMap(wayTo))];

  // Who has been at the place in between is there already.
  function wayFrom(from: Other): Reason[] {
    if (!apart(from.meeting.place, asked.place) || !isTight(from, asked)) return [];
    if (before.some((stop) => stop.meeting.place === asked.place && stop.starts >= from.ends)) return [];
    return [{ kind: "TRAVEL_FROM", meeting: from.meeting, minutes: asked.travelMinutes }];
  }

  function wayTo(to: Other): Reason[] {
    if (!apart(to.meeting.place, asked.place) || !isTight(asked, to)) return [];
    if (after.some((stop) => stop.meeting.place === asked.place && stop.ends <= to.starts)) return [];
    return [{ kind: "TRAVEL_TO", meeting: to.meeting, minutes: asked.travelMinutes }];
  }

  // Only of ways that this meeting lies across, and that had time enough without it.
  function ways(): Reason[] {
    return before.flatMap((from) =>
      after.flatMap((to): Reason[] => {
        if (!apart(from.meeting.place, to.meeting.place) || !isTight(from, to, [...before, asked, ...after]) || isTight(from, to)) return [];
        if (before.some((stop) => stop.meeting.place === to.meeting.place && stop.starts >= from.ends)) return [];
        if (after.some((stop) => stop.meeting.place === from.meeting.place && stop.ends <= to.starts)) return [];
        return [{ kind: "TRAVEL_BETWEEN", from: from.meeting, to: to.meeting, minutes: asked.travelMinutes }];
      }),
    );
  }
}

function apart(place: string | null, other: string | null): boolean {
  return place !== null && other !== null && place !== other;
}

// The longest part of a stretch of time that no meeting takes. The meetings are in order.
function longestFree({ starts, ends }: Span, meetings: readonly Span[]): number {
  let [longest, free] = [0, starts];
  for (const meeting of meetings) {
    if (meeting.ends <= free || meeting.starts >= ends) continue;
    longest = Math.max(longest, meeting.starts - free);
    free = meeting.ends;
  }
  return Math.max(longest, ends - free);
}
