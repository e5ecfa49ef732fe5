import { useId } from "react";
import { MarkSign } from "#components/opportunity-circle/mark-glyph";
import { type Column, DataTable } from "#components/ui/data-table";
import type { CircleCounts, CircleElement, CircleMark, CircleName } from "#lib/opportunity-circle/rules";
import { circleFiguresTexts as texts, circleTexts } from "#lib/texts/opportunity-circle";

type Key = keyof typeof texts.columns;

const MARKS: readonly CircleMark[] = ["GOES_WELL", "ATTENTION", "UNKNOWN"];

const columns: Column<Key>[] = [
  { key: "name", label: texts.columns.name },
  ...MARKS.map((mark): Column<Key> => ({ key: mark, label: texts.columns[mark], align: "end", compact: true })),
  { key: "bar", label: texts.columns.bar, unlabelled: true },
];

/** How often each mark was given, in fives, an element a line, with a bar that shows the same. `whose` casussen they are, in words. */
export function FiguresTable({ names, counts, whose }: { names: readonly CircleName[]; counts: Record<CircleElement, CircleCounts>; whose: string }) {
  return (
    <DataTable
      caption={texts.caption(whose)}
      captionHidden
      columns={columns}
      rows={names.map(({ element, name }) => ({ key: element, cells: { name, ...inWords(counts[element]), bar: <Bar counts={counts[element]} /> } }))}
    />
  );
}

/** What the patterns of the bars stand for. */
export function MarkLegend() {
  return (
    <ul className="flex flex-wrap gap-x-6 gap-y-2" aria-hidden="true">
      {MARKS.map((mark) => (
        <li key={mark} className="flex items-center gap-2">
          <MarkSign mark={mark} />
          {circleTexts.marks[mark]}
        </li>
      ))}
    </ul>
  );
}

const WIDTH = 240;
const HEIGHT = 20;
const LINE = 1.5;

function inWords(counts: CircleCounts): Record<CircleMark, string> {
  return { GOES_WELL: texts.inFives(counts.GOES_WELL), ATTENTION: texts.inFives(counts.ATTENTION), UNKNOWN: texts.inFives(counts.UNKNOWN) };
}

/** The marks of one element as parts of a bar, in the patterns of the wheel; the numbers before it say the same. None where all are small. */
function Bar({ counts }: { counts: CircleCounts }) {
  const hatch = useId();
  const all = counts.GOES_WELL + counts.ATTENTION + counts.UNKNOWN;
  const [goesWell, attention] = [counts.GOES_WELL, counts.ATTENTION].map((count) => Math.round((count / all) * WIDTH)) as [number, number];
  if (all === 0) return null;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" className="block h-auto w-full max-w-60 min-w-[128px]">
      <pattern id={hatch} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <rect width="7" height="7" className="fill-sheet" />
        <rect width="2.4" height="7" className="fill-accent" />
      </pattern>
      <rect x={LINE / 2} y={LINE / 2} width={WIDTH - LINE} height={HEIGHT - LINE} className="fill-sheet stroke-accent" strokeWidth={LINE} strokeDasharray="0.1 4.5" strokeLinecap="round" />
      <rect width={goesWell} height={HEIGHT} className="fill-accent" />
      {attention > 0 && <rect x={goesWell + LINE / 2} y={LINE / 2} width={Math.max(0, attention - LINE)} height={HEIGHT - LINE} fill={`url(#${hatch})`} className="stroke-accent" strokeWidth={LINE} />}
    </svg>
  );
}
