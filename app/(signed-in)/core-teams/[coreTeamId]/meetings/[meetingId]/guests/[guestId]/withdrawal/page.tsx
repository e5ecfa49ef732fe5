import { withdrawGuestAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/actions";
import { guestsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/paths";
import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { WithdrawGuestForm } from "#components/guests/guest-forms";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { NotPossible } from "#components/meetings/not-possible";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findGuest } from "#lib/guests/queries";
import { guestFormTexts as texts } from "#lib/texts/guests";

async function WithdrawGuestPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/guests/[guestId]/withdrawal">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "guestId");
  const page = await asViewer(async (viewer) => {
    const found = await findGuest(viewer, ids);
    if (!found) throw new NotFoundError();
    return { ...found, today: viewer.today, form: await openForm(viewer, guestsPath(ids, `/${ids.guestId}/withdrawal`)) };
  });
  const { guest, meeting, team, problem } = page;
  const back = meetingsPath(team.id, `/${meeting.id}`);
  const title = texts.withdrawTitle(guest.name, meetingDay(meeting, page.today));
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(team, meeting)} />
      <Task>
        {problem ? (
          <NotPossible problem={problem} back={back} />
        ) : (
          <ConsequencePage
            consequences={[{ count: 1, text: texts.withdrawMail }, { count: 1, text: texts.withdrawLink }]}
            keeps={[texts.withdrawKeeps]}
            form={<WithdrawGuestForm action={withdrawGuestAction} {...page.form} guestId={guest.id} />}
            back={{ href: back, label: texts.withdrawBack }}
          >
            <p>{texts.withdrawLead(guest.name, guest.organisation)}</p>
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

export default shownPage(WithdrawGuestPage);
