import type { Route } from "next";
import { AppliedPresses } from "#components/agreements/applied-presses";
import { StatePresses } from "#components/agreements/state-presses";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { DayText } from "#components/ui/date-time";
import { InternalLink } from "#components/ui/link";
import type { Agreement } from "#lib/agreements/lines";
import { type AgreementKind, isSharedAdvice } from "#lib/agreements/kinds";
import type { AgreementPlace } from "#lib/agreements/schema";
import { formatDate, type Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { agreementKindTexts, agreementLabel, agreementPageTexts, agreementTexts as texts } from "#lib/texts/agreements";

/** An agreement as a line; it has a key of its own, because each line has its own buttons. */
export type AgreementLine = Agreement & { formKey: string };

type AgreementLinesProps = {
  agreements: readonly AgreementLine[];
  label: string;
  today: Day;
  /** The page the list is on: it opens again after a button was pressed. */
  back: AgreementPlace;
  /** The meeting at which earlier agreements are gone through: each line then leads to another date and to passing on. */
  at?: string;
  setState: FormAction;
  /** What a line says besides who and when; and that the day is over, unless that stands above the list. */
  shows?: { origin?: boolean; overdue?: boolean };
};

/** What was agreed: who is to act, by when, and in one press how far it is. */
export function AgreementLines({ agreements, label, today, back, at, setState, shows = {} }: AgreementLinesProps) {
  return (
    <Lines label={label}>
      {agreements.map((agreement) => (
        <Line
          key={agreement.id}
          title={
            <InternalLink href={`/agreements/${agreement.id}` as Route} className="wrap-anywhere">
              {agreement.text}
            </InternalLink>
          }
          aside={<StatePresses agreement={agreement} back={back} at={at} setState={setState} />}
        >
          <KindLabel kind={agreement.kind} />
          <State agreement={agreement} today={today} showsOverdue={shows.overdue !== false} />
          {isSharedAdvice(agreement) && <Applied agreement={agreement} back={back} at={at} setState={setState} />}
          {shows.origin && (
            <p className="text-ink-soft first-letter:uppercase">
              <Origin agreement={agreement} />
            </p>
          )}
          {back === "case" && isToDo(agreement) && <PassOnLink id={agreement.id} text={agreement.text} />}
          {at && isToDo(agreement) && <Changes id={agreement.id} text={agreement.text} at={at} isErased={agreement.isErased} />}
        </Line>
      ))}
    </Lines>
  );
}

/** Where it was agreed: at which meeting, and with which casus. */
export function Origin({ agreement: { team, meeting, caseDiscussion }, words = texts.agreedOn }: { agreement: Pick<Agreement, "team" | "meeting" | "caseDiscussion">; words?: (date: string) => string }) {
  const meetingPath = `/core-teams/${team.id}/meetings/${meeting.id}`;
  return (
    <>
      <InternalLink href={meetingPath as Route}>{words(formatDate(meeting.day))}</InternalLink>
      {caseDiscussion && (
        <>
          {" · "}
          {/* An ordinary link: the server is asked each time, because reading a casus is written down. */}
          <InternalLink href={`${meetingPath}/case-discussions/${caseDiscussion.id}` as Route} className="whitespace-nowrap" plain>
            {caseDiscussion.alias}
          </InternalLink>
        </>
      )}
    </>
  );
}

function isToDo({ state }: Pick<Agreement, "state">): boolean {
  return state === "OPEN" || state === "UNDER_WAY";
}

// A plain agreement needs no word for it.
function KindLabel({ kind }: { kind: AgreementKind }) {
  const label = agreementLabel(kind);
  return (
    label && (
      <p className="my-1">
        <Badge>{label}</Badge>
      </p>
    )
  );
}

// What is settled is told; what is not yet is asked.
function Applied({ agreement, ...presses }: { agreement: AgreementLine } & Pick<AgreementLinesProps, "back" | "at" | "setState">) {
  const { applied } = agreement;
  return (
    <>
      {applied && <p>{agreementKindTexts.applied[applied]}</p>}
      {(applied === null || applied === "NOT_YET") && <AppliedPresses agreement={agreement} {...presses} />}
    </>
  );
}

function State({ agreement: { state, since, dueOn, overdue, droppedBecause, atPlay }, today, showsOverdue }: { agreement: Agreement; today: Day; showsOverdue: boolean }) {
  if (state === "DONE" || state === "DROPPED") {
    return (
      <>
        <p>{texts.closedOn(state, since)}</p>
        {droppedBecause && <p className="wrap-anywhere text-ink-soft">{texts.because(droppedBecause)}</p>}
      </>
    );
  }
  return (
    <>
      <p>
        <span className={atPlay.isYou ? "font-semibold" : undefined}>{texts.atPlay(atPlay, today)}</span>
        {atPlay.from !== null && <span className="text-ink-soft"> · {texts.from(atPlay.from)}</span>}
      </p>
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="first-letter:uppercase">
          {texts.dueBy} <DayText day={dueOn} today={today} />
        </p>
        {overdue && showsOverdue && <Badge tone="attention">{texts.overdue}</Badge>}
        {state === "UNDER_WAY" && <Badge>{texts.underWay(since, today)}</Badge>}
      </div>
    </>
  );
}

function PassOnLink({ id, text }: { id: string; text: string }) {
  return (
    <p>
      <InternalLink href={`/agreements/${id}/passing-on?back=case` as Route} className="inline-flex min-h-11 items-center">
        {agreementPageTexts.passOn}
        <span className="sr-only"> {texts.about(text)}</span>
      </InternalLink>
    </p>
  );
}

function Changes({ id, text, at, isErased }: { id: string; text: string; at: string; isErased: boolean }) {
  const passOn = { page: "passing-on", label: agreementPageTexts.passOnShort };
  const links = isErased ? [passOn] : [{ page: "edit", label: agreementPageTexts.newDate }, passOn, { page: "dropping", label: agreementPageTexts.drop }];
  return (
    <p className="flex flex-wrap gap-x-5">
      {links.map(({ page, label }) => (
        <InternalLink key={page} href={`/agreements/${id}/${page}?back=review&at=${at}` as Route} className="inline-flex min-h-11 items-center">
          {label}
          <span className="sr-only"> {texts.about(text)}</span>
        </InternalLink>
      ))}
    </p>
  );
}
