import { type Day, formatDay, formatPeriod, weekOf } from "#lib/dates";
import { mailOf } from "#lib/mail/letter";
import type { LetterPart } from "#lib/mail/letter";
import type { Mail, MailPerson } from "#lib/mail/message";
import { mailTexts, weeklyDigestMailTexts as texts } from "#lib/texts/mail";

/** What waits for somebody over all schools: moments, numbers and names of schools, and nothing else. */
export type Digest = {
  meetings: readonly { teamName: string; startsAt: Date; endsAt: Date; onCall: boolean }[];
  proposals: readonly Waiting[];
  invitations: readonly Waiting[];
  agreements: readonly { teamName: string; overdue: number; due: number }[];
  /** Casussen of which this person is to say anew how it goes. */
  casesToRefresh: readonly Waiting[];
};

/** How many things wait at one school. */
export type Waiting = { teamName: string; count: number };

export type WeeklyDigestMailData = {
  to: MailPerson;
  digest: Digest;
  /** The Monday of the week it is about. */
  week: Day;
  /** The last day up to which meetings and agreements are counted. */
  until: Day;
  /** The one page where all of it can be found. */
  url: string;
  /** Where one says which mails one wants. */
  preferencesUrl: string;
  messageId: string;
};

const LINES_SHOWN = 12;

/** The overview of a week: what waits for somebody, by kind and by school, with one button. */
export function weeklyDigestMail({ to, digest, week, until, url, preferencesUrl, messageId }: WeeklyDigestMailData): Mail {
  const { meetings, proposals, invitations, agreements, casesToRefresh } = digest;
  const letter = {
    subject: texts.subject(weekOf(week)),
    greeting: mailTexts.greeting(to.name),
    parts: [
      texts.intro,
      ...block(texts.meetings(meetings.length), meetings.map(({ startsAt, endsAt, teamName, onCall }) => texts.meeting(formatPeriod(startsAt, endsAt), teamName, onCall))),
      ...block(texts.proposals(sum(proposals)), proposals.map(({ teamName, count }) => texts.school(teamName, count))),
      ...block(texts.invitations(sum(invitations)), invitations.map(({ teamName, count }) => texts.school(teamName, count))),
      ...block(
        texts.agreements(sum(agreements.map(({ overdue, due }) => ({ count: overdue + due })))),
        agreements.map(({ teamName, overdue, due }) => texts.due(teamName, overdue, due, formatDay(until))),
      ),
      ...block(texts.casesToRefresh(sum(casesToRefresh)), casesToRefresh.map(({ teamName, count }) => texts.school(teamName, count))),
    ],
    button: { label: texts.button, url },
    signature: [mailTexts.app],
    preferences: { label: texts.preferences, url: preferencesUrl },
    why: texts.why,
  };
  return mailOf(letter, { to, messageId });
}

/** Whether there is nothing to tell. */
export function isEmpty({ meetings, proposals, invitations, agreements, casesToRefresh }: Digest): boolean {
  return [meetings, proposals, invitations, agreements, casesToRefresh].every(({ length }) => length === 0);
}

function block(title: string, lines: readonly string[]): LetterPart[] {
  if (lines.length === 0) return [];
  const rest = lines.length - LINES_SHOWN;
  return [title, { lines: rest > 0 ? [...lines.slice(0, LINES_SHOWN), texts.more(rest)] : lines }];
}

function sum(counts: readonly { count: number }[]): number {
  return counts.reduce((total, { count }) => total + count, 0);
}
