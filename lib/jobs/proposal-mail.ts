import { linkPath } from "#lib/access/personal-links";
import { now } from "#lib/clock";
import { askedOf } from "#lib/date-proposals/rules";
import { workerDatabase } from "#lib/db";
import { env } from "#lib/env";
import { send } from "#lib/jobs/mailer";
import type { JobData } from "#lib/jobs/queues";
import { isStillMember, isStillThere } from "#lib/jobs/still-there";
import type { Job } from "#lib/jobs/worker";
import { dateProposalMail, lastDayOf, proposalCompleteMail } from "#lib/mail/date-proposal";
import { messageIdFor } from "#lib/mail/message";

/**
 * Mails a question about dates, a reminder of it, or to whoever asked that everybody has answered. Whether it is still
 * wanted is looked up when it leaves: an answer that came in meanwhile keeps a reminder from going out, and who left the team
 * is asked nothing.
 */
export const proposalMailJob: Job<"proposal-mail"> = {
  async run(data, { jobId }) {
    const messageId = messageIdFor(jobId, env().APP_URL);
    if (data.kind === "COMPLETE") return tellComplete(data.proposalId, messageId);
    const outcome = await ask(data, messageId);
    if (outcome && !outcome.sent) await settle(data.inviteeId, outcome.code);
  },
  async giveUp(data) {
    if (data.kind !== "COMPLETE") await settle(data.inviteeId, "GIVEN_UP");
  },
};

async function ask({ kind, inviteeId }: Extract<JobData<"proposal-mail">, { inviteeId: string }>, messageId: string) {
  const invitee = await findInvitee(inviteeId);
  // Asked by itself: a nested relation reads whole rows, and the fingerprint of a link is readable for nobody.
  const link = await workerDatabase().personalLink.findFirst({ where: { proposalInviteeId: inviteeId, revokedAt: null }, select: { id: true } });
  const isWanted = invitee && link && invitee.answeredAt === null && invitee.person.deactivatedAt === null && (await isStillMember(invitee.personId, invitee));
  if (!isWanted || invitee.dateProposal.state !== "OPEN" || invitee.dateProposal.deadline <= now()) return null;
  const { person, dateProposal, function: held } = invitee;
  return send(
    dateProposalMail({
      kind,
      to: { name: person.name, address: person.email },
      organiser: { name: dateProposal.organiser.name, address: dateProposal.organiser.email },
      teamName: dateProposal.coreTeam.name,
      functionName: held.name,
      moments: dateProposal.moments.map(({ startsAt }) => ({ startsAt, endsAt: new Date(startsAt.getTime() + dateProposal.minutes * 60_000) })),
      lastDay: lastDayOf(dateProposal.deadline),
      url: `${env().APP_URL}${linkPath("DATE_PROPOSAL", link.id)}`,
      messageId,
    }),
  );
}

async function tellComplete(proposalId: string, messageId: string): Promise<void> {
  const proposal = await workerDatabase().dateProposal.findUnique({
    where: { id: proposalId },
    select: {
      state: true,
      organiserId: true,
      coreTeamId: true,
      consortiumId: true,
      coreTeam: { select: { id: true, name: true } },
      organiser: { select: { name: true, email: true, deactivatedAt: true } },
      invitees: { select: { attendance: true } },
    },
  });
  if (proposal?.state !== "OPEN" || proposal.organiser.deactivatedAt !== null || !(await isStillThere(proposal.organiserId, proposal))) return;
  const { coreTeam, organiser, invitees } = proposal;
  await send(
    proposalCompleteMail({
      to: { name: organiser.name, address: organiser.email },
      teamName: coreTeam.name,
      asked: askedOf(invitees).length,
      url: `${env().APP_URL}/core-teams/${coreTeam.id}/date-proposals/${proposalId}`,
      messageId,
    }),
  );
}

async function findInvitee(id: string) {
  return workerDatabase().proposalInvitee.findUnique({
    relationLoadStrategy: "join",
    where: { id },
    select: {
      personId: true,
      coreTeamId: true,
      consortiumId: true,
      answeredAt: true,
      person: { select: { name: true, email: true, deactivatedAt: true } },
      function: { select: { name: true } },
      dateProposal: {
        select: {
          state: true,
          deadline: true,
          minutes: true,
          coreTeam: { select: { name: true } },
          organiser: { select: { name: true, email: true } },
          moments: { select: { startsAt: true }, orderBy: { startsAt: "asc" } },
        },
      },
    },
  });
}

async function settle(inviteeId: string, bouncedCode: string): Promise<void> {
  await workerDatabase().proposalInvitee.updateMany({ where: { id: inviteeId }, data: { bouncedCode } });
}
