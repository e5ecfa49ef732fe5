import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { recordMeetingAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/recording/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { MeetingLink } from "#components/meetings/meeting-facts";
import { NotPossible } from "#components/meetings/not-possible";
import { RecordMeetingForm } from "#components/meetings/record-meeting-form";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findMeetingToChange, type MeetingToChange } from "#lib/meetings/queries";
import { whyNotRecord } from "#lib/meetings/rules";
import { earlierAnswerNames, recordTexts as texts } from "#lib/texts/meetings";

async function RecordingPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/recording">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const page = await asViewer(async (viewer) => {
    const meeting = await findMeetingToChange(viewer, meetingId);
    if (!meeting || meeting.team.id !== coreTeamId || !viewer.can("meeting:record", meeting.team.scope)) throw new NotFoundError();
    const values = { version: String(meeting.version), present: presentAtFirst(meeting) };
    return { meeting, today: viewer.today, problem: whyNotRecord(meeting, viewer.now), form: await openForm(viewer, `${path}/recording`, values) };
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
            <RecordMeetingForm action={recordMeetingAction} {...page.form} meetingId={meeting.id} version={meeting.version} people={peopleOf(meeting)} back={path} />
            {meeting.recordedAt === null && (
              <p className="mt-8">
                {texts.notHeld} <MeetingLink href={`${path}/cancellation`}>{texts.notHeldLink}</MeetingLink>
              </p>
            )}
          </>
        )}
      </Task>
    </>
  );
}

/** Before anything is noted, whoever had accepted; afterwards, whoever was noted as there. */
function presentAtFirst({ invitees, recordedAt }: MeetingToChange): string[] {
  const isNoted = recordedAt !== null || invitees.some(({ present }) => present !== null);
  return invitees
    .filter(({ withdrawn, answer, present }) => !withdrawn && (isNoted ? present === true : answer === "ACCEPTED"))
    .map(({ participationId }) => participationId);
}

function peopleOf({ invitees }: MeetingToChange) {
  return invitees
    .filter(({ withdrawn }) => !withdrawn)
    .map(({ participationId, name, functionName, answer }) => ({ value: participationId, label: name, hint: `${functionName} · ${earlierAnswerNames[answer]}` }));
}

export default shownPage(RecordingPage);
