import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { calendarFeed } from "#lib/calendar/feed";
import { calendarInvitation, calendarUid } from "#lib/calendar/invitation";
import type { CalendarMeeting } from "#lib/calendar/queries";
import { momentAt } from "#lib/dates";

const APP_URL = "https://kernteam.example";

describe("the calendar that programs subscribe to", () => {
  test("has one event for each meeting, with the UID of its invitations", () => {
    const meetings = [meeting({ meetingId: "m-1" }), meeting({ meetingId: "m-2", sequence: 3 })];
    const events = eventsOf(calendarFeed(meetings, APP_URL));
    const invitation = calendarInvitation({
      uid: calendarUid("m-2", APP_URL), sequence: 3, method: "REQUEST", startsAt: meetings[1]!.startsAt, endsAt: meetings[1]!.endsAt, title: "x", url: APP_URL, stampedAt: new Date(0),
      organiser: { name: "Noor", email: "noor@wilgen.example" }, attendee: { name: "Samira", email: "samira@cjg.example" },
    });
    expect(events.map((event) => event.getFirstPropertyValue("uid"))).toEqual(["m-1@kernteam.example", eventsOf(invitation)[0]?.getFirstPropertyValue("uid")]);
    expect(events.map((event) => event.getFirstPropertyValue("sequence"))).toEqual([0, 3]);
  });

  test("asks nobody anything: it has no METHOD, and names no organiser and no attendee", () => {
    const feed = calendarOf(calendarFeed([meeting()], APP_URL));
    expect(feed.getFirstPropertyValue("method")).toBeNull();
    const names = eventsOf(calendarFeed([meeting()], APP_URL))[0]?.getAllProperties().map(({ name }) => name);
    expect(names).not.toEqual(expect.arrayContaining(["organizer"]));
    expect(names).not.toEqual(expect.arrayContaining(["attendee"]));
  });

  test("says when and where, under a title that is only the school", () => {
    const [live, digital] = eventsOf(calendarFeed([meeting({ place: "Wilgenlaan 3, Dorp" }), meeting({ form: "DIGITAL", place: null, link: "https://meet.example/abc" })], APP_URL));
    expect(live?.getFirstPropertyValue("summary")).toBe("Bijeenkomst OBS De Wilgen");
    expect(live?.getFirstPropertyValue("location")).toBe("Wilgenlaan 3, Dorp");
    expect(live?.getFirstPropertyValue("url")).toBe("https://kernteam.example/core-teams/t-1/meetings/m-1");
    expect(digital?.getFirstPropertyValue("location")).toBe("https://meet.example/abc");
    expect(digital?.getFirstPropertyValue("description")).toContain("Deelnemen: https://meet.example/abc");
  });

  test("is certain of what was accepted only, and keeps nobody busy who is on call", () => {
    const events = eventsOf(calendarFeed([meeting({ answer: "ACCEPTED" }), meeting(), meeting({ attendance: "ON_CALL" })], APP_URL));
    expect(events.map((event) => event.getFirstPropertyValue("status"))).toEqual(["CONFIRMED", "TENTATIVE", "TENTATIVE"]);
    expect(events.map((event) => event.getFirstPropertyValue("transp"))).toEqual(["OPAQUE", "OPAQUE", "TRANSPARENT"]);
  });

  test.each([
    ["2026-03-28", "14:15", "2026-03-28T13:15:00Z"],
    ["2026-03-29", "14:15", "2026-03-29T12:15:00Z"],
    ["2026-03-29", "01:30", "2026-03-29T00:30:00Z"],
    ["2026-10-25", "01:30", "2026-10-24T23:30:00Z"],
    ["2026-10-25", "14:15", "2026-10-25T13:15:00Z"],
  ])("on %s at %s in Amsterdam it is %s, without a time zone of its own", (day, time, utc) => {
    const startsAt = momentAt(day, time) as Date;
    const ics = calendarFeed([meeting({ startsAt, endsAt: new Date(startsAt.getTime() + 75 * 60_000) })], APP_URL);
    const [event] = eventsOf(ics);
    expect(String(event?.getFirstPropertyValue("dtstart"))).toBe(utc);
    expect(Date.parse(String(event?.getFirstPropertyValue("dtend"))) - startsAt.getTime()).toBe(75 * 60_000);
    expect(ics).not.toMatch(/VTIMEZONE|TZID/);
  });

  test("is the same text when it is made again, and valid without any meeting", () => {
    expect(calendarFeed([meeting()], APP_URL)).toBe(calendarFeed([meeting()], APP_URL));
    expect(eventsOf(calendarFeed([], APP_URL))).toEqual([]);
    expect(calendarOf(calendarFeed([], APP_URL)).getFirstPropertyValue("version")).toBe("2.0");
  });

  test.each([
    "O'Neill, de \"Brug\"; zaal\\2",
    "De Wilgen\r\nBEGIN:VEVENT\r\nUID:kwaad\r\nEND:VEVENT",
    "Regel één\nregel twee\u2028drie",
    "Zaal 😀👩‍👩‍👧 é€".repeat(30),
  ])("keeps a typed text within its value: %j", (typed) => {
    const ics = calendarFeed([meeting({ teamName: typed, place: typed })], APP_URL);
    const [event] = eventsOf(ics);
    const written = typed.replace(/[\r\n\u2028]+/g, " ").replace(/ {2,}/g, " ").trim();
    expect(event?.getFirstPropertyValue("summary")).toBe(`Bijeenkomst ${written}`);
    expect(event?.getFirstPropertyValue("location")).toBe(written);
    expect(eventsOf(ics)).toHaveLength(1);
    for (const line of ics.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line.isWellFormed()).toBe(true);
    }
  });

  test("comes back as it was from another reader, however many meetings there are", () => {
    const some = fc.array(fc.record({ minutes: fc.integer({ min: -100_000, max: 500_000 }), lasts: fc.integer({ min: 15, max: 480 }), sequence: fc.nat(50) }), { maxLength: 20 });
    fc.assert(fc.property(some, (drawn) => {
      const meetings = drawn.map(({ minutes, lasts, sequence }, index) => {
        const startsAt = new Date(Date.UTC(2026, 10, 24, 13) + minutes * 60_000);
        return meeting({ meetingId: `m-${index}`, startsAt, endsAt: new Date(startsAt.getTime() + lasts * 60_000), sequence });
      });
      const read = eventsOf(calendarFeed(meetings, APP_URL)).map((event) => ({
        uid: event.getFirstPropertyValue("uid"),
        startsAt: (event.getFirstPropertyValue("dtstart") as ICAL.Time).toJSDate(),
        endsAt: (event.getFirstPropertyValue("dtend") as ICAL.Time).toJSDate(),
        sequence: event.getFirstPropertyValue("sequence"),
      }));
      expect(read).toEqual(meetings.map(({ meetingId, startsAt, endsAt, sequence }) => ({ uid: `${meetingId}@kernteam.example`, startsAt, endsAt, sequence })));
    }), { numRuns: 100 });
  });
});

function meeting(change: Partial<CalendarMeeting> = {}): CalendarMeeting {
  return {
    meetingId: "m-1", coreTeamId: "t-1", teamName: "OBS De Wilgen", startsAt: new Date("2026-11-24T13:15:00Z"), endsAt: new Date("2026-11-24T14:30:00Z"),
    form: "LIVE", place: "Op school", link: null, sequence: 0, attendance: "REQUIRED", answer: "NONE", changedAt: new Date("2026-11-01T10:00:00Z"), ...change,
  };
}

function calendarOf(ics: string): ICAL.Component {
  return new ICAL.Component(ICAL.parse(ics) as ConstructorParameters<typeof ICAL.Component>[0]);
}

function eventsOf(ics: string): ICAL.Component[] {
  return calendarOf(ics).getAllSubcomponents("vevent");
}
