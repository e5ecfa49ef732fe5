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
          <WhetherWritten seat={seat} />
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
            <WhatIsSeen seat={seat} />
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

/** All that is told of a perspective before the reveal. */
export function WhetherWritten({ seat: { isWritten } }: { seat: ShownSeat }) {
  return isWritten ? <Badge tone="done">{texts.written}</Badge> : <span className="text-ink-soft">{texts.empty}</span>;
}

/** What somebody at the table sees, once it is revealed. On a shared screen it is read from afar. */
export function WhatIsSeen({ seat: { isWritten, isUnreadable, text, afterReveal }, onScreen = false }: { seat: ShownSeat; onScreen?: boolean }) {
  if (isUnreadable) return <p className="text-ink-soft">{texts.unreadable}</p>;
  if (!isWritten || text === null) return <p className="rounded-md border border-dashed border-edge px-4 py-3 text-ink-soft">{texts.stayedEmpty}</p>;
  return (
    <>
      <p className={`whitespace-pre-wrap wrap-anywhere ${onScreen ? "text-xl" : ""}`}>{text}</p>
      {afterReveal && <p className={`mt-1 text-ink-soft ${onScreen ? "text-base" : "text-sm"}`}>{texts.afterReveal}</p>}
    </>
  );
}
