import { describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { inTransaction } from "#lib/access/transaction";
import { chooseTemplate, moveAgendaItem, removeAgendaItem, restoreAgendaItem } from "#lib/agenda/commands";
import { findAgenda, findAgendaItem } from "#lib/agenda/queries";
import { operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { answerByLink } from "#lib/invitations/commands";
import { findLinkedInvitation } from "#lib/invitations/queries";
import { answerInvitation, changeInvitees, rescheduleMeeting } from "#lib/meetings/commands";
import { callInvitee, takeBackCall } from "#lib/on-call/commands";
import { findInviteeToCall } from "#lib/on-call/queries";
import { templateOf } from "#tests/support/agenda-world";
import { asPerson } from "#tests/support/as-person";
import { asForm, changeOf, otherTeam, planOf, scheduled, signIn, useMeetings } from "#tests/support/meeting-world";
import { bookedElsewhere, called, everythingOfCalls, invitationOf, onCallWorld, type OnCallWorld, takenBack } from "#tests/support/on-call-world";

useMeetings();

type Run = Parameters<typeof asForm<{ ok: boolean }>>[1];

/** What the command answers when it comes from a form, and that a refusal left everything as it was. */
async function refused(world: OnCallWorld, run: Run): Promise<unknown> {
  const facts = await signIn(world.noor.id);
  const before = await everythingOfCalls();
  const answer = await asForm(facts, run);
  expect(await everythingOfCalls()).toEqual(before);
  return answer;
}

const calling = ({ onCall, item }: OnCallWorld): Run => (viewer) => callInvitee(viewer, { participationId: onCall.id, itemId: item.id });
const takingBack = ({ onCall }: OnCallWorld): Run => (viewer) => takeBackCall(viewer, { participationId: onCall.id });
const shown = ({ team, meetingId }: OnCallWorld, personId: string) => asPerson(personId, async (viewer) => (await findAgenda(viewer, team.id, meetingId))?.onCall);
const meetingOf = ({ meetingId }: OnCallWorld) => operatorDatabase().meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { sequence: true, version: true, startsAt: true, endsAt: true } });
const mailsOf = ({ meetingId }: OnCallWorld) =>
  operatorDatabase().meetingMail.findMany({ where: { participation: { meetingId } }, select: { participationId: true, method: true, sequence: true }, orderBy: [{ sequence: "asc" }, { createdAt: "asc" }] });

async function linked<T>(world: OnCallWorld, run: Parameters<typeof inLinkTransaction<T>>[2]): Promise<T> {
  const { id } = await operatorDatabase().personalLink.findFirstOrThrow({ where: { participationId: world.onCall.id, revokedAt: null }, select: { id: true } });
  return inLinkTransaction("INVITATION", tokenOf(id), run, "test");
}

describe("calling somebody who is on call", () => {
  test("makes this person expected and asks anew, under the next SEQUENCE, by one mail to nobody else; the audit line names no item", async () => {
    const world = await onCallWorld();
    await asPerson(world.joke.id, (viewer) => answerInvitation(viewer, { meetingId: world.meetingId, answer: "ACCEPTED" }));
    await called(world);
    expect(await invitationOf(world)).toMatchObject({ attendance: "PREFERRED", answer: "NONE", calledForItemId: world.item.id, calledAt: expect.any(Date) });
    expect(await meetingOf(world)).toMatchObject({ sequence: 1, version: 2 });
    expect((await mailsOf(world)).filter(({ sequence }) => sequence > 0)).toEqual([{ participationId: world.onCall.id, method: "REQUEST", sequence: 1 }]);
    const line = await operatorDatabase().auditLine.findFirstOrThrow({ where: { objectId: world.meetingId, action: "invitees:change" }, select: { details: true, personId: true } });
    expect(line).toEqual({ details: { done: "CALLED" }, personId: world.noor.id });
    const jobs = JSON.stringify(await operatorDatabase().$queryRaw`SELECT data FROM pgboss.job`);
    expect(jobs).not.toContain(world.item.id);
  });

  test("is for who may change the invitees: another member hears no, and for whoever is not of the team it does not exist", async () => {
    const world = await onCallWorld();
    const before = await everythingOfCalls();
    const ids = { coreTeamId: world.team.id, meetingId: world.meetingId, participationId: world.onCall.id };
    for (const { id } of [world.samira, world.joke]) {
      await expect(asPerson(id, calling(world))).rejects.toBeInstanceOf(ForbiddenError);
      await expect(asPerson(id, takingBack(world))).rejects.toBeInstanceOf(ForbiddenError);
      expect(await asPerson(id, (viewer) => findInviteeToCall(viewer, ids))).toBeNull();
    }
    for (const { id } of Object.values(world.outsiders)) {
      await expect(asPerson(id, calling(world))).rejects.toBeInstanceOf(NotFoundError);
      expect(await asPerson(id, (viewer) => findInviteeToCall(viewer, ids))).toBeNull();
    }
    expect(await everythingOfCalls()).toEqual(before);
    expect(await asPerson(world.karin.id, calling(world))).toMatchObject({ ok: true });
  });

  test("sends one mail when two press at once, and tells the second that it was done", async () => {
    const world = await onCallWorld();
    const [noor, karin] = [await signIn(world.noor.id), await signIn(world.karin.id)];
    const answers = await Promise.all([noor, karin, noor].map((facts) => asForm(facts, calling(world))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    for (const answer of answers.filter(({ ok }) => !ok)) expect(answer).toEqual({ ok: false, problem: "ALREADY_CALLED", name: "Joke Bakker" });
    expect((await mailsOf(world)).filter(({ participationId, sequence }) => participationId === world.onCall.id && sequence > 0)).toHaveLength(1);
  });

  test("refuses who is in another meeting then: says when, and where only within the own samenwerkingsverband", async () => {
    const [near, far] = [await onCallWorld(), await onCallWorld()];
    await bookedElsewhere(near, { start: "15:00" });
    await bookedElsewhere(far, { start: "15:00", elsewhere: true });
    const clash = { name: "Joke Bakker", startsAt: new Date("2026-11-24T14:00Z") };
    expect(await refused(near, calling(near))).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ ...clash, teamName: "De Meerpaal" }], alternatives: [] });
    expect(await refused(far, calling(far))).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ ...clash, teamName: null }] });
  });

  test("refuses somebody who is not on call any more, an item that was taken off, and one of another agenda", async () => {
    const [world, other] = [await onCallWorld(), await onCallWorld()];
    for (const itemId of [other.item.id, world.items[0]!.id]) {
      await asPerson(world.noor.id, async (viewer) => itemId === world.items[0]!.id && removeAgendaItem(viewer, { itemId, version: 1 }));
      expect(await refused(world, (viewer) => callInvitee(viewer, { participationId: world.onCall.id, itemId }))).toEqual({ ok: false, problem: "ITEM_GONE" });
    }
    await operatorDatabase().participation.update({ where: { id: world.onCall.id }, data: { attendance: "REQUIRED" } });
    expect(await refused(world, calling(world))).toEqual({ ok: false, problem: "NOT_ON_CALL", name: "Joke Bakker" });
    const found = await asPerson(world.noor.id, (viewer) => findInviteeToCall(viewer, { coreTeamId: world.team.id, meetingId: world.meetingId, participationId: world.onCall.id }));
    expect(found).toMatchObject({ state: "OTHERWISE" });
    await operatorDatabase().participation.update({ where: { id: world.onCall.id }, data: { withdrawnAt: new Date() } });
    await expect(asPerson(world.noor.id, calling(world))).rejects.toBeInstanceOf(NotFoundError);
  });

  test("is over once the meeting is off, recorded or has begun, as is taking it back", async () => {
    const world = await onCallWorld();
    const { startsAt } = await meetingOf(world);
    const states = [{ startsAt: new Date("2026-11-01T10:00Z"), endsAt: new Date("2026-11-01T11:00Z") }, { recordedAt: startsAt }, { cancelled: true, cancelledAt: startsAt }];
    for (const [index, problem] of (["OVER", "RECORDED", "CANCELLED"] as const).entries()) {
      await operatorDatabase().meeting.update({ where: { id: world.meetingId }, data: states[index]! });
      for (const run of [calling(world), takingBack(world)]) expect(await refused(world, run)).toEqual({ ok: false, problem });
    }
  });
});

describe("taking a call back", () => {
  test("puts this person on call again and tells so once, as long as there is no answer", async () => {
    const world = await onCallWorld();
    await called(world);
    await takenBack(world);
    expect(await invitationOf(world)).toEqual({ attendance: "ON_CALL", answer: "NONE", calledForItemId: null, calledAt: null });
    expect((await mailsOf(world)).filter(({ sequence }) => sequence > 0)).toEqual([1, 2].map((sequence) => ({ participationId: world.onCall.id, method: "REQUEST", sequence })));
    expect(await refused(world, takingBack(world))).toEqual({ ok: false, problem: "NOT_CALLED", name: "Joke Bakker" });
    await called(world);
    for (const answer of ["ACCEPTED", "DECLINED"] as const) {
      await asPerson(world.joke.id, (viewer) => answerInvitation(viewer, { meetingId: world.meetingId, answer }));
      expect(await refused(world, takingBack(world))).toEqual({ ok: false, problem: "ANSWERED", name: "Joke Bakker" });
    }
  });
});

describe("whoever was called", () => {
  test("is shown with the answer to the whole team at the item, and by number and hour only behind the own link", async () => {
    const world = await onCallWorld();
    expect(await linked(world, findLinkedInvitation)).toMatchObject({ attendance: "ON_CALL", calledFor: null });
    await called(world);
    const line = { participationId: world.onCall.id, name: "Joke Bakker", functionName: "Jeugdverpleegkundige", answer: "NONE", calledFor: world.item.id };
    for (const { id } of [world.noor, world.samira, world.karin]) expect(await shown(world, id)).toEqual([{ ...line, isOwn: false }]);
    expect(await shown(world, world.joke.id)).toEqual([{ ...line, isOwn: true }]);
    const invitation = await linked(world, findLinkedInvitation);
    expect(invitation).toMatchObject({ attendance: "PREFERRED", answer: "NONE", calledFor: { item: { number: 6, startsAt: new Date("2026-11-24T14:20Z") } } });
    expect(JSON.stringify(invitation)).not.toContain(world.item.title);
    expect(await linked(world, async (holder) => answerByLink(holder, { answer: "ACCEPTED", period: await meetingOf(world) }))).toEqual({ ok: true });
    expect(await shown(world, world.noor.id)).toMatchObject([{ answer: "ACCEPTED" }]);
  });

  test("stays called when the item moves, is taken off and comes back; who takes it off is told, and another standaardagenda keeps it", async () => {
    const world = await onCallWorld();
    await called(world);
    const number = async () => (await linked(world, findLinkedInvitation))?.calledFor?.item?.number ?? null;
    await asPerson(world.noor.id, (viewer) => moveAgendaItem(viewer, { itemId: world.item.id, direction: "UP" }));
    expect(await number()).toBe(5);
    expect((await asPerson(world.noor.id, (viewer) => findAgendaItem(viewer, { coreTeamId: world.team.id, meetingId: world.meetingId, itemId: world.item.id })))?.called).toEqual(["Joke Bakker"]);
    const templateId = await templateOf(world.consortiumId, "ACQUAINTANCE");
    await asPerson(world.noor.id, (viewer) => chooseTemplate(viewer, { meetingId: world.meetingId, templateId }));
    expect(await number()).not.toBeNull();
    await asPerson(world.noor.id, (viewer) => removeAgendaItem(viewer, { itemId: world.item.id, version: 1 }));
    expect(await number()).toBeNull();
    expect(await linked(world, findLinkedInvitation)).toMatchObject({ calledFor: { item: null } });
    expect(await shown(world, world.noor.id)).toMatchObject([{ calledFor: world.item.id }]);
    await asPerson(world.noor.id, (viewer) => restoreAgendaItem(viewer, { itemId: world.item.id }));
    expect(await number()).not.toBeNull();
  });

  test("is in no other meeting at that time, and no meeting is moved to where this person is", async () => {
    const world = await onCallWorld();
    await bookedElsewhere(world, { start: "16:00" });
    await called(world);
    const { team, planner } = await otherTeam(world.joke.id, { name: "De Brug", consortiumId: world.consortiumId });
    await expect(scheduled(planner.id, planOf(team.id, [world.joke.id]))).rejects.toThrow("PERSON_ALREADY_BOOKED");
    const moving: Run = (viewer) => rescheduleMeeting(viewer, changeOf(world.meetingId, { start: "16:00", version: 2 }));
    expect(await refused(world, moving)).toMatchObject({ problem: "PERSON_ALREADY_BOOKED" });
    await takenBack(world);
    expect(await asPerson(world.noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(world.meetingId, { start: "16:00", version: 3 })))).toMatchObject({ ok: true });
  });

  test("stays called for the same item when the meeting moves, and is asked again", async () => {
    const world = await onCallWorld();
    await called(world);
    await asPerson(world.joke.id, (viewer) => answerInvitation(viewer, { meetingId: world.meetingId, answer: "ACCEPTED" }));
    await asPerson(world.noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(world.meetingId, { date: "2026-12-01", version: 2 })));
    expect(await invitationOf(world)).toMatchObject({ attendance: "PREFERRED", answer: "NONE", calledForItemId: world.item.id });
  });

  test("is on call again when the form about the invitees says so, as is who is invited anew", async () => {
    const world = await onCallWorld();
    const { meetingId, noor, samira, joke } = world;
    const change = (version: number, invitees: string[], attendance: string[]) => asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId, version, invitees, attendance }));
    await called(world);
    expect(await change(1, [noor.id, joke.id], [`${joke.id}:ON_CALL`])).toMatchObject({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await change(2, [noor.id, samira.id, joke.id], [`${joke.id}:ON_CALL`])).toMatchObject({ ok: true, mails: 0 });
    expect(await invitationOf(world)).toMatchObject({ attendance: "ON_CALL", calledAt: null, calledForItemId: null });
    await called(world);
    expect(await change(4, [noor.id, samira.id], [])).toMatchObject({ ok: true, mails: 1 });
    expect(await shown(world, noor.id)).toEqual([]);
    expect(await change(5, [noor.id, samira.id, joke.id], [])).toMatchObject({ ok: true, mails: 1 });
    expect(await invitationOf(world)).toMatchObject({ attendance: "ON_CALL", calledAt: null, calledForItemId: null });
  });
});

describe("the database", () => {
  test("lets nobody but who plans call, not even an invitee on the own row, which answering does change", async () => {
    const world = await onCallWorld();
    const where = { id: world.onCall.id };
    const data = { attendance: "PREFERRED" as const, calledAt: new Date(), calledForItemId: world.item.id };
    const attempt = async (personId: string) => inTransaction(await signIn(personId), (viewer) => viewer.db.participation.updateMany({ where, data }), "test");
    await expect(attempt(world.joke.id)).rejects.toThrow();
    for (const { id } of [world.samira, ...Object.values(world.outsiders)]) expect(await attempt(id)).toEqual({ count: 0 });
    expect(await invitationOf(world)).toMatchObject({ attendance: "ON_CALL", calledAt: null });
    await asPerson(world.joke.id, (viewer) => answerInvitation(viewer, { meetingId: world.meetingId, answer: "ACCEPTED" }));
    expect(await attempt(world.noor.id)).toEqual({ count: 1 });
  });

  test("keeps a call whole: an hour and an item of the same meeting, and never of who is on call", async () => {
    const [world, other] = [await onCallWorld(), await onCallWorld()];
    const write = (data: object) => operatorDatabase().participation.update({ where: { id: world.onCall.id }, data });
    const call = { attendance: "PREFERRED", calledAt: new Date(), calledForItemId: world.item.id };
    for (const wrong of [{ ...call, calledAt: null }, { ...call, calledForItemId: null }, { ...call, attendance: "ON_CALL" }, { ...call, calledForItemId: other.item.id }]) await expect(write(wrong)).rejects.toThrow();
    await write(call);
  });
});
