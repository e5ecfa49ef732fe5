import { formatTime, timeOf } from "#lib/dates";

/** The items of an agenda as a glance: the clock and what it is about. */
export function AgendaInShort({ label, items }: { label: string; items: readonly { id: string; title: string; startsAt: Date }[] }) {
  return (
    <ol aria-label={label} className="space-y-1.5">
      {items.map(({ id, title, startsAt }) => (
        <li key={id} className="flex gap-x-4">
          <time dateTime={timeOf(startsAt)} className="w-12 shrink-0 text-ink-soft">
            {formatTime(startsAt)}
          </time>
          <span className="min-w-0 wrap-anywhere">{title}</span>
        </li>
      ))}
    </ol>
  );
}
