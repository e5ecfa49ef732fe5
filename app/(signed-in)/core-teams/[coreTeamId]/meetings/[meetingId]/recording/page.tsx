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
import type { Guest } from "#lib/guests/lines";
import { listGuests } from "#lib/guests/queries";
import { findMeetingToChange, type MeetingToChange } from "#lib/meetings/queries";
import { whyNotRecord } from "#lib/meetings/rules";
import { guestTexts } from "#lib/texts/guests";
import { earlierAnswerNames, recordTexts as texts } from "#lib/texts/meetings";

async function RecordingPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/recording">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const page = await asViewer(async (viewer) => {
    const meeting = await findMeetingToChange(viewer, meetingId);
    if (!meeting || meeting.team.id !== coreTeamId || !viewer.can("meeting:record", meeting.team.scope)) throw new NotFoundError();
    const attendees = attendeesOf(meeting, await listGuests(viewer, meetingId));
    const values = { version: String(meeting.version), present: presentAtFirst(meeting, attendees) };
    return { meeting, attendees, today: viewer.today, problem: whyNotRecord(meeting, viewer.now), form: await openForm(viewer, `${path}/recording`, values) };
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
            <RecordMeetingForm action={recordMeetingAction} {...page.form} meetingId={meeting.id} version={meeting.version} people={page.attendees.map(choiceOf)} back={path} />
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

type Attendee = Pick<Guest, "id" | "name" | "answer" | "present"> & { functionName: string };

/** Whoever was invited, guests last. */
function attendeesOf({ invitees }: MeetingToChange, guests: readonly Guest[]): Attendee[] {
  return [
    ...invitees.filter(({ withdrawn }) => !withdrawn).map(({ participationId, ...invitee }) => ({ ...invitee, id: participationId })),
    ...guests.map((guest) => ({ ...guest, functionName: guestTexts.asGuest(guest.organisation) })),
  ];
}

/** Before anything is noted, whoever had accepted; afterwards, whoever was noted as there. */
function presentAtFirst({ recordedAt }: MeetingToChange, attendees: readonly Attendee[]): string[] {
  const isNoted = recordedAt !== null || attendees.some(({ present }) => present !== null);
  return attendees.filter(({ answer, present }) => (isNoted ? present === true : answer === "ACCEPTED")).map(({ id }) => id);
}

function choiceOf({ id, name, functionName, answer }: Attendee) {
  return { value: id, label: name, hint: `${functionName} · ${earlierAnswerNames[answer]}` };
}

export default shownPage(RecordingPage);
