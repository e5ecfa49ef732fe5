import type { Route } from "next";
import type { ReactNode } from "react";
import { buttonClass } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { formTexts } from "#lib/texts/forms";

type FilterFormProps = {
  /** The page itself; the filters end up in its address. */
  action: Route;
  label: string;
  /** Fields, with `freshForm(values from the address)` as their state. */
  children: ReactNode;
  /** Whether there is a filter to wipe. */
  filtered?: boolean;
};

/** Search and filters above a list: a form that asks and changes nothing, so its address can be shared. */
export function FilterForm({ action, label, children, filtered }: FilterFormProps) {
  return (
    <form action={action} method="get" role="search" aria-label={label} className="filter-form">
      {children}
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <button type="submit" className={buttonClass("secondary")}>
          {formTexts.filter}
        </button>
        {filtered && (
          <InternalLink href={action} className="inline-flex min-h-11 items-center">
            {formTexts.clearFilter}
          </InternalLink>
        )}
      </div>
    </form>
  );
}
