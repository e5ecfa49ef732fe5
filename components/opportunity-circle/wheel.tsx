import { useId } from "react";
import { MarkGlyph } from "#components/opportunity-circle/mark-glyph";
import type { CircleCounts, CircleMark, CircleMarks, CircleName } from "#lib/opportunity-circle/rules";
import { circleTexts as texts } from "#lib/texts/opportunity-circle";

const MIDDLE = 200;
const INNER = 54;
const OUTER = 152;
const SIGNS = 110;
const NAMES = 168;
const TURN = 360;
const LARGEST = 17;
/** How wide a letter of the names is on average, as a part of its height. */
const LETTER = 0.54;

/**
 * The kansencirkel: eight segments with their names round them, the first at the top. How an element stands is told by its
 * pattern and its sign; a list beside it says the same in words.
 */
export function Wheel({ names, marks }: { names: readonly CircleName[]; marks: CircleMarks }) {
  const id = useId();
  const part = TURN / names.length;
  return (
    <svg viewBox="10 10 380 380" role="img" aria-label={texts.wheel(countsOf(marks))} className="mx-auto block h-auto w-full max-w-104">
      <defs>
        <pattern id={`${id}hatch`} width="9" height="9" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="9" height="9" className="fill-sheet" />
          <rect width="3" height="9" className="fill-accent" />
        </pattern>
      </defs>
      {names.map(({ element, name }, index) => {
        const angle = index * part;
        const [x, y] = pointAt(angle, SIGNS);
        const band = `${id}${element}`;
        return (
          <g key={element}>
            <path d={segment(angle, part)} {...paintOf(marks[element], `url(#${id}hatch)`)} strokeWidth="1.5" />
            <MarkGlyph mark={marks[element]} x={x} y={y} size={42} />
            <path id={band} d={nameArc(angle, part)} fill="none" />
            <text className="fill-ink font-semibold" fontSize={nameSize(name, part)} textAnchor="middle">
              <textPath href={`#${band}`} startOffset="50%">
                {name}
              </textPath>
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function paintOf(mark: CircleMark, hatch: string) {
  if (mark === "GOES_WELL") return { className: "fill-accent stroke-accent" };
  if (mark === "ATTENTION") return { fill: hatch, className: "stroke-accent" };
  return { className: "fill-sheet stroke-accent", strokeDasharray: "0.1 5", strokeLinecap: "round" } as const;
}

function countsOf(marks: CircleMarks): CircleCounts {
  const count = (mark: CircleMark) => Object.values(marks).filter((each) => each === mark).length;
  return { GOES_WELL: count("GOES_WELL"), ATTENTION: count("ATTENTION"), UNKNOWN: count("UNKNOWN") };
}

/** A piece of the ring, with a little room to its neighbours that is as wide inside as outside. */
function segment(angle: number, part: number): string {
  const side = (radius: number) => part / 2 - (GAP / 2 / radius) * (180 / Math.PI);
  const [inner, outer] = [side(INNER), side(OUTER)];
  return [
    `M${at(angle - outer, OUTER)}`,
    `A${OUTER} ${OUTER} 0 0 1 ${at(angle + outer, OUTER)}`,
    `L${at(angle + inner, INNER)}`,
    `A${INNER} ${INNER} 0 0 0 ${at(angle - inner, INNER)}`,
    "Z",
  ].join(" ");
}

const GAP = 7;

/** The line on which a name stands; below the middle it runs the other way, so that no name is upside down. */
function nameArc(angle: number, part: number): string {
  const isBelow = angle > TURN / 4 && angle < (TURN * 3) / 4;
  // Letters stand on the line, and below the middle that is their outer side.
  const radius = isBelow ? NAMES + LARGEST * 0.7 : NAMES;
  const [from, to] = isBelow ? [angle + part / 2, angle - part / 2] : [angle - part / 2, angle + part / 2];
  return `M${at(from, radius)} A${radius} ${radius} 0 0 ${isBelow ? 0 : 1} ${at(to, radius)}`;
}

/** As large as fits along its own segment. */
function nameSize(name: string, part: number): number {
  const room = ((2 * Math.PI * NAMES) / TURN) * part;
  return Math.min(LARGEST, rounded((room * 0.98) / (name.length * LETTER)));
}

/** A point on a circle round the middle; 0 degrees is at the top. */
function pointAt(degrees: number, radius: number): [number, number] {
  const radians = ((degrees - 90) * Math.PI) / 180;
  return [rounded(MIDDLE + radius * Math.cos(radians)), rounded(MIDDLE + radius * Math.sin(radians))];
}

function at(degrees: number, radius: number): string {
  return pointAt(degrees, radius).join(" ");
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
