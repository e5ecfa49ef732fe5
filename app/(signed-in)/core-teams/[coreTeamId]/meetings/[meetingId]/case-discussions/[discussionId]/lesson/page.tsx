import { redirect } from "next/navigation";
import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { writeLessonAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/lesson/actions";
import { shownPage } from "#app/shown-page";
import { WritingPage } from "#components/case-discussions/writing-page";
import { LessonForm } from "#components/follow-up/follow-up-forms";
import { PageHeading } from "#components/layout/page-heading";
import { BlankScreen } from "#components/presentation/blank-screen";
import { asViewer } from "#lib/access/as-viewer";
import { namesFor } from "#lib/anonymity/findings";
import { findCaseDiscussion } from "#lib/case-discussions/queries";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { LONGEST_LESSON } from "#lib/follow-up/schema";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { lessonTexts as texts } from "#lib/texts/follow-up";

async function LessonPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/lesson">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { discussion, standing, version, names, form } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found?.sharedOn || !viewer.can("lesson:write", found.team.scope)) throw new NotFoundError();
    // A success and a lesson stay, so they can still be mended.
    if (found.wasStopped) redirect(casePath(ids));
    viewer.mustBeHighlyAssured();
    const standing = { success: found.lesson.success ?? "", lesson: found.lesson.lesson ?? "" };
    const version = String(found.lesson.version);
    const names = namesFor("CASE", await listCheckedNames(viewer, ids.coreTeamId));
    return { discussion: found, standing, version, names, form: await openForm(viewer, casePath(ids, "/lesson"), { ...standing, version }) };
  });
  const title = texts.title(discussion.alias);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={texts.lead} />
      <WritingPage>
        <p className="mb-6 max-w-prose text-ink-soft">{texts.stays}</p>
        <LessonForm action={writeLessonAction} {...form} names={names} about={{ discussionId: discussion.id, version }} standing={standing} maxLength={LONGEST_LESSON} back={casePath(ids)} />
      </WritingPage>
    </>
  );
}

export default shownPage(LessonPage);
