import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "#components/ui/breadcrumbs";

type PageHeadingProps = {
  /** Where the reader is: school and thing. The tab title begins with the same words. */
  title: string;
  breadcrumbs?: readonly Crumb[];
  lead?: ReactNode;
  /** The one primary action. */
  action?: ReactNode;
};

/** The head of every page, with its only `h1`. */
export function PageHeading({ title, breadcrumbs, lead, action }: PageHeadingProps) {
  return (
    <div className="pt-4 pb-8 sm:pt-6 sm:pb-10">
      {breadcrumbs && breadcrumbs.length > 0 && <Breadcrumbs items={breadcrumbs} />}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-5 pt-2">
        <div className="min-w-0 flex-[1_1_24rem]">
          <h1>{withNumbersWhole(title)}</h1>
          {lead && <div className="page-lead mt-3 max-w-prose text-lg text-ink-soft">{lead}</div>}
        </div>
        {action && <div className="flex flex-wrap gap-3">{action}</div>}
      </div>
    </div>
  );
}

/**
 * Keeps "26-07" and "2026-2027" on one line, because a browser breaks after a hyphen, and a middle dot at the end of its
 * line rather than at the beginning of the next.
 */
function withNumbersWhole(title: string): ReactNode {
  return title.replaceAll(" · ", "\u00a0· ").split(/(\d+-\d+)/).map((part, index) =>
    index % 2 === 1 ? (
      <span key={index} className="inline-block">
        {part}
      </span>
    ) : (
      part
    ),
  );
}
