import type { Route } from "next";
import { changeStudyDayAction, removeStudyDayAction } from "#app/(signed-in)/core-teams/[coreTeamId]/study-days/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { StudyDayForm } from "#components/school-days/study-day-form";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams } from "#lib/forms/params";
import { findStudyDay } from "#lib/school-days/queries";
import { studyDayTexts as texts } from "#lib/texts/school-days";

async function StudyDayPage({ params }: PageProps<"/core-teams/[coreTeamId]/study-days/[studyDayId]">) {
  const { coreTeamId, studyDayId } = await parseParams(params, "coreTeamId", "studyDayId");
  const { found, form, removeKey } = await asViewer(async (viewer) => {
    const day = await findStudyDay(viewer, coreTeamId, studyDayId);
    if (!day || !viewer.can("study-day:manage", day.scope)) throw new NotFoundError("study day");
    const { name, firstDay, lastDay } = day;
    return { found: day, form: await openForm(viewer, `/core-teams/${coreTeamId}/study-days/${studyDayId}`, { name, firstDay, lastDay }), removeKey: newFormKey(viewer.person.id) };
  });
  const back = `/core-teams/${coreTeamId}/study-days` as Route;
  const title = texts.changeTitle(found.name, found.teamName);
  const fields = { coreTeamId, studyDayId };
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[{ href: `/core-teams/${coreTeamId}` as Route, label: found.teamName }, { href: back, label: texts.link }]} />
      <Task>
        <StudyDayForm action={changeStudyDayAction} {...form} fields={fields} schools={[]} backHref={back} />
        <div className="mt-10 border-t border-rule pt-5">
          <p className="mb-4 text-ink-soft">{texts.removeNote}</p>
          <OneButtonForm action={removeStudyDayAction} formKey={removeKey} fields={fields} label={texts.remove} variant="secondary" />
        </div>
      </Task>
    </>
  );
}

export default shownPage(StudyDayPage);
