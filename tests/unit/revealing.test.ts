import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CasePerspectives } from "#components/perspectives/case-perspectives";
import type { ShownSeat } from "#components/perspectives/perspective-list";
import { perspectiveTexts } from "#lib/texts/perspectives";

// When revealing is offered on the page of a casus, and what stands there before it.

const seat = (functionName: string, fields: Partial<ShownSeat> = {}): ShownSeat => ({ personId: functionName, name: "Iemand", functionName, isYou: false, isWritten: false, afterReveal: false, text: null, isUnreadable: false, ...fields });
const seats = [seat("IB'er", { isYou: true, isWritten: true, text: "Mijn eigen woorden." }), seat("CJG-coach", { isWritten: true }), seat("Schoolarts")];
const unwritten = seats.map((each) => ({ ...each, isWritten: false, text: null }));
const discussion = { id: "x", leads: true, revealedOn: null, closedOn: null, perspectivesAskedOn: null, vacant: [], meeting: { hasBegun: true } };
type Discussion = Omit<typeof discussion, "revealedOn"> & { revealedOn: string | null };

const onPage = (of: Discussion, at: readonly ShownSeat[]) => renderToStaticMarkup(createElement(CasePerspectives, { seats: at, discussion: of, paths: { own: "/own" as "/", reveal: "/reveal" as "/" }, ask: null, said: null }));

describe.each([["page of a casus", onPage]] as const)("revealing on the %s", (_where, drawn) => {
  test("is offered once somebody has written", () => {
    expect(drawn(discussion, seats)).toContain(`>${perspectiveTexts.reveal}<`);
    expect(drawn(discussion, unwritten)).not.toContain("/reveal");
  });

  test("is called early before the meeting has begun", () => {
    const page = drawn({ ...discussion, meeting: { hasBegun: false } }, seats);
    expect(page).toContain(`>${perspectiveTexts.revealEarly}<`);
    expect(page).not.toContain(`>${perspectiveTexts.reveal}<`);
  });

  test("is not offered to who may not, nor once it is done", () => {
    expect(drawn({ ...discussion, leads: false }, seats)).not.toContain("/reveal");
    expect(drawn({ ...discussion, revealedOn: "2026-11-24" }, seats)).not.toContain("/reveal");
  });

  test("comes before any word is shown, of the reader neither", () => {
    expect(drawn(discussion, seats)).not.toContain("Mijn eigen woorden.");
    expect(drawn({ ...discussion, revealedOn: "2026-11-24" }, seats)).toContain("Mijn eigen woorden.");
  });
});
