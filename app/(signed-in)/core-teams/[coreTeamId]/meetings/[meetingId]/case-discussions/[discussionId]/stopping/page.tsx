import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { stopCaseAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/stopping/actions";
import { shownPage } from "#app/shown-page";
import { StopForm } from "#components/case-stops/stop-forms";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { BlankScreen } from "#components/presentation/blank-screen";
import { BackIcon } from "#components/ui/icons";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { CaseState } from "#lib/case-discussions/rules";
import { findCaseToStop } from "#lib/case-stops/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { stopCaseTexts as texts } from "#lib/texts/case-stops";

/** It shows nothing of the casus, and so it takes no second factor: whoever recognises a child should not have to look for a telephone. */
async function StopCasePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/stopping">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { found, form } = await asViewer(async (viewer) => {
    const found = await findCaseToStop(viewer, ids);
    if (!found || !viewer.can("case-discussion:stop", found.team.scope)) throw new NotFoundError();
    return { found, form: await openForm(viewer, casePath(ids, "/stopping")) };
  });
  const title = texts.title(found.alias);
  const why = whyNot(found.state);
  const by = found.isOwn ? "own" : "other";
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(found)} />
      <Task>
        <div className="space-y-8">
          {why === null ? (
            <>
              <div className="space-y-3">
                <p>{texts.when[by]}</p>
                <p>{texts.what[by]}</p>
                <p>{texts.next[by]}</p>
              </div>
              <StopForm action={stopCaseAction} {...form} discussionId={found.id} />
            </>
          ) : (
            <Notice tone="attention">{why}</Notice>
          )}
          <p>
            <InternalLink href={casePath(ids)} className="inline-flex min-h-11 items-center gap-2 font-semibold" plain>
              <BackIcon />
              {texts.back}
            </InternalLink>
          </p>
        </div>
      </Task>
    </>
  );
}

function whyNot(state: CaseState): string | null {
  if (state === "ERASED") return texts.erasedBefore;
  return state === "STOPPED" ? texts.stoppedBefore : null;
}

export default shownPage(StopCasePage);
