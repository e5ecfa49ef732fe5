import type { ReactNode } from "react";
import { DayLeaf } from "#components/ui/date-time";
import type { Day } from "#lib/dates";

type LineProps = {
  /** What it is; usually a link. */
  title: ReactNode;
  children?: ReactNode;
  /** Shown as a calendar leaf before the line. */
  day?: Day;
  /** A badge or quiet action at the end. */
  aside?: ReactNode;
};

/** A list with a hairline between the lines, for meetings, agreements and the like. */
export function Lines({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul aria-label={label} className="divide-y divide-rule">
      {children}
    </ul>
  );
}

/** One line of `Lines`. */
export function Line({ title, children, day, aside }: LineProps) {
  return (
    <li className="flex flex-wrap items-start gap-x-5 gap-y-3 py-5 first:pt-0">
      {day && <DayLeaf day={day} />}
      <div className="flex min-w-0 flex-[1_1_10rem] flex-wrap items-start gap-x-5 gap-y-2">
        <div className="min-w-0 flex-[1_1_12rem]">
          <p className="thumb-target text-lg font-semibold leading-snug">{title}</p>
          {children && <div className="mt-0.5">{children}</div>}
        </div>
        {aside && <div className="flex flex-wrap items-center gap-x-4 gap-y-1">{aside}</div>}
      </div>
    </li>
  );
}
