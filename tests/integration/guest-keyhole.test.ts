import { describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { changeAgendaItem, removeAgendaItem } from "#lib/agenda/commands";
import { momentAt } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { changeGuest, inviteGuest, resendToGuest, withdrawGuest } from "#lib/guests/commands";
import { keyholeCloses } from "#lib/guests/rules";
import { findLinkedInvitation } from "#lib/invitations/queries";
import { cancelMeeting, rescheduleMeeting } from "#lib/meetings/commands";
import { asPerson } from "#tests/support/as-person";
import { answered, everythingOfGuests, guestLink, guestOf, type GuestWorld, guestWorld, invited, keyhole, useGuests } from "#tests/support/guest-world";
import { changeOf } from "#tests/support/meeting-world";

useGuests();

/** A meeting with one guest, and the link of that guest. */
async function withGuest(fields: Parameters<typeof invited>[1] = {}): Promise<GuestWorld & { guestId: string; linkId: string }> {
  const world = await guestWorld();
  const { guestId } = await invited(world, fields);
  return { ...world, guestId, linkId: (await guestLink(guestId)).id };
}

/** Holds the meeting so that it ended so many minutes ago; its link knows nothing of that. */
async function endedAgo(meetingId: string, minutes: number): Promise<void> {
  const endsAt = new Date((momentAt("2026-11-10", "09:00") as Date).getTime() - minutes * 60_000);
  await operatorDatabase().meeting.update({ where: { id: meetingId }, data: { startsAt: new Date(endsAt.getTime() - 3_600_000), endsAt } });
}

describe("through the keyhole", () => {
  test("a guest sees when and where, whom to call, what the team asks, and of the chosen item what it is called and when it begins", async () => {
    const world = await withGuest({ request: "Wanneer bellen we jullie?" });
    await operatorDatabase().person.update({ where: { id: world.noor.id }, data: { phone: "06 12 34 56 78", sharesPhone: true } });
    expect(await keyhole(world.linkId)).toEqual({
      teamName: "OBS De Wilgen",
      startsAt: momentAt("2026-11-24", "14:15"),
      endsAt: momentAt("2026-11-24", "15:30"),
      form: "LIVE",
      place: "De Wilgen, Dorpsstraat 1",
      link: null,
      isOver: false,
      guest: { name: "Roos Veenstra", organisation: "Veilig Thuis", request: "Wanneer bellen we jullie?", answer: "NONE" },
      organiser: { name: "Noor de Wit", phone: "06 12 34 56 78" },
      schools: [expect.objectContaining({ name: expect.any(String) })],
      items: [{ number: 5, title: world.items[4]?.title, minutes: 10, startsAt: momentAt("2026-11-24", "15:10") }],
    });
    await operatorDatabase().person.update({ where: { id: world.noor.id }, data: { sharesPhone: false } });
    expect((await keyhole(world.linkId))?.organiser.phone).toBeNull();
  });

  test("nothing is seen of the other items, of explanations and questions, of the theme, of who else comes, or of another guest", async () => {
    const world = await withGuest();
    const { noor, items, meetingId } = world;
    for (const { id } of items.filter(({ standing }) => standing !== "CASES")) {
      const isChosen = id === items[4]?.id;
      await operatorDatabase().agendaItem.update({ where: { id }, data: { ...(isChosen ? {} : { title: "KANARIE-punt" }), explanation: "KANARIE-uitleg", questions: ["KANARIE-vraag"] } });
    }
    await operatorDatabase().meeting.update({ where: { id: meetingId }, data: { theme: "KANARIE-thema" } });
    await asPerson(noor.id, (viewer) => inviteGuest(viewer, guestOf(world, { name: "KANARIE-gast", organisation: "Beschermtafel", email: "kanarie@elders.example", request: "Kom je ook?" })));
    expect(JSON.stringify(await keyhole(world.linkId))).not.toMatch(/KANARIE|Samira|Joke|@/i);
  });

  test("of the item for casussen only its time is seen, whatever somebody made of its title", async () => {
    const world = await guestWorld();
    const cases = world.items.find(({ standing }) => standing === "CASES");
    const { guestId } = await invited(world, { items: [cases?.id ?? ""] });
    await operatorDatabase().agendaItem.update({ where: { id: cases?.id ?? "" }, data: { title: "KANARIE: casus 26-07" } });
    expect((await keyhole((await guestLink(guestId)).id))?.items).toEqual([{ number: 4, title: null, minutes: 35, startsAt: momentAt("2026-11-24", "14:35") }]);
  });

  test("the items stand as they are now: in other words, at another time, others, or none", async () => {
    const world = await withGuest();
    const { noor, items, linkId, guestId } = world;
    const seen = async () => (await keyhole(linkId))?.items.map(({ number, title, startsAt }) => [number, title, startsAt]);
    const words = { explanation: null, questions: [], origin: null, titleReason: null, explanationReason: null, questionsReason: null };
    expect(await asPerson(noor.id, (viewer) => changeAgendaItem(viewer, { ...words, itemId: items[4]!.id, version: 1, title: "Samen eerder signaleren", minutes: 10 }))).toMatchObject({ ok: true });
    await asPerson(noor.id, (viewer) => removeAgendaItem(viewer, { itemId: items[0]!.id, version: 1 }));
    expect(await seen()).toEqual([[4, "Samen eerder signaleren", momentAt("2026-11-24", "15:05")]]);
    await asPerson(noor.id, (viewer) => changeGuest(viewer, { guestId, version: 1, items: [items[1]!.id], request: null, requestReason: null }));
    expect(await seen()).toEqual([[1, items[1]!.title, momentAt("2026-11-24", "14:15")]]);
    await asPerson(noor.id, (viewer) => removeAgendaItem(viewer, { itemId: items[1]!.id, version: 1 }));
    expect(await seen()).toEqual([]);
  });

  test("there is no table, and nothing that another link shows", async () => {
    const { linkId } = await withGuest();
    const ask = (statement: string) => inLinkTransaction("GUEST", tokenOf(linkId), ({ db }) => db.$queryRawUnsafe(statement), "test");
    for (const table of ["meeting_guest", "meeting_guest_item", "meeting", "participation", "agenda_item", "agenda", "person", "core_team", "school", "case_discussion", "agreement", "personal_link", "audit_line"]) {
      await expect(ask(`SELECT * FROM ${table}`), table).rejects.toThrow("42501");
    }
    for (const other of ["linked_invitation()", "linked_calendar()"]) expect(await ask(`SELECT * FROM ${other}`), other).toEqual([]);
    await expect(inLinkTransaction("INVITATION", tokenOf(linkId), findLinkedInvitation, "test")).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("the keyhole closes", () => {
  test("24 hours after the meeting, even if the link itself would still work", async () => {
    const { linkId, meetingId } = await withGuest();
    await endedAgo(meetingId, 24 * 60 - 5);
    expect(await keyhole(linkId)).toMatchObject({ isOver: true });
    await endedAgo(meetingId, 24 * 60 + 1);
    expect(await keyhole(linkId)).toBeNull();
  });

  test("and moves along with the meeting", async () => {
    const { linkId, meetingId, noor, guestId } = await withGuest();
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(meetingId, { date: "2026-12-01" })));
    expect(await guestLink(guestId)).toEqual({ id: linkId, expiresAt: keyholeCloses(momentAt("2026-12-01", "15:30") as Date) });
    expect(await keyhole(linkId)).toMatchObject({ startsAt: momentAt("2026-12-01", "14:15"), items: [{ startsAt: momentAt("2026-12-01", "15:10") }] });
  });

  test("at once when the invitation is taken back or the meeting is off, also if only the link was forgotten", async () => {
    const [first, second, third] = [await withGuest(), await withGuest(), await withGuest()];
    await asPerson(first.noor.id, (viewer) => withdrawGuest(viewer, { guestId: first.guestId }));
    await expect(keyhole(first.linkId)).rejects.toBeInstanceOf(NotFoundError);
    await asPerson(second.noor.id, (viewer) => cancelMeeting(viewer, { meetingId: second.meetingId, version: 1, reason: null, reasonReason: null }));
    await expect(keyhole(second.linkId)).rejects.toBeInstanceOf(NotFoundError);
    await operatorDatabase().meetingGuest.update({ where: { id: third.guestId }, data: { withdrawnAt: new Date() } });
    expect(await keyhole(third.linkId)).toBeNull();
  });

  test("for good: who is invited anew gets another link", async () => {
    const world = await withGuest();
    await asPerson(world.noor.id, (viewer) => withdrawGuest(viewer, { guestId: world.guestId }));
    const { guestId } = await invited(world);
    const { id } = await guestLink(guestId);
    expect(await keyhole(id)).not.toBeNull();
    await expect(keyhole(world.linkId)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("and a mail that is sent again carries the same link", async () => {
    const world = await withGuest();
    await operatorDatabase().meetingMail.updateMany({ where: { guestId: world.guestId }, data: { state: "SENT" } });
    await asPerson(world.noor.id, (viewer) => resendToGuest(viewer, { guestId: world.guestId }));
    expect((await guestLink(world.guestId)).id).toBe(world.linkId);
  });
});

describe("the answer of a guest", () => {
  const answerOf = async (id: string) => (await operatorDatabase().meetingGuest.findUniqueOrThrow({ where: { id } })).answer;

  test("is kept, can be changed, and is written down without a person", async () => {
    const { linkId, guestId } = await withGuest();
    expect(await answered(linkId, "ACCEPTED")).toEqual({ ok: true });
    expect(await answerOf(guestId)).toBe("ACCEPTED");
    expect(await answered(linkId, "DECLINED")).toEqual({ ok: true });
    expect(await answerOf(guestId)).toBe("DECLINED");
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: guestId, action: "invitation:answer" }, select: { role: true, personId: true, details: true }, orderBy: { id: "asc" } });
    expect(lines).toEqual(["ACCEPTED", "DECLINED"].map((answer) => ({ role: "link", personId: null, details: { answer } })));
  });

  test("is told to the organiser when it is no, once", async () => {
    const { linkId, guestId } = await withGuest();
    const told = () => operatorDatabase().$queryRaw`SELECT data FROM pgboss.job WHERE name = 'person-mail' AND data ->> 'guestId' = ${guestId}`;
    await answered(linkId, "ACCEPTED");
    expect(await told()).toEqual([]);
    await answered(linkId, "DECLINED");
    await answered(linkId, "DECLINED");
    expect(await told()).toEqual([{ data: { kind: "GUEST_DECLINED", guestId, hadAccepted: true } }]);
  });

  test("is about the moment that was shown, and none is taken once the meeting is over or recorded", async () => {
    const { linkId, meetingId, noor } = await withGuest();
    const shown = await keyhole(linkId);
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(meetingId, { date: "2026-12-01" })));
    const unchanged = async (run: () => Promise<unknown>) => {
      const before = await everythingOfGuests();
      expect(await run()).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
      expect(await everythingOfGuests()).toEqual(before);
    };
    await unchanged(() => answered(linkId, "ACCEPTED", shown!));
    await operatorDatabase().meeting.update({ where: { id: meetingId }, data: { recordedAt: new Date() } });
    await unchanged(() => answered(linkId, "ACCEPTED"));
    await operatorDatabase().meeting.update({ where: { id: meetingId }, data: { recordedAt: null } });
    await endedAgo(meetingId, 5);
    await unchanged(() => answered(linkId, "ACCEPTED"));
  });

  test("cannot be given for another guest, nor after the invitation was taken back", async () => {
    const world = await withGuest();
    const other = await invited(world, { email: "koen@beschermtafel.example" });
    await answered(world.linkId, "ACCEPTED");
    expect(await answerOf(other.guestId)).toBe("NONE");
    const shown = await keyhole(world.linkId);
    await operatorDatabase().meetingGuest.update({ where: { id: world.guestId }, data: { withdrawnAt: new Date() } });
    expect(await answered(world.linkId, "DECLINED", shown!)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await answerOf(world.guestId)).toBe("ACCEPTED");
  });
});
