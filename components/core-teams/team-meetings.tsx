import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { PeriodText } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { type Day, dayOf } from "#lib/dates";
import { coreTeamTexts } from "#lib/texts/core-teams";
import { meetingKindNames, meetingTexts } from "#lib/texts/meetings";

type ShownMeeting = { id: string; href: Route; kind: keyof typeof meetingKindNames; theme: string | null; startsAt: Date; endsAt: Date };

type TeamMeetingsProps = { meetings: readonly ShownMeeting[]; today: Day; mayPlan: boolean };

/** The meetings of a core team that are to come, the soonest first. */
export function TeamMeetings({ meetings, today, mayPlan }: TeamMeetingsProps) {
  if (meetings.length === 0) {
    return (
      <EmptyState title={coreTeamTexts.noMeetingTitle}>
        <p>{mayPlan ? coreTeamTexts.noMeeting : coreTeamTexts.noMeetingPartner}</p>
      </EmptyState>
    );
  }
  return (
    <div className="team-meetings">
      <Lines label={coreTeamTexts.meetings}>
        {meetings.map(({ id, href, kind, theme, startsAt, endsAt }) => (
          <Line key={id} day={dayOf(startsAt)} title={<InternalLink href={href}>{meetingTexts.about(meetingKindNames[kind], theme)}</InternalLink>}>
            <PeriodText starts={startsAt} ends={endsAt} today={today} />
          </Line>
        ))}
      </Lines>
    </div>
  );
}
