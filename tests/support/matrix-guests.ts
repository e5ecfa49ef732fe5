import { operatorDatabase } from "#lib/db";
import { marker } from "#tests/support/markers";
import type { Side } from "#tests/support/matrix-world";

/** The guest of the coming meeting, for what somebody of the school put on its agenda; and one whose invitation was taken back. */
export type SideGuests = { guest: { id: string; itemId: string; /** All texts that are about this guest or chosen for this guest. */ shows: string[] }; formerGuest: { id: string } };

type Made = Pick<Side, "letter" | "consortium" | "team" | "coming" | "actors" | "agendaItems">;

/** Makes the guests of a side. */
export async function makeGuests({ letter, consortium, team, coming, actors, agendaItems }: Made): Promise<SideGuests> {
  const db = operatorDatabase();
  const { startsAt, endsAt } = await db.meeting.findUniqueOrThrow({ where: { id: coming.id }, select: { startsAt: true, endsAt: true } });
  const { id: itemId, title } = await db.agendaItem.findUniqueOrThrow({ where: { id: agendaItems.ofSchool.id }, select: { id: true, title: true } });
  const scope = { consortiumId: consortium.id, coreTeamId: team.id, meetingId: coming.id };
  const make = async (fields: { name: string; organisation: string; request: string; withdrawnAt?: Date }) => {
    const email = `${marker(letter, "guest-private").toLowerCase()}@voorbeeld.nl`;
    const made = await db.meetingGuest.create({ data: { ...scope, startsAt, endsAt, invitedById: actors.coordinator.id, email, ...fields }, select: { id: true } });
    await db.meetingGuestItem.create({ data: { ...scope, guestId: made.id, itemId } });
    return made;
  };
  const words = () => ({ name: marker(letter, "guest"), organisation: marker(letter, "guest"), request: marker(letter, "guest-private") });
  const [own, former] = [words(), words()];
  const guest = await make(own);
  return { guest: { ...guest, itemId, shows: [...Object.values(own), title] }, formerGuest: await make({ ...former, withdrawnAt: new Date() }) };
}
