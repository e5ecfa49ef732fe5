import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, secondFactorMailTexts as texts } from "#lib/texts/mail";

export type SecondFactorMailData = {
  to: MailPerson;
  event: keyof typeof texts.subject;
  /** How many recovery codes are left, after one was used. */
  codesLeft: number;
  /** The page about the own second factor. */
  url: string;
  messageId: string;
};

/** The mail after something happened to somebody's second factor, so that nobody else can do it without being noticed. */
export function secondFactorMail({ to, event, codesLeft, url, messageId }: SecondFactorMailData): Mail {
  const letter = {
    subject: texts.subject[event],
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro[event](codesLeft), texts.notYou],
    button: { label: texts.button, url },
    signature: [mailTexts.app],
    why: texts.why,
  };
  return mailOf(letter, { to, messageId });
}

/** The mail to somebody whose second factor was taken away by who manages accounts; answers go there. */
export function secondFactorResetMail({ to, resetter, url, messageId }: { to: MailPerson; resetter: MailPerson; url: string; messageId: string }): Mail {
  const letter = {
    subject: texts.resetSubject,
    greeting: mailTexts.greeting(to.name),
    parts: [texts.resetIntro(resetter.name), texts.resetNext, texts.resetNotAsked(resetter.name)],
    button: { label: texts.resetButton, url },
    signature: [mailTexts.app],
    why: texts.why,
  };
  return mailOf(letter, { to, colleague: resetter, messageId });
}
