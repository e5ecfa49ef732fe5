import type { ReactNode } from "react";
import { FocusOnArrival } from "#components/layout/focus-on-arrival";
import { Notice } from "#components/layout/notice";

/** The id of what was said at a part of a page. */
export function arrivalId(part: string): string {
  return `${part}-said`;
}

/** What just happened, told at the part of the page that it changed, below its heading. The address leads there. */
export function Arrival({ part, children }: { part: string; children: ReactNode }) {
  return (
    <div id={arrivalId(part)} className="print:hidden">
      <Notice>{children}</Notice>
      <FocusOnArrival part={part} showing={crypto.randomUUID()} />
    </div>
  );
}
