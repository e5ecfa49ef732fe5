import { beforeAll, describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { operatorDatabase } from "#lib/db";
import { findLinkedInvitation } from "#lib/invitations/queries";
import { rescheduleMeeting, resendInvitation } from "#lib/meetings/commands";
import { callInvitee } from "#lib/on-call/commands";
import { asPerson } from "#tests/support/as-person";
import { box, hurry, until, useJobs, work } from "#tests/support/job-world";
import { asForm, changeOf, signIn, TODAY } from "#tests/support/meeting-world";
import { contentOf, headerOf } from "#tests/support/mime";
import { called, onCallWorld, type OnCallWorld, takenBack } from "#tests/support/on-call-world";

// What reaches somebody who is called for an item of the agenda, read back from a real mail server.

beforeAll(() => {
  process.env.REFERENCE_DATE = TODAY;
});
useJobs();

const MOMENT = "bijeenkomst OBS De Wilgen, di 24 november 14.15 uur";
const settled = () =>
  until(async () => {
    await hurry();
    expect(await operatorDatabase().meetingMail.count({ where: { state: "QUEUED" } })).toBe(0);
  });
const toJoke = ({ joke }: OnCallWorld) => box.mails.filter(({ to }) => to.includes(joke.email));
const subjects = (world: OnCallWorld) => toJoke(world).map(({ message }) => headerOf(message, "Subject"));

/** A meeting with Joke on call, whose agenda is full of words that no mail may have. */
async function worldOfWords(): Promise<OnCallWorld> {
  const world = await onCallWorld();
  await operatorDatabase().agendaItem.updateMany({ where: { meetingId: world.meetingId }, data: { title: "KANARIE-punt", explanation: "KANARIE-toelichting", questions: ["KANARIE-vraag"] } });
  return world;
}

describe("who is called", () => {
  test("gets one mail, with the same entry under the next SEQUENCE and a link that says which item by number; no word of the agenda", async () => {
    const world = await worldOfWords();
    await work();
    await settled();
    const facts = await signIn(world.noor.id);
    const press = () => asForm(facts, (viewer) => callInvitee(viewer, { participationId: world.onCall.id, itemId: world.item.id }));
    await Promise.all([press(), press()]);
    await settled();
    expect(subjects(world)).toEqual([`Uitnodiging: ${MOMENT}`, `Het team vraagt je erbij: ${MOMENT}`]);
    expect(box.mails).toHaveLength(4);
    const { message, raw } = toJoke(world)[1]!;
    const [text, calendar] = [contentOf(message, "text/plain"), contentOf(message, "text/calendar").replace(/\r\n /g, "")];
    expect(text).toContain("Het kernteam van OBS De Wilgen vraagt je erbij.");
    expect(text).not.toContain("Laat weten of je dan kunt");
    expect(calendar).toContain("METHOD:REQUEST");
    expect(calendar).toContain("SEQUENCE:1");
    expect(calendar).toContain(`UID:${world.meetingId}@`);
    const token = /\/invitation\/([\w-]{43})/.exec(text)?.[1] ?? "";
    expect(await inLinkTransaction("INVITATION", token, findLinkedInvitation, "test")).toMatchObject({ calledFor: { item: { number: 6 } } });
    for (const type of ["text/plain", "text/html", "text/calendar"]) expect(contentOf(message, type)).not.toMatch(/KANARIE|punt 6/i);
    expect(raw).not.toContain("KANARIE");
    expect(JSON.stringify(await operatorDatabase().$queryRaw`SELECT data FROM pgboss.job`)).not.toContain("KANARIE");
  });

  test("hears so from the first mail that gets through: the invitation itself, a meeting that moved, or the same mail sent again", async () => {
    const world = await worldOfWords();
    await called(world);
    await work();
    await settled();
    // Nothing had left, so this is the only mail.
    expect(subjects(world)).toEqual([`Het team vraagt je erbij: ${MOMENT}`]);
    await takenBack(world);
    await settled();
    box.behaviour = { refused: { [world.joke.email]: 550 } };
    await called(world);
    await settled();
    const bounced = await operatorDatabase().meetingMail.count({ where: { participationId: world.onCall.id, state: "BOUNCED" } });
    expect(bounced).toBe(1);
    box.behaviour = {};
    expect(await asPerson(world.noor.id, (viewer) => resendInvitation(viewer, { participationId: world.onCall.id }))).toMatchObject({ ok: true });
    await settled();
    expect(subjects(world).at(-1)).toBe(`Het team vraagt je erbij: ${MOMENT}`);
    await asPerson(world.noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(world.meetingId, { date: "2026-12-01", version: 4 })));
    await settled();
    expect(subjects(world).at(-1)).toBe("Verplaatst: bijeenkomst OBS De Wilgen, nu di 1 december 14.15 uur");
  });

  test("is told once it is not needed after all, and stays in the calendar", async () => {
    const world = await worldOfWords();
    await work();
    await settled();
    await called(world);
    await settled();
    await takenBack(world);
    await settled();
    expect(subjects(world).at(-1)).toBe(`Je bent weer op afroep: ${MOMENT}`);
    const { message, raw } = toJoke(world).at(-1)!;
    expect(contentOf(message, "text/calendar")).toMatch(/METHOD:REQUEST[\s\S]*SEQUENCE:2/);
    expect(raw).not.toContain("KANARIE");
    expect(toJoke(world)).toHaveLength(3);
  });
});
