"use client";

import { useEffect } from "react";

/**
 * Gives the focus to the heading that the address leads to, as a browser without script does by itself: the router only
 * scrolls. `showing` is another one each time the server shows the page, because a second press may lead to the same address.
 */
export function FocusOnArrival({ part, showing }: { part: string; showing: string }) {
  useEffect(() => {
    if (window.location.hash === `#${part}`) document.getElementById(part)?.focus({ preventScroll: true });
  }, [part, showing]);
  return null;
}
