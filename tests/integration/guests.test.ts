import { describe, expect, test } from "vitest";
import { addAgendaItem, chooseTemplate, removeAgendaItem } from "#lib/agenda/commands";
import { findAgenda } from "#lib/agenda/queries";
import { operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { changeGuest, inviteGuest, resendToGuest, withdrawGuest } from "#lib/guests/commands";
import { findGuest, findGuestMeeting, listGuests } from "#lib/guests/queries";
import { MOST_GUESTS } from "#lib/guests/schema";
import { cancelMeeting, recordMeeting, rescheduleMeeting } from "#lib/meetings/commands";
import { readMinutes } from "#lib/minutes/queries";
import { markPresent } from "#lib/presentation/commands";
import { asPerson } from "#tests/support/as-person";
import { templateOf } from "#tests/support/agenda-world";
import { everythingOfGuests, guestLink, guestOf, type GuestWorld, guestWorld, invited, useGuests } from "#tests/support/guest-world";
import { asForm, changeOf, signIn } from "#tests/support/meeting-world";

useGuests();

const chosen = (guestId: string) => operatorDatabase().meetingGuestItem.findMany({ where: { guestId }, select: { itemId: true } });
const guests = (world: GuestWorld, personId: string) => asPerson(personId, (viewer) => listGuests(viewer, world.meetingId));
const linesOf = (guestId: string) => operatorDatabase().auditLine.findMany({ where: { objectId: guestId }, select: { action: true, details: true, personId: true }, orderBy: { id: "asc" } });

/** What the command answers when it comes from a form, and that a refusal left everything as it was. */
async function refused(world: GuestWorld, run: Parameters<typeof asForm<{ ok: boolean }>>[1]): Promise<unknown> {
  const facts = await signIn(world.noor.id);
  const before = await everythingOfGuests();
  const answer = await asForm(facts, run);
  expect(await everythingOfGuests()).toEqual(before);
  return answer;
}

describe("inviting a guest", () => {
  test("gives a row, the items chosen, a link until 24 hours after the meeting, a mail and an audit line without a name or an address", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    expect(await chosen(guestId)).toEqual([{ itemId: world.items[4]!.id }]);
    const { endsAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: world.meetingId } });
    expect((await guestLink(guestId)).expiresAt?.getTime()).toBe(endsAt.getTime() + 24 * 3_600_000);
    expect(await operatorDatabase().meetingMail.findMany({ where: { guestId }, select: { method: true, sequence: true, state: true, participationId: true } })).toEqual([{ method: "REQUEST", sequence: 0, state: "QUEUED", participationId: null }]);
    expect(await linesOf(guestId)).toEqual([{ action: "guest:invite", personId: world.noor.id, details: { done: "INVITED", items: 1 } }]);
    expect(JSON.stringify(await operatorDatabase().$queryRaw`SELECT data FROM pgboss.job`)).not.toMatch(/Roos|veiligthuis/);
  });

  test("is for who plans: a member hears no, and for whoever is not of the team the meeting does not exist", async () => {
    const world = await guestWorld();
    const { samira, outsiders, karin } = world;
    const before = await everythingOfGuests();
    await expect(asPerson(samira.id, (viewer) => inviteGuest(viewer, guestOf(world)))).rejects.toBeInstanceOf(ForbiddenError);
    for (const { id } of Object.values(outsiders)) {
      await expect(asPerson(id, (viewer) => inviteGuest(viewer, guestOf(world)))).rejects.toBeInstanceOf(NotFoundError);
      expect(await asPerson(id, (viewer) => findGuestMeeting(viewer, world.team.id, world.meetingId))).toBeNull();
    }
    expect(await everythingOfGuests()).toEqual(before);
    expect(await asPerson(karin.id, (viewer) => inviteGuest(viewer, guestOf(world)))).toMatchObject({ ok: true });
  });

  test("refuses what may identify a child in the organisation and the question, and lets a guest and colleagues be named", async () => {
    const world = await guestWorld();
    expect(await refused(world, (viewer) => inviteGuest(viewer, guestOf(world, { request: "Wat doen we voor Jayden?" })))).toMatchObject({ problem: "FINDINGS", findings: { request: [{ text: "Jayden" }] } });
    expect(await refused(world, (viewer) => inviteGuest(viewer, guestOf(world, { organisation: "Moeder van Jayden" })))).toMatchObject({ problem: "FINDINGS", findings: { organisation: [{ text: "Jayden" }] } });
    expect(await invited(world, { request: "Roos, Noor stelt je voor aan Samira." })).toMatchObject({ ok: true });
  });

  test("refuses an item of another agenda, one that was taken off, and none of the two is told apart", async () => {
    const [world, other] = [await guestWorld(), await guestWorld()];
    await asPerson(world.noor.id, (viewer) => removeAgendaItem(viewer, { itemId: world.items[0]!.id, version: 1 }));
    for (const items of [[other.items[4]!.id], [world.items[0]!.id], [world.items[4]!.id, other.items[0]!.id]]) {
      expect(await refused(world, (viewer) => inviteGuest(viewer, guestOf(world, { items })))).toEqual({ ok: false, problem: "ITEMS_GONE" });
    }
  });

  test("refuses an address twice, in whatever case, until the first invitation was taken back", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    const again = guestOf(world, { email: "Roos@VeiligThuis.example" });
    expect(await refused(world, (viewer) => inviteGuest(viewer, again))).toEqual({ ok: false, problem: "ALREADY_INVITED" });
    await asPerson(world.noor.id, (viewer) => withdrawGuest(viewer, { guestId }));
    expect(await asPerson(world.noor.id, (viewer) => inviteGuest(viewer, again))).toMatchObject({ ok: true });
  });

  test("refuses the address of a member, who is invited as such", async () => {
    const world = await guestWorld();
    expect(await refused(world, (viewer) => inviteGuest(viewer, guestOf(world, { email: world.samira.email.toUpperCase() })))).toEqual({ ok: false, problem: "IS_MEMBER" });
  });

  test("goes no further than ten guests a meeting, also when two are invited at once", async () => {
    const world = await guestWorld();
    for (let number = 1; number < MOST_GUESTS; number += 1) await invited(world, { email: `gast${number}@elders.example` });
    const [noor, karin] = [await signIn(world.noor.id), await signIn(world.karin.id)];
    const answers = await Promise.all([noor, karin].map((facts, index) => asForm(facts, (viewer) => inviteGuest(viewer, guestOf(world, { email: `laatste${index}@elders.example` })))));
    expect(answers.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ problem: "FULL" });
  });

  test("mails one address ten times a day at most, whoever asks", async () => {
    for (let number = 1; number <= 10; number += 1) await invited(await guestWorld(), { email: "veelgevraagd@elders.example" });
    const world = await guestWorld();
    expect(await refused(world, (viewer) => inviteGuest(viewer, guestOf(world, { email: "veelgevraagd@elders.example" })))).toEqual({ ok: false, problem: "TOO_OFTEN" });
  });

  test("is over once the meeting is off, recorded or has begun", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    const { startsAt } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: world.meetingId } });
    const states = [{ startsAt: new Date("2026-11-01T10:00Z"), endsAt: new Date("2026-11-01T11:00Z") }, { recordedAt: startsAt }, { cancelled: true, cancelledAt: startsAt }];
    for (const [index, problem] of (["OVER", "RECORDED", "CANCELLED"] as const).entries()) {
      await operatorDatabase().meeting.update({ where: { id: world.meetingId }, data: states[index]! });
      for (const run of [
        (viewer: Parameters<typeof inviteGuest>[0]) => inviteGuest(viewer, guestOf(world, { email: "een@ander.example" })),
        (viewer: Parameters<typeof inviteGuest>[0]) => changeGuest(viewer, { guestId, version: 1, items: [world.items[0]!.id], request: null, requestReason: null }),
        (viewer: Parameters<typeof inviteGuest>[0]) => resendToGuest(viewer, { guestId }),
        (viewer: Parameters<typeof inviteGuest>[0]) => withdrawGuest(viewer, { guestId }),
      ]) expect(await refused(world, run)).toEqual({ ok: false, problem });
    }
  });
});

describe("a guest who was invited", () => {
  test("is seen by the whole team with the items, and only who plans sees the address and whether the mail came through", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    const seen = { id: guestId, name: "Roos Veenstra", organisation: "Veilig Thuis", answer: "NONE", present: null, itemIds: [world.items[4]!.id] };
    for (const { id } of [world.noor, world.karin]) expect(await guests(world, id)).toEqual([{ ...seen, email: "roos@veiligthuis.example", mail: "QUEUED" }]);
    expect(await guests(world, world.samira.id)).toEqual([{ ...seen, email: null, mail: null }]);
    expect((await asPerson(world.samira.id, (viewer) => findAgenda(viewer, world.team.id, world.meetingId)))?.guests).toEqual([{ ...seen, email: null, mail: null }]);
    for (const { id } of Object.values(world.outsiders)) expect(await guests(world, id)).toEqual([]);
  });

  test("is found for changing by who plans, at that meeting of that team only", async () => {
    const [world, other] = [await guestWorld(), await guestWorld()];
    const { guestId } = await invited(world, { request: "Wanneer bellen we jullie?" });
    const ids = { coreTeamId: world.team.id, meetingId: world.meetingId, guestId };
    const find = (personId: string, asked = ids) => asPerson(personId, (viewer) => findGuest(viewer, asked));
    expect(await find(world.noor.id)).toMatchObject({ guest: { id: guestId }, request: "Wanneer bellen we jullie?", version: 1, problem: null, items: world.items.map(({ id, standing }) => ({ id, isCases: standing === "CASES" })) });
    for (const personId of [world.samira.id, other.noor.id, world.outsiders.board.id]) expect(await find(personId)).toBeNull();
    expect(await find(world.noor.id, { ...ids, meetingId: other.meetingId })).toBeNull();
    expect(await find(world.noor.id, { ...ids, coreTeamId: other.team.id })).toBeNull();
  });

  test("gets other items and another question without a mail; who was second sees what the first chose", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    const change = { guestId, version: 1, items: [world.items[2]!.id, world.items[5]!.id], request: "Wat kunnen jullie doen?", requestReason: null };
    expect(await asPerson(world.noor.id, (viewer) => changeGuest(viewer, change))).toMatchObject({ ok: true });
    expect((await chosen(guestId)).map(({ itemId }) => itemId).toSorted()).toEqual(change.items.toSorted());
    expect(await operatorDatabase().meetingMail.count({ where: { guestId } })).toBe(1);
    expect((await linesOf(guestId)).at(-1)).toEqual({ action: "guest:invite", personId: world.noor.id, details: { done: "CHANGED", items: 2 } });
    expect(await refused(world, (viewer) => changeGuest(viewer, change))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", version: 2, items: [3, 6] });
    expect(await refused(world, (viewer) => changeGuest(viewer, { ...change, version: 2, request: "En Jayden?" }))).toMatchObject({ problem: "FINDINGS" });
  });

  test("keeps the item when another standaardagenda is chosen, and is without it once it is taken off", async () => {
    const world = await guestWorld();
    await invited(world);
    const templateId = await templateOf(world.consortiumId, "ACQUAINTANCE");
    await asPerson(world.noor.id, (viewer) => chooseTemplate(viewer, { meetingId: world.meetingId, templateId }));
    expect((await guests(world, world.noor.id))[0]?.itemIds).toEqual([world.items[4]!.id]);
    await asPerson(world.noor.id, (viewer) => removeAgendaItem(viewer, { itemId: world.items[4]!.id, version: 1 }));
    expect((await guests(world, world.noor.id))[0]?.itemIds).toEqual([]);
  });

  test("is mailed again three times a day at most, and not while a mail is on its way", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    const before = await guestLink(guestId);
    const resend = () => asPerson(world.noor.id, (viewer) => resendToGuest(viewer, { guestId }));
    expect(await refused(world, (viewer) => resendToGuest(viewer, { guestId }))).toEqual({ ok: false, problem: "ON_ITS_WAY" });
    for (const state of ["SENT", "BOUNCED", "SENT"] as const) {
      await operatorDatabase().meetingMail.updateMany({ where: { guestId }, data: { state } });
      expect(await resend()).toMatchObject({ ok: true });
    }
    await operatorDatabase().meetingMail.updateMany({ where: { guestId }, data: { state: "SENT" } });
    expect(await refused(world, (viewer) => resendToGuest(viewer, { guestId }))).toEqual({ ok: false, problem: "TOO_OFTEN" });
    expect(await guestLink(guestId)).toEqual(before);
    await expect(asPerson(world.samira.id, (viewer) => resendToGuest(viewer, { guestId }))).rejects.toBeInstanceOf(ForbiddenError);
  });

  test("is in no list once the invitation was taken back, which happens once", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    const withdraw = (personId: string) => asPerson(personId, (viewer) => withdrawGuest(viewer, { guestId }));
    await expect(withdraw(world.samira.id)).rejects.toBeInstanceOf(ForbiddenError);
    expect(await withdraw(world.noor.id)).toMatchObject({ ok: true });
    expect(await guests(world, world.noor.id)).toEqual([]);
    expect(await operatorDatabase().personalLink.count({ where: { guestId, revokedAt: null } })).toBe(0);
    expect(await operatorDatabase().meetingMail.findMany({ where: { guestId }, select: { method: true, sequence: true }, orderBy: { sequence: "asc" } })).toEqual([{ method: "REQUEST", sequence: 0 }, { method: "CANCEL", sequence: 1 }]);
    expect((await linesOf(guestId)).at(-1)?.details).toEqual({ done: "WITHDRAWN" });
    const before = await everythingOfGuests();
    await expect(withdraw(world.karin.id)).rejects.toBeInstanceOf(NotFoundError);
    expect(await everythingOfGuests()).toEqual(before);
  });
});

describe("a meeting with a guest", () => {
  test("tells the guest when it moves and when it is off, and counts those mails", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    await operatorDatabase().meetingGuest.update({ where: { id: guestId }, data: { answer: "ACCEPTED" } });
    const moved = await asPerson(world.noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(world.meetingId, { date: "2026-12-01" })));
    expect(moved).toMatchObject({ ok: true, mails: 4 });
    expect((await guests(world, world.noor.id))[0]?.answer).toBe("NONE");
    expect((await guestLink(guestId)).expiresAt).toEqual(new Date("2026-12-02T14:30:00Z"));
    expect(await asPerson(world.noor.id, (viewer) => cancelMeeting(viewer, { meetingId: world.meetingId, version: 2, reason: null, reasonReason: null }))).toMatchObject({ ok: true, mails: 4 });
    expect(await operatorDatabase().meetingMail.findMany({ where: { guestId }, select: { method: true, sequence: true }, orderBy: { sequence: "asc" } })).toEqual([
      { method: "REQUEST", sequence: 0 }, { method: "REQUEST", sequence: 1 }, { method: "CANCEL", sequence: 2 },
    ]);
  });

  test("does not mail the guest about its theme", async () => {
    const world = await guestWorld();
    const { guestId } = await invited(world);
    await asPerson(world.noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(world.meetingId, { theme: "Samen vroeg signaleren" })));
    expect(await operatorDatabase().meetingMail.count({ where: { guestId } })).toBe(1);
  });

  test("notes by a tap and by recording whether the guest was there, and says so in the minutes", async () => {
    const world = await guestWorld();
    const [{ guestId }, { guestId: absent }] = [await invited(world), await invited(world, { email: "koen@beschermtafel.example", name: "Koen de Boer", organisation: "Beschermtafel" })];
    await operatorDatabase().meeting.update({ where: { id: world.meetingId }, data: { startsAt: new Date("2026-11-09T10:00Z"), endsAt: new Date("2026-11-09T11:00Z") } });
    const tap = (present: boolean) => asPerson(world.noor.id, (viewer) => markPresent(viewer, { meetingId: world.meetingId, attendeeId: guestId, present }));
    expect(await tap(true)).toMatchObject({ ok: true, version: 2 });
    expect(await tap(true)).toMatchObject({ ok: true, version: 2 });
    expect(await asPerson(world.noor.id, (viewer) => recordMeeting(viewer, { meetingId: world.meetingId, version: 2, present: [guestId] }))).toMatchObject({ ok: true });
    expect((await guests(world, world.samira.id)).map(({ id, present }) => [id, present])).toEqual([[guestId, true], [absent, false]]);
    const minutes = await asPerson(world.samira.id, (viewer) => readMinutes(viewer, { coreTeamId: world.team.id, meetingId: world.meetingId }, "PDF"));
    expect(minutes?.people.slice(-2)).toEqual([{ name: "Roos Veenstra", functionName: "gast · Veilig Thuis", present: true }, { name: "Koen de Boer", functionName: "gast · Beschermtafel", present: false }]);
  });

  test("takes no tap for the guest of another meeting", async () => {
    const [world, other] = [await guestWorld(), await guestWorld()];
    const { guestId } = await invited(other);
    await operatorDatabase().meeting.update({ where: { id: world.meetingId }, data: { startsAt: new Date("2026-11-09T10:00Z"), endsAt: new Date("2026-11-09T11:00Z") } });
    const before = await everythingOfGuests();
    await expect(asPerson(world.noor.id, (viewer) => markPresent(viewer, { meetingId: world.meetingId, attendeeId: guestId, present: true }))).rejects.toBeInstanceOf(NotFoundError);
    expect(await everythingOfGuests()).toEqual(before);
  });

  test("does not let the database choose an item of another meeting, whoever asks", async () => {
    const [world, other] = [await guestWorld(), await guestWorld()];
    const { guestId } = await invited(world);
    const choice = { guestId, itemId: other.items[0]!.id, meetingId: world.meetingId, coreTeamId: world.team.id, consortiumId: world.consortiumId };
    await expect(operatorDatabase().meetingGuestItem.create({ data: choice })).rejects.toThrow();
    expect(await asPerson(world.samira.id, (viewer) => addAgendaItem(viewer, { meetingId: world.meetingId, title: "Wie bel je wanneer?", explanation: null, minutes: 5, origin: "BOTH", titleReason: null, explanationReason: null, next: "agenda" }))).toMatchObject({ ok: true });
    expect(await chosen(guestId)).toEqual([{ itemId: world.items[4]!.id }]);
  });
});
