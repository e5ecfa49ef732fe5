import { dayOf, formatDay, formatPeriod } from "#lib/dates";
import { mailOf } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { dateProposalMailTexts as texts, mailTexts } from "#lib/texts/mail";

export type DateProposalMailData = {
  /** The question itself, or a reminder of it. */
  kind: "ASKED" | "REMINDER";
  to: MailPerson;
  /** Who asks; answers by mail go there. */
  organiser: MailPerson;
  teamName: string;
  functionName: string;
  moments: readonly { startsAt: Date; endsAt: Date }[];
  /** The last day on which answers count. */
  lastDay: string;
  /** The own page of this one person. */
  url: string;
  messageId: string;
};

/** The mail that asks somebody which moments suit: the moments, one button, and no word of what the meeting is about. */
export function dateProposalMail({ kind, to, organiser, teamName, functionName, moments, lastDay, url, messageId }: DateProposalMailData): Mail {
  const letter = {
    subject: texts.subject[kind](teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.intro[kind](organiser.name, teamName), { lines: moments.map(({ startsAt, endsAt }) => formatPeriod(startsAt, endsAt)) }, texts.until(formatDay(lastDay))],
    button: { label: texts.button, url },
    closing: [texts.personal, mailTexts.answerByMail(organiser.name)],
    signature: [organiser.name],
    why: texts.why(functionName, teamName),
  };
  return mailOf(letter, { to, colleague: organiser, messageId });
}

export type ProposalCompleteMailData = { to: MailPerson; teamName: string; asked: number; url: string; messageId: string };

/** The mail to whoever asked: everybody has answered, the date can be chosen. */
export function proposalCompleteMail({ to, teamName, asked, url, messageId }: ProposalCompleteMailData): Mail {
  const letter = {
    subject: texts.completeSubject(teamName),
    greeting: mailTexts.greeting(to.name),
    parts: [texts.completeIntro(asked, teamName)],
    button: { label: texts.completeButton, url },
    signature: [mailTexts.app],
    why: texts.completeWhy(teamName),
  };
  return mailOf(letter, { to, messageId });
}

/** The last day on which answers count: the deadline is the night after it. */
export function lastDayOf(deadline: Date): string {
  return dayOf(new Date(deadline.getTime() - 1));
}
