import { changeGuestAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/actions";
import { itemChoices, namesForGuest } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/choices";
import { guestsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/paths";
import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { ChangeGuestForm } from "#components/guests/guest-forms";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { NotPossible } from "#components/meetings/not-possible";
import { asViewer } from "#lib/access/as-viewer";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findGuest } from "#lib/guests/queries";
import { guestFormTexts as texts } from "#lib/texts/guests";

async function EditGuestPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/guests/[guestId]/edit">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "guestId");
  const page = await asViewer(async (viewer) => {
    const found = await findGuest(viewer, ids);
    if (!found) throw new NotFoundError();
    const values = { items: found.guest.itemIds, request: found.request ?? "", version: String(found.version) };
    const names = namesForGuest(await listCheckedNames(viewer, ids.coreTeamId), viewer.person.name, found.guest.name);
    return { ...found, today: viewer.today, names, form: await openForm(viewer, guestsPath(ids, `/${ids.guestId}/edit`), values) };
  });
  const { guest, meeting, team, problem } = page;
  const back = meetingsPath(team.id, `/${meeting.id}`);
  const title = texts.changeTitle(guest.name, meetingDay(meeting, page.today));
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(team, meeting)} lead={problem === null && texts.changeLead} />
      <Task>
        {problem ? (
          <NotPossible problem={problem} back={back} />
        ) : (
          <ChangeGuestForm action={changeGuestAction} {...page.form} names={page.names} guestId={guest.id} version={page.version} items={itemChoices(page)} back={back} />
        )}
      </Task>
    </>
  );
}

export default shownPage(EditGuestPage);
