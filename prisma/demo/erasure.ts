import { erasureDay, longestRetention } from "#lib/case-retention/rules";
import { addDays, dayOf, type Day, momentAt } from "#lib/dates";
import type { WorldDiscussion } from "#prisma/demo/cases";

// A team that talked about several casussen last year, none of which anybody in the demo looks at first.
const STOPPED_IN = "het-anker";

/** When the text of a casus of the demo world was stopped, or erased. */
export type WorldEnd = { stoppedAt: Date | null; erasedAt: Date | null };

const ERASED_IN = "de-wilgen";

/**
 * Erases what would have been erased by the reference day. In the oldest casus that is left at De Wilgen somebody recognised
 * the child, and the procesbegeleider erased it; in that of Het Anker too, which waits for her.
 */
export function withEnds(referenceDay: Day, discussions: readonly Omit<WorldDiscussion, keyof WorldEnd>[]): WorldDiscussion[] {
  const ended = discussions.map((discussion) => {
    const erasedAt = erasedBy(referenceDay, discussion.meeting);
    return { ...discussion, closedAt: discussion.closedAt ?? erasedAt, erasedAt, stoppedAt: null };
  });
  const oldestOf = (team: string) => ended.find(({ meeting, closedAt, erasedAt }) => meeting.team.key === team && closedAt !== null && erasedAt === null);
  const [waits, erased] = [oldestOf(STOPPED_IN), oldestOf(ERASED_IN)];
  return ended.map((each) => {
    if (each === waits) return { ...each, stoppedAt: momentAt(addDays(referenceDay, -1), "16:20") };
    return each === erased ? { ...each, stoppedAt: each.closedAt, erasedAt: each.closedAt } : each;
  });
}

function erasedBy(referenceDay: Day, { day, startsAt }: WorldDiscussion["meeting"]): Date | null {
  const loggedOn = dayOf(startsAt);
  const on = erasureDay({ madeOn: loggedOn, sharedOn: loggedOn, releasedOn: null, discussedOn: day }, longestRetention);
  return on <= referenceDay ? momentAt(on, "04:10") : null;
}
