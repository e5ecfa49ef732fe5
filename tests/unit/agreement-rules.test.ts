import { describe, expect, test } from "vitest";
import { type AgreementState, followersOf, groupedByTeam, inOrder, isPassedOn, type Place, placeAfter } from "#lib/agreements/rules";
import { passOnAgreementSchema, setAgreementStateSchema } from "#lib/agreements/schema";
import { agreementEventText, agreementTexts } from "#lib/texts/agreements";

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
    expect(agreementTexts.atPlay(at, today)).toBe("Samira Haddou is aan zet");
    expect(agreementTexts.atPlay({ ...at, isYou: true }, today)).toBe("Jij bent aan zet");
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
