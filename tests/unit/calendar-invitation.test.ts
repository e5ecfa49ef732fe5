import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarInvitation, calendarUid } from "#lib/calendar/invitation";
import type { CalendarInvitation } from "#lib/calendar/invitation";

describe("a calendar invitation", () => {
  test("says who invites whom, to what, when and where", () => {
    const event = eventOf(invitation({ place: "Wilgenlaan 3, Dorp" }));
    expect(event.getFirstPropertyValue("summary")).toBe("Bijeenkomst OBS De Wilgen");
    expect(event.getFirstPropertyValue("location")).toBe("Wilgenlaan 3, Dorp");
    expect(event.getFirstPropertyValue("url")).toBe("https://kernteam.example/meetings/1");
    expect(event.getFirstPropertyValue("organizer")).toBe("mailto:noor@wilgen.example");
    expect(event.getFirstProperty("organizer")?.getParameter("cn")).toBe("Noor de Wit");
    const attendees = event.getAllProperties("attendee");
    expect(attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual(["mailto:samira@cjg.example"]);
    expect(attendees[0]?.getParameter("partstat")).toBe("NEEDS-ACTION");
    expect(attendees[0]?.getParameter("rsvp")).toBe("TRUE");
  });

  test("for a guest has no page to sign in at, and no link", () => {
    const text = calendarInvitation(invitation({ url: null }));
    expect(text).not.toMatch(/^URL/m);
    expect(text.replace(/\r\n /g, "")).toContain("DESCRIPTION:Laat weten of je komt met de knop in de mail.");
    expect(text).not.toContain("http");
  });

  test("is the same text when it is made again", () => {
    expect(calendarInvitation(invitation())).toBe(calendarInvitation(invitation()));
  });

  test("writes times in UTC, in winter and in summer, without a time zone of its own", () => {
    const winter = calendarInvitation(invitation());
    expect(winter).toContain("\r\nDTSTART:20261124T131500Z\r\nDTEND:20261124T143000Z\r\n");
    expect(winter).toContain("\r\nDTSTAMP:20261101T100000Z\r\n");
    const summer = invitation({ startsAt: new Date("2027-06-15T12:15:00Z"), endsAt: new Date("2027-06-15T13:30:00Z") });
    expect(calendarInvitation(summer)).toContain("\r\nDTSTART:20270615T121500Z\r\n");
    expect(winter).not.toMatch(/VTIMEZONE|TZID/);
  });

  test("keeps both hours apart when the clock is set back", () => {
    const first = new Date("2027-10-31T00:30:00Z");
    const second = new Date("2027-10-31T01:30:00Z");
    expect(calendarInvitation(invitation({ startsAt: first, endsAt: second }))).toContain(
      "DTSTART:20271031T003000Z\r\nDTEND:20271031T013000Z",
    );
  });

  test("asks with REQUEST and takes back with CANCEL, under the same UID with a higher SEQUENCE", () => {
    const asked = calendarOf(calendarInvitation(invitation()));
    const takenBack = calendarOf(calendarInvitation(invitation({ method: "CANCEL", sequence: 3 })));
    expect([asked, takenBack].map((calendar) => calendar.getFirstPropertyValue("method"))).toEqual(["REQUEST", "CANCEL"]);
    const events = [asked, takenBack].map((calendar) => calendar.getFirstSubcomponent("vevent"));
    expect(events.map((event) => event?.getFirstPropertyValue("uid"))).toEqual(["1@kernteam.example", "1@kernteam.example"]);
    expect(events.map((event) => event?.getFirstPropertyValue("sequence"))).toEqual([0, 3]);
    expect(events.map((event) => event?.getFirstPropertyValue("status"))).toEqual(["CONFIRMED", "CANCELLED"]);
  });

  test("gives the link of a digital meeting, but only when it is one to trust", () => {
    const digital = eventOf(invitation({ place: null, link: "https://meet.example/abc" }));
    expect(digital.getFirstPropertyValue("location")).toBe("https://meet.example/abc");
    expect(digital.getFirstPropertyValue("description")).toContain("Deelnemen: https://meet.example/abc\n");
    for (const link of ["javascript:alert(1)", "http://meet.example/abc", "https://noor:pw@meet.example/", "file:///etc/passwd"]) {
      expect(calendarInvitation(invitation({ link }))).not.toContain(link.slice(0, 12));
    }
  });

  test("has its UID at the host of the app", () => {
    expect(calendarUid("0193-ab", "https://kernteam.example:8443/x")).toBe("0193-ab@kernteam.example");
  });
});

describe("text that somebody typed", () => {
  const attacks = [
    "De Wilgen\r\nBEGIN:VEVENT\r\nUID:evil\r\nEND:VEVENT",
    "De Wilgen\nATTACH:https://evil.example/x",
    "De Wilgen\rDESCRIPTION:evil",
    "De Wilgen\u2028ATTENDEE:mailto:evil@evil.example",
    "De Wilgen\u0085ORGANIZER:mailto:evil@evil.example\u000bX\u000cY",
    'De "Wilgen"; CN=x:mailto:evil@evil.example',
    "De Wilgen;VALUE=URI:https://evil.example",
    "a;b,c\\d\\n:e^n^'f",
    "END:VCALENDAR",
    "\u202eneglieW eD",
    "\ud800 lone",
    "De Wilgen \u0000 nul",
  ];

  test.each(attacks)("stays text within its value: %j", (attack) => {
    const ics = calendarInvitation(
      invitation({ title: attack, place: attack, organiser: { name: attack, email: "noor@wilgen.example" }, attendee: { name: attack, email: "samira@cjg.example" } }),
    );
    const event = onlyEventOf(ics);
    const lines = unfolded(ics).map((line) => line.split(/[:;]/)[0]);
    expect(lines).toEqual(unfolded(calendarInvitation(invitation({ place: "x" }))).map((line) => line.split(/[:;]/)[0]));
    expect(event.getFirstPropertyValue("summary")).toBe(asWritten(attack));
    expect(event.getFirstPropertyValue("location")).toBe(asWritten(attack));
  });

  test("comes back unchanged from another reader, however long and in whatever script", () => {
    const text = fc.string({ unit: "grapheme", minLength: 1, maxLength: 200 }).map(asWritten).filter((written) => written !== "");
    fc.assert(
      fc.property(text, text, (title, place) => {
        const ics = calendarInvitation(invitation({ title, place }));
        expect(foldsWell(ics)).toBe(true);
        const event = onlyEventOf(ics);
        expect([event.getFirstPropertyValue("summary"), event.getFirstPropertyValue("location")]).toEqual([title, place]);
      }),
      // A replacement character that somebody pasted is text like any other.
      { numRuns: 300, examples: [["\ufffd", "!"]] },
    );
  });

  test("is folded at 75 octets and never within a character, up to 10 kB", () => {
    for (const shift of [0, 1, 2, 3]) {
      const title = `${"x".repeat(shift)}${"é😀€".repeat(1_100)}`;
      const ics = calendarInvitation(invitation({ title }));
      expect(foldsWell(ics)).toBe(true);
      expect(onlyEventOf(ics).getFirstPropertyValue("summary")).toBe(title);
    }
  });
});

describe("what cannot be a calendar entry", () => {
  test.each([
    ["an end before its start", { endsAt: new Date("2026-11-24T13:00:00Z") }],
    ["an end at its start", { endsAt: new Date("2026-11-24T13:15:00Z") }],
    ["a time that is none", { startsAt: new Date(Number.NaN) }],
    ["a UID with a line break", { uid: "1\r\nMETHOD:CANCEL" }],
    ["a SEQUENCE below 0", { sequence: -1 }],
    ["a broken SEQUENCE", { sequence: 1.5 }],
    ["an address with a line break", { attendee: { name: "x", email: "a@b.example\r\nX:y" } }],
    ["an address with a second one", { organiser: { name: "x", email: "a@b.example,c@d.example" } }],
    ["an address with a question in it", { attendee: { name: "x", email: "a?cc=c@d.example" } }],
    ["a page address with a line break", { url: "https://kernteam.example/\r\nX:y" }],
  ] satisfies [string, Partial<CalendarInvitation>][])("is refused: %s", (_, change) => {
    expect(() => calendarInvitation(invitation(change))).toThrow("A calendar entry");
  });
});

function invitation(change: Partial<CalendarInvitation> = {}): CalendarInvitation {
  return {
    uid: "1@kernteam.example",
    sequence: 0,
    method: "REQUEST",
    startsAt: new Date("2026-11-24T13:15:00Z"),
    endsAt: new Date("2026-11-24T14:30:00Z"),
    title: "Bijeenkomst OBS De Wilgen",
    organiser: { name: "Noor de Wit", email: "noor@wilgen.example" },
    attendee: { name: "Samira El Amrani", email: "samira@cjg.example" },
    url: "https://kernteam.example/meetings/1",
    stampedAt: new Date("2026-11-01T10:00:00Z"),
    ...change,
  };
}

function calendarOf(ics: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(ics) as ConstructorParameters<typeof ICAL.Component>[0]);
}

function onlyEventOf(ics: string): ICAL.Component {
  const inside = calendarOf(ics).getAllSubcomponents();
  expect(inside.map((component) => component.name)).toEqual(["vevent"]);
  return inside[0] as ICAL.Component;
}

function eventOf(data: CalendarInvitation): ICAL.Component {
  return onlyEventOf(calendarInvitation(data));
}

function unfolded(ics: string): string[] {
  return ics.replace(/\r\n /g, "").split("\r\n");
}

function foldsWell(ics: string): boolean {
  const lines = ics.split("\r\n");
  const short = lines.every((line) => Buffer.byteLength(line) <= 75);
  return short && lines.at(-1) === "" && lines.every((line) => !/[\r\n]/.test(line) && line.isWellFormed());
}

// What a typed text becomes in a value of one line, said in another way than the code says it.
function asWritten(text: string): string {
  const kept = [...text.toWellFormed()].map((character) => (/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/.test(character) ? " " : character));
  return kept.join("").split(" ").filter((word) => word !== "").join(" ").trim();
}
