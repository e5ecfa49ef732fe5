import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import type { CaseState } from "#lib/case-discussions/rules";
import type { FollowUp } from "#lib/follow-up/lines";
import { followUpTexts } from "#lib/texts/follow-up";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

/** A casus by its alias. `stage` comes in words. */
export type CaseLine = { id: string; alias: string; stage: string | null; state: CaseState; followUp: Pick<FollowUp, "atPlay" | "progress" | "lastTold"> };

/** The casussen of a meeting, by alias only. Ordinary links: each reading is written down. */
export function CaseLines({ cases, meetingPath }: { cases: readonly CaseLine[]; meetingPath: string }) {
  return (
    <Lines label={texts.listLabel}>
      {cases.map(({ id, alias, stage, state, followUp }) => (
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
          {state === "OPEN" && followUp.atPlay && followUp.lastTold && (
            <p className="text-ink-soft">
              {followUp.atPlay.name} · {followUpTexts.line(followUp.progress?.state ?? null, followUp.lastTold)}
            </p>
          )}
        </Line>
      ))}
    </Lines>
  );
}

const TONES = { CONCEPT: "attention", OPEN: "neutral", CLOSED: "done", STOPPED: "attention", ERASED: "neutral" } as const;
