import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { agreementMailTexts as texts, mailTexts } from "#lib/texts/mail";

export type AgreementMailData = {
  to: MailPerson;
  teamName: string;
  /** The page of the agreement; what it says stays there. */
  url: string;
  messageId: string;
};

/** The mail to who owns an agreement from now on. It names the school and who passed it on, never what was agreed. */
export function agreementPassedOnMail({ to, teamName, url, messageId, passer }: AgreementMailData & { passer: MailPerson }): Mail {
  const letter = {
    subject: texts.passedSubject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.passedIntro(passer.name, teamName), texts.whatItSays],
    button: { label: texts.button, url },
    closing: [mailTexts.answerByMail(passer.name)],
    signature: [passer.name],
    why: texts.why(teamName),
  };
  return mailOf(letter, { to, colleague: passer, messageId });
}

/** The mail to who passed an agreement on, when it is closed. It names the school, never what was agreed or how it ended. */
export function agreementClosedMail({ to, teamName, url, messageId }: AgreementMailData): Mail {
  const letter = {
    subject: texts.closedSubject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.closedIntro(teamName), texts.nothingToDo],
    button: { label: texts.button, url },
    signature: [mailTexts.app],
    why: texts.whyFollower(teamName),
  };
  return mailOf(letter, { to, messageId });
}
