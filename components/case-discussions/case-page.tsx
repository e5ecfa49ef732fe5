import type { Route } from "next";
import type { ReactNode } from "react";
import { CaseOutcome, isOutcomeWritten } from "#components/case-discussions/case-outcome";
import { CaseReaders } from "#components/case-discussions/case-readers";
import { CaseStory } from "#components/case-discussions/case-story";
import { NotShown } from "#components/case-discussions/not-shown";
import { ErasedNotice, ErasedRemains } from "#components/case-retention/erased-case";
import { Notice } from "#components/layout/notice";
import { Section } from "#components/layout/section";
import { FoldedOffer } from "#components/offers/school-offer";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import type { CaseDiscussion } from "#lib/case-discussions/lines";
import type { CaseReader, CaseText } from "#lib/case-discussions/queries";
import type { CaseSection } from "#lib/case-discussions/rules";
import type { CasePart } from "#lib/case-discussions/schema";
import { formatDate, type Day } from "#lib/dates";
import { casePageTexts as texts, stageName } from "#lib/texts/case-discussions";
import { caseErasureTexts } from "#lib/texts/case-retention";
import { stopCaseTexts } from "#lib/texts/case-stops";
import { followUpTexts } from "#lib/texts/follow-up";

// The parts of the page of a casus that its text and its state make; the others have a file of their own domain.

const LINK = "inline-flex min-h-11 items-center font-semibold";

/** Under the heading: since when the text is gone, or that it soon will be. `until` is the last day of which that is told. */
export function ErasureNotice({ discussion: { erasedOn, erasesOn, wasStopped }, until }: { discussion: CaseDiscussion; until: Day }) {
  if (erasedOn === null && erasesOn > until) return null;
  return (
    <div className="mb-10">
      {erasedOn ? (
        <ErasedNotice erasedOn={erasedOn} wasStopped={wasStopped} />
      ) : (
        <Notice tone="attention" title={caseErasureTexts.soonTitle(erasesOn)}>
          {caseErasureTexts.soon}
        </Notice>
      )}
    </div>
  );
}

type StoryProps = {
  discussion: CaseDiscussion;
  /** Null on a page that nobody opened yet. */
  text: CaseText | null;
  paths: { here: Route; stop: Route; change: (part: CasePart) => Route };
  /** What just happened to one of its pages. */
  says: (section: CaseSection) => ReactNode;
};

/** What was written about a casus; of one that was erased what is left. */
export function StorySection({ discussion, text, paths, says }: StoryProps) {
  const { setting, circle, state, team, erasedOn, offer } = discussion;
  const stage = setting.stage && stageName(setting.stage, team.sector);
  if (erasedOn) return <ErasedRemains setting={setting} circle={circle} stage={stage} />;
  const isOpen = state === "OPEN";
  return (
    <Section
      title={texts.story}
      note={<Badge tone={isOpen ? "neutral" : "done"}>{texts.states[state]}</Badge>}
      action={
        <InternalLink href={paths.stop} className="inline-flex min-h-11 items-center text-sm" plain>
          {stopCaseTexts.link[discussion.isOwn ? "own" : "other"]}
        </InternalLink>
      }
    >
      {text ? <CaseStory {...text} setting={setting} circle={circle} stage={stage} says={says} {...(isOpen && { changeAt: paths.change })} /> : <NotShown href={paths.here} />}
      <FoldedOffer offer={offer} />
    </Section>
  );
}

/** What came of the talk about a casus. */
export function OutcomeSection({ text, changeAt, said }: { text: CaseText; changeAt: Route | null; said: ReactNode }) {
  return (
    <Section
      id="outcome"
      said={said}
      title={followUpTexts.outcome}
      action={
        changeAt && (
          <InternalLink href={changeAt} className={LINK} plain>
            {isOutcomeWritten(text) ? followUpTexts.changeOutcome : followUpTexts.writeOutcome}
          </InternalLink>
        )
      }
    >
      <CaseOutcome {...text} />
    </Section>
  );
}

/** Who read a casus, who can, how long it is kept, and the way to close it. */
export function AboutSections({ discussion, readers, isRead, closeAt }: { discussion: CaseDiscussion; readers: readonly CaseReader[]; isRead: boolean; closeAt: Route }) {
  const { state, sharedOn, closedOn, erasedOn, erasesOn, meeting, wasThere, loggedBy } = discussion;
  return (
    <>
      {!erasedOn && (
        <Section title={texts.readers}>
          <CaseReaders readers={readers} />
        </Section>
      )}
      <Section title={texts.about}>
        <div className="max-w-prose space-y-2 text-ink-soft">
          {sharedOn && <p>{texts.sharedBy(loggedBy, sharedOn)}</p>}
          {closedOn && <p>{texts.closedOn(formatDate(closedOn))}</p>}
          {!erasedOn && <p>{caseErasureTexts.erasesOn(erasesOn)}</p>}
          {!erasedOn && <p>{texts.whoReads}</p>}
          {isRead && <p>{texts.readingIsLogged}</p>}
          {state === "OPEN" && meeting.hasBegun && wasThere && (
            <p>
              <InternalLink href={closeAt} className={LINK}>
                {texts.close}
              </InternalLink>
            </p>
          )}
        </div>
      </Section>
    </>
  );
}
