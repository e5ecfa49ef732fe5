import { randomUUID } from "node:crypto";
import { linkRow } from "#lib/access/personal-links";
import { type Day, momentAt } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { marker } from "#tests/support/markers";
import type { Side } from "#tests/support/matrix-world";

/** A date proposal of the core team: the partner is asked, by a link of the own. */
export type SideProposal = { proposal: { id: string; moments: { id: string; startsAt: Date }[]; linkId: string } };

type Made = Pick<Side, "letter" | "consortium" | "team" | "actors" | "functions">;

/** Makes a proposal of two moments, to which the school coordinator has said yes. */
export async function makeProposal({ letter, consortium, team, actors, functions }: Made, dayFromNow: (days: number) => Day): Promise<SideProposal> {
  const db = operatorDatabase();
  const scope = { consortiumId: consortium.id, coreTeamId: team.id };
  const { id } = await db.dateProposal.create({
    data: { ...scope, kind: "IN_DEPTH", theme: marker(letter, "agenda"), minutes: 75, form: "LIVE", place: "Op school", organiserId: actors.coordinator.id, deadline: momentAt(dayFromNow(20), "00:00") as Date },
    select: { id: true },
  });
  const moments = await Promise.all(
    [50, 51].map((days) => db.proposedMoment.create({ data: { dateProposalId: id, coreTeamId: team.id, startsAt: momentAt(dayFromNow(days), "14:15") as Date }, select: { id: true, startsAt: true } })),
  );
  const own = await db.proposalInvitee.create({
    data: { ...scope, dateProposalId: id, attendance: "REQUIRED", personId: actors.coordinator.id, functionId: functions.coordinates.id, answeredAt: new Date() },
    select: { id: true },
  });
  await db.momentAnswer.createMany({ data: moments.map((moment) => ({ inviteeId: own.id, momentId: moment.id, dateProposalId: id, coreTeamId: team.id, answer: "YES" as const })) });
  return { proposal: { id, moments, linkId: await askAboutDates({ consortium, team, proposal: { id } }, actors.partner.id, functions.partner.id) } };
}

/** Asks somebody about the dates of a side's proposal. Gives the id of the link to answer by. */
export async function askAboutDates({ consortium, team, proposal }: { consortium: { id: string }; team: { id: string }; proposal: { id: string } }, personId: string, functionId: string): Promise<string> {
  const db = operatorDatabase();
  const { deadline } = await db.dateProposal.findUniqueOrThrow({ where: { id: proposal.id }, select: { deadline: true } });
  const scope = { consortiumId: consortium.id, coreTeamId: team.id };
  const invitee = await db.proposalInvitee.create({ data: { ...scope, dateProposalId: proposal.id, attendance: "REQUIRED", personId, functionId }, select: { id: true } });
  const data = { ...linkRow(randomUUID()), purpose: "DATE_PROPOSAL" as const, ...scope, personId, proposalInviteeId: invitee.id, expiresAt: deadline };
  return (await db.personalLink.create({ data, select: { id: true } })).id;
}
