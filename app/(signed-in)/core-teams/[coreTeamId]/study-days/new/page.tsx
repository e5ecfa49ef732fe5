import type { Route } from "next";
import { addStudyDayAction } from "#app/(signed-in)/core-teams/[coreTeamId]/study-days/actions";
import { shownPage } from "#app/shown-page";
import { StudyDayForm } from "#components/school-days/study-day-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { schoolYearOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findTeamStudyDays } from "#lib/school-days/queries";
import { studyDayTexts as texts } from "#lib/texts/school-days";

async function NewStudyDayPage({ params }: PageProps<"/core-teams/[coreTeamId]/study-days/new">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { found, form } = await asViewer(async (viewer) => {
    const days = await findTeamStudyDays(viewer, coreTeamId, schoolYearOf(viewer.today));
    if (!days || !viewer.can("study-day:manage", days.team.scope)) throw new NotFoundError("core team");
    return { found: days, form: await openForm(viewer, `/core-teams/${coreTeamId}/study-days/new`) };
  });
  const { team, schools } = found;
  const back = `/core-teams/${team.id}/study-days` as Route;
  return (
    <>
      <title>{texts.addTitle(team.name)}</title>
      <PageHeading title={texts.addTitle(team.name)} breadcrumbs={[{ href: `/core-teams/${team.id}` as Route, label: team.name }, { href: back, label: texts.link }]} />
      <Task>
        <StudyDayForm action={addStudyDayAction} {...form} fields={{ coreTeamId: team.id }} schools={schools} backHref={back} />
      </Task>
    </>
  );
}

export default shownPage(NewStudyDayPage);
