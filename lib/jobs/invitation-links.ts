import { randomUUID } from "node:crypto";
import { linkRow } from "#lib/access/personal-links";
import { now } from "#lib/clock";
import type { Transaction } from "#lib/db";

type Sent = { team: { id: string; consortiumId: string }; participationId: string; method: "REQUEST" | "CANCEL" };

/**
 * Keeps the links of invitations in step with the mails that go out, in the same transaction. Who is invited has one link,
 * which works until the meeting ends: a meeting that moves takes it along. A mail that takes the entry back stops the link,
 * and who is invited once more gets another one.
 */
export async function keepInvitationLinks(tx: Transaction, mails: readonly Sent[]): Promise<void> {
  const [asked, takenBack] = [mails.filter(({ method }) => method === "REQUEST"), mails.filter(({ method }) => method === "CANCEL")];
  if (takenBack.length > 0) await tx.personalLink.updateMany({ where: liveLinksOf(takenBack), data: { revokedAt: now() } });
  if (asked.length === 0) return;
  const ids = asked.map(({ participationId }) => participationId);
  await tx.$executeRaw`
    UPDATE personal_link l SET expires_at = p.ends_at FROM participation p
    WHERE p.id = l.participation_id AND p.id = ANY (${ids}::uuid[]) AND l.purpose = 'INVITATION' AND l.revoked_at IS NULL AND l.expires_at <> p.ends_at`;
  const linked = await tx.personalLink.findMany({ where: liveLinksOf(asked), select: { participationId: true } });
  const known = new Set(linked.map(({ participationId }) => participationId));
  await makeLinks(tx, asked.filter(({ participationId }) => !known.has(participationId)));
}

async function makeLinks(tx: Transaction, asked: readonly Sent[]): Promise<void> {
  if (asked.length === 0) return;
  const teams = new Map(asked.map(({ participationId, team }) => [participationId, team]));
  const invitations = await tx.participation.findMany({ where: { id: { in: [...teams.keys()] } }, select: { id: true, personId: true, endsAt: true } });
  await tx.personalLink.createMany({
    data: invitations.flatMap(({ id, personId, endsAt }) => {
      const team = teams.get(id);
      return team ? [{ ...linkRow(randomUUID()), purpose: "INVITATION" as const, consortiumId: team.consortiumId, coreTeamId: team.id, personId, participationId: id, expiresAt: endsAt }] : [];
    }),
  });
}

function liveLinksOf(mails: readonly Sent[]) {
  return { purpose: "INVITATION" as const, revokedAt: null, participationId: { in: mails.map(({ participationId }) => participationId) } };
}
