import type { CircleMark } from "#lib/opportunity-circle/rules";

/**
 * The sign of a mark, round its own middle: a filled disc with a tick, a ring with an eye, a dotted ring with a question
 * mark. All in one colour, so that none of them says good or bad; a word always stands beside it.
 */
export function MarkGlyph({ mark, x, y, size }: { mark: CircleMark; x: number; y: number; size: number }) {
  return (
    <g transform={`translate(${x} ${y}) scale(${size / 32})`}>
      <circle r="14.5" className={mark === "GOES_WELL" ? "fill-accent stroke-sheet" : "fill-sheet stroke-accent"} strokeWidth="2.2" strokeDasharray={mark === "UNKNOWN" ? "0.1 4.46" : undefined} strokeLinecap="round" />
      <Sign mark={mark} />
    </g>
  );
}

/** The sign beside words in a list. */
export function MarkSign({ mark }: { mark: CircleMark }) {
  return (
    <svg viewBox="-16 -16 32 32" aria-hidden="true" className="size-7 shrink-0">
      <MarkGlyph mark={mark} x={0} y={0} size={32} />
    </svg>
  );
}

function Sign({ mark }: { mark: CircleMark }) {
  const line = { fill: "none", strokeWidth: 2.6, strokeLinecap: "round", strokeLinejoin: "round" } as const;
  switch (mark) {
    case "GOES_WELL":
      return <path d="m-6 .4 4.2 4.2 8-8.6" className="stroke-sheet" {...line} />;
    case "ATTENTION":
      return (
        <>
          <path d="M-8.6 0C-5.4-5.6 5.4-5.6 8.6 0 5.4 5.6-5.4 5.6-8.6 0Z" className="stroke-accent" {...line} strokeWidth={2} />
          <circle r="2.4" className="fill-accent" />
        </>
      );
    case "UNKNOWN":
      return (
        <>
          <path d="M-3.8-3.4c0-5 7.6-5 7.6-.4 0 3-3.8 3-3.8 6" className="stroke-accent" {...line} strokeWidth={2.3} />
          <circle cy="6.8" r="1.6" className="fill-accent" />
        </>
      );
  }
}
