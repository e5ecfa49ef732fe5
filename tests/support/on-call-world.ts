import { operatorDatabase } from "#lib/db";
import { callInvitee, takeBackCall } from "#lib/on-call/commands";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makePerson } from "#tests/support/builders";
import { guestWorld } from "#tests/support/guest-world";
import { everything, otherTeam, participationOf, planOf, scheduled } from "#tests/support/meeting-world";

// What the tests of people on call share: a meeting with an agenda, and Joke, who is invited to it on call.

export type OnCallWorld = Awaited<ReturnType<typeof onCallWorld>>;

/** A team with a meeting of two weeks on, that has an agenda; `onCall` is the invitation of Joke, and `item` its sixth item. */
export async function onCallWorld() {
  const world = await guestWorld();
  const onCall = await participationOf(world.meetingId, world.joke.id);
  return { ...world, onCall, item: world.items[5] as { id: string; title: string } };
}

/** Calls Joke as the IB'er, for the sixth item. */
export async function called({ noor, onCall, item }: OnCallWorld): Promise<void> {
  const result = await asPerson(noor.id, (viewer) => callInvitee(viewer, { participationId: onCall.id, itemId: item.id }));
  if (!result.ok) throw new Error(`This call was refused: ${result.problem}.`);
}

/** Takes that back as the IB'er. */
export async function takenBack({ noor, onCall }: OnCallWorld): Promise<void> {
  const result = await asPerson(noor.id, (viewer) => takeBackCall(viewer, { participationId: onCall.id }));
  if (!result.ok) throw new Error(`This was refused: ${result.problem}.`);
}

/** How Joke is invited. */
export async function invitationOf({ onCall }: OnCallWorld) {
  return operatorDatabase().participation.findUniqueOrThrow({ where: { id: onCall.id }, select: { attendance: true, answer: true, calledForItemId: true, calledAt: true } });
}

/** Puts Joke, who is needed there, in a meeting of another team of the same samenwerkingsverband (or of another) at a time. */
export async function bookedElsewhere({ consortiumId, joke }: OnCallWorld, fields: { start: string; elsewhere?: true }): Promise<void> {
  const helper = await makePerson();
  const { team, planner } = await otherTeam(helper.id, { name: "De Meerpaal", ...(fields.elsewhere ? {} : { consortiumId }) });
  const { functionId } = await operatorDatabase().membership.findFirstOrThrow({ where: { coreTeamId: team.id, personId: helper.id }, select: { functionId: true } });
  await makeMembership(team, joke.id, { functionId });
  await scheduled(planner.id, planOf(team.id, [joke.id], { start: fields.start }));
}

/** All that a refused call might have changed. */
export async function everythingOfCalls(): Promise<unknown> {
  return { ...(await everything() as object), links: await operatorDatabase().personalLink.findMany({ orderBy: { id: "asc" } }) };
}
