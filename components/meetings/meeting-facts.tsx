import type { Route } from "next";
import type { ReactNode } from "react";
import { Badge } from "#components/ui/badge";
import { Card } from "#components/ui/card";
import { DayLeaf, PeriodText } from "#components/ui/date-time";
import { InternalLink } from "#components/ui/link";
import { dayOf, type Day, formatPeriod } from "#lib/dates";
import type { MeetingDetails, OpenInvitation } from "#lib/meetings/queries";
import type { MeetingState } from "#lib/meetings/rules";
import { telephoneHref } from "#lib/names";
import { meetingPageTexts, meetingTexts } from "#lib/texts/meetings";

type MeetingFactsProps = {
  meeting: Pick<MeetingDetails, "startsAt" | "endsAt" | "form" | "place" | "link" | "state"> & { organiser: Pick<MeetingDetails["organiser"], "name" | "phone"> };
  today: Day;
  /** What became of it, or what to do about it. */
  children?: ReactNode;
  /** Quiet links for whoever may change it for everybody, apart from what is only about the reader. */
  links?: ReactNode;
};

/** A meeting as an entry in an agenda: when and where it is, and whom to ask. */
export function MeetingFacts({ meeting, today, children, links }: MeetingFactsProps) {
  const { startsAt, endsAt, state } = meeting;
  return (
    <Card>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-4">
        <DayLeaf day={dayOf(startsAt)} />
        <div className="min-w-0 flex-[1_1_18rem]">
          <h2>
            <PeriodText starts={startsAt} ends={endsAt} today={today} />
          </h2>
          {state !== "COMING" && (
            <p className="mt-1.5">
              <MeetingStateBadge state={state} />
            </p>
          )}
          <p className="mt-1.5 wrap-anywhere">
            <Whereabouts {...meeting} />
          </p>
          <p className="text-ink-soft">
            <Organiser {...meeting.organiser} />
          </p>
          {children && <div className="mt-5 space-y-3">{children}</div>}
        </div>
      </div>
      {links && (
        <div className="mt-6 flex flex-wrap items-center gap-x-5 border-t border-rule pt-3 print:hidden">
          <p className="text-ink-soft">{meetingPageTexts.forEverybody}</p>
          {links}
        </div>
      )}
    </Card>
  );
}

/** The next invitation that waits for an answer, below what became of the last one. */
export function WaitingInvitation({ meetingId, coreTeamId, teamName, startsAt, endsAt }: OpenInvitation) {
  return (
    <p className="mt-1 flex flex-wrap gap-x-2">
      <span>{meetingPageTexts.nextInvitation}</span>
      <InternalLink href={`/core-teams/${coreTeamId}/meetings/${meetingId}` as Route} className="-my-2.5 py-2.5 font-semibold">
        {meetingPageTexts.invitationFrom(teamName, formatPeriod(startsAt, endsAt))}
      </InternalLink>
    </p>
  );
}

/** Where a meeting stands, as a word with a shape; nothing for one that is still to come. */
export function MeetingStateBadge({ state }: { state: MeetingState }) {
  if (state === "COMING") return null;
  return <Badge tone={TONES[state]}>{meetingTexts.states[state]}</Badge>;
}

/** A quiet link to another page about the meeting. */
export function MeetingLink({ href, children }: { href: string; children: string }) {
  return (
    <InternalLink href={href as Route} className="inline-flex min-h-11 items-center font-semibold print:hidden">
      {children}
    </InternalLink>
  );
}

function Organiser({ name, phone }: Pick<MeetingDetails["organiser"], "name" | "phone">) {
  return (
    <>
      {meetingTexts.organisedBy(name)}
      {phone && (
        <>
          {meetingTexts.comma}
          <a href={telephoneHref(phone)} className="whitespace-nowrap tabular-nums">
            {phone}
          </a>
        </>
      )}
    </>
  );
}

function Whereabouts({ form, place, link, state }: Pick<MeetingDetails, "form" | "place" | "link" | "state">) {
  if (form === "LIVE") return place;
  const online = state === "CANCELLED" ? null : link ? <OnlineLink link={link} /> : meetingTexts.linkMissing;
  if (form === "DIGITAL") {
    return (
      <>
        {meetingTexts.online} {online}
      </>
    );
  }
  return (
    <>
      {place}
      <br />
      {meetingTexts.orOnline} {online}
    </>
  );
}

// The whole address is shown, so that who follows it sees where it leads; the app never opens it by itself.
function OnlineLink({ link }: { link: string }) {
  return (
    <a href={link} rel="noreferrer noopener" target="_blank">
      {link}
    </a>
  );
}

const TONES = { CANCELLED: "attention", UNDER_WAY: "neutral", NOT_RECORDED: "attention", RECORDED: "done" } as const;
