import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { rescheduleMeetingAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/rescheduling/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { HolidayHelp } from "#components/meetings/holiday-help";
import { NotPossible } from "#components/meetings/not-possible";
import { RescheduleMeetingForm } from "#components/meetings/reschedule-meeting-form";
import { asViewer } from "#lib/access/as-viewer";
import { addDays, dayOf, formatPeriod, formatTime } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { planningNames } from "#lib/meetings/free-text";
import { findMeetingToChange, listHolidays, type MeetingToChange } from "#lib/meetings/queries";
import { minutesOf, whyNotChange } from "#lib/meetings/rules";
import { rescheduleTexts as texts } from "#lib/texts/meetings";

const YEAR = 365;

async function ReschedulingPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/rescheduling">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const page = await asViewer(async (viewer) => {
    const meeting = await findMeetingToChange(viewer, meetingId);
    if (!meeting || meeting.team.id !== coreTeamId || !viewer.can("meeting:reschedule", meeting.team.scope)) throw new NotFoundError();
    return {
      meeting,
      names: planningNames(meeting.team, viewer),
      today: viewer.today,
      problem: whyNotChange(meeting, viewer.now),
      form: await openForm(viewer, `${path}/rescheduling`, typedMeeting(meeting)),
      holidays: await listHolidays(viewer, { from: viewer.today, until: addDays(viewer.today, YEAR), calendar: meeting.team.calendar }),
    };
  });
  const { meeting, problem } = page;
  const title = texts.title(meetingDay(meeting, page.today), meeting.team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(meeting.team, meeting)} lead={problem === null && texts.lead} />
      <Task>
        {problem ? (
          <NotPossible problem={problem} back={path} />
        ) : (
          <>
            <p className="mb-8">{texts.now(formatPeriod(meeting.startsAt, meeting.endsAt))}</p>
            <RescheduleMeetingForm
              action={rescheduleMeetingAction}
              {...page.form}
              names={page.names}
              meetingId={meeting.id}
              version={meeting.version}
              back={path}
              holidays={<HolidayHelp holidays={page.holidays} regions={meeting.team.calendar.regions} />}
            />
          </>
        )}
      </Task>
    </>
  );
}

function typedMeeting(meeting: MeetingToChange) {
  return {
    version: String(meeting.version),
    kind: meeting.kind,
    theme: meeting.theme ?? "",
    date: dayOf(meeting.startsAt),
    start: formatTime(meeting.startsAt),
    minutes: String(minutesOf(meeting)),
    form: meeting.form,
    place: meeting.place ?? meeting.team.addresses[0] ?? "",
    link: meeting.link ?? "",
  };
}

export default shownPage(ReschedulingPage);
