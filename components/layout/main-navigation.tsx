"use client";

import type { Route } from "next";
import { usePathname } from "next/navigation";
import { InternalLink } from "#components/ui/link";
import { layoutTexts } from "#lib/texts/layout";

/** One of at most five words. */
export type NavigationItem = { href: Route; label: string };

/**
 * The main menu: a row of words that wraps on a phone, so that it needs no button and no script.
 * The frame stays while one moves from page to page, so the menu looks for itself where the reader is.
 */
export function MainNavigation({ items }: { items: readonly NavigationItem[] }) {
  const here = nearest(usePathname(), items);
  return (
    <nav aria-label={layoutTexts.mainNavigation} className="main-navigation">
      <ul>
        {items.map((item) => (
          <li key={item.href}>
            <InternalLink href={item.href} current={item.href === here}>
              {item.label}
            </InternalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

// The longest matching item is the one we are in: the meetings of a team, not the team as well.
function nearest(pathname: string, items: readonly NavigationItem[]): Route | undefined {
  const matching = items.map((item) => item.href).filter((href) => pathname === href || pathname.startsWith(`${href}/`));
  return matching.sort((a, b) => b.length - a.length)[0];
}
