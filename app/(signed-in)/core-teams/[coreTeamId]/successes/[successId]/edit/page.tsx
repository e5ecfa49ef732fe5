import { changeSuccessAction } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/actions";
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
import { findOwnSuccess, findSuccessTeam } from "#lib/successes/queries";
import { LONGEST_SUCCESS } from "#lib/successes/schema";
import { successFormTexts as texts } from "#lib/texts/successes";

async function EditSuccessPage({ params }: PageProps<"/core-teams/[coreTeamId]/successes/[successId]/edit">) {
  const ids = await parseParams(params, "coreTeamId", "successId");
  const { team, standing, names, form } = await asViewer(async (viewer) => {
    const found = await findSuccessTeam(viewer, ids.coreTeamId);
    const own = await findOwnSuccess(viewer, ids);
    if (!found || !own || !viewer.can("success:write", found.scope)) throw new NotFoundError("success");
    const now = { text: own.text, version: String(own.version) };
    const names = namesFor("CASE", await listCheckedNames(viewer, ids.coreTeamId));
    return { team: found, standing: now, names, form: await openForm(viewer, successesPath(ids.coreTeamId, `/${ids.successId}/edit`), now) };
  });
  return (
    <>
      <title>{texts.editTitle(team.name)}</title>
      <PageHeading title={texts.editTitle(team.name)} breadcrumbs={successCrumbs(team)} lead={texts.lead} />
      <Task>
        <SuccessForm action={changeSuccessAction} {...form} names={names} fields={{ successId: ids.successId, version: standing.version }} standing={standing} maxLength={LONGEST_SUCCESS} back={successesPath(team.id)} />
      </Task>
    </>
  );
}

export default shownPage(EditSuccessPage);
