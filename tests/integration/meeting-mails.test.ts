import ICAL from "ical.js";
import { beforeAll, describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { answerByLink } from "#lib/invitations/commands";
import { operatorDatabase } from "#lib/db";
import { answerInvitation, cancelMeeting, changeInvitees, rescheduleMeeting, resendInvitation } from "#lib/meetings/commands";
import { findMeeting } from "#lib/meetings/queries";
import { asPerson } from "#tests/support/as-person";
import { box, endSessionsOf, factsOf, forgetPulse, hurry, jobRows, kill, until, useJobs, work, workElsewhere } from "#tests/support/job-world";
import { changeOf, participationOf, planOf, scheduled, teamWorld, TODAY } from "#tests/support/meeting-world";
import { contentOf, headerOf } from "#tests/support/mime";

// What people get in their mailbox and calendar, from the press on the button to the real mail server.

beforeAll(() => {
  process.env.REFERENCE_DATE = TODAY;
});
useJobs();

describe("everybody invited", () => {
  test("gets one entry that follows the meeting: invited, moved under SEQUENCE 1, cancelled under SEQUENCE 2", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await allSent(2);
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2026-12-01", start: "16:00" })));
    await allSent(4);
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 2, reason: "KANARIE-reden", reasonReason: null }));
    await allSent(6);
    const mails = mailsTo(samira.email);
    expect(mails.map(factsOf).map(({ uid, sequence, method }) => [uid, sequence, method])).toEqual([
      [`${id}@localhost`, "0", "REQUEST"],
      [`${id}@localhost`, "1", "REQUEST"],
      [`${id}@localhost`, "2", "CANCEL"],
    ]);
    expect(mails.map(({ message }) => headerOf(message, "Subject"))).toEqual([
      "Uitnodiging: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur",
      "Verplaatst: bijeenkomst OBS De Wilgen, nu di 1 december 16.00 uur",
      "Gaat niet door: bijeenkomst OBS De Wilgen, di 1 december 16.00 uur",
    ]);
    for (const mail of mails) {
      expect(headerOf(mail.message, "Reply-To")).toBe(`Noor de Wit <${noor.email}>`);
      expect(mail.raw).not.toContain("KANARIE");
    }
    expect(contentOf(mails[0]!.message, "text/plain")).toContain("Je krijgt deze mail omdat je als CJG-coach hoort bij het kernteam van OBS De Wilgen.");
    expect(contentOf(mails[1]!.message, "text/plain")).toContain("Was: di 24 november 2026, 14.15–15.30 uur");
  });

  test("gets each mail once when the mail server was down while the meeting was planned and moved", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    await box.stop();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id]));
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(["retry", "retry", "retry"]));
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { start: "16:00" })));
    await box.start();
    await until(async () => {
      await hurry();
      expect(await states(id)).toEqual(["SENT", "SENT", "SENT", "SUPERSEDED", "SUPERSEDED", "SUPERSEDED"]);
    });
    expect(new Set(box.mails.map(({ to }) => to[0]))).toEqual(new Set([noor.email, samira.email, joke.email]));
    expect(box.mails).toHaveLength(3);
    // Nobody had an invitation yet, so for everybody this is one.
    for (const mail of box.mails) expect(headerOf(mail.message, "Subject")).toMatch(/^Uitnodiging: .* 16\.00 uur$/);
  });

  test("gets the same mail again when the worker was killed before it wrote down that it was sent", async () => {
    const { team, noor } = await teamWorld();
    box.behaviour = { slowness: 3_000 };
    const worker = await workElsewhere();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    await until(async () => expect((await jobRows()).map(({ state }) => state)).toEqual(["active"]));
    await box.received(1);
    await kill(worker);
    await endSessionsOf("kt_worker");
    box.behaviour = {};
    await forgetPulse();
    await work();
    await until(async () => {
      await hurry();
      expect(await states(id)).toEqual(["SENT"]);
    });
    // A worker of its own goes round as well, and may have sent somebody an overview of the week.
    const [first, ...again] = mailsTo(noor.email).filter(({ message }) => headerOf(message, "Subject").startsWith("Uitnodiging")).map(factsOf);
    for (const facts of again) expect(facts).toEqual(first);
    expect(first).toMatchObject({ uid: `${id}@localhost`, sequence: "0" });
  });
});

describe("the link in a mail", () => {
  test("is the invitee's own: it answers without signing in, and stays the same when the meeting moves", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await allSent(2);
    const [tokens, others] = [tokensIn(samira.email), tokensIn(noor.email)];
    expect(new Set([...tokens, ...others]).size).toBe(2);
    const period = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id }, select: { startsAt: true, endsAt: true } });
    expect(await inLinkTransaction("INVITATION", tokens[0] as string, (holder) => answerByLink(holder, { answer: "ACCEPTED", period }), "test")).toEqual({ ok: true });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "ACCEPTED" });
    expect(await participationOf(id, noor.id)).toMatchObject({ answer: "ACCEPTED" });
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2026-12-01" })));
    await allSent(4);
    expect(tokensIn(samira.email)).toEqual([tokens[0], tokens[0]]);
  });

  test("stands in both forms of the letter, and neither in the calendar nor in the headers", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    await scheduled(noor.id, planOf(team.id, [samira.id]));
    await allSent(1);
    const [mail] = mailsTo(samira.email);
    const [token] = tokensIn(samira.email);
    expect(contentOf(mail!.message, "text/plain")).toContain("Antwoorden kan zonder in te loggen. De knop is alleen voor jou, dus stuur deze mail niet door.");
    expect(contentOf(mail!.message, "text/html")).toContain(`/invitation/${token}"`);
    expect(contentOf(mail!.message, "text/calendar").replace(/\r\n /g, "")).not.toContain(token);
    for (const [, value] of mail!.message.headers) expect(value).not.toContain(token);
  });

  test("is in no mail that takes an entry back, and in no job or row that waits", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const links = await operatorDatabase().personalLink.findMany({ where: { coreTeamId: team.id }, select: { id: true } });
    const waiting = JSON.stringify([await jobRows(), await operatorDatabase().meetingMail.findMany({ where: { coreTeamId: team.id } })]);
    for (const link of links) expect(waiting).not.toContain(tokenOf(link.id));
    await work();
    await allSent(2);
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason: null, reasonReason: null }));
    await allSent(4);
    expect(tokensIn(samira.email)).toHaveLength(1);
  });
});

describe("the file in a mail", () => {
  test("says to another reader what was planned, moved and taken back: one entry, in UTC, over the change of the clock", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [samira.id], { date: "2027-03-25" }));
    await allSent(1);
    // The clock goes forward on the 28th of March.
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2027-03-30", confirmed: ["SCHOOL_HOLIDAY 2027-03-30"] })));
    await allSent(2);
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 2, reason: null, reasonReason: null }));
    await allSent(3);
    const entry = { uid: `${id}@localhost`, summary: "Bijeenkomst OBS De Wilgen", organizer: `mailto:${noor.email}`, attendee: `mailto:${samira.email}` };
    expect(mailsTo(samira.email).map(({ message }) => eventIn(contentOf(message, "text/calendar")))).toEqual([
      { ...entry, method: "REQUEST", sequence: 0, status: "CONFIRMED", starts: "2027-03-25T13:15:00Z", ends: "2027-03-25T14:30:00Z" },
      { ...entry, method: "REQUEST", sequence: 1, status: "CONFIRMED", starts: "2027-03-30T12:15:00Z", ends: "2027-03-30T13:30:00Z" },
      { ...entry, method: "CANCEL", sequence: 2, status: "CANCELLED", starts: "2027-03-30T12:15:00Z", ends: "2027-03-30T13:30:00Z" },
    ]);
  });
});

describe("an address that is refused", () => {
  test("is shown to who plans, and gets the mail once it was corrected and sent again", async () => {
    const { team, noor, samira } = await teamWorld();
    box.behaviour = { refused: { [samira.email]: 550 } };
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await until(async () => expect(await states(id)).toEqual(["BOUNCED", "SENT"]));
    const seen = await asPerson(noor.id, (viewer) => findMeeting(viewer, team.id, id));
    expect(seen?.invitees.map(({ name, mail }) => [name, mail?.state, mail?.errorCode])).toEqual([["Noor de Wit", "SENT", null], ["Samira Yilmaz", "BOUNCED", "SMTP_550"]]);
    await operatorDatabase().person.update({ where: { id: samira.id }, data: { email: "samira@juist.voorbeeld.nl" } });
    const { id: participationId } = await participationOf(id, samira.id);
    expect(await asPerson(noor.id, (viewer) => resendInvitation(viewer, { participationId }))).toMatchObject({ ok: true });
    await until(async () => expect(await states(id)).toEqual(["BOUNCED", "SENT", "SENT"]));
    const [again] = mailsTo("samira@juist.voorbeeld.nl");
    expect(factsOf(again!)).toMatchObject({ uid: `${id}@localhost`, sequence: "0", method: "REQUEST" });
    const then = await asPerson(noor.id, (viewer) => findMeeting(viewer, team.id, id));
    expect(then?.invitees.map(({ mail }) => mail?.state)).toEqual(["SENT", "SENT"]);
  });
});

describe("somebody who no longer comes along", () => {
  test("gets the entry taken back when the invitation lapses, and the others hear nothing", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await allSent(2);
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id], attendance: [] }));
    await allSent(3);
    expect(mailsTo(samira.email).map(factsOf).map(({ sequence, method }) => [sequence, method])).toEqual([["0", "REQUEST"], ["1", "CANCEL"]]);
    expect(headerOf(mailsTo(samira.email)[1]!.message, "Subject")).toMatch(/^Je hoeft er niet bij te zijn: /);
    expect(mailsTo(noor.email)).toHaveLength(1);
  });

  test("gets nothing new after the account was closed, except that the meeting is off", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await allSent(2);
    await operatorDatabase().person.update({ where: { id: samira.id }, data: { deactivatedAt: new Date() } });
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { start: "16:00", confirmed: ["NOT_MEMBERS 2026-11-24"] })));
    await until(async () => expect((await states(id)).filter((state) => state === "QUEUED")).toEqual([]));
    expect(mailsTo(samira.email).map(factsOf).map(({ sequence, method }) => [sequence, method])).toEqual([["0", "REQUEST"], ["1", "CANCEL"]]);
  });

  test("hears nothing of an answer of somebody else", async () => {
    const { team, noor, samira } = await teamWorld();
    await work();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await allSent(2);
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }));
    expect(await jobRows()).toHaveLength(2);
  });
});

describe("what people type", () => {
  test("cannot add anything to the entry in a calendar", async () => {
    const { team, noor, samira } = await teamWorld({ name: "De \"Wilgen\"; a,b\\c" });
    await work();
    const place = `Lokaal 1;2,3\\4 ${"é".repeat(90)} BEGIN:VEVENT ATTACH:http://kwaad.voorbeeld.nl`;
    await scheduled(noor.id, planOf(team.id, [samira.id], { place }));
    const [mail] = await box.received(1);
    const ics = contentOf(mail!.message, "text/calendar");
    expect(ics.split("\r\n").filter((line) => /^(BEGIN:VEVENT|ATTACH)/.test(line))).toEqual(["BEGIN:VEVENT"]);
    for (const line of ics.split("\r\n")) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  });
});

function mailsTo(address: string) {
  return box.mails.filter(({ to }) => to[0] === address);
}

/** The tokens of the links in the mails to an address, in the order in which they came. */
function tokensIn(address: string): string[] {
  return mailsTo(address).flatMap(({ message }) => [...contentOf(message, "text/plain").matchAll(/\/invitation\/([\w-]{43})\r?\n/g)].map(([, token]) => token as string));
}

/** What a calendar program that is not ours reads. */
function eventIn(ics: string) {
  const calendar = new ICAL.Component(ICAL.parse(ics) as ConstructorParameters<typeof ICAL.Component>[0]);
  const event = calendar.getFirstSubcomponent("vevent") as ICAL.Component;
  const value = (name: string) => String(event.getFirstPropertyValue(name));
  return {
    method: calendar.getFirstPropertyValue("method"), uid: value("uid"), sequence: event.getFirstPropertyValue("sequence"), status: value("status"), summary: value("summary"),
    starts: value("dtstart"), ends: value("dtend"), organizer: value("organizer"), attendee: value("attendee").toLowerCase(),
  };
}

async function states(meetingId: string): Promise<string[]> {
  const mails = await operatorDatabase().meetingMail.findMany({ where: { participation: { meetingId } }, select: { state: true } });
  return mails.map(({ state }) => state).toSorted();
}

async function allSent(count: number): Promise<void> {
  await box.received(count, 40_000);
  await until(async () => expect(await operatorDatabase().meetingMail.count({ where: { state: "QUEUED" } })).toBe(0));
}
