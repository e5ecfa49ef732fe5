import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { loginCodeMailTexts, mailTexts, proofCodeMailTexts } from "#lib/texts/mail";

export type LoginCodeMailData = {
  to: MailPerson;
  code: string;
  /** Whether it signs somebody in; else it shows who is behind a session that is open. */
  opens: boolean;
  /** How long the code works, in minutes from when it was asked for. */
  minutesValid: number;
  messageId: string;
};

/**
 * The mail with a code to sign in, or to show who is behind a session. The code stands only in the letter: a subject is shown on locked phones and kept
 * in the logs of mail servers. There is no link, because the code is typed where it was asked for.
 */
export function loginCodeMail({ to, code, opens, minutesValid, messageId }: LoginCodeMailData): Mail {
  const texts = opens ? loginCodeMailTexts : proofCodeMailTexts;
  const letter = {
    subject: texts.subject,
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro, { code }, texts.validity(minutesValid), texts.notAsked],
    signature: [mailTexts.app],
    why: texts.why,
  };
  return mailOf(letter, { to, messageId });
}
