import type { Outcome } from "#lib/case-stops/rules";
import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, ownCaseMailTexts as texts } from "#lib/texts/mail";

export type OwnCaseMailData = {
  /** Who wrote it. */
  to: MailPerson;
  became: Outcome;
  /** What the casus is called: "Casus 26-07". */
  alias: string;
  teamName: string;
  /** Where it is now, or its meeting when nothing is left of it. */
  url: string;
  messageId: string;
};

/** The mail to its writer that a casus was stopped, and what became of it. Never what it says, or who stopped or settled it. */
export function ownCaseMail({ to, became, alias, teamName, url, messageId }: OwnCaseMailData): Mail {
  const letter = {
    subject: texts.subject[became](teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro[became](alias, teamName), texts.next[became]],
    button: { label: texts.button[became], url },
    signature: [mailTexts.app],
    why: texts.why(teamName),
  };
  return mailOf(letter, { to, messageId });
}
