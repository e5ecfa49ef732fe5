import { z } from "zod";
import { caseReturnPath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { revealPerspectivesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/revealing/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { RevealForm } from "#components/perspectives/reveal-form";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { CaseDiscussion } from "#lib/case-discussions/lines";
import { findCaseDiscussion } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { countPerspectives } from "#lib/perspectives/queries";
import { caseReturn, returnFields } from "#lib/presentation/places";
import { revealTexts as texts } from "#lib/texts/perspectives";

const search = z.object(caseReturn);

async function RevealPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/revealing">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const place = await readSearch(searchParams, search);
  const { discussion, counts, form } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found?.sharedOn || !viewer.can("perspective:reveal", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    return { discussion: found, counts: await countPerspectives(viewer, found.id), form: await openForm(viewer, casePath(ids, "/revealing")) };
  });
  const title = texts.title(discussion.alias);
  const why = whyNot(discussion, counts.written);
  const empty = counts.seats - counts.written;
  const back = caseReturnPath(ids, place);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={why === null && texts.lead} />
      <Task>
        {why === null ? (
          <ConsequencePage
            consequences={[
              { count: counts.written, text: texts.written(counts.written) },
              { count: empty, text: texts.empty(empty) },
            ].filter(({ count }) => count > 0)}
            form={<RevealForm action={revealPerspectivesAction} {...form} about={{ discussionId: discussion.id, ...returnFields(place) }} />}
            back={{ href: back, label: texts.back, plain: true }}
          >
            {!discussion.meeting.hasBegun && <Notice tone="attention">{texts.beforeMeeting(discussion.meeting.day)}</Notice>}
            <p>{texts.notBack}</p>
          </ConsequencePage>
        ) : (
          <div className="space-y-5">
            <Notice tone="attention">{why}</Notice>
            <InternalLink href={back} className="inline-flex min-h-11 items-center font-semibold" plain>
              {texts.backToCase}
            </InternalLink>
          </div>
        )}
      </Task>
    </>
  );
}

function whyNot({ closedOn, revealedOn, leads }: CaseDiscussion, written: number): string | null {
  if (revealedOn !== null) return texts.revealedBefore;
  if (closedOn !== null) return texts.closed;
  if (!leads) return texts.notYours;
  return written > 0 ? null : texts.nobodyWrote;
}

export default shownPage(RevealPage);
