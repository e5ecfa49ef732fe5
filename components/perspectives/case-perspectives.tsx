import type { Route } from "next";
import type { ReactNode } from "react";
import { type ShownSeat, Perspectives, PerspectiveSeats } from "#components/perspectives/perspective-list";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Section } from "#components/layout/section";
import { InternalLink } from "#components/ui/link";
import { Progress } from "#components/ui/progress";
import type { Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { perspectiveTexts as texts } from "#lib/texts/perspectives";

type CasePerspectivesProps = {
  seats: readonly ShownSeat[];
  discussion: { id: string; leads: boolean; revealedOn: Day | null; closedOn: Day | null; perspectivesAskedOn: Day | null; meeting: { hasBegun: boolean }; vacant: readonly (readonly string[])[] };
  paths: { own: Route; reveal: Route };
  /** Present when the team can be asked by mail. */
  ask: { action: FormAction; formKey: string } | null;
  said: ReactNode;
};

const QUIET = "inline-flex min-h-11 items-center";
const LINK = `${QUIET} font-semibold`;

/** The perspectives on the page of a casus: first who wrote, and once they are revealed what. They can be revealed once there is something to read. */
export function CasePerspectives({ seats, discussion, paths, ask, said }: CasePerspectivesProps) {
  const { id, leads, revealedOn, closedOn, perspectivesAskedOn } = discussion;
  const isOpen = closedOn === null;
  const own = seats.find(({ isYou }) => isYou);
  const written = seats.filter(({ isWritten }) => isWritten).length;
  const leadsHidden = isOpen && leads && revealedOn === null;
  const canReveal = leadsHidden && written > 0;
  const note = revealedOn ? texts.revealedOn(revealedOn) : <Progress value={written} max={seats.length} label={texts.filled(written, seats.length)} />;
  return (
    <Section
      id="perspectives"
      said={said}
      title={texts.section}
      note={note}
      action={
        isOpen && (
          <>
            {own && (
              <InternalLink href={paths.own} className={LINK} plain>
                {own.isWritten ? texts.change : texts.write}
              </InternalLink>
            )}
            {canReveal && (
              <InternalLink href={paths.reveal} className={discussion.meeting.hasBegun ? LINK : QUIET}>
                {discussion.meeting.hasBegun ? texts.reveal : texts.revealEarly}
              </InternalLink>
            )}
          </>
        )
      }
    >
      {discussion.vacant.length > 0 && <p className="mb-4 max-w-prose text-ink-soft">{texts.vacant(discussion.vacant)}</p>}
      {revealedOn ? (
        <Perspectives seats={seats} />
      ) : (
        <div className="space-y-4">
          <p className="max-w-prose text-ink-soft">
            {isOpen ? texts.hidden : texts.neverRevealed} {leadsHidden && written === 0 && texts.nobodyWrote}
          </p>
          <PerspectiveSeats seats={seats} />
          {ask && <OneButtonForm action={ask.action} formKey={ask.formKey} fields={{ discussionId: id }} label={texts.ask} variant="secondary" />}
          {isOpen && perspectivesAskedOn && <p className="max-w-prose text-ink-soft">{texts.askedOn(perspectivesAskedOn)}</p>}
        </div>
      )}
    </Section>
  );
}
