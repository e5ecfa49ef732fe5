import { calendarInvitation } from "#lib/calendar/invitation";
import { dayOf, formatPeriod, formatTime, formatWeekdayMonth } from "#lib/dates";
import { mailOf } from "#lib/mail/letter";
import type { Fact } from "#lib/mail/letter";
import { oneLine, safeLink } from "#lib/mail/message";
import type { Mail, MailPerson } from "#lib/mail/message";
import { calendarTexts } from "#lib/texts/calendar";
import { mailTexts, meetingMailTexts as texts } from "#lib/texts/mail";

/**
 * What this mail tells: somebody is invited, the meeting changed, this person's invitation lapses while the meeting
 * goes on, or the meeting is off. Who is on call can be called, and that can be taken back.
 */
export type MeetingMailChange = "INVITED" | "CHANGED" | "CALLED" | "CALL_TAKEN_BACK" | "WITHDRAWN" | "CANCELLED";

export type MeetingMailData = {
  change: MeetingMailChange;
  to: MailPerson;
  /** Answers go here. The phone number only when it is shared with this invitee. */
  organiser: MailPerson & { phone?: string | null };
  /** How people call the team: the name of its school or schools. */
  teamName: string;
  /** As what the invitee sits in the team; null for whom no function brought there. */
  functionName: string | null;
  /** Asked to come only when needed. */
  onCall: boolean;
  startsAt: Date;
  endsAt: Date;
  form: "LIVE" | "DIGITAL" | "HYBRID";
  place?: string | null;
  link?: string | null;
  /** When it was before this change, if that is known. */
  before?: { startsAt: Date; endsAt: Date } | null;
  /** The page of the meeting; it asks to sign in. It stands in the calendar, which others may look into. Null for a guest, who has no account. */
  url: string | null;
  /** The invitee's own link, to answer without signing in; null for a mail that asks nothing. Only in the letter: a guest's is a secret too. */
  answerUrl: string | null;
  uid: string;
  sequence: number;
  /** When the meeting got this state. */
  changedAt: Date;
  messageId: string;
};

/**
 * The mail about a bijeenkomst to one invitee or guest, with its calendar entry. It names the school, the time, the place and the
 * organiser, and says why one gets it. It cannot name a theme, an agenda, a casus or another invitee: it does not know them.
 */
export function meetingMail(data: MeetingMailData): Mail {
  const kind = kindOf(data);
  const organiser = data.organiser.name;
  const asks = kind !== "WITHDRAWN" && kind !== "CANCELLED";
  const isGuest = data.url === null;
  const buttonUrl = data.answerUrl ?? data.url;
  const letter = {
    subject: subjectOf(kind, data),
    greeting: mailTexts.greeting(data.to.name),
    parts: [(isGuest && kind === "INVITED" ? texts.introGuest : texts.intro[kind])(organiser, data.teamName), { facts: factsOf(kind, data) }, ...(asks && data.onCall && kind !== "CALL_TAKEN_BACK" ? [texts.onCall] : []), texts.calendar[kind]],
    button: asks && buttonUrl ? { label: isGuest ? texts.buttonGuest : texts.button[kind], url: buttonUrl } : undefined,
    closing: [
      ...(asks && data.answerUrl ? [isGuest ? texts.guestLink : texts.ownLink] : []),
      mailTexts.answerByMail(organiser),
      ...(data.organiser.phone ? [texts.phone(organiser, data.organiser.phone)] : []),
    ],
    signature: [organiser],
    why: isGuest ? texts.whyGuest(organiser, data.teamName) : texts.why(data.functionName, data.teamName),
  };
  return mailOf(letter, {
    to: data.to,
    colleague: { name: organiser, address: data.organiser.address },
    calendar: calendarOf(data),
    messageId: data.messageId,
  });
}

type Kind = keyof typeof texts.subject;

function kindOf(data: MeetingMailData): Kind {
  return data.change === "CHANGED" && hasMoved(data) ? "MOVED" : data.change;
}

function hasMoved({ startsAt, endsAt, before }: MeetingMailData): boolean {
  return Boolean(before) && (before?.startsAt.getTime() !== startsAt.getTime() || before.endsAt.getTime() !== endsAt.getTime());
}

function subjectOf(kind: Kind, { teamName, startsAt }: MeetingMailData): string {
  const moment = texts.moment(formatWeekdayMonth(dayOf(startsAt)), formatTime(startsAt));
  return texts.subject[kind]({ teamName, moment });
}

function factsOf(kind: Kind, data: MeetingMailData): Fact[] {
  const when = formatPeriod(data.startsAt, data.endsAt);
  if (kind === "WITHDRAWN" || kind === "CANCELLED") return [[texts.when, when]];
  const where: Fact[] = [[texts.where, placeOf(data)]];
  if ((kind !== "MOVED" && kind !== "CALLED") || !data.before || !hasMoved(data)) return [[texts.when, when], ...where];
  return [[texts.was, formatPeriod(data.before.startsAt, data.before.endsAt)], [texts.becomes, when], ...where];
}

function placeOf({ form, place, link }: MeetingMailData): string {
  const address = oneLine(place ?? "");
  const online = safeLink(link);
  if (form === "LIVE") return address;
  if (form === "HYBRID" && address && online) return texts.orOnline(address, online);
  if (form === "HYBRID" && address) return address;
  return online ? texts.online(online) : texts.onlineWithoutLink;
}

function calendarOf(data: MeetingMailData): { method: "REQUEST" | "CANCEL"; ics: string } {
  const method = data.change === "WITHDRAWN" || data.change === "CANCELLED" ? "CANCEL" : "REQUEST";
  const ics = calendarInvitation({
    uid: data.uid,
    sequence: data.sequence,
    method,
    startsAt: data.startsAt,
    endsAt: data.endsAt,
    title: calendarTexts.title(data.teamName),
    place: data.form === "DIGITAL" ? null : data.place,
    link: data.form === "LIVE" ? null : data.link,
    organiser: { name: data.organiser.name, email: data.organiser.address },
    attendee: { name: data.to.name, email: data.to.address },
    url: data.url,
    stampedAt: data.changedAt,
  });
  return { method, ics };
}
