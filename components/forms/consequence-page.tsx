import type { Route } from "next";
import type { ReactNode } from "react";
import { BackIcon } from "#components/ui/icons";
import { InternalLink } from "#components/ui/link";
import { formTexts } from "#lib/texts/forms";

/** One thing that will happen, as a number and what it counts: 6, "mensen krijgen een afzegging". Without a number the text says it all. */
export type Consequence = { count: number | null; text: string };

type ConsequencePageProps = {
  /** What this is about, in a sentence or two. */
  children?: ReactNode;
  consequences: readonly Consequence[];
  /** What does not change, for reassurance. */
  keeps?: readonly string[];
  /** The form with the danger button. */
  form: ReactNode;
  back: { href: Route; label: string; plain?: boolean };
};

/** The body of a page that asks before something is cancelled, closed or deleted: the consequences in numbers. */
export function ConsequencePage({ children, consequences, keeps = [], form, back }: ConsequencePageProps) {
  return (
    <div className="space-y-8">
      {children && <div className="space-y-3">{children}</div>}
      <section>
        <h2>{formTexts.consequences}</h2>
        <ul className="mt-3 border-t border-rule">
          {consequences.map(({ count, text }) => (
            <li key={text} className="flex items-baseline gap-5 border-b border-rule py-2.5">
              {count !== null && <span className="min-w-12 text-right text-2xl font-semibold tabular-nums">{count}</span>}
              <span>{text}</span>
            </li>
          ))}
        </ul>
      </section>
      {keeps.length > 0 && (
        <section>
          <h2 className="text-lg">{formTexts.keeps}</h2>
          <ul className="mt-2 list-disc space-y-1 pl-6">
            {keeps.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {form}
      <p>
        <InternalLink href={back.href} plain={back.plain} className="inline-flex min-h-11 items-center gap-2 font-semibold">
          <BackIcon />
          {back.label}
        </InternalLink>
      </p>
    </div>
  );
}
