import type { Route } from "next";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { DayText } from "#components/ui/date-time";
import { InternalLink } from "#components/ui/link";
import type { AgreementPlace } from "#lib/agreements/schema";
import { formatDate, type Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { agreementTexts as texts } from "#lib/texts/agreements";

/** An agreement as a line: open, or done with a day. What is left out is not shown. */
export type AgreementLine = {
  id: string;
  text: string;
  /** A key of its own, because each button is a form. */
  formKey: string;
  owner: { name: string };
  isOwn: boolean;
  dueOn?: Day;
  overdue?: boolean;
  doneOn?: Day | null;
  team?: { id: string; name: string };
  meeting?: { id: string; day: Day };
  caseDiscussion?: { id: string; alias: string } | null;
};

type AgreementLinesProps = {
  agreements: readonly AgreementLine[];
  label: string;
  today: Day;
  /** The page the list is on: it opens again after a button was pressed. */
  back: AgreementPlace;
  finish: FormAction;
  /** Takes a tick back; without it, agreements that are done have no button. */
  reopen?: FormAction;
  /** What a line says besides who and when. */
  shows?: { owner?: boolean; team?: boolean; origin?: boolean };
};

/** What was agreed, with one button a line: it is done, or it is not after all. */
export function AgreementLines({ agreements, label, today, back, finish, reopen, shows = {} }: AgreementLinesProps) {
  return (
    <Lines label={label}>
      {agreements.map((agreement) => (
        <Line key={agreement.id} title={<span className="wrap-anywhere">{agreement.text}</span>} aside={<Aside agreement={agreement} back={back} finish={finish} reopen={reopen} />}>
          <p className="first-letter:uppercase">
            {shows.owner !== false && `${texts.owner(agreement.owner.name, agreement.isOwn)} · `}
            {agreement.doneOn ? texts.doneOn(agreement.doneOn) : agreement.dueOn && <Due day={agreement.dueOn} today={today} />}
          </p>
          {(shows.team || shows.origin) && (
            <p className="text-ink-soft first-letter:uppercase">
              {shows.team && agreement.team && <InternalLink href={`/core-teams/${agreement.team.id}/agreements` as Route}>{agreement.team.name}</InternalLink>}
              {shows.team && shows.origin && " · "}
              {shows.origin && <Origin agreement={agreement} />}
            </p>
          )}
        </Line>
      ))}
    </Lines>
  );
}

function Due({ day, today }: { day: Day; today: Day }) {
  return (
    <>
      {texts.dueBy} <DayText day={day} today={today} />
    </>
  );
}

/** Where it was agreed: at which meeting, and with which casus. */
function Origin({ agreement: { team, meeting, caseDiscussion } }: { agreement: AgreementLine }) {
  if (!team || !meeting) return null;
  const meetingPath = `/core-teams/${team.id}/meetings/${meeting.id}`;
  return (
    <>
      <InternalLink href={meetingPath as Route}>{texts.agreedOn(formatDate(meeting.day))}</InternalLink>
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

type AsideProps = { agreement: AgreementLine; back: AgreementPlace; finish: FormAction; reopen: FormAction | undefined };

function Aside({ agreement: { id, text, formKey, overdue, doneOn }, back, finish, reopen }: AsideProps) {
  const form = { formKey, fields: { agreementId: id, back }, longLabel: texts.about(text) };
  if (doneOn) return reopen ? <OneButtonForm {...form} action={reopen} label={texts.reopen} /> : <Badge tone="done">{texts.isDone}</Badge>;
  return (
    <>
      {overdue && <Badge tone="attention">{texts.overdue}</Badge>}
      <InternalLink href={`/agreements/${id}/edit` as Route} className="inline-flex min-h-11 items-center px-1">
        {texts.change}
        <span className="sr-only"> {texts.about(text)}</span>
      </InternalLink>
      <OneButtonForm {...form} action={finish} label={texts.finish} variant="secondary" />
    </>
  );
}
