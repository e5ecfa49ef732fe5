import type { ReactNode } from "react";

/** `attention`: somebody should look. `done`: geregeld. */
export type Tone = "neutral" | "attention" | "done";

type BadgeProps = { children: ReactNode; tone?: Tone };

/** A word with a shape of its own, so that the colour is never the only message. */
export function Badge({ children, tone = "neutral" }: BadgeProps) {
  return (
    <span
      className={`inline-flex items-center gap-1.5 rounded-full border px-2.5 py-0.5 align-baseline text-xs font-semibold leading-snug ${TONES[tone]}`}
    >
      <ToneMark tone={tone} />
      {children}
    </span>
  );
}

/** The shape of a tone: an open ring, a half-filled ring, or a ticked disc. */
export function ToneMark({ tone }: { tone: Tone }) {
  return (
    <svg viewBox="0 0 12 12" className="size-3 shrink-0" aria-hidden="true" focusable="false">
      {tone === "neutral" && <circle cx="6" cy="6" r="4.25" className="fill-none stroke-edge" strokeWidth="1.5" />}
      {tone === "attention" && (
        <>
          <circle cx="6" cy="6" r="4.75" className="fill-sheet stroke-attention-mark" strokeWidth="1.5" />
          <path d="M6 1.25a4.75 4.75 0 0 1 0 9.5Z" className="fill-attention-mark" />
        </>
      )}
      {tone === "done" && (
        <>
          <circle cx="6" cy="6" r="5.5" className="fill-done-mark" />
          <path d="m3.4 6.2 1.8 1.8 3.5-3.9" className="fill-none stroke-sheet" strokeWidth="1.6" strokeLinecap="round" strokeLinejoin="round" />
        </>
      )}
    </svg>
  );
}

const TONES: Record<Tone, string> = {
  neutral: "border-rule bg-sheet text-ink-soft",
  attention: "border-transparent bg-attention-wash text-attention",
  done: "border-transparent bg-done-wash text-done",
};
