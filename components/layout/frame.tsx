import type { Route } from "next";
import type { ReactNode } from "react";
import { InternalLink } from "#components/ui/link";
import { layoutTexts } from "#lib/texts/layout";

/** The id of the main content, where the skip link leads. */
export const CONTENT_ID = "inhoud";

/** Where every page is as wide as the page may be, with air at the sides. */
export const PAGE_WIDTH = "mx-auto w-full max-w-page px-[min(2rem,4.5vw)]";

/** The first thing a keyboard meets: past the menu, to what the page is about. */
export function SkipLink() {
  return (
    <a href={`#${CONTENT_ID}`} className="skip-link">
      {layoutTexts.skipToContent}
    </a>
  );
}

/** The foot of every page: where the data comes from, and the two statements the law asks for. */
export function PageFooter({ source }: { source?: ReactNode }) {
  const links: { href: Route; label: string }[] = [
    { href: "/privacy" as Route, label: layoutTexts.privacy },
    { href: "/accessibility" as Route, label: layoutTexts.accessibility },
  ];
  return (
    <footer className={`${PAGE_WIDTH} mt-20 pb-8 print:mt-8`}>
      <div className="flex flex-wrap items-center justify-between gap-x-8 border-t border-rule pt-3 text-sm text-ink-soft">
        <nav aria-label={layoutTexts.footer} className="print:hidden">
          <ul className="flex flex-wrap gap-x-6">
            {links.map((link) => (
              <li key={link.href}>
                <InternalLink href={link.href} className="inline-flex min-h-11 items-center text-ink-soft">
                  {link.label}
                </InternalLink>
              </li>
            ))}
          </ul>
        </nav>
        {source}
      </div>
    </footer>
  );
}
