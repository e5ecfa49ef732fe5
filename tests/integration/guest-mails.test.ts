import { beforeAll, expect, test } from "vitest";
import { tokenOf } from "#lib/access/personal-links";
import { operatorDatabase } from "#lib/db";
import { resendToGuest, withdrawGuest } from "#lib/guests/commands";
import { listGuests } from "#lib/guests/queries";
import { cancelMeeting, rescheduleMeeting } from "#lib/meetings/commands";
import { asPerson } from "#tests/support/as-person";
import { answered, guestLink, guestWorld, invited, keyhole } from "#tests/support/guest-world";
import { box, factsOf, jobRows, until, useJobs, work } from "#tests/support/job-world";
import { changeOf, TODAY } from "#tests/support/meeting-world";
import { contentOf, headerOf } from "#tests/support/mime";
import type { ReceivedMail } from "#tests/support/smtp";

// What a guest gets in mailbox and calendar, from the press on the button to the real mail server.

beforeAll(() => {
  process.env.REFERENCE_DATE = TODAY;
});
useJobs();

const ADDRESS = "roos@veiligthuis.example";
const mails = () => box.mails.filter(({ to }) => to.includes(ADDRESS));
const textOf = ({ message }: ReceivedMail) => contentOf(message, "text/plain");
const calendarOf = ({ message }: ReceivedMail) => contentOf(message, "text/calendar").replace(/\r\n /g, "");

async function mailed(count: number): Promise<ReceivedMail[]> {
  await until(async () => {
    expect(mails()).toHaveLength(count);
    expect(await operatorDatabase().meetingMail.count({ where: { state: "QUEUED" } })).toBe(0);
  });
  return mails();
}

/** A meeting with one guest, as far as everybody was mailed. */
async function withGuest() {
  const world = await guestWorld();
  await work();
  const { guestId } = await invited(world, { request: "KANARIE-vraag" });
  await mailed(1);
  return { ...world, guestId, ...(await guestLink(guestId)) };
}

test("a guest is invited by one mail with one button, the own link, and an entry for the calendar", async () => {
  const { id, guestId, noor } = await withGuest();
  const [mail] = mails() as [ReceivedMail];
  expect(headerOf(mail.message, "Subject")).toBe("Uitnodiging: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur");
  expect(headerOf(mail.message, "Reply-To")).toBe(`Noor de Wit <${noor.email}>`);
  expect(textOf(mail)).toContain("Noor de Wit nodigt je als gast uit voor een bijeenkomst van het kernteam van OBS De Wilgen.");
  expect(textOf(mail)).toMatch(/Je krijgt deze mail omdat Noor de Wit je als gast heeft uitgenodigd/);
  expect(new Set(contentOf(mail.message, "text/html").match(/href="http[^"]*"/g))).toEqual(new Set([`href="http://localhost:3000/guest/${tokenOf(id)}"`]));
  expect(factsOf(mail)).toMatchObject({ uid: `${guestId}@localhost`, sequence: "0", method: "REQUEST" });
  expect(calendarOf(mail)).toMatch(/SUMMARY:Bijeenkomst OBS De Wilgen\r\n/);
});

test("neither the mail nor the entry names an item, what is asked, or anybody else; the entry and the headers do not have the link", async () => {
  const { id, items, guestId } = await withGuest();
  const [mail] = mails() as [ReceivedMail];
  for (const text of [textOf(mail), contentOf(mail.message, "text/html"), calendarOf(mail)]) {
    expect(text).not.toMatch(/KANARIE|Samira|Joke|core-teams|Casus/i);
    for (const { title } of items) expect(text).not.toContain(title);
  }
  expect(calendarOf(mail)).not.toContain(tokenOf(id));
  for (const [, value] of mail.message.headers) expect(value).not.toContain(tokenOf(id));
  expect(JSON.stringify([await jobRows(), await operatorDatabase().meetingMail.findMany({ where: { guestId } })])).not.toContain(tokenOf(id));
});

test("the entry moves with the meeting and goes when it is off; the link stays the same", async () => {
  const { id, guestId, noor, meetingId } = await withGuest();
  await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(meetingId, { date: "2026-12-01", start: "16:00" })));
  const [, moved] = await mailed(2);
  expect(textOf(moved!)).toContain("Was: di 24 november 2026, 14.15–15.30 uur");
  expect(textOf(moved!)).toContain(tokenOf(id));
  await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId, version: 2, reason: "KANARIE-reden", reasonReason: null }));
  const all = await mailed(3);
  expect(all.map(factsOf).map(({ uid, sequence, method }) => [uid, sequence, method])).toEqual([
    [`${guestId}@localhost`, "0", "REQUEST"],
    [`${guestId}@localhost`, "1", "REQUEST"],
    [`${guestId}@localhost`, "2", "CANCEL"],
  ]);
  expect(headerOf(all[2]!.message, "Subject")).toMatch(/^Gaat niet door: /);
  expect(all[2]!.raw).not.toMatch(/KANARIE|\/guest\//);
});

test("the entry goes when the invitation is taken back, and the team hears nothing of that", async () => {
  const { guestId, noor } = await withGuest();
  const others = box.mails.length;
  await asPerson(noor.id, (viewer) => withdrawGuest(viewer, { guestId }));
  const [, taken] = await mailed(2);
  expect(factsOf(taken!)).toMatchObject({ uid: `${guestId}@localhost`, sequence: "1", method: "CANCEL" });
  expect(textOf(taken!)).not.toContain("/guest/");
  expect(box.mails).toHaveLength(others + 1);
});

test("an address that is refused is shown to who invited, and the mail goes out again with the same link", async () => {
  const world = await guestWorld();
  box.behaviour = { refused: { [ADDRESS]: 550 } };
  await work();
  const { guestId } = await invited(world);
  const state = () => asPerson(world.noor.id, async (viewer) => (await listGuests(viewer, world.meetingId))[0]?.mail);
  await until(async () => expect(await state()).toBe("BOUNCED"));
  box.behaviour = {};
  await asPerson(world.noor.id, (viewer) => resendToGuest(viewer, { guestId }));
  const [mail] = await mailed(1);
  expect(textOf(mail!)).toContain(tokenOf((await guestLink(guestId)).id));
  expect(headerOf(mail!.message, "Subject")).toMatch(/^Uitnodiging: /);
});

test("a guest who cannot come after all is told to the organiser, without what was asked", async () => {
  const { id, noor } = await withGuest();
  await answered(id, "ACCEPTED");
  await answered(id, "DECLINED");
  await until(async () => expect(box.mails.some(({ to, message }) => to.includes(noor.email) && headerOf(message, "Reply-To").includes(ADDRESS))).toBe(true));
  const told = box.mails.find(({ to, message }) => to.includes(noor.email) && headerOf(message, "Reply-To").includes(ADDRESS)) as ReceivedMail;
  expect(textOf(told)).toMatch(/Roos Veenstra/);
  expect(told.raw).not.toContain("KANARIE");
  expect((await keyhole(id))?.guest.answer).toBe("DECLINED");
});
