import type { Route } from "next";
import type { ReactNode } from "react";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Section } from "#components/layout/section";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import type { FollowUp } from "#lib/follow-up/lines";
import type { Progress } from "#lib/follow-up/schema";
import { agreementTexts } from "#lib/texts/agreements";
import { followUpTexts as texts, progressNames } from "#lib/texts/follow-up";

type AtPlayProps = { discussionId: string; followUp: FollowUp; isOpen: boolean; today: Day; changeAt: Route; said: ReactNode; tell: { action: FormAction; formKey: string } };

/** Who is to act on a casus and how it goes, for everybody of the team; with one press for who is to act. */
export function AtPlaySection({ discussionId, followUp, isOpen, today, changeAt, said, tell }: AtPlayProps) {
  const { atPlay, progress, needsRefresh } = followUp;
  return (
    <Section
      id="at-play"
      said={said}
      title={texts.atPlay}
      note={isOpen && needsRefresh && <Badge tone="attention">{texts.tooOld}</Badge>}
      action={
        isOpen && (
          <InternalLink href={changeAt} className="inline-flex min-h-11 items-center font-semibold">
            {atPlay ? texts.change : texts.choose}
          </InternalLink>
        )
      }
    >
      <div className="max-w-prose space-y-3">
        {atPlay === null ? (
          <p className="text-ink-soft">{texts.nobody}</p>
        ) : (
          <>
            <p className={atPlay.isYou ? "font-semibold" : undefined}>{agreementTexts.atPlay(atPlay, today)}</p>
            <p>{progress ? texts.told(progress.state, progress.on, progress.by) : texts.waiting}</p>
            {isOpen && atPlay.isYou ? (
              <>
                <p className="text-ink-soft">{texts.ask}</p>
                <ProgressPresses discussionId={discussionId} progress={progress?.state ?? null} back="case" tell={tell} />
              </>
            ) : (
              <p className="text-ink-soft">{texts.noContent}</p>
            )}
          </>
        )}
      </div>
    </Section>
  );
}

type PressesProps = { discussionId: string; progress: Progress | null; back: "case" | "home"; about?: string; tell: { action: FormAction; formKey: string } };

/** How it goes, in one press; the same as before only refreshes its day. */
export function ProgressPresses({ discussionId, progress, back, about, tell }: PressesProps) {
  return (
    <div className="flex flex-wrap gap-3">
      {(Object.keys(progressNames) as Progress[]).map((each) => (
        <OneButtonForm
          key={each}
          action={tell.action}
          // The buttons share the key of this showing: pressed quickly one after the other, the first one counts.
          formKey={tell.formKey}
          fields={{ discussionId, progress: each, back }}
          label={each === progress ? texts.still(each) : progressNames[each]}
          {...(about && { longLabel: about })}
          variant="secondary"
        />
      ))}
    </div>
  );
}
