import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { CasePerspectives } from "#components/perspectives/case-perspectives";
import type { ShownSeat } from "#components/perspectives/perspective-list";
import { PerspectivesPart } from "#components/presentation/case-parts";
import { buttonClass } from "#components/ui/button";
import { nextAct } from "#lib/presentation/rules";
import { perspectiveTexts } from "#lib/texts/perspectives";
import { presentedCaseTexts } from "#lib/texts/presentation";

// When revealing is offered, on the page of a casus and on the shared screen, and what stands there before it.

const seat = (functionName: string, fields: Partial<ShownSeat> = {}): ShownSeat => ({ personId: functionName, name: "Iemand", functionName, isYou: false, isWritten: false, afterReveal: false, text: null, isUnreadable: false, ...fields });
const seats = [seat("IB'er", { isYou: true, isWritten: true, text: "Mijn eigen woorden." }), seat("CJG-coach", { isWritten: true }), seat("Schoolarts")];
const unwritten = seats.map((each) => ({ ...each, isWritten: false, text: null }));
const discussion = { id: "x", leads: true, revealedOn: null, closedOn: null, perspectivesAskedOn: null, vacant: [], meeting: { hasBegun: true } };
type Discussion = Omit<typeof discussion, "revealedOn"> & { revealedOn: string | null };

const onPage = (of: Discussion, at: readonly ShownSeat[]) => renderToStaticMarkup(createElement(CasePerspectives, { seats: at, discussion: of, paths: { own: "/own" as "/", reveal: "/reveal" as "/" }, ask: null, said: null }));

function onScreen(of: Discussion, at: readonly ShownSeat[]): string {
  const act = nextAct({ ...of, isOpen: true, hasBegun: of.meeting.hasBegun, written: at.filter(({ isWritten }) => isWritten).length, followUp: { atPlay: null } });
  return renderToStaticMarkup(createElement(PerspectivesPart, { seats: at, discussion: of, act, revealHref: of.leads ? ("/reveal" as "/") : null, againHref: "/again" as "/" }));
}

describe.each([["page of a casus", onPage], ["shared screen", onScreen]] as const)("revealing on the %s", (_where, drawn) => {
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

describe("on the shared screen", () => {
  test("revealing stands out when the meeting has begun, and not before", () => {
    expect(onScreen(discussion, seats)).toContain(buttonClass("primary"));
    expect(onScreen({ ...discussion, meeting: { hasBegun: false } }, seats)).not.toContain(buttonClass("primary"));
  });

  test("it is said what to do where nobody wrote, and who reveals", () => {
    expect(onScreen(discussion, unwritten)).toContain(presentedCaseTexts.nothingWritten);
    expect(onScreen({ ...discussion, leads: false }, seats)).toContain(presentedCaseTexts.notYours);
    for (const at of [seats, unwritten]) expect(onScreen({ ...discussion, meeting: { hasBegun: false } }, at)).toContain(presentedCaseTexts.notYet);
  });

  test("who wrote meanwhile can be counted anew until all have, at the meeting", () => {
    expect(onScreen(discussion, seats)).toContain("/again");
    const all = seats.map((each) => ({ ...each, isWritten: true }));
    for (const page of [onScreen(discussion, all), onScreen({ ...discussion, meeting: { hasBegun: false } }, seats), onScreen({ ...discussion, revealedOn: "2026-11-24" }, seats)]) expect(page).not.toContain("/again");
  });

  test("empty places are as visible as the others once they are revealed, and nobody is called you", () => {
    const page = onScreen({ ...discussion, revealedOn: "2026-11-24" }, seats);
    expect(page.split(perspectiveTexts.stayedEmpty).length - 1).toBe(2);
    expect(page).not.toContain(perspectiveTexts.you);
  });
});
