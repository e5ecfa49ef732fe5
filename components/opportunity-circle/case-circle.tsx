import { MarkSign } from "#components/opportunity-circle/mark-glyph";
import { Wheel } from "#components/opportunity-circle/wheel";
import type { CircleMarks, CircleName, LineField } from "#lib/opportunity-circle/rules";
import { circleTexts as texts } from "#lib/texts/opportunity-circle";

type CaseCircleProps = { names: readonly CircleName[]; marks: CircleMarks; lines: Partial<Record<LineField, string>> };

/** The kansencirkel of a casus: the wheel, and beside or below it all that it says, in words. */
export function CaseCircle({ names, marks, lines }: CaseCircleProps) {
  return (
    <div className="@container">
      <div className="grid items-start gap-x-10 gap-y-6 @2xl:grid-cols-[minmax(18rem,1fr)_minmax(16rem,1fr)]">
        <Wheel names={names} marks={marks} />
        <ul className="divide-y divide-rule border-y border-rule">
          {names.map(({ element, name }) => (
            <li key={element} className="flex gap-3 py-2.5">
              <MarkSign mark={marks[element]} />
              <div className="min-w-0">
                <p>
                  <span className="font-semibold">{name}</span>
                  <span className="text-ink-soft">{texts.is(texts.marks[marks[element]])}</span>
                </p>
                {lines[`line${element}`] && <p className="mt-0.5 wrap-anywhere">{lines[`line${element}`]}</p>}
              </div>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
