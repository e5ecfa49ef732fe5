import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import type { CaseState } from "#lib/case-discussions/rules";
import type { FollowUp } from "#lib/follow-up/lines";
import { followUpTexts } from "#lib/texts/follow-up";
import { casePageTexts as texts } from "#lib/texts/case-discussions";
import { askedPerspectiveTexts } from "#lib/texts/perspectives";

/** A casus by its alias. `stage` comes in words. */
export type CaseLine = {
  id: string;
  alias: string;
  stage: string | null;
  state: CaseState;
  isReturned: boolean;
  lacksOwnPerspective: boolean;
  followUp: Pick<FollowUp, "atPlay" | "progress" | "lastTold">;
};

/** The casussen of a meeting, by alias only. Ordinary links: each reading is written down. */
export function CaseLines({ cases, meetingPath }: { cases: readonly CaseLine[]; meetingPath: string }) {
  return (
    <Lines label={texts.listLabel}>
      {cases.map((each) => {
        const path = `${meetingPath}/case-discussions/${each.id}`;
        return (
          <Line
            key={each.id}
            title={
              <InternalLink href={`${path}${each.state === "CONCEPT" ? "/edit" : ""}` as Route} plain>
                {each.alias}
              </InternalLink>
            }
            aside={<CaseBadge {...each} />}
          >
            {each.state === "CONCEPT" ? (each.isReturned ? texts.returnedLine : texts.conceptLine) : each.stage}
            <CaseProgress {...each} />
            {each.lacksOwnPerspective && (
              <p>
                <InternalLink href={`${path}/perspective` as Route} className="inline-flex min-h-11 items-center" plain label={askedPerspectiveTexts.lackingAt(each.alias)}>
                  {askedPerspectiveTexts.lacking}
                </InternalLink>
              </p>
            )}
          </Line>
        );
      })}
    </Lines>
  );
}

/** How a casus stands, in a word or two. */
export function CaseBadge({ state, isReturned }: Pick<CaseLine, "state" | "isReturned">) {
  return <Badge tone={TONES[state]}>{isReturned ? texts.returned : texts.states[state]}</Badge>;
}

/** Who is to act on an open casus, and how it goes; nothing while nobody is. */
export function CaseProgress({ state, followUp: { atPlay, progress, lastTold } }: Pick<CaseLine, "state" | "followUp">) {
  if (state !== "OPEN" || !atPlay || !lastTold) return null;
  return (
    <p className="text-ink-soft">
      {atPlay.name} · {followUpTexts.line(progress?.state ?? null, lastTold)}
    </p>
  );
}

const TONES = { CONCEPT: "attention", OPEN: "neutral", CLOSED: "done", STOPPED: "attention", ERASED: "neutral" } as const;
