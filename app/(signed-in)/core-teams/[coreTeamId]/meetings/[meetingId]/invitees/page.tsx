import { inviteeChoices } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/invitee-choices";
import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { changeInviteesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/invitees/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { ChangeInviteesForm } from "#components/meetings/change-invitees-form";
import { NotPossible } from "#components/meetings/not-possible";
import { asViewer } from "#lib/access/as-viewer";
import { dayOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findMeetingToChange, type MeetingToChange } from "#lib/meetings/queries";
import { membersOn, whyNotChange } from "#lib/meetings/rules";
import { inviteeTexts as texts } from "#lib/texts/meetings";

async function InviteesPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/invitees">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const page = await asViewer(async (viewer) => {
    const meeting = await findMeetingToChange(viewer, meetingId);
    if (!meeting || meeting.team.id !== coreTeamId || !viewer.can("invitees:change", meeting.team.scope)) throw new NotFoundError();
    const members = new Set(membersOn(meeting.team.people, dayOf(meeting.startsAt)).map(({ personId }) => personId));
    return {
      meeting,
      today: viewer.today,
      problem: whyNotChange(meeting, viewer.now),
      choices: inviteeChoices(meeting.team.people.filter(({ personId }) => members.has(personId)), viewer.today),
      lapsing: invitedTo(meeting).filter(({ personId }) => !members.has(personId)).map(({ name }) => name),
      form: await openForm(viewer, `${path}/invitees`, typedInvitees(meeting)),
    };
  });
  const { meeting, problem } = page;
  const day = meetingDay(meeting, page.today);
  const title = texts.title(day, meeting.team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(meeting.team, meeting)} lead={problem === null && texts.lead} />
      <Task>
        {problem ? (
          <NotPossible problem={problem} back={path} />
        ) : (
          <>
            {page.lapsing.length > 0 && <p className="mb-8">{texts.lapsing(page.lapsing, day)}</p>}
            <ChangeInviteesForm action={changeInviteesAction} {...page.form} meetingId={meeting.id} version={meeting.version} choices={page.choices} back={path} />
          </>
        )}
      </Task>
    </>
  );
}

function typedInvitees(meeting: MeetingToChange) {
  const invited = invitedTo(meeting);
  return {
    version: String(meeting.version),
    invitees: invited.map(({ personId }) => personId),
    attendance: invited.map(({ personId, attendance }) => `${personId}:${attendance}`),
  };
}

function invitedTo({ invitees }: MeetingToChange) {
  return invitees.filter(({ withdrawn }) => !withdrawn);
}

export default shownPage(InviteesPage);
