"use client";

import { type MouseEvent, useEffect } from "react";
import { presentationTexts as texts } from "#lib/texts/presentation";

const BLANK = "/blank";
const WITHIN_MS = 1_000;

/**
 * Makes a shared screen empty at once: Esc twice within a second, or the link, which works without script too. What is
 * shown goes first, then the address, and Back does not bring it back.
 */
export function BlankScreen() {
  useEffect(() => {
    let last = Number.NEGATIVE_INFINITY;
    function onKey({ key, repeat, timeStamp }: KeyboardEvent) {
      if (key !== "Escape" || repeat) return;
      if (timeStamp - last <= WITHIN_MS) blankScreen();
      last = timeStamp;
    }
    // A browser that kept the whole page asks anew, so that it shows nothing of before the screen was made empty.
    function onShow({ persisted }: PageTransitionEvent) {
      if (persisted) leave(() => window.location.reload());
    }
    window.addEventListener("keydown", onKey, { capture: true });
    window.addEventListener("pageshow", onShow);
    return () => {
      window.removeEventListener("keydown", onKey, { capture: true });
      window.removeEventListener("pageshow", onShow);
    };
  }, []);

  function onClick(event: MouseEvent) {
    event.preventDefault();
    blankScreen();
  }

  return (
    <a href={BLANK} onClick={onClick} className="inline-flex min-h-11 items-center gap-x-2 font-semibold print:hidden">
      {texts.blank}
      <span className="font-normal text-ink-soft">{texts.blankHint}</span>
    </a>
  );
}

function blankScreen() {
  leave(() => window.location.replace(BLANK));
}

function leave(go: () => void) {
  document.title = "";
  document.body.hidden = true;
  document.body.replaceChildren();
  go();
}
