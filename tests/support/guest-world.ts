import { beforeEach } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { chooseTemplate } from "#lib/agenda/commands";
import { findAgenda } from "#lib/agenda/queries";
import { operatorDatabase } from "#lib/db";
import { answerAsGuest, type GuestDone, inviteGuest } from "#lib/guests/commands";
import { findKeyhole, type Keyhole } from "#lib/guests/queries";
import type { InviteGuest } from "#lib/guests/schema";
import { agendaWorld, templateOf } from "#tests/support/agenda-world";
import { asPerson } from "#tests/support/as-person";
import { everything, useMeetings } from "#tests/support/meeting-world";

// What the tests of guests share: a meeting with an agenda, and Veilig Thuis, who comes for one item of it.

/** Gives a test file its database. No test has mailed anybody before. */
export function useGuests(): void {
  useMeetings();
  beforeEach(async () => {
    await operatorDatabase().rateLimit.deleteMany();
  });
}

export type GuestWorld = Awaited<ReturnType<typeof guestWorld>>;

/** A team with a meeting of two weeks on, that has the standaardagenda for casussen. `items` are its items in order. */
export async function guestWorld() {
  const world = await agendaWorld();
  const { consortiumId, meetingId, noor, team } = world;
  const templateId = await templateOf(consortiumId, "IN_DEPTH");
  await asPerson(noor.id, (viewer) => chooseTemplate(viewer, { meetingId, templateId }));
  const agenda = await asPerson(noor.id, (viewer) => findAgenda(viewer, team.id, meetingId));
  const items = (agenda?.items ?? []).map(({ id, title, standing }) => ({ id, title, standing }));
  return { ...world, items };
}

/** What the form for a new guest sends: Veilig Thuis for the fifth item, unless said otherwise. */
export function guestOf({ meetingId, items }: Pick<GuestWorld, "meetingId" | "items">, fields: Partial<InviteGuest> = {}): InviteGuest {
  return { meetingId, name: "Roos Veenstra", organisation: "Veilig Thuis", organisationReason: null, email: "roos@veiligthuis.example", items: [items[4]?.id ?? ""], request: null, requestReason: null, ...fields };
}

/** Invites as the IB'er. */
export async function invited(world: GuestWorld, fields: Partial<InviteGuest> = {}): Promise<GuestDone> {
  const result = await asPerson(world.noor.id, (viewer) => inviteGuest(viewer, guestOf(world, fields)));
  if (!result.ok) throw new Error(`This guest was refused: ${result.problem}.`);
  return result;
}

/** The link of a guest that was not taken back. */
export async function guestLink(guestId: string): Promise<{ id: string; expiresAt: Date | null }> {
  return operatorDatabase().personalLink.findFirstOrThrow({ where: { guestId, revokedAt: null }, select: { id: true, expiresAt: true } });
}

/** What is behind a guest's link. */
export async function keyhole(linkId: string): Promise<Keyhole | null> {
  return inLinkTransaction("GUEST", tokenOf(linkId), findKeyhole, "test");
}

/** Answers by a guest's link, about the moment at which the meeting is unless said otherwise. */
export async function answered(linkId: string, answer: "ACCEPTED" | "DECLINED", period?: { startsAt: Date; endsAt: Date }) {
  const about = period ?? (await keyhole(linkId));
  if (!about) throw new Error("Nothing is behind this link.");
  return inLinkTransaction("GUEST", tokenOf(linkId), (holder) => answerAsGuest(holder, { answer, period: about }), "test");
}

/** All that a refused command about guests might have changed. */
export async function everythingOfGuests(): Promise<unknown> {
  const db = operatorDatabase();
  return {
    ...(await everything() as object),
    guests: await db.meetingGuest.findMany({ orderBy: { id: "asc" } }),
    items: await db.meetingGuestItem.findMany({ orderBy: [{ guestId: "asc" }, { itemId: "asc" }] }),
    links: await db.personalLink.findMany({ orderBy: { id: "asc" } }),
  };
}
