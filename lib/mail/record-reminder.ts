import { formatPeriod } from "#lib/dates";
import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, recordReminderMailTexts as texts } from "#lib/texts/mail";

export type RecordReminderMailData = {
  to: MailPerson;
  /** Why it goes to this person: planned it, or records for the team now that whoever planned it may not any more. */
  as: "ORGANISER" | "COORDINATOR";
  teamName: string;
  startsAt: Date;
  endsAt: Date;
  /** The page where the meeting is recorded. */
  url: string;
  messageId: string;
};

/** The one reminder that a meeting is over and nothing of it was recorded. It names the school and the moment. */
export function recordReminderMail({ to, as, teamName, startsAt, endsAt, url, messageId }: RecordReminderMailData): Mail {
  const letter = {
    subject: texts.subject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro(formatPeriod(startsAt, endsAt), teamName), texts.task],
    button: { label: texts.button, url },
    closing: [texts.once],
    signature: [mailTexts.app],
    why: texts.why[as](teamName),
  };
  return mailOf(letter, { to, messageId });
}
