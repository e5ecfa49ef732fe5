import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { editCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { shownPage } from "#app/shown-page";
import { EditCaseForm } from "#components/case-discussions/edit-case-form";
import { SafetyReminder } from "#components/case-discussions/safety-reminder";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { stagesOf } from "#lib/case-discussions/rules";
import { longest } from "#lib/case-discussions/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { caseFormTexts as texts, stageName } from "#lib/texts/case-discussions";

async function EditCasePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const reads = await isVisit();
  const { discussion, open } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found || !viewer.can("case-discussion:edit", found.team.scope)) throw new NotFoundError();
    const text = reads && found.closedOn === null ? await readCaseDiscussion(viewer, found) : null;
    if (!text) return { discussion: found, open: null };
    const { parents, pupil, ...story } = text;
    const now = { stage: found.stage, ...story, parents: parents.hearing, parentsText: parents.text, pupil: pupil.hearing, pupilText: pupil.text };
    return { discussion: found, open: { now, form: await openForm(viewer, casePath(ids, "/edit"), { version: String(found.version), ...now }) } };
  });
  const { team, alias } = discussion;
  const title = texts.editTitle(alias, team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={open && texts.editLead} />
      <Task>
        {open ? (
          <div className="space-y-10">
            <SafetyReminder />
            <EditCaseForm
              action={editCaseDiscussionAction}
              {...open.form}
              discussionId={discussion.id}
              version={discussion.version}
              now={open.now}
              stages={stagesOf(team.sector).map((value) => ({ value, label: stageName(value, team.sector) }))}
              longest={longest}
              back={casePath(ids)}
            />
          </div>
        ) : (
          <div className="space-y-5">
            {discussion.closedOn && <Notice tone="attention">{texts.closedMeanwhile}</Notice>}
            <InternalLink href={casePath(ids)} className="inline-flex min-h-11 items-center font-semibold" plain>
              {texts.backToCase}
            </InternalLink>
          </div>
        )}
      </Task>
    </>
  );
}

export default shownPage(EditCasePage);
