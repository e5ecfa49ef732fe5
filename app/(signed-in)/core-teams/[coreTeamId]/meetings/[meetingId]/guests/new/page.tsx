import { inviteGuestAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/actions";
import { itemChoices, namesForGuest } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/choices";
import { guestsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/paths";
import { agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { InviteGuestForm } from "#components/guests/guest-forms";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { NotPossible } from "#components/meetings/not-possible";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { asViewer } from "#lib/access/as-viewer";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findGuestMeeting } from "#lib/guests/queries";
import { guestFormTexts as texts } from "#lib/texts/guests";

async function InviteGuestPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/guests/new">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId");
  const page = await asViewer(async (viewer) => {
    const found = await findGuestMeeting(viewer, ids.coreTeamId, ids.meetingId);
    if (!found || !viewer.can("guest:invite", found.team.scope)) throw new NotFoundError();
    const names = namesForGuest(await listCheckedNames(viewer, ids.coreTeamId), viewer.person.name);
    return { ...found, today: viewer.today, names, form: await openForm(viewer, guestsPath(ids, "/new")) };
  });
  const { meeting, team, problem } = page;
  const back = meetingsPath(team.id, `/${meeting.id}`);
  const title = texts.newTitle(meetingDay(meeting, page.today), team.name);
  const invites = problem === null && page.items.length > 0;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(team, meeting)} lead={invites && texts.newLead} />
      <Task>
        {problem && <NotPossible problem={problem} back={back} />}
        {!problem && !invites && (
          <EmptyState title={texts.noAgendaTitle} level={2} action={<LinkButton href={agendaPath(ids)}>{texts.toAgenda}</LinkButton>}>
            <p>{texts.noAgenda}</p>
          </EmptyState>
        )}
        {invites && <InviteGuestForm action={inviteGuestAction} {...page.form} names={page.names} meetingId={meeting.id} items={itemChoices(page)} back={back} />}
      </Task>
    </>
  );
}

export default shownPage(InviteGuestPage);
