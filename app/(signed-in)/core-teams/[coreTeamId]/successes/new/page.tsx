import { writeSuccessAction } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/actions";
import { successCrumbs, successesPath } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/paths";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { SuccessForm } from "#components/successes/success-form";
import { asViewer } from "#lib/access/as-viewer";
import { namesFor } from "#lib/anonymity/findings";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findSuccessTeam } from "#lib/successes/queries";
import { LONGEST_SUCCESS } from "#lib/successes/schema";
import { successFormTexts as texts } from "#lib/texts/successes";

async function NewSuccessPage({ params }: PageProps<"/core-teams/[coreTeamId]/successes/new">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { team, names, form } = await asViewer(async (viewer) => {
    const found = await findSuccessTeam(viewer, coreTeamId);
    if (!found || !viewer.can("success:write", found.scope)) throw new NotFoundError("core team");
    const names = namesFor("CASE", await listCheckedNames(viewer, coreTeamId));
    return { team: found, names, form: await openForm(viewer, successesPath(coreTeamId, "/new")) };
  });
  return (
    <>
      <title>{texts.newTitle(team.name)}</title>
      <PageHeading title={texts.newTitle(team.name)} breadcrumbs={successCrumbs(team)} lead={texts.lead} />
      <Task>
        <SuccessForm action={writeSuccessAction} {...form} names={names} fields={{ coreTeamId: team.id }} standing={null} maxLength={LONGEST_SUCCESS} back={successesPath(team.id)} />
      </Task>
    </>
  );
}

export default shownPage(NewSuccessPage);
