import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { changeReportedMailTexts as texts, mailTexts } from "#lib/texts/mail";

export type ChangeReportedMailData = {
  /** Who keeps the team up to date. */
  to: MailPerson;
  /** Who saw that it has changed; answers go there. */
  reporter: MailPerson;
  teamName: string;
  /** The page where the report can be read and dealt with. */
  url: string;
  messageId: string;
};

/** The mail about a reported change in a team. What was typed in the report stays in the app. */
export function changeReportedMail({ to, reporter, teamName, url, messageId }: ChangeReportedMailData): Mail {
  const letter = {
    subject: texts.subject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro(reporter.name, teamName), texts.whatNext],
    button: { label: texts.button, url },
    closing: [mailTexts.answerByMail(reporter.name)],
    signature: [reporter.name],
    why: texts.why(teamName),
  };
  return mailOf(letter, { to, colleague: reporter, messageId });
}
