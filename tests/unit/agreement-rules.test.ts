import { describe, expect, test } from "vitest";
import { agreementKinds, isSharedAdvice, withUsualTalk } from "#lib/agreements/kinds";
import { type AgreementState, followersOf, groupedByTeam, inOrder, isPassedOn, type Place, placeAfter, proposedDue } from "#lib/agreements/rules";
import { changeAgreementSchema, makeAgreementSchema, passOnAgreementSchema, setAgreementStateSchema } from "#lib/agreements/schema";
import { agreementEventText, agreementKindTexts, agreementLabel, agreementTexts } from "#lib/texts/agreements";

const agreementId = "3f3c8a54-6a4e-4a41-9a4b-0c6f3c1d2e3f";
const personId = "9a4b0c6f-6a4e-4a41-9a4b-0c6f3c1d2e3f";
const today = "2026-12-10";

describe("agreements in a list", () => {
  const line = (id: string, state: AgreementState, dueOn: string, since = "2026-10-01") => ({ id, state, dueOn, since });

  test("begin with what is open, by the day on which it is due; then what was closed, latest first", () => {
    const lines = [
      line("done early", "DONE", "2026-10-01", "2026-10-02"), line("later", "UNDER_WAY", "2026-12-20"), line("dropped late", "DROPPED", "2026-09-01", "2026-11-01"),
      line("overdue", "OPEN", "2026-11-01"), line("b same day", "OPEN", "2026-12-01"), line("a same day", "UNDER_WAY", "2026-12-01"),
    ];
    expect(inOrder(lines).map(({ id }) => id)).toEqual(["overdue", "a same day", "b same day", "later", "dropped late", "done early"]);
  });

  test("of several schools stand overdue first, and in each part school by school in the order of the list", () => {
    const of = (id: string, team: string, overdue: boolean) => ({ id, overdue, team: { id: team, name: team } });
    const groups = groupedByTeam([of("1", "B", true), of("2", "A", false), of("3", "B", false), of("4", "A", false)]);
    expect(groups.map(({ overdue, teams }) => [overdue, teams.map(({ name, agreements }) => [name, agreements.map(({ id }) => id)])])).toEqual([
      [true, [["B", ["1"]]]],
      [false, [["A", ["2", "4"]], ["B", ["3"]]]],
    ]);
    expect(groupedByTeam([])).toEqual([]);
  });
});

describe("where an agreement lies", () => {
  const own: Place = { ownerId: "noor", followerId: null, passedToFunctionId: null, passedToOrganisationId: null };

  test("after it went to a colleague: with that colleague, while who took it on first follows, however often it goes on", () => {
    const first = placeAfter(own, { kind: "person", id: "samira" });
    expect(first).toEqual({ ...own, ownerId: "samira", followerId: "noor" });
    expect(placeAfter(first ?? own, { kind: "person", id: "wout" })).toEqual({ ...own, ownerId: "wout", followerId: "noor" });
    expect(placeAfter(first ?? own, { kind: "person", id: "noor" })).toEqual(own);
  });

  test("after it went to an organisation or a function: there, in one place only, and its owner follows", () => {
    const there = placeAfter({ ...own, passedToFunctionId: "f" }, { kind: "organisation", id: "o" });
    expect(there).toEqual({ ...own, passedToOrganisationId: "o" });
    expect(followersOf(there ?? own)).toEqual(["noor"]);
    expect(followersOf({ ...own, ownerId: "samira", followerId: "noor", passedToOrganisationId: "o" })).toEqual(["noor", "samira"]);
    expect([followersOf(own), isPassedOn(own), isPassedOn(there ?? own)]).toEqual([[], false, true]);
  });

  test("comes back when its owner takes it, and does not go where it lies already", () => {
    const there: Place = { ...own, passedToOrganisationId: "o" };
    expect(placeAfter(there, { kind: "person", id: "noor" })).toEqual(own);
    expect(placeAfter(there, { kind: "organisation", id: "o" })).toBeNull();
    expect(placeAfter({ ...own, passedToFunctionId: "f" }, { kind: "function", id: "f" })).toBeNull();
    expect(placeAfter(own, { kind: "person", id: "noor" })).toBeNull();
  });
});

describe("what a form about an agreement sends", () => {
  test("names to whom it goes by what that is and its id, and nothing else", () => {
    const parse = (to: string) => passOnAgreementSchema.safeParse({ agreementId, version: "1", to }).data?.to;
    expect(parse(`person:${personId}`)).toEqual({ kind: "person", id: personId });
    for (const wrong of ["", personId, `team:${personId}`, `person:${personId}:x`, "person:1"]) expect(parse(wrong), wrong).toBeUndefined();
  });

  test("takes one press for to do, under way and done; that it is not needed asks for more", () => {
    const accepts = (state: string) => setAgreementStateSchema.safeParse({ agreementId, state }).success;
    expect(["OPEN", "UNDER_WAY", "DONE", "DROPPED", ""].map(accepts)).toEqual([true, true, true, false, false]);
  });
});

describe("who is to act, in words", () => {
  const at = { kind: "PERSON", name: "Samira Haddou", isYou: false, since: null, from: null } as const;

  test("is a person, or where it lies and since when", () => {
    expect(agreementTexts.atPlay(at, today)).toBe("Samira Haddou doet dit");
    expect(agreementTexts.atPlay({ ...at, isYou: true }, today)).toBe("Jij doet dit");
    expect(agreementTexts.atPlay({ ...at, since: "2026-12-03" }, today)).toBe("Ligt bij Samira Haddou, sinds 3 december");
    expect(agreementTexts.atPlay({ ...at, since: "2025-12-03", isYou: true }, today)).toBe("Ligt bij jou, sinds 3 december 2025");
    expect(agreementTexts.atPlay({ ...at, kind: "ORGANISATION", name: "CJG", since: "2026-12-03" }, today)).toBe("Ligt bij CJG, sinds 3 december");
    expect(agreementTexts.atPlay({ ...at, kind: "FUNCTION", name: "Schoolarts", since: "2026-12-03", isYou: true }, today)).toBe("Ligt bij de schoolarts, sinds 3 december: jij bent aan zet");
  });

  test("is told in the history too", () => {
    const event = { id: "1", at: new Date(), who: "Noor de Wit" };
    expect(agreementEventText({ ...event, kind: "PASSED", to: { kind: "ORGANISATION", name: "CJG" } })).toBe("Noor de Wit zette dit door naar CJG.");
    expect(agreementEventText({ ...event, kind: "PASSED", to: { kind: "PERSON", name: "Noor de Wit" } })).toBe("Noor de Wit nam dit over.");
    expect(agreementEventText({ ...event, kind: "STATE", state: "UNDER_WAY", reason: null })).toBe("Noor de Wit zette dit op “loopt”.");
  });
});

describe("the kind of an agreement", () => {
  const boxes = { meetingId: agreementId, caseDiscussionId: personId, kind: "START_TALK", text: "", ownerId: "", dueOn: "11 12 2026" };
  const sentAs = (fields: Partial<typeof boxes>) => {
    const sent = new FormData();
    for (const [name, value] of Object.entries({ ...boxes, ...fields })) sent.set(name, value);
    return makeAgreementSchema.safeParse(Object.fromEntries(withUsualTalk(sent)));
  };

  test("fills in what is usual for a talk and was left empty, and nothing that was typed", () => {
    expect(sentAs({}).data).toMatchObject({ kind: "START_TALK", text: agreementKindTexts.usualTalk, ownerId: null });
    expect(sentAs({ text: "Samen praten", ownerId: personId }).data).toMatchObject({ text: "Samen praten", ownerId: personId });
  });

  test("asks of every other kind what was agreed and who does it, and takes no kind that there is not", () => {
    for (const kind of agreementKinds.filter((each) => each !== "START_TALK")) {
      expect(sentAs({ kind }).error?.issues.map(({ path }) => path[0])).toEqual(["text", "ownerId"]);
    }
    expect(sentAs({ kind: "REFERRAL" }).success).toBe(false);
    expect(changeAgreementSchema.safeParse({ agreementId, version: "1", kind: "REFERRAL", text: "x", dueOn: "11 12 2026" }).success).toBe(false);
    expect(changeAgreementSchema.parse({ agreementId, version: "1", text: "x", dueOn: "11 12 2026" }).kind).toBeUndefined();
  });

  test("is told by a label, a plain one by none", () => {
    expect(agreementKinds.map(agreementLabel)).toEqual([null, "Startgesprek", "Advies voor de leerkracht", "Op maat"]);
  });

  test("makes it ask whether it is applied once an advice was shared, and otherwise never", () => {
    const asking = agreementKinds.flatMap((kind) => (["OPEN", "UNDER_WAY", "DONE", "DROPPED"] as const).filter((state) => isSharedAdvice({ kind, state })).map((state) => [kind, state]));
    expect(asking).toEqual([["SHARED_ADVICE", "DONE"]]);
  });

  test("and its answer stand in the history as sentences", () => {
    const common = { id: "1", at: new Date(), who: "Samira" };
    expect(agreementEventText({ ...common, kind: "KIND", became: "START_TALK" })).toBe("Samira veranderde de soort afspraak in: startgesprek op school.");
    expect(agreementEventText({ ...common, kind: "APPLIED", applied: "NOT_YET" })).toBe("Samira zei: nog niet toegepast in de klas.");
  });

  test("comes with a proposed day: three weeks after the meeting or today, whichever is later, and never in a weekend", () => {
    expect(proposedDue("2026-11-24", "2026-11-10")).toBe("2026-12-15");
    expect(proposedDue("2026-10-06", "2026-11-10")).toBe("2026-12-01");
    expect(proposedDue("2026-10-06", "2026-11-21")).toBe("2026-12-11");
    expect(proposedDue("2026-10-06", "2026-11-22")).toBe("2026-12-11");
  });
});
