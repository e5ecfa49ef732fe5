"use client";

import { type MouseEvent, useEffect, useLayoutEffect, useState } from "react";
import { leave } from "#components/presentation/leave";
import { useScriptRuns } from "#components/ui/use-script-runs";
import { presentationTexts as texts } from "#lib/texts/presentation";

const BLANK = "/blank";
const WITHIN_MS = 1_000;

/** What the server showed since this browser last asked it for a whole page, and which of the links below stood on it. */
const shown = new Map<string, symbol>();

/**
 * The link of `BlankScreen`, with what the keyboard and Back do. `showing` is another one each time the server shows the page:
 * when a second link comes with it, the page was left and comes back from what the router kept of it.
 */
export function BlankLink({ showing }: { showing: string }) {
  const [link] = useState(Symbol);
  const scriptRuns = useScriptRuns();
  // Before anything is drawn: what could be seen then may not be seen now.
  useLayoutEffect(() => {
    const first = shown.get(showing) ?? link;
    shown.set(showing, link);
    // The frame and the page in it may have one each: it is asked for once.
    if (first !== link && !document.body.hidden) leave(() => window.location.reload());
  }, [showing, link]);
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
      {scriptRuns && <span className="font-normal text-ink-soft">{texts.blankHint}</span>}
    </a>
  );
}

function blankScreen() {
  leave(() => window.location.replace(BLANK));
}
