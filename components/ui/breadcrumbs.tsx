import type { Route } from "next";
import { InternalLink } from "#components/ui/link";
import { commonTexts } from "#lib/texts/common";

/** One step on the way to this page. */
export type Crumb = { href: Route; label: string };

/** The way back up, above the heading; the page itself is the heading and is not repeated. */
export function Breadcrumbs({ items }: { items: readonly Crumb[] }) {
  return (
    <nav aria-label={commonTexts.breadcrumbs} className="page-crumbs print:hidden">
      <ol className="flex flex-wrap items-center gap-x-2 text-sm">
        {items.map((item, index) => (
          <li key={item.href} className="flex items-center gap-x-2">
            <InternalLink href={item.href} className="inline-flex min-h-11 items-center text-ink-soft hover:text-accent">
              {item.label}
            </InternalLink>
            {index < items.length - 1 && (
              <span aria-hidden="true" className="text-edge">
                {commonTexts.crumbDivider}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
