import ical, { ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { calendarUid } from "#lib/calendar/invitation";
import type { CalendarMeeting } from "#lib/calendar/queries";
import { oneLine, safeLink } from "#lib/mail/message";
import { keepsBusy } from "#lib/meetings/rules";
import { calendarTexts } from "#lib/texts/calendar";

const EVERY_FEW_HOURS = 4 * 3_600;

/**
 * Somebody's meetings as a calendar that programs subscribe to (RFC 5545), with times in UTC. It says when, where and for
 * which school, and names nobody. Each meeting has the UID of its invitations, because it is the same event: programs
 * that recognise it show it once. It has no METHOD: it asks nobody anything, and what is no longer in it is off.
 */
export function calendarFeed(meetings: readonly CalendarMeeting[], appUrl: string): string {
  const calendar = ical({ prodId: "//Kernteam//Kernteam//NL", scale: "GREGORIAN", name: calendarTexts.feedName, ttl: EVERY_FEW_HOURS });
  for (const meeting of meetings) {
    const url = `${appUrl}/core-teams/${meeting.coreTeamId}/meetings/${meeting.meetingId}`;
    const place = meeting.form === "DIGITAL" ? "" : oneLine(meeting.place ?? "");
    const link = meeting.form === "LIVE" ? null : safeLink(meeting.link);
    calendar.createEvent({
      id: calendarUid(meeting.meetingId, appUrl),
      sequence: meeting.sequence,
      stamp: meeting.changedAt,
      start: meeting.startsAt,
      end: meeting.endsAt,
      summary: calendarTexts.title(oneLine(meeting.teamName)),
      location: place || link,
      description: calendarTexts.feedDescription({ link, url }),
      url,
      status: meeting.answer === "ACCEPTED" ? ICalEventStatus.CONFIRMED : ICalEventStatus.TENTATIVE,
      transparency: keepsBusy(meeting) ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    });
  }
  return `${calendar.toString()}\r\n`;
}
