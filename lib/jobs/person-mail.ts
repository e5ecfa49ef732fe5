import { loginPath } from "#lib/auth/destinations";
import { now, today } from "#lib/clock";
import { dayForDatabase, dayOf } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { env } from "#lib/env";
import { send } from "#lib/jobs/mailer";
import { sealedFor } from "#lib/jobs/queues";
import type { JobData } from "#lib/jobs/queues";
import { digestUntil, listDigests } from "#lib/jobs/weekly-digest";
import { isStillThere } from "#lib/jobs/still-there";
import type { Job } from "#lib/jobs/worker";
import { agreementClosedMail, agreementPassedOnMail } from "#lib/mail/agreement";
import type { Outcome } from "#lib/case-stops/rules";
import { caseStoppedMail } from "#lib/mail/case-stopped";
import { changeReportedMail } from "#lib/mail/change-reported";
import { emailChangedMail } from "#lib/mail/email-change";
import { identityLinkedMail } from "#lib/mail/identity-linked";
import { meetingDeclinedMail } from "#lib/mail/meeting-declined";
import { messageIdFor } from "#lib/mail/message";
import type { Mail, MailPerson } from "#lib/mail/message";
import { ownCaseMail } from "#lib/mail/own-case";
import { personInvitedMail } from "#lib/mail/person-invited";
import { perspectiveAskedMail } from "#lib/mail/perspective";
import { recordReminderMail } from "#lib/mail/record-reminder";
import { secondFactorMail, secondFactorResetMail } from "#lib/mail/second-factor";
import { weeklyDigestMail } from "#lib/mail/weekly-digest";
import { open } from "#lib/secrets";
import { aliasOf } from "#lib/texts/case-discussions";
import { guestTexts } from "#lib/texts/guests";
import { roleNames } from "#lib/texts/mail";

/** Mails somebody about an account, a team or what waits: access was given, a change was reported, who does not come, the week begins. */
export const personMailJob: Job<"person-mail"> = {
  async run(data, { jobId }) {
    const mail = await mailFor(data, messageIdFor(jobId, env().APP_URL));
    if (mail) await send(mail);
  },
};

/** Null when there is nothing to tell any more, or nobody to tell it to. */
async function mailFor(data: JobData<"person-mail">, messageId: string): Promise<Mail | null> {
  if (data.kind === "INVITED") return invitedMail(data, messageId);
  if (data.kind === "CHANGE_REPORTED") return reportedMail(data, messageId);
  if (data.kind === "DECLINED" || data.kind === "GUEST_DECLINED") return declinedMail(data, messageId);
  if (data.kind === "AGREEMENT_PASSED_ON" || data.kind === "AGREEMENT_CLOSED") return agreementMail(data, messageId);
  if (data.kind === "PERSPECTIVE_ASKED") return perspectiveAskedMailTo(data, messageId);
  if (data.kind === "CASE_STOPPED") return caseStoppedMailTo(data, messageId);
  if (data.kind === "OWN_CASE") return ownCaseMailTo(data, messageId);
  if (data.kind === "DIGEST") return digestMail(data, messageId);
  if (data.kind === "RECORD") return recordMail(data, messageId);
  if (data.kind === "SECOND_FACTOR" || data.kind === "SECOND_FACTOR_RESET") return factorMail(data, messageId);
  const person = await addressee(data.personId);
  if (!person) return null;
  if (data.kind === "IDENTITY_LINKED") return identityLinkedMail({ to: person, url: `${env().APP_URL}/profile`, messageId });
  const address = open(sealedFor("person-mail", data.personId), data.sealedOldAddress);
  return emailChangedMail({ to: { name: person.name, address }, messageId });
}

async function invitedMail({ personId, inviterId }: { personId: string; inviterId: string }, messageId: string): Promise<Mail | null> {
  const [to, inviter, places] = [await addressee(personId), await addressee(inviterId), await placesOf(personId)];
  if (!to || !inviter) return null;
  return personInvitedMail({ to, inviter, places, loginUrl: `${env().APP_URL}${loginPath(firstPage(places))}`, messageId });
}

// Whoever is new in one team reads first what awaits there; with more places the home page shows them all.
function firstPage(places: readonly Place[]): string | null {
  const [place, ...others] = places;
  return place?.welcome && others.length === 0 ? place.welcome : null;
}

async function reportedMail({ changeReportId, recipientId }: { changeReportId: string; recipientId: string }, messageId: string): Promise<Mail | null> {
  const to = await addressee(recipientId);
  const report = await workerDatabase().changeReport.findUnique({
    where: { id: changeReportId },
    select: { handledAt: true, coreTeam: { select: { id: true, name: true } }, reportedBy: { select: { name: true, email: true } } },
  });
  if (!to || !report || report.handledAt) return null;
  const reporter = { name: report.reportedBy.name, address: report.reportedBy.email };
  return changeReportedMail({ to, reporter, teamName: report.coreTeam.name, url: `${env().APP_URL}/core-teams/${report.coreTeam.id}`, messageId });
}

type DeclinedData = Extract<JobData<"person-mail">, { hadAccepted: boolean }>;

async function declinedMail(data: DeclinedData, messageId: string): Promise<Mail | null> {
  const found = data.kind === "DECLINED" ? await findDeclinedInvitee(data.participationId) : await findDeclinedGuest(data.guestId);
  const to = found && (await addressee(found.meeting.organiserId));
  if (!to || !(await isStillThere(found.meeting.organiserId, found))) return null;
  const { coreTeam, invitee, functionName, meetingId, startsAt, endsAt } = found;
  const url = `${env().APP_URL}/core-teams/${coreTeam.id}/meetings/${meetingId}`;
  return meetingDeclinedMail({ to, invitee, hadAccepted: data.hadAccepted, functionName, teamName: coreTeam.name, startsAt, endsAt, url, messageId });
}

// Only as long as it is so: whoever comes after all, or was told that coming is not needed, is no news.
function stillDeclined(id: string) {
  return { id, answer: "DECLINED" as const, cancelled: false, withdrawnAt: null, startsAt: { gt: now() } };
}

const DECLINED = {
  meetingId: true,
  coreTeamId: true,
  consortiumId: true,
  startsAt: true,
  endsAt: true,
  coreTeam: { select: { id: true, name: true } },
  meeting: { select: { organiserId: true } },
} as const;

async function findDeclinedInvitee(id: string) {
  const found = await workerDatabase().participation.findUnique({
    where: stillDeclined(id),
    select: { ...DECLINED, function: { select: { name: true } }, person: { select: { name: true, email: true } } },
  });
  return found && { ...found, invitee: { name: found.person.name, address: found.person.email }, functionName: found.function.name };
}

async function findDeclinedGuest(id: string) {
  const found = await workerDatabase().meetingGuest.findUnique({ where: stillDeclined(id), select: { ...DECLINED, name: true, email: true, organisation: true } });
  if (!found || found.name === null || found.email === null) return null;
  return { ...found, invitee: { name: found.name, address: found.email }, functionName: guestTexts.asGuest(found.organisation) };
}

type AgreementData = Extract<JobData<"person-mail">, { agreementId: string }>;

// The worker reads no agreement: the mail names the school, and whoever is no member any more gets none.
async function agreementMail(data: AgreementData, messageId: string): Promise<Mail | null> {
  const [to, teamName] = [await addressee(data.recipientId), await teamOfMember(data)];
  if (!to || teamName === null) return null;
  const about = { to, teamName, url: `${env().APP_URL}/agreements/${data.agreementId}`, messageId };
  if (data.kind === "AGREEMENT_CLOSED") return agreementClosedMail(about);
  const passer = await addressee(data.passerId);
  return passer && agreementPassedOnMail({ ...about, passer });
}

type AskedData = Extract<JobData<"person-mail">, { askerId: string }>;

// Nor does it read a casus: the mail names the school and the day of the meeting.
async function perspectiveAskedMailTo({ caseDiscussionId, meetingId, ...data }: AskedData, messageId: string): Promise<Mail | null> {
  const [to, asker, teamName] = [await addressee(data.recipientId), await addressee(data.askerId), await teamOfMember(data)];
  const meeting = await workerDatabase().meeting.findUnique({ where: { id: meetingId, cancelled: false }, select: { startsAt: true } });
  if (!to || !asker || teamName === null || !meeting) return null;
  const url = `${env().APP_URL}/core-teams/${data.coreTeamId}/meetings/${meetingId}/case-discussions/${caseDiscussionId}/perspective`;
  return perspectiveAskedMail({ to, asker, teamName, meetingDay: dayOf(meeting.startsAt), url, messageId });
}

// The database tells which casus it is and of which team, for as long as it waits for somebody.
async function caseStoppedMailTo({ caseDiscussionId, recipientId }: { caseDiscussionId: string; recipientId: string }, messageId: string): Promise<Mail | null> {
  const to = await addressee(recipientId);
  const [stopped] = await workerDatabase().$queryRaw<{ consortiumId: string; teamName: string; schoolYear: number; number: number }[]>`
    SELECT consortium_id::text AS "consortiumId", core_team_name AS "teamName", school_year AS "schoolYear", number FROM stopped_case(${caseDiscussionId}::uuid)`;
  if (!to || !stopped) return null;
  const day = dayForDatabase(today());
  const coaches = { personId: recipientId, consortiumId: stopped.consortiumId, role: "PROCESS_COACH" as const, firstDay: { lte: day }, OR: [{ lastDay: null }, { lastDay: { gte: day } }] };
  if ((await workerDatabase().consortiumRole.count({ where: coaches })) === 0) return null;
  return caseStoppedMail({ to, alias: aliasOf(stopped), teamName: stopped.teamName, url: `${env().APP_URL}/stopped-cases/${caseDiscussionId}`, messageId });
}

type StopRow = { recipientId: string; coreTeamId: string; meetingId: string; schoolYear: number; number: number; became: Outcome | null };

// Only while it is still so, and to a writer who is a member today: who left cannot look at it either.
async function ownCaseMailTo({ caseDiscussionId, became }: Extract<JobData<"person-mail">, { kind: "OWN_CASE" }>, messageId: string): Promise<Mail | null> {
  const [casus] = await workerDatabase().$queryRaw<StopRow[]>`
    SELECT writer_id::text AS "recipientId", core_team_id::text AS "coreTeamId", meeting_id::text AS "meetingId", school_year AS "schoolYear", number, became
    FROM stop_told_to_writer(${caseDiscussionId}::uuid)`;
  if (casus?.became !== became) return null;
  const [to, teamName] = [await addressee(casus.recipientId), await teamOfMember(casus)];
  if (!to || teamName === null) return null;
  const meeting = `${env().APP_URL}/core-teams/${casus.coreTeamId}/meetings/${casus.meetingId}`;
  const url = became === "ERASED" ? meeting : `${meeting}/case-discussions/${caseDiscussionId}${became === "RELEASED" ? "/edit" : ""}`;
  return ownCaseMail({ to, became, alias: aliasOf(casus), teamName, url, messageId });
}

/** The name of the core team that somebody is a member of today; null for who is not. */
async function teamOfMember({ recipientId, coreTeamId }: { recipientId: string; coreTeamId: string }): Promise<string | null> {
  const day = dayForDatabase(today());
  const place = await workerDatabase().membership.findFirst({
    where: { personId: recipientId, coreTeamId, firstDay: { lte: day }, OR: [{ lastDay: null }, { lastDay: { gte: day } }] },
    select: { coreTeam: { select: { name: true } } },
  });
  return place && place.coreTeam.name;
}

// Counted when it leaves: what was answered or done since the round is not in it, and whoever has nothing left gets none.
async function digestMail({ personId, week }: { personId: string; week: string }, messageId: string): Promise<Mail | null> {
  const [to, [digest]] = [await addressee(personId), await listDigests([personId], now())];
  const { APP_URL } = env();
  if (!to || !digest) return null;
  return weeklyDigestMail({ to, digest, week, until: digestUntil(now()), url: `${APP_URL}/`, preferencesUrl: `${APP_URL}/profile/mail`, messageId });
}

async function recordMail({ meetingId, recipientId }: { meetingId: string; recipientId: string }, messageId: string): Promise<Mail | null> {
  const to = await addressee(recipientId);
  const meeting = await workerDatabase().meeting.findUnique({
    where: { id: meetingId },
    select: { startsAt: true, endsAt: true, cancelled: true, recordedAt: true, organiserId: true, coreTeam: { select: { id: true, name: true } } },
  });
  if (!to || !meeting || meeting.cancelled || meeting.recordedAt || meeting.endsAt > now()) return null;
  const { coreTeam, startsAt, endsAt, organiserId } = meeting;
  const as = organiserId === recipientId ? "ORGANISER" : "COORDINATOR";
  return recordReminderMail({ to, as, teamName: coreTeam.name, startsAt, endsAt, url: `${env().APP_URL}/core-teams/${coreTeam.id}/meetings/${meetingId}/recording`, messageId });
}

type FactorData = Extract<JobData<"person-mail">, { kind: "SECOND_FACTOR" | "SECOND_FACTOR_RESET" }>;

async function factorMail(data: FactorData, messageId: string): Promise<Mail | null> {
  const to = await addressee(data.personId);
  if (!to) return null;
  const url = `${env().APP_URL}/profile/second-factor`;
  if (data.kind === "SECOND_FACTOR") return secondFactorMail({ to, event: data.event, codesLeft: data.codesLeft ?? 0, url, messageId });
  const resetter = await addressee(data.resetterId);
  return resetter && secondFactorResetMail({ to, resetter, url, messageId });
}

async function addressee(personId: string): Promise<MailPerson | null> {
  const person = await workerDatabase().person.findUnique({ where: { id: personId, deactivatedAt: null }, select: { name: true, email: true } });
  return person && { name: person.name, address: person.email };
}

/** What somebody is, and where; `welcome` is the first page for who is a member of a core team already. */
type Place = { functionName: string; teamName: string; welcome: string | null };

async function placesOf(personId: string): Promise<Place[]> {
  const notOver = { personId, OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(today()) } }] };
  const memberships = await workerDatabase().membership.findMany({
    where: notOver,
    select: { coreTeamId: true, firstDay: true, function: { select: { name: true } }, coreTeam: { select: { name: true } } },
    orderBy: { coreTeam: { name: "asc" } },
  });
  const roles = await workerDatabase().consortiumRole.findMany({
    where: notOver,
    select: { role: true, consortium: { select: { name: true } } },
    orderBy: { consortium: { name: "asc" } },
  });
  return [
    ...roles.map(({ role, consortium }) => ({ functionName: roleNames[role], teamName: consortium.name, welcome: null })),
    ...memberships.map(({ coreTeamId, firstDay, ...membership }) => ({
      functionName: membership.function.name,
      teamName: membership.coreTeam.name,
      welcome: firstDay <= dayForDatabase(today()) ? `/core-teams/${coreTeamId}/welcome` : null,
    })),
  ];
}
