/** Seven seats round a table with an open agenda, one seat still free: what the app is for, without a word. Decoration. */
export function RoundTable({ className = "" }: { className?: string }) {
  return (
    <svg viewBox="36 30 368 370" className={className} aria-hidden="true" focusable="false">
      <circle cx="220" cy="220" r="126" className="fill-sunken stroke-rule" strokeWidth="2" />
      <OpenAgenda />
      {SEATS.map((tone, index) => (
        <g key={index} transform={`rotate(${(index * 360) / SEATS.length} 220 220)`}>
          {tone === null ? <FreeSeat /> : <Guest tone={tone} />}
        </g>
      ))}
    </svg>
  );
}

function OpenAgenda() {
  return (
    <g strokeLinecap="round" strokeLinejoin="round">
      <path
        d="M220 178c-14-8-32-10-58-10v84c26 0 44 2 58 10 14-8 32-10 58-10v-84c-26 0-44 2-58 10zv84"
        className="fill-sheet stroke-edge"
        strokeWidth="2"
      />
      <path
        d="M174 190c12 .5 24 2 34 6M174 206c12 .5 24 2 34 6M174 222c12 .5 24 2 34 6M174 238c12 .5 24 2 34 6M266 190c-12 .5-24 2-34 6M266 222c-12 .5-24 2-34 6M266 238c-12 .5-24 2-34 6"
        className="fill-none stroke-rule"
        strokeWidth="2.5"
      />
      <circle cx="249" cy="209" r="8" className="fill-accent" />
    </g>
  );
}

function Guest({ tone }: { tone: string }) {
  return (
    <g className={tone}>
      <path d={SHOULDERS} />
      <circle cx="220" cy="62" r="23" className="stroke-paper" strokeWidth="4" />
    </g>
  );
}

function FreeSeat() {
  return (
    <g className="fill-paper stroke-edge" strokeWidth="2" strokeDasharray="6 5">
      <path d={SHOULDERS} />
      <circle cx="220" cy="62" r="22" />
    </g>
  );
}

const SHOULDERS =
  "M166 78c0-20 16-34 34-34h40c18 0 34 14 34 34 0 7-5 11-11 11-8 0-9-6-13-12-5-7-12-9-30-9s-25 2-30 9c-4 6-5 12-13 12-6 0-11-4-11-11z";

const HOST = "fill-cover forced-colors:fill-[LinkText]";

const SEATS = [HOST, "fill-edge", "fill-ink-soft", HOST, null, "fill-edge", "fill-ink-soft"] as const;
