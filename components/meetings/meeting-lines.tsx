import type { Route } from "next";
import { AttentionLine } from "#components/availability/attention-line";
import { Line, Lines } from "#components/layout/lines";
import { MeetingStateBadge } from "#components/meetings/meeting-facts";
import { PeriodText } from "#components/ui/date-time";
import { InternalLink } from "#components/ui/link";
import { dayOf, type Day } from "#lib/dates";
import type { MeetingLine } from "#lib/meetings/queries";
import { availabilityTexts } from "#lib/texts/availability";
import { meetingFormNames, meetingKindNames, meetingListTexts as texts, meetingTexts } from "#lib/texts/meetings";

type MeetingLinesProps = { meetings: readonly MeetingLine[]; label: string; today: Day; base: Route; /** Whoever may move a meeting hears who cannot come. */ plans?: boolean };

/** Meetings as a list with calendar leaves: what, when, where, and how many come or came. */
export function MeetingLines({ meetings, label, today, base, plans }: MeetingLinesProps) {
  return (
    <Lines label={label}>
      {meetings.map((meeting) => (
        <Line
          key={meeting.id}
          day={dayOf(meeting.startsAt)}
          title={<InternalLink href={`${base}/${meeting.id}` as Route}>{meetingTexts.about(meetingKindNames[meeting.kind], meeting.theme)}</InternalLink>}
          aside={<MeetingStateBadge state={meeting.state} />}
        >
          <p>
            <PeriodText starts={meeting.startsAt} ends={meeting.endsAt} today={today} />
          </p>
          <p className="text-ink-soft">{[meeting.place ?? meetingFormNames[meeting.form], whoComes(meeting)].filter(Boolean).join(" · ")}</p>
          {plans && meeting.unavailable > 0 && <AttentionLine>{availabilityTexts.cannotCome(meeting.unavailable)}</AttentionLine>}
        </Line>
      ))}
    </Lines>
  );
}

function whoComes({ state, invited, accepted, present }: MeetingLine): string | null {
  if (state === "CANCELLED") return null;
  if (state === "RECORDED") return texts.present(present, invited);
  return state === "NOT_RECORDED" ? texts.expected(accepted, invited) : texts.answered(accepted, invited);
}
