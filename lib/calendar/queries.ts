import type { LinkHolder } from "#lib/access/link-holder";
import { linkPath } from "#lib/access/personal-links";
import type { Viewer } from "#lib/access/viewer";
import { dayOf, type Day } from "#lib/dates";
import type { Period } from "#lib/meetings/rules";
import type { Attendance, MeetingForm } from "#lib/meetings/schema";

/** A meeting in somebody's calendar. */
export type CalendarMeeting = Period & {
  meetingId: string;
  coreTeamId: string;
  teamName: string;
  form: MeetingForm;
  place: string | null;
  link: string | null;
  sequence: number;
  attendance: Attendance;
  answer: "NONE" | "ACCEPTED" | "DECLINED";
  /** When this person was last told how the meeting is. */
  changedAt: Date;
};

/** The own calendar address: where in the app, and since when it works. */
export type CalendarAddress = { path: string; since: Day };

/**
 * The meetings of whose calendar this is, over all core teams: those of the past three months and to come, soonest first,
 * without what is off or was declined. One statement, however many there are.
 */
export async function listLinkedCalendar(holder: LinkHolder): Promise<CalendarMeeting[]> {
  return holder.db.$queryRaw<CalendarMeeting[]>`
    SELECT meeting_id AS "meetingId", core_team_id AS "coreTeamId", team_name AS "teamName", starts_at AS "startsAt", ends_at AS "endsAt", form::text, place, link,
      sequence, attendance::text, answer::text, changed_at AS "changedAt"
    FROM linked_calendar()`;
}

/** The secret address of one's own calendar; null when there is none. */
export async function findCalendarAddress(viewer: Viewer): Promise<CalendarAddress | null> {
  const found = await viewer.db.personalLink.findFirst({
    where: { personId: viewer.person.id, purpose: "CALENDAR", revokedAt: null },
    select: { id: true, createdAt: true },
  });
  return found && { path: `${linkPath("CALENDAR", found.id)}/kernteam.ics`, since: dayOf(found.createdAt) };
}
