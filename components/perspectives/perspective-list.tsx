import { Badge } from "#components/ui/badge";
import { perspectiveTexts as texts } from "#lib/texts/perspectives";

/** Somebody at the table of a casus. */
export type ShownSeat = { personId: string; name: string; functionName: string; isYou: boolean; isWritten: boolean; afterReveal: boolean; text: string | null; isUnreadable: boolean };

/** Before the reveal: who has written, and who has not yet. */
export function PerspectiveSeats({ seats }: { seats: readonly ShownSeat[] }) {
  return (
    <ul aria-label={texts.label} className="max-w-prose border-t border-rule">
      {seats.map((seat) => (
        <li key={seat.personId} className="flex flex-wrap items-baseline justify-between gap-x-5 gap-y-1 border-b border-rule py-2">
          <Who seat={seat} />
          {seat.isWritten ? <Badge tone="done">{texts.written}</Badge> : <span className="text-ink-soft">{texts.empty}</span>}
        </li>
      ))}
    </ul>
  );
}

/** After it: what each function sees, and the empty places as visible as the others. */
export function Perspectives({ seats }: { seats: readonly ShownSeat[] }) {
  return (
    <ul aria-label={texts.label} className="max-w-prose space-y-6">
      {seats.map((seat) => (
        <li key={seat.personId}>
          <Who seat={seat} />
          <div className="mt-1">
            <Words seat={seat} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Who({ seat: { functionName, name, isYou } }: { seat: ShownSeat }) {
  return (
    <p>
      <span className="font-semibold">{functionName}</span>
      <span className="text-ink-soft">
        {" · "}
        {name} {isYou && texts.you}
      </span>
    </p>
  );
}

function Words({ seat: { isWritten, isUnreadable, text, afterReveal } }: { seat: ShownSeat }) {
  if (isUnreadable) return <p className="text-ink-soft">{texts.unreadable}</p>;
  if (!isWritten || text === null) return <p className="rounded-md border border-dashed border-edge px-4 py-3 text-ink-soft">{texts.stayedEmpty}</p>;
  return (
    <>
      <p className="whitespace-pre-wrap wrap-anywhere">{text}</p>
      {afterReveal && <p className="mt-1 text-sm text-ink-soft">{texts.afterReveal}</p>}
    </>
  );
}
