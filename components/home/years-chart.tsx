import { schoolYearLabel } from "#lib/dates";
import type { YearFigures } from "#lib/rollout/queries";
import { boardHomeTexts as texts } from "#lib/texts/home";

const WIDTH = 340;
const HEIGHT = 170;
const FOOT = 28;
const HEAD = 26;
const GAP = 18;

/** How many core teams there were year after year, as bars with their number. The table below it says the same. */
export function YearsChart({ years }: { years: readonly YearFigures[] }) {
  const most = Math.max(1, ...years.map(({ teams }) => teams));
  const [first, last] = [years[0], years.at(-1)];
  if (!first || !last) return null;
  const width = (WIDTH - GAP * (years.length - 1)) / years.length;
  return (
    <svg
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={texts.chart(schoolYearLabel(first.schoolYear), first.teams, schoolYearLabel(last.schoolYear), last.teams)}
      className="block h-auto w-full max-w-md"
    >
      {years.map(({ schoolYear, teams }, index) => {
        const height = (teams / most) * (HEIGHT - FOOT - HEAD);
        const x = index * (width + GAP);
        const y = HEIGHT - FOOT - height;
        return (
          <g key={schoolYear}>
            <rect x={x} y={y} width={width} height={height} rx="3" className={schoolYear === last.schoolYear ? "fill-accent" : "fill-edge"} />
            <text x={x + width / 2} y={y - 7} textAnchor="middle" className="fill-ink text-base font-semibold tabular-nums">
              {teams}
            </text>
            <text x={x + width / 2} y={HEIGHT - 8} textAnchor="middle" className="fill-ink-soft text-xs tabular-nums">
              {texts.yearShort(schoolYear)}
            </text>
          </g>
        );
      })}
      <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT + 1} y2={HEIGHT - FOOT + 1} className="stroke-ink" strokeWidth="2" />
    </svg>
  );
}
