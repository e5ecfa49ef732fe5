import { layoutTexts } from "#lib/texts/layout";

/** The name of the app beside its sign: people together on a leaf of the agenda. */
export function Wordmark() {
  return (
    <span className="inline-flex items-center gap-2.5 text-ink">
      <svg viewBox="0 0 32 32" className="size-[min(2.25rem,12vw)] shrink-0 fill-accent" aria-hidden="true" focusable="false">
        <path d="M8 3.2h16A5.8 5.8 0 0 1 29.8 9v14.5A5.8 5.8 0 0 1 24 29.3H8A5.8 5.8 0 0 1 2.2 23.5V9A5.8 5.8 0 0 1 8 3.2ZM4.8 11v12.5A3.2 3.2 0 0 0 8 26.7h16a3.2 3.2 0 0 0 3.2-3.2V11Z" />
        <circle cx="16" cy="16" r="2.9" />
        <circle cx="11.3" cy="22" r="2.9" />
        <circle cx="20.7" cy="22" r="2.9" />
      </svg>
      <span className="text-[min(1.5rem,11vw)] font-bold tracking-tight">{layoutTexts.appName}</span>
    </span>
  );
}
