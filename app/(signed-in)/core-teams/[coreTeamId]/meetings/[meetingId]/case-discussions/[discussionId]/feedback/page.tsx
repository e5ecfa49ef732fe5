import { redirect } from "next/navigation";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { tellFamilyAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/feedback/actions";
import { shownPage } from "#app/shown-page";
import { AtHome } from "#components/follow-up/at-home";
import { FeedbackForm } from "#components/follow-up/follow-up-forms";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { BlankScreen } from "#components/presentation/blank-screen";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import type { FollowUp } from "#lib/follow-up/lines";
import { listCandidates } from "#lib/follow-up/queries";
import { openForm } from "#lib/forms/drafts";
import type { TypedValues } from "#lib/forms/form-state";
import { parseParams } from "#lib/forms/params";
import { feedbackTexts as texts } from "#lib/texts/follow-up";

async function FeedbackPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/feedback">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const reads = await isVisit();
  const { discussion, people, text, form } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found?.sharedOn || !viewer.can("follow-up:change", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    if (found.closedOn) redirect(casePath(ids));
    const candidates = await listCandidates(viewer, found.id);
    const shown = reads ? await readCaseDiscussion(viewer, found) : null;
    return { discussion: found, people: candidates?.people ?? [], text: shown, form: await openForm(viewer, casePath(ids, "/feedback"), valuesOf(found.followUp, viewer.person.id)) };
  });
  const title = texts.title(discussion.alias);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={texts.lead} />
      <Task>
        {text && <AtHome {...text} writeAt={casePath(ids, "/edit/outcome")} />}
        <FeedbackForm action={tellFamilyAction} {...form} about={{ discussionId: discussion.id, version: String(discussion.followUp.version) }} people={people} back={casePath(ids)} />
      </Task>
    </>
  );
}

/** What stands there; whoever fills it in is often who told them. */
function valuesOf({ parentsTold, pupilTold }: FollowUp, ownId: string): TypedValues {
  return {
    parents: parentsTold ? "yes" : "no",
    parentsOn: parentsTold?.on ?? "",
    parentsById: parentsTold?.by.id ?? ownId,
    pupil: pupilTold ? "yes" : "no",
    pupilOn: pupilTold?.on ?? "",
    pupilById: pupilTold?.by.id ?? ownId,
  };
}

export default shownPage(FeedbackPage);
