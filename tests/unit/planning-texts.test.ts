import { describe, expect, test } from "vitest";
import { findSlots, turnoutAt } from "#lib/planning/slot-finder";
import type { Invitee, Reason } from "#lib/planning/slot-question";
import { adviceDetail, adviceLine, closedLine, fewMomentsTitle, notComingLine, obstacleLine, offerLine, obstacleReasons, reasonWords, turnoutLine } from "#lib/texts/planning";
import { anInvitee, aQuestion, at, busy, working } from "#tests/support/slot-world";

const tuesday = "2026-11-24";
const meeting = busy(tuesday, "14:15", "15:30", "meerpaal", "De Meerpaal");
const hidden = busy(tuesday, "14:15", "15:30", "elsewhere", null);

describe("why somebody cannot come is told in plain Dutch", () => {
  const sentences: readonly [Reason, string][] = [
    [{ kind: "NOT_YET_MEMBER" }, "is dan nog geen lid"],
    [{ kind: "NO_LONGER_MEMBER" }, "is dan geen lid meer"],
    [{ kind: "NOT_WORKING", weekday: 2, part: "DAY" }, "werkt niet op dinsdag"],
    [{ kind: "NOT_WORKING", weekday: 2, part: "AFTERNOON" }, "werkt niet op dinsdagmiddag"],
    [{ kind: "ABSENT", firstDay: "2026-11-03", lastDay: "2026-11-14", replacement: null }, "is er niet van 3 tot en met 14 november"],
    [{ kind: "ABSENT", firstDay: "2026-11-30", lastDay: "2026-12-04", replacement: null }, "is er niet van 30 november tot en met 4 december"],
    [{ kind: "ABSENT", firstDay: "2026-12-21", lastDay: "2027-01-08", replacement: null }, "is er niet van 21 december 2026 tot en met 8 januari 2027"],
    [
      { kind: "ABSENT", firstDay: tuesday, lastDay: tuesday, replacement: { name: "Yusuf Demir", reasons: [{ kind: "BUSY", meeting }] } },
      "is er niet op 24 november; ook vervanger Yusuf Demir kan niet: is dan al bij De Meerpaal",
    ],
    [{ kind: "BUSY", meeting }, "is dan al bij De Meerpaal"],
    [{ kind: "TRAVEL_FROM", meeting, minutes: 30 }, "heeft te weinig reistijd vanaf De Meerpaal (30 minuten)"],
    [{ kind: "TRAVEL_TO", meeting, minutes: 30 }, "heeft te weinig reistijd naar De Meerpaal (30 minuten)"],
    [{ kind: "TRAVEL_BETWEEN", from: meeting, to: hidden, minutes: 30 }, "houdt te weinig reistijd over van De Meerpaal naar een andere bijeenkomst (30 minuten)"],
    [{ kind: "DAY_FULL", meetings: 2 }, "heeft die dag al 2 bijeenkomsten"],
    [{ kind: "DAY_FULL", meetings: 1 }, "heeft die dag al een bijeenkomst"],
  ];

  test.each(sentences)("%j", (reason, sentence) => {
    expect(reasonWords(reason)).toBe(sentence);
  });

  test("without the name of a team that the asker may not know", () => {
    expect(reasonWords({ kind: "BUSY", meeting: hidden })).toBe("heeft dan een andere bijeenkomst");
    expect(reasonWords({ kind: "TRAVEL_FROM", meeting: hidden, minutes: 45 })).toBe("heeft te weinig reistijd vanaf een andere bijeenkomst (45 minuten)");
  });
});

describe("a moment in a line", () => {
  const names = ["Noor de Wit", "Samira Yilmaz", "Lot Bakker", "Joke Bos", "Karin Bos", "Daan Vos"];
  const six = names.map((name, index) => anInvitee(name, `Functie ${index}`));
  const doctor = anInvitee("Amira El Idrissi", "Schoolarts", { attendance: "PREFERRED", patterns: working(1), busy: [meeting] });
  const officer = anInvitee("Peter Vos", "Leerplichtambtenaar", { attendance: "ON_CALL", patterns: working(1) });
  const turnout = (...invitees: Invitee[]) => turnoutAt(aQuestion({ invitees }), at(tuesday, "14:00"));

  test("how many seats are filled, and who that is wanted cannot come; on call is not counted", () => {
    expect(turnoutLine(turnout(...six, doctor, officer))).toBe("6 van 7; schoolarts (gewenst) kan niet: werkt niet op dinsdag");
    expect(turnoutLine(turnout(...six))).toBe("6 van 6");
  });

  test("of a moment that can be taken at once: everybody, or who not and why, and who comes instead", () => {
    expect(offerLine(turnout(...six, officer))).toBe("iedereen kan");
    expect(offerLine(turnout(...six, doctor))).toBe("6 van 7: schoolarts (gewenst) werkt niet op dinsdag");
    const standIn = { personId: "yusuf", name: "Yusuf Demir", availability: { patterns: [], absences: [], busy: [], mostMeetingsADay: null } };
    const samira = anInvitee("Samira Yilmaz", "CJG-coach", { absences: [{ firstDay: tuesday, lastDay: tuesday, replacement: standIn }] });
    expect(offerLine(turnout(samira))).toBe("iedereen kan; Yusuf Demir komt in plaats van Samira Yilmaz");
  });

  test("of a group it also names who does not come, because each is invited", () => {
    const nurse = anInvitee("Joke Bakker", "Jeugdverpleegkundige", { group: "JGZ" });
    expect(offerLine(turnout(nurse, { ...doctor, group: "JGZ" }))).toBe("1 van 1: schoolarts (nodig) werkt niet op dinsdag");
  });

  test("of two people with one function it is told which", () => {
    const second = anInvitee("Bram Kok", "IB'er", { attendance: "PREFERRED", patterns: working(1) });
    expect(turnoutLine(turnout(anInvitee("Noor de Wit", "IB'er"), second))).toBe("1 van 2; IB'er Bram Kok (gewenst) kan niet: werkt niet op dinsdag");
  });

  test("everything that is in the way of one person", () => {
    const [first] = turnout(doctor).notComing;
    expect(first && notComingLine(first)).toBe("Amira El Idrissi, schoolarts: werkt niet op dinsdag en is dan al bij De Meerpaal");
  });

  test("an absence goes last: what follows is about the replacement", () => {
    const replacement = { personId: "tjeerd", name: "Tjeerd Wiersma", availability: { patterns: working(1), absences: [], busy: [], mostMeetingsADay: null } };
    const [first] = turnout({ ...officer, availability: { ...officer.availability, absences: [{ firstDay: tuesday, lastDay: tuesday, replacement }] } }).notComing;
    expect(first && notComingLine(first)).toBe("Peter Vos, leerplichtambtenaar: werkt niet op dinsdag en is er niet op 24 november; ook vervanger Tjeerd Wiersma kan niet: werkt niet op dinsdag");
  });
});

describe("what would help", () => {
  test("is one thing, with the number of moments and who and when", () => {
    const noor = anInvitee("Noor de Wit", "IB'er", { busy: [busy(tuesday, "08:30", "15:00", "de-wilgen")] });
    const doctor = anInvitee("Amira El Idrissi", "Schoolarts", { patterns: working(1) });
    const { advice, obstacles, considered } = findSlots(aQuestion({ invitees: [noor, doctor] }));
    expect(advice.map((each) => [adviceLine(each), adviceDetail(each)])).toEqual([
      ["Als de schoolarts één dinsdagmiddag vrijmaakt: 4 momenten", "Amira El Idrissi, op di 24 november"],
      ["Als de schoolarts gewenst is in plaats van nodig: 4 momenten", "Amira El Idrissi"],
    ]);
    expect(obstacles.map((each) => [obstacleLine(each, considered), obstacleReasons(each)])).toEqual([
      ["Schoolarts: kan bij 17 van de 17 momenten niet", "werkt dan niet (17)"],
      ["IB'er: kan bij 13 van de 17 momenten niet", "heeft dan een andere bijeenkomst (13)"],
    ]);
  });

  const person = { personId: "samira", name: "Samira Yilmaz", functionName: "CJG-coach" };
  const group = [{ personId: "joke", name: "Joke Bos", functionName: "Jeugdverpleegkundige" }, { personId: "amira", name: "Amira El Idrissi", functionName: "Schoolarts" }];
  const count = { gain: 1, fitting: 3 };

  test.each([
    [{ kind: "FREE_DAY", person, day: tuesday, part: "DAY", ...count }, "Als de CJG-coach één dinsdag vrijmaakt: 1 moment erbij", "Samira Yilmaz, op di 24 november"],
    [{ kind: "COME_ANYWAY", person, day: tuesday, ...count }, "Als de CJG-coach ondanks de afwezigheid één dag komt: 1 moment erbij", "Samira Yilmaz, op di 24 november"],
    [{ kind: "MOVE_MEETING", meeting: { ...meeting, at: "De Meerpaal" }, people: [person], ...count }, "Als de bijeenkomst van 24 november bij De Meerpaal naar een andere dag gaat: 1 moment erbij", "di 24 november 2026, 14.15–15.30 uur, met Samira Yilmaz"],
    [{ kind: "DIGITAL", ...count }, "Als de bijeenkomst digitaal is: 1 moment erbij", "Dan is er geen reistijd nodig"],
    [{ kind: "SHORTER", minutes: 45, ...count }, "Als de bijeenkomst 45 minuten duurt: 1 moment erbij", null],
    [{ kind: "NO_MAXIMUM", person, meetings: 2, ...count }, "Als de CJG-coach meer dan 2 bijeenkomsten op een dag wil: 1 moment erbij", "Samira Yilmaz"],
    [{ kind: "NOT_REQUIRED", people: group, ...count }, "Als de jeugdverpleegkundige of schoolarts gewenst is in plaats van nodig: 1 moment erbij", "Joke Bos en Amira El Idrissi"],
  ] as const)("%j", (advice, line, detail) => {
    expect([adviceLine(advice), adviceDetail(advice)]).toEqual([line, detail]);
  });
});

describe("days that are closed", () => {
  test("one day, or from and until", () => {
    expect(closedLine({ kind: "STUDY_DAY", name: "Studiedag rekenen", firstDay: "2026-10-06", lastDay: "2026-10-06" })).toEqual({ days: "di 6 oktober", why: "de school is dicht: Studiedag rekenen" });
    expect(closedLine({ kind: "SCHOOL_HOLIDAY", name: "Herfstvakantie", firstDay: "2026-10-10", lastDay: "2026-10-18" })).toEqual({ days: "10 tot en met 18 oktober", why: "het is herfstvakantie" });
    expect(closedLine({ kind: "PUBLIC_HOLIDAY", name: "Tweede Paasdag", firstDay: "2027-03-29", lastDay: "2027-03-29" })).toEqual({ days: "ma 29 maart", why: "het is Tweede Paasdag" });
    expect(closedLine({ kind: "TEAM_MEETING", firstDay: "2026-11-24", lastDay: "2026-11-24" })).toEqual({ days: "di 24 november", why: "dan heeft dit team al een bijeenkomst" });
  });

  test("a period of nothing but such days says so, each with its reason, and blames nobody", () => {
    const away = anInvitee("Samira Yilmaz", "CJG-coach", { patterns: working(5) });
    const summer = { kind: "SCHOOL_HOLIDAY" as const, name: "Zomervakantie", firstDay: "2027-07-10", lastDay: "2027-08-22" };
    const closed = findSlots(aQuestion({ from: "2027-07-17", until: "2027-08-10", closedDays: [summer], invitees: [away] }));
    expect(fewMomentsTitle(closed)).toBe("In deze periode kan het op geen enkele dag.");
    expect(closed.closed.map(closedLine)).toEqual([{ days: "17 juli tot en met 10 augustus", why: "het is zomervakantie" }]);
    expect(closed.advice).toEqual([]);
    const open = findSlots(aQuestion({ from: tuesday, until: tuesday, invitees: [away] }));
    expect(fewMomentsTitle(open)).toBe("In deze periode kan niet iedereen die nodig is.");
  });
});
