"use client";

import { useEffect } from "react";
import { leave } from "#components/presentation/leave";

const LOOK_EVERY_MS = 10_000;
const KEPT_WITHIN_MS = 10_000;
const TOUCHES = ["pointerdown", "pointermove", "keydown", "scroll"] as const;

/**
 * Makes the screen empty when nobody touched it for so many minutes, and goes to the page of the second factor, which
 * leads back. What was typed and not sent goes along to be kept as a draft. It goes by the clock, because a timer stands
 * still while a laptop sleeps.
 */
export function UnattendedScreen({ minutes }: { minutes: number }) {
  useEffect(() => {
    let touchedAt = Date.now();
    let typedIn: HTMLFormElement | null = null;
    let tooLong: ReturnType<typeof setTimeout> | undefined;
    function look() {
      if (Date.now() - touchedAt < minutes * 60_000) return;
      stop();
      if (!typedIn?.isConnected) return leave(toSecondFactor);
      sendToBeKept(typedIn);
      tooLong = setTimeout(toSecondFactor, KEPT_WITHIN_MS);
    }
    function onTouch() {
      look();
      touchedAt = Date.now();
    }
    function onInput({ target }: Event) {
      if (target instanceof Element) typedIn = target.closest("form");
    }
    function stop() {
      clearInterval(clock);
      for (const touch of TOUCHES) window.removeEventListener(touch, onTouch, { capture: true });
      window.removeEventListener("input", onInput, { capture: true });
    }
    const clock = setInterval(look, LOOK_EVERY_MS);
    for (const touch of TOUCHES) window.addEventListener(touch, onTouch, { capture: true, passive: true });
    window.addEventListener("input", onInput, { capture: true });
    return () => {
      stop();
      clearTimeout(tooLong);
      document.body.hidden = false;
    };
  }, [minutes]);
  return null;
}

// The form is still needed, so what is shown is hidden until the answer has taken its place.
function sendToBeKept(form: HTMLFormElement): void {
  document.title = "";
  document.body.hidden = true;
  form.addEventListener("formdata", ({ formData }) => formData.set("unattended", "yes"), { once: true });
  form.requestSubmit();
}

function toSecondFactor(): void {
  window.location.replace(`/second-factor?${new URLSearchParams({ next: window.location.pathname }).toString()}`);
}
