import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { agreementClosedMail, agreementPassedOnMail } from "#lib/mail/agreement";
import { caseStoppedMail } from "#lib/mail/case-stopped";
import { identityLinkedMail } from "#lib/mail/identity-linked";
import { meetingDeclinedMail } from "#lib/mail/meeting-declined";
import { changeReportedMail } from "#lib/mail/change-reported";
import { dateProposalMail, proposalCompleteMail } from "#lib/mail/date-proposal";
import { emailChangedMail, emailChangeMail } from "#lib/mail/email-change";
import { perspectiveAskedMail } from "#lib/mail/perspective";
import { escapeHtml } from "#lib/mail/letter";
import { loginCodeMail } from "#lib/mail/login-code";
import { meetingMail } from "#lib/mail/meeting-invitation";
import type { MeetingMailData } from "#lib/mail/meeting-invitation";
import { isMailAddress, messageIdFor, safeLink } from "#lib/mail/message";
import type { Mail } from "#lib/mail/message";
import { ownCaseMail } from "#lib/mail/own-case";
import { personInvitedMail } from "#lib/mail/person-invited";
import { recordReminderMail } from "#lib/mail/record-reminder";
import { secondFactorMail, secondFactorResetMail } from "#lib/mail/second-factor";
import { type Digest, isEmpty, weeklyDigestMail } from "#lib/mail/weekly-digest";

const samira = { name: "Samira El Amrani", address: "samira@cjg.example" };
const noor = { name: "Noor de Wit", address: "noor@wilgen.example" };
const messageId = "<1@kernteam.example>";
const moment = { startsAt: new Date("2026-11-24T13:15:00Z"), endsAt: new Date("2026-11-24T14:30:00Z") };
const earlier = { startsAt: new Date("2026-11-17T13:00:00Z"), endsAt: new Date("2026-11-17T14:00:00Z") };

describe("every mail", () => {
  const mails: [string, (name: string) => Mail][] = [
    ["login code", (name) => loginCodeMail({ to: { ...samira, name }, code: "K7QF-2M9T", opens: true, minutesValid: 10, messageId })],
    ["code for a new address", (name) => emailChangeMail({ to: { ...samira, name }, code: "K7QF-2M9T", minutesValid: 10, messageId })],
    ["changed address", (name) => emailChangedMail({ to: { ...samira, name }, messageId })],
    ["given access", (name) => personInvited({ to: { ...samira, name }, inviter: { ...noor, name }, places: [{ functionName: name, teamName: name }] })],
    ["declined invitation", (name) => meetingDeclinedMail({ to: { ...samira, name }, invitee: { ...noor, name }, hadAccepted: true, functionName: name, teamName: name, ...moment, url: "https://kernteam.example/x", messageId })],
    ["reported change", (name) => changeReportedMail({ to: { ...samira, name }, reporter: { ...noor, name }, teamName: name, url: "https://kernteam.example/x", messageId })],
    ["passed on agreement", (name) => agreementPassedOnMail({ to: { ...samira, name }, passer: { ...noor, name }, teamName: name, url: "https://kernteam.example/x", messageId })],
    ["closed agreement", (name) => agreementClosedMail({ to: { ...samira, name }, teamName: name, url: "https://kernteam.example/x", messageId })],
    ["date proposal", (name) => dateProposal("ASKED", name)],
    ["reminder of a date proposal", (name) => dateProposal("REMINDER", name)],
    ["complete date proposal", (name) => proposalCompleteMail({ to: { ...samira, name }, teamName: name, asked: 5, url: "https://kernteam.example/x", messageId })],
    ["meeting not recorded", (name) => recordReminderMail({ to: { ...samira, name }, as: "ORGANISER", teamName: name, ...moment, url: "https://kernteam.example/x", messageId })],
    ["linked work account", (name) => identityLinkedMail({ to: { ...samira, name }, url: "https://kernteam.example/x", messageId })],
    ["second factor", (name) => secondFactorMail({ to: { ...samira, name }, event: "RECOVERY_CODE_USED", codesLeft: 9, url: "https://kernteam.example/x", messageId })],
    ["second factor taken away", (name) => secondFactorResetMail({ to: { ...samira, name }, resetter: { ...noor, name }, url: "https://kernteam.example/x", messageId })],
    ["stopped casus", (name) => caseStoppedMail({ to: { ...samira, name }, alias: "Casus 26-07", teamName: name, url: "https://kernteam.example/x", messageId })],
    ...(["STOPPED", "RELEASED", "ERASED"] as const).map((became): [string, (name: string) => Mail] => [
      `own casus ${became.toLowerCase()}`,
      (name) => ownCaseMail({ to: { ...samira, name }, became, alias: "Casus 26-07", teamName: name, url: "https://kernteam.example/x", messageId }),
    ]),
    ["asked perspective", (name) => perspectiveAskedMail({ to: { ...samira, name }, asker: { ...noor, name }, teamName: name, meetingDay: "2026-11-24", url: "https://kernteam.example/x", messageId })],
    ["weekly overview", (name) => weeklyDigest({ to: { ...samira, name } }, name)],
    ["call", (name) => meeting({ change: "CALLED", before: earlier, to: { ...samira, name }, organiser: { ...noor, name, phone: name }, teamName: name, functionName: name, place: name })],
    ["call taken back", (name) => meeting({ change: "CALL_TAKEN_BACK", onCall: true, to: { ...samira, name }, organiser: { ...noor, name }, teamName: name, functionName: name, place: name })],
    ["cancelled meeting", (name) => meeting({ change: "CANCELLED", to: { ...samira, name }, organiser: { ...noor, name }, teamName: name, functionName: name })],
    ["meeting", (name) => meeting({ to: { ...samira, name }, organiser: { ...noor, name, phone: name }, teamName: name, functionName: name, place: name })],
    ["meeting for a guest", (name) => meeting({ to: { ...samira, name }, organiser: { ...noor, name, phone: name }, teamName: name, functionName: null, url: null, place: name })],
    ["moved meeting for a guest", (name) => meeting({ change: "CHANGED", before: moment, to: { ...samira, name }, organiser: { ...noor, name }, teamName: name, functionName: null, url: null, place: name })],
  ];

  test.each(mails)("says the same in plain text as in HTML: %s", (_, write) => {
    const mail = write("Samira");
    expect(wordsOf(shownBy(mail.html))).toEqual(expect.arrayContaining(wordsOf(mail.text.replace(/:\nhttps/g, "\nhttps"))));
  });

  test.each(mails)("is a letter: to somebody, from somebody, and says why it came: %s", (_, write) => {
    const mail = write("Samira");
    expect(mail.text).toMatch(/^Beste Samira,\n\n/);
    expect(mail.text).toContain("\n\nMet vriendelijke groet,\n");
    expect(mail.text).toMatch(/\n\nJe krijgt deze mail omdat [^\n]*\.\n$/);
    expect(mail.text).not.toMatch(/[!]|undefined|null/);
    expect(mail.html).toContain('<html lang="nl">');
  });

  // A code is typed over, and what is over or off asks for nothing.
  const asksNothing = ["login code", "code for a new address", "changed address", "cancelled meeting"];

  test.each(mails)("has one thing to do, with its address in plain text too: %s", (what, write) => {
    const { html, text } = write("Samira");
    const buttons = [...html.matchAll(/<a class="button" href="([^"]+)"/g)].map(([, href]) => href);
    expect(buttons).toHaveLength(asksNothing.includes(what) ? 0 : 1);
    for (const href of buttons) expect(text).toContain(`:\n${href}\n`);
  });

  test("is among those of these tests", () => {
    const builders = readdirSync("lib/mail").map((file) => [...readFileSync(`lib/mail/${file}`, "utf8").matchAll(/^export function (\w+Mail)\(/gm)].map(([, name]) => name ?? ""));
    const known = [loginCodeMail, emailChangeMail, emailChangedMail, personInvitedMail, changeReportedMail, meetingDeclinedMail, ownCaseMail, agreementPassedOnMail, agreementClosedMail, caseStoppedMail, dateProposalMail, identityLinkedMail, proposalCompleteMail, perspectiveAskedMail, recordReminderMail, secondFactorMail, secondFactorResetMail, weeklyDigestMail, meetingMail];
    expect(builders.flat().toSorted()).toEqual(known.map(({ name }) => name).toSorted());
  });

  test.each(mails)("needs no picture, table, script or other server: %s", (_, write) => {
    expect(write("Samira").html).not.toMatch(/<(img|table|script|link|iframe|form|input)|url\(|@import|src=/i);
  });

  const attacks = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</p><a href=https://evil.example>klik</a>",
    "</title><style>*{display:none}</style>",
    "&lt;b&gt;",
    "x\r\n\r\nKlik hier",
    "\u202ereversed",
    "{{constructor.constructor('x')()}} ${x} <%= x %>",
  ];

  test.each(mails)("shows what people typed as text: %s", (_, write) => {
    const plain = write("Samira");
    for (const attack of attacks) {
      const mail = write(attack);
      expect(tagsOf(mail.html)).toEqual(tagsOf(plain.html));
      expect(mail.text.split("\n").length).toBe(plain.text.split("\n").length);
      expect(mail.subject).not.toMatch(/[\r\n\u202e]/);
    }
  });
});

describe("a mail about a bijeenkomst", () => {
  test("invites: what, when, where, by whom, how to answer and why", () => {
    const mail = meeting({ organiser: { ...noor, phone: "06 12 34 56 78" } });
    expect(mail.subject).toBe("Uitnodiging: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur");
    expect(mail.text).toBe(`Beste Samira El Amrani,

Noor de Wit nodigt je uit voor een bijeenkomst van het kernteam van OBS De Wilgen.

Wanneer: di 24 november 2026, 14.15–15.30 uur
Waar: Wilgenlaan 3, Dorp

De afspraak voor je agenda zit bij deze mail.

Laat weten of je komt:
https://kernteam.example/invitation/geheim

Antwoorden kan zonder in te loggen. De knop is alleen voor jou, dus stuur deze mail niet door.

Liever mailen? Beantwoord deze mail, dan komt je antwoord bij Noor de Wit.

Je kunt Noor de Wit ook bellen: 06 12 34 56 78.

Met vriendelijke groet,
Noor de Wit

Je krijgt deze mail omdat je als CJG-coach hoort bij het kernteam van OBS De Wilgen.
`);
    expect(mail).toMatchObject({ to: samira, replyTo: noor, senderName: "Noor de Wit via Kernteam", messageId });
    expect(mail.calendar?.method).toBe("REQUEST");
  });

  test("has the own link in the letter only: the calendar, which others look into, leads to where one signs in", () => {
    const mail = meeting({});
    expect(mail.html).toContain('href="https://kernteam.example/invitation/geheim"');
    expect(mail.calendar?.ics).not.toContain("geheim");
    expect(mail.calendar?.ics.replace(/\r\n /g, "")).toContain("\r\nURL;VALUE=URI:https://kernteam.example/meetings/1\r\n");
  });

  test("leads to the page of the meeting, and promises nothing, when there is no link", () => {
    const { text } = meeting({ answerUrl: null });
    expect(text).toContain("Laat weten of je komt:\nhttps://kernteam.example/meetings/1\n");
    expect(text).not.toContain("zonder in te loggen");
  });

  test("tells who is on call what that asks, and nothing of it when the meeting is off", () => {
    expect(meeting({ onCall: true }).text).toContain("Je bent op afroep: je komt als er iets is waarbij je nodig bent.");
    expect(meeting({ onCall: true, change: "CANCELLED" }).text).not.toContain("op afroep");
  });

  test("asks who was called to come, with the moment that it was before when it moved meanwhile", () => {
    const mail = meeting({ change: "CALLED" });
    expect(mail.subject).toBe("Het team vraagt je erbij: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur");
    expect(mail.text).toContain("Laat weten of je komt:");
    expect(mail.text).toContain("Wanneer: di 24 november 2026, 14.15–15.30 uur\n");
    expect(meeting({ change: "CALLED", before: earlier }).text).toContain("Was: di 17 november 2026, 14.00–15.00 uur\nWordt: di 24 november 2026, 14.15–15.30 uur\n");
    expect(meeting({ change: "CALLED", before: moment }).text).toContain("Wanneer: di 24 november 2026, 14.15–15.30 uur\n");
  });

  test("asks nothing of who is on call again", () => {
    const mail = meeting({ change: "CALL_TAKEN_BACK", onCall: true });
    expect(mail.subject).toBe("Je bent weer op afroep: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur");
    expect(mail.text).not.toContain("Laat weten");
  });

  test("tells what it was and what it becomes when it moved", () => {
    const mail = meeting({ change: "CHANGED", before: earlier });
    expect(mail.subject).toBe("Verplaatst: bijeenkomst OBS De Wilgen, nu di 24 november 14.15 uur");
    expect(mail.text).toContain("Was: di 17 november 2026, 14.00–15.00 uur\nWordt: di 24 november 2026, 14.15–15.30 uur\n");
  });

  test("tells how it is now when something else changed, or when the old time is not known", () => {
    const { startsAt, endsAt } = meetingData();
    for (const before of [null, undefined, { startsAt, endsAt }]) {
      const mail = meeting({ change: "CHANGED", before });
      expect(mail.subject).toBe("Gewijzigd: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur");
      expect(mail.text).toContain("Wanneer: di 24 november 2026, 14.15–15.30 uur\nWaar: Wilgenlaan 3, Dorp");
    }
  });

  test.each([
    ["CANCELLED", "Gaat niet door: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur", "gaat niet door."],
    ["WITHDRAWN", "Je hoeft er niet bij te zijn: bijeenkomst OBS De Wilgen, di 24 november 14.15 uur", "De bijeenkomst zelf gaat door."],
  ] as const)("takes the entry out of the calendar: %s", (change, subject, sentence) => {
    const mail = meeting({ change });
    expect(mail.subject).toBe(subject);
    expect(mail.text).toContain(sentence);
    expect(mail.text).not.toContain("https://");
    expect(mail.calendar?.method).toBe("CANCEL");
    expect(mail.calendar?.ics).toContain("\r\nMETHOD:CANCEL\r\n");
  });

  test("says where one can take part", () => {
    const link = "https://meet.example/abc";
    expect(meeting({ form: "DIGITAL", place: null, link }).text).toContain("Waar: online, via https://meet.example/abc\n");
    expect(meeting({ form: "DIGITAL", place: null, link: null }).text).toContain("Waar: online\n");
    expect(meeting({ form: "HYBRID", link }).text).toContain("Waar: Wilgenlaan 3, Dorp, of online via https://meet.example/abc\n");
    expect(meeting({ form: "LIVE", link }).text).not.toContain("meet.example");
    expect(meeting({ form: "LIVE", link }).calendar?.ics).not.toContain("meet.example");
  });

  test("writes the clock of Amsterdam, in summer too", () => {
    const mail = meeting({ startsAt: new Date("2027-06-15T12:15:00Z"), endsAt: new Date("2027-06-15T13:30:00Z") });
    expect(mail.text).toContain("Wanneer: di 15 juni 2027, 14.15–15.30 uur");
  });

  test("is the same mail when it is made again", () => {
    expect(meeting({})).toEqual(meeting({}));
  });
});

describe("a mail with a code", () => {
  test("keeps the code out of its subject and has no link", () => {
    const mail = loginCodeMail({ to: samira, code: "K7QF-2M9T", opens: true, minutesValid: 10, messageId });
    expect(mail.subject).not.toContain("K7QF");
    expect(mail.text).toContain("\n\n    K7QF-2M9T\n\n");
    expect(`${mail.text}${mail.html}`).not.toMatch(/https?:/);
  });
});

describe("a mail to somebody who was given access", () => {
  test("names a few places and counts the others", () => {
    const places = Array.from({ length: 33 }, (_, index) => ({ functionName: "CJG-coach", teamName: `School ${index + 1}` }));
    const { text } = personInvited({ places });
    expect(text).toContain("- CJG-coach bij School 5\n- en bij nog 28 andere teams\n");
    expect(text).not.toContain("School 6");
    expect(personInvited({ places: places.slice(0, 6) }).text).toContain("- en bij nog 1 ander team\n");
    expect(personInvited({ places: [] }).text).not.toContain("Je doet mee als");
  });
});

describe("the overview of a week", () => {
  test("counts, names the schools and the moments, and is one page's worth", () => {
    const { subject, text } = weeklyDigest({});
    expect(subject).toBe("Wat er op je wacht in week 48");
    expect(text).toBe(`Beste Samira El Amrani,

Dit wacht er op je in Kernteam. De bijeenkomsten zijn die van vandaag en de twee weken erna.

Je hebt 1 bijeenkomst:

- di 24 november 2026, 14.15–15.30 uur, OBS De Wilgen

Op 2 datumvoorstellen heb je nog niet geantwoord:

- OBS De Wilgen: 2

Op 1 uitnodiging heb je nog niet geantwoord:

- OBS De Wilgen: 1

Bij 1 afspraak ben jij nu aan zet:

- OBS De Wilgen: 1 over de datum

Bij 2 casussen ben jij aan zet. Zeg met één tik hoe het ermee gaat:

- OBS De Wilgen: 2

Bekijk wat er op je wacht:
https://kernteam.example/

Met vriendelijke groet,
Kernteam

Kies welke mail je krijgt:
https://kernteam.example/profile/mail

Je krijgt deze mail omdat je hoort bij een kernteam en het weekoverzicht aan staat. Hij komt hooguit één keer per week, en niet als er niets op je wacht.
`);
  });

  test("names twelve of a kind and counts the others", () => {
    const proposals = Array.from({ length: 15 }, (_, index) => ({ teamName: `School ${index + 1}`, count: 1 }));
    const { text } = weeklyDigest({ digest: { meetings: [], proposals, invitations: [], agreements: [], casesToRefresh: [] } });
    expect(text).toContain("Op 15 datumvoorstellen heb je nog niet geantwoord:\n\n- School 1: 1\n");
    expect(text).toContain("- School 12: 1\n- en nog 3\n");
    expect(text).not.toMatch(/bijeenkomst:|uitnodiging|afspra/);
  });

  test("is empty when nothing waits", () => {
    const nothing = { meetings: [], proposals: [], invitations: [], agreements: [], casesToRefresh: [] };
    expect(isEmpty(nothing)).toBe(true);
    expect(isEmpty({ ...nothing, casesToRefresh: [{ teamName: "OBS De Wilgen", count: 1 }] })).toBe(false);
    expect(isEmpty({ ...nothing, agreements: [{ teamName: "OBS De Wilgen", overdue: 0, due: 1 }] })).toBe(false);
  });
});

describe("what a mail is made of", () => {
  test("escapes the five characters that mean something in HTML", () => {
    expect(escapeHtml(`<a href="x">'&'</a>`)).toBe("&lt;a href=&quot;x&quot;&gt;&#39;&amp;&#39;&lt;/a&gt;");
  });

  test("a Message-ID stands at the host of the app", () => {
    expect(messageIdFor("0193-ab", "https://kernteam.example:8443/")).toBe("<0193-ab@kernteam.example>");
  });

  test.each(["noor@wilgen.example", "n.de-wit+kt@sub.wilgen.example", "o'brien@x.nl", "kernteam@localhost"])("is an address: %s", (text) => {
    expect(isMailAddress(text)).toBe(true);
  });

  test.each(["", "noor", "@x.nl", "noor@", "a@b@c.nl", ".a@x.nl", "a..b@x.nl", "a@-x.nl", "a@x..nl", "a b@x.nl", "a@x.nl\n", "<a@x.nl>", "a@[127.0.0.1]", "a%b@x.nl", `${"a".repeat(65)}@x.nl`])(
    "is no address: %j",
    (text) => {
      expect(isMailAddress(text)).toBe(false);
    },
  );

  // A pattern that tries every split of such a text would take minutes, and this test its time limit.
  test("an address of 256 kB is refused, and not by trying every split", () => {
    for (const text of ["a".repeat(262_144), `${"a.".repeat(131_072)}@x`, `a@${"a-".repeat(131_072)}`]) expect(isMailAddress(text)).toBe(false);
  });

  test("a link is https and names no user", () => {
    expect(safeLink("https://meet.example/a b")).toBe("https://meet.example/a%20b");
    for (const link of [null, "", "meet.example", "http://meet.example", "javascript:alert(1)", "https://u@meet.example"]) expect(safeLink(link)).toBeNull();
  });
});

function meetingData(): MeetingMailData {
  return {
    change: "INVITED",
    to: samira,
    organiser: noor,
    teamName: "OBS De Wilgen",
    functionName: "CJG-coach",
    startsAt: new Date("2026-11-24T13:15:00Z"),
    endsAt: new Date("2026-11-24T14:30:00Z"),
    form: "LIVE",
    place: "Wilgenlaan 3, Dorp",
    onCall: false,
    url: "https://kernteam.example/meetings/1",
    answerUrl: "https://kernteam.example/invitation/geheim",
    uid: "1@kernteam.example",
    sequence: 0,
    changedAt: new Date("2026-11-01T10:00:00Z"),
    messageId,
  };
}

function meeting(change: Partial<MeetingMailData>): Mail {
  return meetingMail({ ...meetingData(), ...change });
}

function personInvited(change: Partial<Parameters<typeof personInvitedMail>[0]>): Mail {
  return personInvitedMail({ to: samira, inviter: noor, places: [], loginUrl: "https://kernteam.example/login", messageId, ...change });
}

function dateProposal(kind: "ASKED" | "REMINDER", name: string): Mail {
  return dateProposalMail({ kind, to: { ...samira, name }, organiser: { ...noor, name }, teamName: name, functionName: name, moments: [moment], lastDay: "2026-11-20", url: "https://kernteam.example/x", messageId });
}

function weeklyDigest(fields: Partial<Parameters<typeof weeklyDigestMail>[0]>, teamName = "OBS De Wilgen"): Mail {
  const digest: Digest = {
    meetings: [{ teamName, ...moment, onCall: false }],
    proposals: [{ teamName, count: 2 }],
    invitations: [{ teamName, count: 1 }],
    agreements: [{ teamName, overdue: 1, due: 0 }],
    casesToRefresh: [{ teamName, count: 2 }],
  };
  return weeklyDigestMail({ to: samira, digest, week: "2026-11-23", until: "2026-12-07", url: "https://kernteam.example/", preferencesUrl: "https://kernteam.example/profile/mail", messageId, ...fields });
}

function tagsOf(html: string): string[] {
  return html.match(/<[^>]*>/g) ?? [];
}

function shownBy(html: string): string {
  const body = html.slice(html.indexOf("<body"));
  const text = body.replace(/<[^>]*>/g, " ");
  return text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&quot;/g, '"').replace(/&#39;/g, "'").replace(/&amp;/g, "&");
}

function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== "" && word !== "-");
}
