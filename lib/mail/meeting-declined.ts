import { dayOf, formatPeriod, formatTime, formatWeekdayMonth } from "#lib/dates";
import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, meetingDeclinedMailTexts as texts, meetingMailTexts } from "#lib/texts/mail";

export type MeetingDeclinedMailData = {
  /** Who organises the meeting. */
  to: MailPerson;
  /** Who does not come; answers go there. */
  invitee: MailPerson;
  /** Whether this person had said to come. */
  hadAccepted: boolean;
  functionName: string;
  teamName: string;
  startsAt: Date;
  endsAt: Date;
  /** The page of the meeting; it asks to sign in. */
  url: string;
  messageId: string;
};

/** The mail to the organiser about somebody who does not come after all. Who comes is read on the page. */
export function meetingDeclinedMail({ to, invitee, hadAccepted, functionName, teamName, startsAt, endsAt, url, messageId }: MeetingDeclinedMailData): Mail {
  const moment = meetingMailTexts.moment(formatWeekdayMonth(dayOf(startsAt)), formatTime(startsAt));
  const letter = {
    subject: texts.subject(invitee.name, teamName, moment),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro(invitee.name, functionName, teamName, hadAccepted), { facts: [[meetingMailTexts.when, formatPeriod(startsAt, endsAt)] as const] }, texts.whatNext],
    button: { label: texts.button, url },
    closing: [mailTexts.answerByMail(invitee.name)],
    signature: [mailTexts.app],
    why: texts.why(teamName),
  };
  return mailOf(letter, { to, colleague: invitee, messageId });
}
