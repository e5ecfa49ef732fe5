import type { Route } from "next";
import { InternalLink } from "#components/ui/link";

/** One of several views of the same thing, each with an address of its own. */
export type TabLink = { href: Route; label: string; current?: boolean };

/** Divider tabs, as in an agenda: links to the other views. Used to switch between the jobs of one person. */
export function TabsLinks({ label, items }: { label: string; items: readonly TabLink[] }) {
  return (
    <nav aria-label={label} className="border-b-2 border-ink print:hidden">
      <ul className="flex flex-wrap gap-x-1 gap-y-1">
        {items.map((item) => (
          <li key={item.href} className="-mb-0.5">
            <InternalLink href={item.href} current={item.current} className={item.current ? CURRENT : OTHER}>
              {item.label}
            </InternalLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

const TAB = "inline-flex min-h-11 items-center rounded-t-md border-2 px-4 py-1.5 no-underline";
const CURRENT = `${TAB} border-ink border-b-paper bg-paper font-semibold text-ink`;
const OTHER = `${TAB} border-transparent text-ink-soft hover:text-accent hover:underline`;
