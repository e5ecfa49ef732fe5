import type { ReactNode } from "react";
import { DayLeaf } from "#components/ui/date-time";
import type { Day } from "#lib/dates";

type NextThingProps = {
  title: string;
  /** The day it is about, shown as a calendar leaf. */
  day?: Day;
  /** Where it stands: a sentence, a `Progress`. */
  children?: ReactNode;
  /** The primary action of the page. */
  action?: ReactNode;
};

/** The one thing to do next, at the top of a home page. */
export function NextThing({ title, day, children, action }: NextThingProps) {
  return (
    <section className="next-thing @container">
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        {day && <DayLeaf day={day} />}
        <div className="min-w-0 flex-[1_1_18rem]">
          <h2 className="text-[clamp(1.375rem,1rem+2.2vw,1.875rem)] leading-tight">{title}</h2>
          {children && <div className="mt-2 space-y-3">{children}</div>}
          {action && <div className="mt-5 flex flex-wrap gap-3">{action}</div>}
        </div>
      </div>
    </section>
  );
}
