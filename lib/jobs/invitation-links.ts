import { randomUUID } from "node:crypto";
import { linkRow } from "#lib/access/personal-links";
import { now } from "#lib/clock";
import type { Transaction } from "#lib/db";
import { keyholeCloses } from "#lib/guests/rules";

/** To whom a calendar mail goes: somebody of the team who was invited, or a guest. */
export type MailAddressee = { participationId: string; guestId?: never } | { guestId: string; participationId?: never };

type Sent = MailAddressee & { team: { id: string; consortiumId: string }; method: "REQUEST" | "CANCEL" };

/**
 * Keeps the links of invitations in step with the mails that go out, in the same transaction. Who is invited has one link,
 * which works until the meeting ends, a guest's until 24 hours after; a meeting that moves takes it along. A mail that takes
 * the entry back stops the link, and who is invited once more gets another one.
 */
export async function keepInvitationLinks(tx: Transaction, mails: readonly Sent[]): Promise<void> {
  const [asked, takenBack] = [mails.filter(({ method }) => method === "REQUEST"), mails.filter(({ method }) => method === "CANCEL")];
  if (takenBack.length > 0) await tx.personalLink.updateMany({ where: liveLinksOf(takenBack), data: { revokedAt: now() } });
  if (asked.length === 0) return;
  const owners = await ownersOf(tx, asked);
  const linked = await tx.personalLink.findMany({ where: liveLinksOf(asked), select: { id: true, participationId: true, guestId: true, expiresAt: true } });
  const known = new Map(linked.map((link) => [link.participationId ?? link.guestId, link]));
  await tx.personalLink.createMany({ data: owners.filter(({ id }) => !known.has(id)).map(({ id: _id, ...row }) => ({ ...linkRow(randomUUID()), ...row })) });
  const late = owners.flatMap(({ id, expiresAt }) => {
    const link = known.get(id);
    return link && link.expiresAt?.getTime() !== expiresAt.getTime() ? [{ id: link.id, expiresAt }] : [];
  });
  if (late.length === 0) return;
  await tx.$executeRaw`
    UPDATE personal_link l SET expires_at = n.expires_at
    FROM unnest(${late.map(({ id }) => id)}::uuid[], ${late.map(({ expiresAt }) => expiresAt)}::timestamptz[]) AS n(id, expires_at) WHERE l.id = n.id`;
}

/** Whose each link is, for what, and until when it works. */
async function ownersOf(tx: Transaction, asked: readonly Sent[]) {
  const teams = new Map(asked.map(({ participationId, guestId, team }) => [participationId ?? guestId, { consortiumId: team.consortiumId, coreTeamId: team.id }]));
  const { participations, guests } = idsOf(asked);
  const invited = participations.length === 0 ? [] : await tx.participation.findMany({ where: { id: { in: participations } }, select: { id: true, personId: true, endsAt: true } });
  const guestRows = guests.length === 0 ? [] : await tx.meetingGuest.findMany({ where: { id: { in: guests } }, select: { id: true, endsAt: true } });
  const owners = [
    ...invited.map(({ id, personId, endsAt }) => ({ id, purpose: "INVITATION" as const, personId, participationId: id, expiresAt: endsAt })),
    ...guestRows.map(({ id, endsAt }) => ({ id, purpose: "GUEST" as const, guestId: id, expiresAt: keyholeCloses(endsAt) })),
  ];
  return owners.flatMap((owner) => {
    const team = teams.get(owner.id);
    return team ? [{ ...owner, ...team }] : [];
  });
}

function liveLinksOf(mails: readonly Sent[]) {
  const { participations, guests } = idsOf(mails);
  return { revokedAt: null, OR: [{ purpose: "INVITATION" as const, participationId: { in: participations } }, { purpose: "GUEST" as const, guestId: { in: guests } }] };
}

function idsOf(mails: readonly Sent[]): { participations: string[]; guests: string[] } {
  return {
    participations: mails.flatMap(({ participationId }) => participationId ?? []),
    guests: mails.flatMap(({ guestId }) => guestId ?? []),
  };
}
