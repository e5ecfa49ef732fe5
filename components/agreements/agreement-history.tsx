import { Disclosure } from "#components/ui/details";
import type { AgreementEvent } from "#lib/agreements/rules";
import { formatMoment } from "#lib/dates";
import { agreementEventText, agreementPageTexts as texts } from "#lib/texts/agreements";

/** What happened to an agreement, latest first, folded away. */
export function AgreementHistory({ events }: { events: readonly AgreementEvent[] }) {
  if (events.length === 0) return null;
  return (
    <Disclosure summary={texts.history}>
      <ul className="space-y-3">
        {events.map((event) => (
          <li key={event.id}>
            <time dateTime={event.at.toISOString()} className="block text-sm text-ink-soft tabular-nums">
              {formatMoment(event.at)}
            </time>
            <span className="wrap-anywhere">{agreementEventText(event)}</span>
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
