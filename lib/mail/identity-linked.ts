import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { identityLinkedMailTexts as texts, mailTexts } from "#lib/texts/mail";

/** The mail after a work account was linked, so that nobody else gets a way in without being noticed. `url` is the own profile. */
export function identityLinkedMail({ to, url, messageId }: { to: MailPerson; url: string; messageId: string }): Mail {
  const letter = {
    subject: texts.subject,
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro, texts.notYou],
    button: { label: texts.button, url },
    signature: [mailTexts.app],
    why: texts.why,
  };
  return mailOf(letter, { to, messageId });
}
