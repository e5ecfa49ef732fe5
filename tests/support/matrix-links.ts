import { randomBytes, randomUUID } from "node:crypto";
import { linkRow, tokenOf } from "#lib/access/personal-links";
import { operatorDatabase } from "#lib/db";
import type { LinkPurpose, Prisma } from "#prisma/generated/client";
import type { Side } from "#tests/support/matrix-world";

/** The personal links of a side: one of each purpose that works, and of the same people some that do not. */
export type SideLinks = Partial<Record<LinkPurpose, { id: string }>> & { dead: Record<"expired" | "revoked" | "ofWhoIsOff" | "ofWhoLeft" | "ofFormerGuest", { id: string }> };

type Made = Pick<Side, "consortium" | "team" | "coming" | "actors" | "off" | "participations" | "functions" | "proposal" | "guest" | "formerGuest">;

/** Makes the links of a side: those of its partner and its guest work. */
export async function makeLinks({ consortium, team, coming, actors, off, participations, functions, proposal, guest, formerGuest }: Made): Promise<SideLinks> {
  const db = operatorDatabase();
  const make = async (fields: Omit<Prisma.PersonalLinkUncheckedCreateInput, "id" | "tokenHash">) =>
    db.personalLink.create({ data: { ...linkRow(randomUUID()), ...fields }, select: { id: true } });
  const of = { purpose: "INVITATION" as const, consortiumId: consortium.id, coreTeamId: team.id, personId: actors.partner.id };
  const inAYear = new Date(Date.now() + 365 * 86_400_000);
  const { endsAt } = await meetingOf(coming.id);
  const invited = { ...of, participationId: participations.partner.id, expiresAt: endsAt };
  const toGuest = { purpose: "GUEST" as const, consortiumId: consortium.id, coreTeamId: team.id, expiresAt: inAYear };
  const former = await db.participation.create({
    data: { consortiumId: consortium.id, coreTeamId: team.id, personId: actors.leftYesterday.id, functionId: functions.vacant.id, attendance: "ON_CALL", withdrawnAt: new Date(), ...(await meetingOf(coming.id)) },
    select: { id: true },
  });
  return {
    INVITATION: await make(invited),
    DATE_PROPOSAL: { id: proposal.linkId },
    GUEST: await make({ ...toGuest, guestId: guest.id }),
    CALENDAR: await make({ purpose: "CALENDAR", personId: actors.partner.id }),
    dead: {
      expired: await make({ ...invited, expiresAt: new Date(Date.now() - 1_000) }),
      revoked: await make({ ...invited, revokedAt: new Date() }),
      ofWhoIsOff: await make({ purpose: "CALENDAR", personId: off.id }),
      ofWhoLeft: await make({ ...of, personId: actors.leftYesterday.id, participationId: former.id, expiresAt: inAYear }),
      ofFormerGuest: await make({ ...toGuest, guestId: formerGuest.id, revokedAt: new Date() }),
    },
  };
}

/** The id of a side's link of one purpose. */
export function linkOf({ letter, links }: Side, purpose: LinkPurpose): string {
  const link = links[purpose];
  if (!link) throw new Error(`Side ${letter} has no link for ${purpose}.`);
  return link.id;
}

/** The purposes for which a side has a link that works. */
export function purposesOf({ links }: Side): LinkPurpose[] {
  return Object.keys(links).filter((key): key is LinkPurpose => key !== "dead");
}

/** Tokens that open nothing where a link of this purpose is asked for: by what is wrong with each. */
export function uselessTokens(side: Side, purpose: LinkPurpose): [why: string, token: string][] {
  const own = tokenOf(linkOf(side, purpose));
  return [
    ...Object.entries(side.links.dead).map(([why, { id }]): [string, string] => [why, tokenOf(id)]),
    ...purposesOf(side).filter((other) => other !== purpose).map((other): [string, string] => [`for ${other}`, tokenOf(linkOf(side, other))]),
    ["random", randomBytes(32).toString("base64url")],
    ["of no link", tokenOf(randomUUID())],
    ["the id of the link", linkOf(side, purpose)],
    ["shortened", own.slice(0, -1)],
    ["with one character more", `${own}A`],
  ];
}

async function meetingOf(meetingId: string) {
  const { startsAt, endsAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { startsAt: true, endsAt: true } });
  return { meetingId, startsAt, endsAt };
}
