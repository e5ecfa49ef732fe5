import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

/** A casus by its alias. `stage` comes in words. */
export type CaseLine = { id: string; alias: string; stage: string | null; state: "CONCEPT" | "OPEN" | "CLOSED" };

/** The casussen of a meeting, by alias only. Ordinary links: each reading is written down. */
export function CaseLines({ cases, meetingPath }: { cases: readonly CaseLine[]; meetingPath: string }) {
  return (
    <Lines label={texts.listLabel}>
      {cases.map(({ id, alias, stage, state }) => (
        <Line
          key={id}
          title={
            <InternalLink href={`${meetingPath}/case-discussions/${id}${state === "CONCEPT" ? "/edit" : ""}` as Route} plain>
              {alias}
            </InternalLink>
          }
          aside={<Badge tone={TONES[state]}>{texts.states[state]}</Badge>}
        >
          {state === "CONCEPT" ? texts.conceptLine : stage}
        </Line>
      ))}
    </Lines>
  );
}

const TONES = { CONCEPT: "attention", OPEN: "neutral", CLOSED: "done" } as const;
