import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { cancelMeetingAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/cancellation/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage, type Consequence } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { CancelMeetingForm } from "#components/meetings/cancel-meeting-form";
import { NotPossible } from "#components/meetings/not-possible";
import { asViewer } from "#lib/access/as-viewer";
import { formatPeriod } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import type { Guest } from "#lib/guests/lines";
import { listGuests } from "#lib/guests/queries";
import { planningNames } from "#lib/meetings/free-text";
import { findMeetingToChange, type MeetingToChange } from "#lib/meetings/queries";
import { whyNotCancel } from "#lib/meetings/rules";
import { cancelTexts as texts } from "#lib/texts/meetings";

async function CancellationPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/cancellation">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const page = await asViewer(async (viewer) => {
    const meeting = await findMeetingToChange(viewer, meetingId);
    if (!meeting || meeting.team.id !== coreTeamId || !viewer.can("meeting:cancel", meeting.team.scope)) throw new NotFoundError();
    return {
      meeting,
      names: planningNames(meeting.team, viewer),
      today: viewer.today,
      guests: await listGuests(viewer, meetingId),
      problem: whyNotCancel(meeting),
      isOver: meeting.endsAt <= viewer.now,
      form: await openForm(viewer, `${path}/cancellation`, { version: String(meeting.version) }),
    };
  });
  const { meeting, problem } = page;
  const title = texts.title(meetingDay(meeting, page.today), meeting.team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(meeting.team, meeting)} />
      <Task>
        {problem ? (
          <NotPossible problem={problem} back={path} />
        ) : (
          <ConsequencePage
            consequences={consequencesOf(meeting, page.guests, page.isOver)}
            keeps={keepsOf(meeting)}
            form={<CancelMeetingForm action={cancelMeetingAction} {...page.form} names={page.names} meetingId={meeting.id} version={meeting.version} />}
            back={{ href: path, label: texts.back }}
          >
            <p>{texts.lead(formatPeriod(meeting.startsAt, meeting.endsAt))}</p>
            {page.isOver && <p>{texts.noMails}</p>}
            <p>{texts.notBack}</p>
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

function consequencesOf({ invitees }: MeetingToChange, guests: readonly Guest[], isOver: boolean): Consequence[] {
  const invited = [...invitees.filter(({ withdrawn }) => !withdrawn), ...guests];
  const accepted = invited.filter(({ answer }) => answer === "ACCEPTED").length;
  if (isOver) return [{ count: 0, text: texts.mails(0) }];
  return [
    { count: invited.length, text: texts.mails(invited.length) },
    ...(accepted > 0 ? [{ count: accepted, text: texts.accepted(accepted) }] : []),
  ];
}

function keepsOf({ agreements }: MeetingToChange): string[] {
  return [texts.keepsPage, ...(agreements > 0 ? [texts.keepsAgreements(agreements)] : [])];
}

export default shownPage(CancellationPage);
