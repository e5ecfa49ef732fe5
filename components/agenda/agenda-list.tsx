import type { Route } from "next";
import type { ReactNode } from "react";
import { InternalLink } from "#components/ui/link";
import { formatTime, timeOf } from "#lib/dates";
import { agendaTexts as texts } from "#lib/texts/agenda";

/** An item of an agenda, as a line: what, how long, and with what to talk about. */
export type ListedItem = { id: string; title: string; explanation: string | null; questions: readonly string[]; minutes: number; startsAt?: Date };

type AgendaListProps<T extends ListedItem> = {
  label: string;
  items: readonly T[];
  /** Who put it there, and from which side. */
  byline?: (item: T) => string | null;
  /** What belongs to an item: the agreements that are open, say. */
  content?: (item: T) => ReactNode;
  /** Buttons and links for whoever may change it. */
  tools?: (item: T, index: number) => ReactNode;
};

/** The items of an agenda in order, with the clock beside them where it is known. */
export function AgendaList<T extends ListedItem>({ label, items, byline, content, tools }: AgendaListProps<T>) {
  return (
    <ol aria-label={label} className="border-t border-rule print:text-sm">
      {items.map((item, index) => (
        <li key={item.id} id={`item-${item.id}`} className={`scroll-mt-6 border-b border-rule py-4 print:py-1.5 ${item.startsAt ? WITH_CLOCK : ""}`}>
          {item.startsAt && <Clock startsAt={item.startsAt} />}
          <div className="min-w-0">
            <div className="flex items-baseline justify-between gap-x-5">
              <h3 className="min-w-0 wrap-anywhere">{item.title}</h3>
              <span className="shrink-0 whitespace-nowrap text-ink-soft tabular-nums">{texts.minutes(item.minutes)}</span>
            </div>
            {item.explanation && <p className="mt-1 whitespace-pre-line wrap-anywhere">{item.explanation}</p>}
            <Questions questions={item.questions} />
            {byline?.(item) && <p className="mt-1 text-sm text-ink-soft">{byline(item)}</p>}
            {content?.(item)}
            {tools && <div className="mt-1 -mb-2 flex flex-wrap items-center gap-x-5 print:hidden">{tools(item, index)}</div>}
          </div>
        </li>
      ))}
    </ol>
  );
}

type ItemLinkProps = { href: Route; label: string; title: string };

/** A quiet link to a page about an item. */
export function ItemLink({ href, label, title }: ItemLinkProps) {
  return (
    <InternalLink href={href} className="inline-flex min-h-11 items-center px-1 font-semibold">
      {label}
      <span className="sr-only"> {texts.about(title)}</span>
    </InternalLink>
  );
}

const WITH_CLOCK = "@md:grid @md:grid-cols-[4.5rem_minmax(0,1fr)] @md:gap-x-4 print:grid print:grid-cols-[4.5rem_minmax(0,1fr)] print:gap-x-4";

function Clock({ startsAt }: { startsAt: Date }) {
  return (
    <time dateTime={timeOf(startsAt)} className="block font-semibold text-accent @md:text-lg @md:leading-snug">
      {formatTime(startsAt)}
    </time>
  );
}

function Questions({ questions }: { questions: readonly string[] }) {
  if (questions.length === 0) return null;
  return (
    <ul className="mt-1 list-disc space-y-0.5 pl-5 marker:text-edge">
      {questions.map((question) => (
        <li key={question} className="wrap-anywhere">
          {question}
        </li>
      ))}
    </ul>
  );
}
