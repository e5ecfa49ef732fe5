type ProgressProps = {
  value: number;
  max: number;
  /** The same in words: "5 van 7 functies ingevuld". */
  label: string;
};

const MOST_SEGMENTS = 12;

/** How far something is: words first, and a calm bar with one box for each, so that the gaps can be counted. */
export function Progress({ value, max, label }: ProgressProps) {
  return (
    <div className="max-w-prose">
      <p className="font-semibold tabular-nums">{label}</p>
      {max > 0 && (
        <svg viewBox="0 0 240 10" preserveAspectRatio="none" className="mt-1.5 block h-2.5 w-60 max-w-full" aria-hidden="true" focusable="false">
          {max <= MOST_SEGMENTS ? <Segments value={value} max={max} /> : <Bar value={value} max={max} />}
        </svg>
      )}
    </div>
  );
}

function Segments({ value, max }: { value: number; max: number }) {
  const gap = 4;
  const width = (240 - gap * (max - 1)) / max;
  return Array.from({ length: max }, (_, index) => (
    <rect
      key={index}
      x={index * (width + gap) + 0.75}
      y="0.75"
      width={width - 1.5}
      height="8.5"
      rx="2"
      strokeWidth="1.5"
      className={index < value ? "fill-accent stroke-accent" : "fill-none stroke-edge"}
    />
  ));
}

function Bar({ value, max }: { value: number; max: number }) {
  return (
    <>
      <rect x="0.75" y="0.75" width="238.5" height="8.5" rx="2" strokeWidth="1.5" className="fill-none stroke-edge" />
      <rect x="0.75" y="0.75" width={Math.min(1, value / max) * 238.5} height="8.5" rx="2" className="fill-accent" />
    </>
  );
}
