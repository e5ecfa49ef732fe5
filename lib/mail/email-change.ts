import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { emailChangeMailTexts as texts, mailTexts } from "#lib/texts/mail";

export type EmailChangeMailData = {
  /** The person at the new address. */
  to: MailPerson;
  code: string;
  /** How long the code works, in minutes from when it was asked for. */
  minutesValid: number;
  messageId: string;
};

/** The mail to a new address with the code that proves that the person reads it. */
export function emailChangeMail({ to, code, minutesValid, messageId }: EmailChangeMailData): Mail {
  const letter = {
    subject: texts.codeSubject,
    greeting: mailTexts.greeting(to.name),
    parts: [texts.codeIntro, { code }, texts.codeValidity(minutesValid), texts.codeNotAsked],
    signature: [mailTexts.app],
    why: texts.codeWhy,
  };
  return mailOf(letter, { to, messageId });
}

/** The mail to the old address after the change, so that nobody loses an account without noticing. It leaves the new address out. */
export function emailChangedMail({ to, messageId }: { to: MailPerson; messageId: string }): Mail {
  const letter = {
    subject: texts.changedSubject,
    greeting: mailTexts.greeting(to.name),
    parts: [texts.changedIntro, texts.changedNotYou],
    signature: [mailTexts.app],
    why: texts.changedWhy,
  };
  return mailOf(letter, { to, messageId });
}
