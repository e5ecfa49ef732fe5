"use client";

import { useEffect } from "react";
import { keepTyping } from "#components/forms/kept-typing";
import { leave } from "#components/presentation/leave";

const LOOK_EVERY_MS = 10_000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "scroll"] as const;

/**
 * Makes the screen empty when nobody touched it for so many minutes, and goes to the page of the second factor, which
 * leads back, once what was typed and not sent is kept as a draft. It goes by the clock, because a timer stands
 * still while a laptop sleeps.
 */
export function UnattendedScreen({ minutes }: { minutes: number }) {
  useEffect(() => {
    let touchedAt = Date.now();
    function look() {
      if (Date.now() - touchedAt < minutes * 60_000) return;
      stop();
      leave(() => void keepTyping().then(toSecondFactor));
    }
    function onTouch() {
      look();
      touchedAt = Date.now();
    }
    function stop() {
      clearInterval(clock);
      for (const touch of TOUCHES) window.removeEventListener(touch, onTouch, { capture: true });
    }
    const clock = setInterval(look, LOOK_EVERY_MS);
    for (const touch of TOUCHES) window.addEventListener(touch, onTouch, { capture: true, passive: true });
    return stop;
  }, [minutes]);
  return null;
}

function toSecondFactor(kept: boolean): void {
  window.location.replace(`/second-factor?${new URLSearchParams({ next: `${window.location.pathname}${window.location.search}`, ...(kept && { kept: "1" }) }).toString()}`);
}
