import type { Route } from "next";
import type { ReactNode } from "react";
import { CaseOutcome, isOutcomeWritten } from "#components/case-discussions/case-outcome";
import { Wheel } from "#components/opportunity-circle/wheel";
import { type ShownSeat, WhatIsSeen, WhetherWritten } from "#components/perspectives/perspective-list";
import { AgreedList } from "#components/presentation/agreed-list";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { Progress } from "#components/ui/progress";
import type { Agreement } from "#lib/agreements/lines";
import type { AtPlay } from "#lib/agreements/rules";
import type { CaseAnswers } from "#lib/case-discussions/answers";
import type { CaseText } from "#lib/case-discussions/queries";
import type { CasePart } from "#lib/case-discussions/schema";
import type { Day } from "#lib/dates";
import type { CaseCircle } from "#lib/opportunity-circle/marks";
import type { CaseAct } from "#lib/presentation/rules";
import { agreementTexts } from "#lib/texts/agreements";
import { casePageTexts } from "#lib/texts/case-discussions";
import { followUpTexts } from "#lib/texts/follow-up";
import { perspectiveTexts } from "#lib/texts/perspectives";
import { presentationTexts, presentedCaseTexts as texts } from "#lib/texts/presentation";

// The parts of a casus on the shared screen, in the order of the talk and in letters for the far end of the table. Whatever can be
// done is a link to the page that does it; the one thing to do next stands out.

type CaseQuestionProps = { answers: CaseAnswers; unreadable: readonly CasePart[]; circle: CaseCircle; children: ReactNode };

/** What it is about: the question first and largest, what goes well, and the kansencirkel. `children` is the rest of it. */
export function CaseQuestion({ answers, unreadable, circle, children }: CaseQuestionProps) {
  const said = (part: CasePart, answer: string | undefined) => (unreadable.includes(part) ? casePageTexts.unreadable : answer);
  return (
    <div className="mt-6 grid grid-cols-1 items-start gap-x-14 gap-y-10 @4xl:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
      <div className="min-w-0">
        <h2 className="text-lg text-ink-soft">{casePageTexts.question}</h2>
        <p className="mt-1 max-w-[44rem] text-3xl leading-tight font-semibold wrap-anywhere">{said("QUESTION", answers.question)}</p>
        <h2 className="mt-7 text-lg text-ink-soft">{casePageTexts.goesWell}</h2>
        <p className="mt-1 mb-5 max-w-[44rem] text-xl whitespace-pre-wrap wrap-anywhere">{said("GOES_WELL", answers.goesWell)}</p>
        {children}
      </div>
      <Wheel {...circle} />
    </div>
  );
}

type PerspectivesPartProps = {
  seats: readonly ShownSeat[];
  discussion: { leads: boolean; revealedOn: Day | null; closedOn: Day | null; vacant: readonly (readonly string[])[]; meeting: { hasBegun: boolean } };
  act: CaseAct | null;
  /** Where they are revealed; null for who may not. */
  revealHref: Route | null;
  /** This page: whoever writes at the table, on a screen of their own, is counted when it is asked for anew. */
  againHref: Route;
};

/** First who has written, without a word of it; once revealed all of it side by side, with the empty places among them. */
export function PerspectivesPart({ seats, discussion, act, revealHref, againHref }: PerspectivesPartProps) {
  const { revealedOn, closedOn, vacant, meeting } = discussion;
  const written = seats.filter(({ isWritten }) => isWritten).length;
  const canReveal = revealedOn === null && written > 0 && revealHref !== null;
  return (
    <Part
      id="perspectives"
      title={perspectiveTexts.section}
      note={revealedOn === null && <Progress value={written} max={seats.length} label={perspectiveTexts.filled(written, seats.length)} />}
      act={canReveal && { href: revealHref, isNext: act === "REVEAL", label: meeting.hasBegun ? perspectiveTexts.reveal : perspectiveTexts.revealEarly }}
    >
      {revealedOn === null && <p className="max-w-[44rem] text-ink-soft">{whyHidden(discussion, written)}</p>}
      {revealedOn === null && closedOn === null && meeting.hasBegun && written < seats.length && (
        <InternalLink href={againHref} className="inline-flex min-h-11 items-center" plain>
          {texts.again}
        </InternalLink>
      )}
      <ul aria-label={perspectiveTexts.label} className="mt-4 grid grid-cols-1 gap-x-8 gap-y-6 @2xl:grid-cols-2 @5xl:grid-cols-3">
        {seats.map((seat) => (
          <li key={seat.personId} className="border-t-2 border-rule pt-2">
            <p className="font-semibold">{seat.functionName}</p>
            <p className="text-ink-soft">{seat.name}</p>
            <div className="mt-2">{revealedOn === null ? <WhetherWritten seat={seat} /> : <WhatIsSeen seat={seat} onScreen />}</div>
          </li>
        ))}
      </ul>
      {vacant.length > 0 && <p className="mt-5 max-w-[44rem] text-ink-soft">{perspectiveTexts.vacant(vacant)}</p>}
    </Part>
  );
}

function whyHidden({ closedOn, leads, meeting }: PerspectivesPartProps["discussion"], written: number): string {
  if (closedOn !== null) return perspectiveTexts.neverRevealed;
  if (!meeting.hasBegun) return texts.notYet;
  if (written === 0) return texts.nothingWritten;
  return leads ? texts.hidden : texts.notYours;
}

/** What the table sees together, and what it does not do. */
export function OutcomePart({ text, href }: { text: CaseText; href: Route | null }) {
  return (
    <Part id="outcome" title={followUpTexts.outcome} act={href && { href, isNext: false, label: isOutcomeWritten(text) ? followUpTexts.changeOutcome : followUpTexts.writeOutcome }}>
      <CaseOutcome {...text} />
    </Part>
  );
}

/** Who is to act now. */
export function AtPlayPart({ atPlay, today, act, href }: { atPlay: AtPlay | null; today: Day; act: CaseAct | null; href: Route | null }) {
  return (
    <Part id="at-play" title={followUpTexts.atPlay} act={href && { href, isNext: act === "AT_PLAY", label: atPlay ? followUpTexts.change : followUpTexts.choose }}>
      {/* Not to the reader: everybody at the table reads along. */}
      <p className={atPlay ? "text-xl font-semibold wrap-anywhere" : "text-ink-soft"}>{atPlay ? agreementTexts.atPlay({ ...atPlay, isYou: false }, today) : followUpTexts.nobody}</p>
    </Part>
  );
}

/** What was agreed about it. */
export function AgreedPart({ agreements, act, href }: { agreements: readonly Agreement[]; act: CaseAct | null; href: Route | null }) {
  return (
    <Part id="agreements" title={casePageTexts.agreements} act={href && { href, isNext: act === "AGREE", label: presentationTexts.newAgreement }}>
      {agreements.length === 0 && <p className="text-ink-soft">{casePageTexts.noAgreements}</p>}
      <AgreedList agreements={agreements.map(({ caseDiscussion: _itself, ...agreement }) => agreement)} />
    </Part>
  );
}

type PartProps = {
  id: string;
  title: string;
  note?: ReactNode;
  /** What can be done here; `isNext` when it is the one thing to do next. */
  act?: { href: Route; isNext: boolean; label: string } | false | null;
  children: ReactNode;
};

function Part({ id, title, note, act, children }: PartProps) {
  return (
    <section id={id} aria-labelledby={`${id}-heading`} className="mt-10 min-w-0 scroll-mt-6">
      <div className="mb-3 flex min-h-12 flex-wrap items-center gap-x-8 gap-y-3">
        <h2 id={`${id}-heading`}>{title}</h2>
        {note}
        {act && (
          <LinkButton href={act.href} variant={act.isNext ? "primary" : "secondary"}>
            {act.label}
          </LinkButton>
        )}
      </div>
      {children}
    </section>
  );
}
