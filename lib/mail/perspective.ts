import { type Day, formatDate } from "#lib/dates";
import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, perspectiveMailTexts as texts } from "#lib/texts/mail";

export type PerspectiveAskedMailData = {
  to: MailPerson;
  /** Who asks, and answers questions. */
  asker: MailPerson;
  teamName: string;
  meetingDay: Day;
  /** The page of the own perspective; what the casus is about stays there. */
  url: string;
  messageId: string;
};

/** The mail that asks a member for a perspective. It names the school and the day of the meeting, never the casus. */
export function perspectiveAskedMail({ to, asker, teamName, meetingDay, url, messageId }: PerspectiveAskedMailData): Mail {
  const letter = {
    subject: texts.subject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro(asker.name, teamName, formatDate(meetingDay)), texts.how],
    button: { label: texts.button, url },
    closing: [mailTexts.answerByMail(asker.name)],
    signature: [asker.name],
    why: texts.why(teamName),
  };
  return mailOf(letter, { to, colleague: asker, messageId });
}
