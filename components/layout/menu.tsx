"use client";

import { useEffect, useRef, type ReactNode } from "react";

type MenuProps = { summary: ReactNode; children: ReactNode };

/** A small menu that opens without script; with script it also closes on Escape and on a press elsewhere. */
export function Menu({ summary, children }: MenuProps) {
  const details = useRef<HTMLDetailsElement>(null);

  useEffect(() => {
    function closeOnEscape(event: KeyboardEvent) {
      if (event.key !== "Escape" || !details.current?.open) return;
      details.current.open = false;
      details.current.querySelector("summary")?.focus();
    }
    function closeElsewhere(event: Event) {
      if (details.current?.open && event.target instanceof Node && !details.current.contains(event.target)) {
        details.current.open = false;
      }
    }
    document.addEventListener("keydown", closeOnEscape);
    document.addEventListener("pointerdown", closeElsewhere);
    document.addEventListener("focusin", closeElsewhere);
    return () => {
      document.removeEventListener("keydown", closeOnEscape);
      document.removeEventListener("pointerdown", closeElsewhere);
      document.removeEventListener("focusin", closeElsewhere);
    };
  }, []);

  return (
    <details ref={details} className="menu">
      <summary>{summary}</summary>
      <div className="menu-sheet">{children}</div>
    </details>
  );
}
