import { describe, expect, test } from "vitest";
import { erasureDay, longestRetention } from "#lib/case-retention/rules";
import { addDays, dayFromDatabase, dayOf, schoolYearOf } from "#lib/dates";
import { findIdentifyingWords } from "#lib/anonymity/detect";
import { suggestedItem } from "#lib/on-call/rules";
import { begunCase, primaryCases, secondaryCases, teamAgreements } from "#prisma/demo/case-texts";
import type { DaysOff } from "#prisma/demo/calendar";
import { type DemoRows, demoRows } from "#prisma/demo/rows";
import { demoId, demoPeople } from "#prisma/world";

const wilgen = demoId("team:de-wilgen");

// Days on which something could go wrong: the edges of the school year, holidays, a leap day, weekends, the clock changes.
const edges = [
  "2026-07-31", "2026-08-01", "2026-08-02", "2026-08-31", "2026-09-01", "2026-09-07", "2026-10-12", "2026-10-25", "2026-11-22", "2026-12-24", "2026-12-31",
  "2027-01-01", "2027-01-04", "2027-02-24", "2027-03-28", "2027-04-26", "2027-05-05", "2027-07-01", "2027-07-12", "2028-02-29", "2031-06-30", "2024-02-29",
];
const spread = Array.from({ length: 14 }, (_, index) => addDays("2026-11-22", index * 26 + 1));

describe.each([...edges, ...spread])("the demo world on %s", (day) => {
  const rows = demoRows(day, []);

  test("books nobody twice", () => {
    const bookings = rows.participation
      .filter((one) => !one.cancelled && one.answer !== "DECLINED" && one.attendance !== "ON_CALL")
      .toSorted((one, other) => one.personId.localeCompare(other.personId) || Number(one.startsAt) - Number(other.startsAt));
    const clashes = bookings.filter((one, index) => bookings[index - 1]?.personId === one.personId && (bookings[index - 1]?.endsAt ?? 0) > one.startsAt);
    expect(clashes).toEqual([]);
  });

  test("gives De Wilgen a next meeting, late agreements, and no leerplichtambtenaar since 1 August", () => {
    expect(rows.meeting.filter((meeting) => meeting.coreTeamId === wilgen && !meeting.cancelled && meeting.startsAt > endOf(day)).length).toBeGreaterThan(0);
    const open = rows.agreement.filter((agreement) => agreement.coreTeamId === wilgen && (agreement.state === "OPEN" || agreement.state === "UNDER_WAY"));
    expect(open.filter(({ dueOn }) => dayFromDatabase(dueOn as Date) < day)).toHaveLength(2);
    const held = rows.membership.filter(({ coreTeamId, functionId }) => coreTeamId === wilgen && functionId === demoId("function:PO9901:PO:ATTENDANCE_OFFICER"));
    expect(held.map(({ lastDay }) => dayFromDatabase(lastDay as Date))).toEqual([`${schoolYearOf(day)}-07-31`]);
  });

  test("has Veilig Thuis come to De Wilgen for the fifth item of the next meeting", () => {
    const [chosen] = rows.meetingGuestItem;
    const item = rows.agendaItem.find(({ id }) => id === chosen?.itemId);
    expect(rows.meetingGuest).toMatchObject([{ id: chosen?.guestId, coreTeamId: wilgen, organisation: "Veilig Thuis" }]);
    expect(rows.agendaItem.filter(({ meetingId, position }) => meetingId === item?.meetingId && Number(position) <= Number(item?.position))).toHaveLength(5);
    expect(findIdentifyingWords(String(rows.meetingGuest[0]?.request))).toEqual([]);
  });

  test("has the leerplichtambtenaar on call at De Zandloper, whose next agenda has an item to call for", () => {
    const meetingId = demoId("meeting:de-zandloper:next");
    const items = rows.agendaItem.filter((item) => item.meetingId === meetingId).map(({ title, explanation }) => ({ title, explanation: typeof explanation === "string" ? explanation : null }));
    expect(suggestedItem("ATTENDANCE_OFFICER", items)?.title).toContain("te laat komen");
    const onCall = rows.participation.filter((one) => one.meetingId === meetingId && one.attendance === "ON_CALL");
    expect(onCall).toMatchObject([{ personId: demoId("person:peter") }]);
  });

  test("has people who left, a cancelled meeting, an unrecorded one and teams without a date", () => {
    const past = (moment: unknown) => moment instanceof Date && moment < startOf(day);
    expect(rows.membership.filter(({ lastDay }) => past(lastDay)).length).toBeGreaterThan(8);
    expect(rows.meeting.filter(({ cancelled }) => cancelled).length).toBeGreaterThan(0);
    expect(rows.meeting.filter(({ startsAt, recordedAt, cancelled }) => past(startsAt) && recordedAt === null && !cancelled)).toHaveLength(2);
    const dated = new Set(rows.meeting.filter(({ startsAt, cancelled }) => startsAt > endOf(day) && !cancelled).map(({ coreTeamId }) => coreTeamId));
    expect(rows.coreTeam.filter(({ id, endedOn }) => endedOn === null && !dated.has(id as string))).toHaveLength(5);
  });

  test("has erased the text of every casus whose time was over, and waits with one that somebody stopped", () => {
    const meetingDays = new Map(rows.meeting.map(({ id, startsAt }) => [id, dayOf(startsAt as Date)]));
    const shared = rows.caseDiscussion.filter(({ sharedAt }) => sharedAt);
    const withText = new Set(rows.caseText.map(({ caseDiscussionId }) => caseDiscussionId));
    for (const { id, meetingId, erasedAt, stoppedAt } of shared) {
      const discussedOn = meetingDays.get(meetingId) ?? "";
      const isOver = erasureDay({ madeOn: discussedOn, sharedOn: discussedOn, releasedOn: null, discussedOn }, longestRetention) <= day || Boolean(stoppedAt && erasedAt);
      expect([Boolean(erasedAt), withText.has(id as string)]).toEqual([isOver, !isOver]);
    }
    const erased = new Set(shared.filter(({ erasedAt }) => erasedAt).map(({ id }) => id));
    expect(erased.size).toBeGreaterThan(0);
    expect(rows.agreement.filter(({ caseDiscussionId, text }) => erased.has(caseDiscussionId as string) !== (text === ""))).toEqual([]);
    const stopped = rows.caseDiscussion.filter(({ stoppedAt }) => stoppedAt).map(({ coreTeamId, erasedAt }) => [coreTeamId, erasedAt === null]);
    expect(stopped).toEqual(expect.arrayContaining([[demoId("team:het-anker"), true], [wilgen, false]]));
  });

  test("puts nothing into the past that is still to come, or the other way round", () => {
    const beginnings = new Map(rows.meeting.map(({ id, startsAt }) => [id, startsAt as Date]));
    const meetingOf = new Map(rows.agreement.map(({ id, meetingId }) => [id, meetingId]));
    const steps = rows.agreementEvent.map(({ at, agreementId }) => ({ at: at as Date, meetingId: meetingOf.get(agreementId) ?? "" }));
    const moments = [...rows.agreement.map(({ stateSince, meetingId }) => ({ at: stateSince as Date, meetingId })), ...steps];
    expect(moments.filter(({ at, meetingId }) => at > endOf(day) || at < (beginnings.get(meetingId) ?? ""))).toEqual([]);
    expect(rows.agreement.filter(({ dueOn, meetingId }) => dueOn < (beginnings.get(meetingId) ?? ""))).toEqual([]);
    expect(rows.meeting.filter(({ recordedAt, startsAt }) => recordedAt && startsAt > startOf(day))).toEqual([]);
    expect(rows.caseDiscussion.filter(({ createdAt, closedAt }) => (createdAt ?? "") > startOf(day) || (closedAt && closedAt > endOf(day)))).toEqual([]);
    expect(rows.school.filter(({ closedOn }) => closedOn && closedOn >= startOf(day))).toEqual([]);
    expect(rows.coreTeam.filter(({ startedOn }) => startedOn > startOf(day))).toEqual([]);
  });

  test("gives the people of the login page the number of schools it says", () => {
    expect(schoolsOf(rows, "samira", day)).toBe(9);
    expect(schoolsOf(rows, "peter", day)).toBe(14);
    expect(schoolsOf(rows, "amira", day)).toBe(12);
  });
});

describe("the demo world", () => {
  test("is the same for the same day, and has no id twice", () => {
    const rows = demoRows("2026-11-22", []);
    expect(demoRows("2026-11-22", [])).toEqual(rows);
    for (const [table, list] of Object.entries(rows)) {
      const ids = list.flatMap((row) => ("id" in row ? [row.id] : []));
      expect([table, new Set(ids).size]).toEqual([table, ids.length]);
    }
  });

  test("meets on no day off", () => {
    const off: DaysOff[] = [{ firstDay: "2026-12-01", lastDay: "2026-12-09" }];
    const days = demoRows("2026-11-22", off).meeting.map(({ startsAt }) => dayFromDatabase(startsAt as Date));
    expect(days.filter((day) => day >= "2026-12-01" && day <= "2026-12-09")).toEqual([]);
  });

  test("has about thirty schools, of which one has a name of 77 characters, one has no team and one is closed", () => {
    const rows = demoRows("2026-11-22", []);
    const served = new Set(rows.coreTeamSchool.map(({ schoolId }) => schoolId));
    expect(rows.school).toHaveLength(33);
    expect(rows.school.filter(({ name }) => name.length === 77)).toHaveLength(1);
    expect(rows.school.filter(({ id }) => !served.has(id as string)).map(({ name }) => name)).toEqual(["Kindcentrum De Nieuwe Wereld"]);
    expect(rows.school.filter(({ closedOn }) => closedOn)).toHaveLength(1);
  });

  test("only uses addresses and numbers that nobody has", () => {
    const rows = demoRows("2026-11-22", []);
    for (const { email } of rows.person) expect(email).toMatch(/^[a-z.]+@[a-z]+\.example$/);
    for (const { phone } of rows.person) expect(phone).toMatch(/^06 0000 \d{4}$/);
    for (const { locationCode, website } of rows.school) expect(`${locationCode} ${website}`).toMatch(/^9[01]Q[A-Z]00 www\.[a-z]+\.example$/);
  });

  test("names on the login page people who exist", () => {
    const people = new Map(demoRows("2026-11-22", []).person.map(({ email, name }) => [email, name]));
    for (const { email, name } of demoPeople) expect(people.get(email)).toBe(name);
  });

  test("has on the next agenda of De Wilgen something of the schoolarts and something of the IB'er, in the time there is", () => {
    const rows = demoRows("2026-11-22", []);
    const [next] = rows.meeting.filter((meeting) => meeting.coreTeamId === wilgen && !meeting.cancelled && meeting.startsAt > endOf("2026-11-22"));
    const items = rows.agendaItem.filter(({ meetingId }) => meetingId === next?.id);
    const authors = items.map(({ addedById }) => addedById);
    expect(authors).toEqual(expect.arrayContaining([demoId("person:amira"), demoId("person:noor")]));
    const minutes = (Number(next?.endsAt) - Number(next?.startsAt)) / 60_000;
    expect(items.reduce((total, item) => total + item.minutes, 0)).toBe(minutes);
  });

  test("says nothing on its agendas that identifies somebody", () => {
    const texts = demoRows("2026-11-22", []).agendaItem.flatMap(({ title, explanation }) => [title, String(explanation ?? "")]);
    for (const text of new Set(texts)) expect([text, findIdentifyingWords(text)]).toEqual([text, []]);
  });

  test("says nothing in its casussen that identifies somebody", () => {
    const texts = [...primaryCases, ...secondaryCases].flatMap(({ question, situation, goesWell, needed = "", parentsInformed, parents, pupil, agreements }) => [
      question, situation, goesWell, needed, String(parentsInformed), ...Object.values(parents), ...Object.values(pupil), ...agreements.map(({ text }) => text),
    ]);
    for (const text of [...texts, ...Object.values(begunCase), ...teamAgreements.map((agreement) => agreement.text)]) expect([text, findIdentifyingWords(text)]).toEqual([text, []]);
  });
});

function schoolsOf({ membership, coreTeamSchool }: DemoRows, person: string, day: string): number {
  const teams = membership
    .filter(({ personId, firstDay, lastDay }) => personId === demoId(`person:${person}`) && dayFromDatabase(firstDay as Date) <= day && (!lastDay || dayFromDatabase(lastDay as Date) >= day))
    .map(({ coreTeamId }) => coreTeamId);
  return coreTeamSchool.filter(({ coreTeamId }) => teams.includes(coreTeamId)).length;
}

function startOf(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function endOf(day: string): Date {
  return new Date(`${day}T23:59:59Z`);
}

