import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

/** A casus by its alias. `stage` comes in words. */
export type CaseLine = { id: string; alias: string; stage: string; open: boolean };

/** The casussen of a meeting, by alias only. Ordinary links: each reading is written down. */
export function CaseLines({ cases, meetingPath }: { cases: readonly CaseLine[]; meetingPath: string }) {
  return (
    <Lines label={texts.listLabel}>
      {cases.map(({ id, alias, stage, open }) => (
        <Line
          key={id}
          title={
            <InternalLink href={`${meetingPath}/case-discussions/${id}` as Route} plain>
              {alias}
            </InternalLink>
          }
          aside={<Badge tone={open ? "neutral" : "done"}>{open ? texts.open : texts.closed}</Badge>}
        >
          {stage}
        </Line>
      ))}
    </Lines>
  );
}
