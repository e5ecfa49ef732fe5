import ical, { ICalAttendeeStatus, ICalCalendarMethod, ICalEventStatus, ICalEventTransparency } from "ical-generator";
import { isMailAddress, oneLine, safeLink } from "#lib/mail/message";
import { calendarTexts } from "#lib/texts/calendar";

/** What a calendar program must do with the entry: put it in (or change it), or take it out. */
export type CalendarMethod = "REQUEST" | "CANCEL";

/** Somebody in a calendar entry. */
export type CalendarPerson = { name: string; email: string };

export type CalendarInvitation = {
  /** The same for all mails about one meeting; other programs find the entry by it. */
  uid: string;
  /** Rises with every change of the meeting, so that an older mail that arrives late changes nothing. */
  sequence: number;
  method: CalendarMethod;
  startsAt: Date;
  endsAt: Date;
  /** Neutral: what it is and for which school; never a theme, an agenda or a casus. */
  title: string;
  place?: string | null;
  /** Where a digital meeting is held; anything but https is left out. */
  link?: string | null;
  organiser: CalendarPerson;
  attendee: CalendarPerson;
  /** The page of the meeting, where the invitee answers; null for a guest, whose page is a secret. */
  url: string | null;
  /** When this state of the meeting came about; not when the mail happens to leave, so that a repeat is the same text. */
  stampedAt: Date;
};

/**
 * A calendar entry as programs exchange it (RFC 5545 and 5546), for one invitee, with times in UTC.
 * It names nobody but organiser and invitee. Refuses what would make another entry than was asked for: an end
 * that is not after the start, an address that is none, a UID or SEQUENCE that is not plain.
 */
export function calendarInvitation(invitation: CalendarInvitation): string {
  refuseWhatCannotBeWritten(invitation);
  const cancelled = invitation.method === "CANCEL";
  const link = safeLink(invitation.link);
  const calendar = ical({
    prodId: "//Kernteam//Kernteam//NL",
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    scale: "GREGORIAN",
  });
  const event = calendar.createEvent({
    id: invitation.uid,
    sequence: invitation.sequence,
    stamp: invitation.stampedAt,
    start: invitation.startsAt,
    end: invitation.endsAt,
    summary: plain(invitation.title),
    location: plain(invitation.place ?? "") || link,
    description: calendarTexts.description({ organiser: plain(invitation.organiser.name), link, url: invitation.url, cancelled }),
    ...(invitation.url === null ? {} : { url: invitation.url }),
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    transparency: ICalEventTransparency.OPAQUE,
    organizer: { name: plain(invitation.organiser.name), email: invitation.organiser.email },
  });
  event.createAttendee({
    name: plain(invitation.attendee.name),
    email: invitation.attendee.email,
    status: ICalAttendeeStatus.NEEDSACTION,
    rsvp: !cancelled,
  });
  return `${calendar.toString()}\r\n`;
}

/** The UID of a meeting in everybody's calendar: its id at the host the app is reached at. */
export function calendarUid(meetingId: string, appUrl: string): string {
  return `${meetingId}@${new URL(appUrl).hostname}`;
}

function refuseWhatCannotBeWritten({ uid, sequence, startsAt, endsAt, organiser, attendee, url }: CalendarInvitation): void {
  if (!/^[\w.@:[\]-]{1,200}$/.test(uid)) throw new Error("A calendar entry needs a plain UID.");
  if (!Number.isSafeInteger(sequence) || sequence < 0) throw new Error("A calendar entry needs a SEQUENCE from 0.");
  // ical-generator swaps times that are in the wrong order, and would so invite to another meeting.
  if (!(startsAt.getTime() < endsAt.getTime())) throw new Error("A calendar entry ends after it starts.");
  if (![organiser.email, attendee.email].every(isMailAddress)) throw new Error("A calendar entry needs valid addresses.");
  if (url !== null && !/^https?:\/\/[^\s;,\\"]+$/.test(url)) throw new Error("A calendar entry needs the address of its page.");
}

// Line breaks within a value are legal in this format, but none of ours has them; some programs break at more
// characters than the standard's CR and LF, so nothing that can end a line gets in.
function plain(text: string): string {
  return oneLine(text);
}
