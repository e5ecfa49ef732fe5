import { redirect } from "next/navigation";
import { z } from "zod";
import { caseReturnPath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { setAtPlayAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/at-play/actions";
import { shownPage } from "#app/shown-page";
import { AtPlayForm } from "#components/follow-up/follow-up-forms";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { BlankScreen } from "#components/presentation/blank-screen";
import { asViewer } from "#lib/access/as-viewer";
import { findCaseDiscussion } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { listCandidates } from "#lib/follow-up/queries";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { caseReturn, returnFields } from "#lib/presentation/places";
import { atPlayFormTexts as texts } from "#lib/texts/follow-up";

const search = z.object(caseReturn);

async function AtPlayPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/at-play">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const place = await readSearch(searchParams, search);
  const { discussion, candidates, form } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found?.sharedOn || !viewer.can("follow-up:change", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    if (found.closedOn) redirect(casePath(ids));
    const candidates = await listCandidates(viewer, found.id);
    return { discussion: found, candidates, form: await openForm(viewer, casePath(ids, "/at-play"), { to: found.followUp.atPlayIs }) };
  });
  const title = texts.title(discussion.alias);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={texts.lead} />
      <Task>
        <AtPlayForm
          action={setAtPlayAction}
          {...form}
          about={{ discussionId: discussion.id, version: String(discussion.followUp.version), ...returnFields(place) }}
          people={candidates?.people ?? []}
          functions={candidates?.functions ?? []}
          back={caseReturnPath(ids, place)}
        />
      </Task>
    </>
  );
}

export default shownPage(AtPlayPage);
