import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { caseStoppedMailTexts as texts, mailTexts } from "#lib/texts/mail";

export type CaseStoppedMailData = {
  /** A procesbegeleider of its samenwerkingsverband. */
  to: MailPerson;
  /** What the casus is called: "Casus 26-07". */
  alias: string;
  teamName: string;
  /** Where it is settled, without its text. */
  url: string;
  messageId: string;
};

/** The mail that a casus was stopped. It tells which one and of which team; never what it says or who stopped it. */
export function caseStoppedMail({ to, alias, teamName, url, messageId }: CaseStoppedMailData): Mail {
  const letter = {
    subject: texts.subject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro(alias, teamName), texts.ask],
    button: { label: texts.button, url },
    signature: [mailTexts.app],
    why: texts.why,
  };
  return mailOf(letter, { to, messageId });
}
