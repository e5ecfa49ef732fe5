import { redirect } from "next/navigation";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { discardConceptAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/discarding/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { countWrittenPages, findCaseDiscussion } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams } from "#lib/forms/params";
import { discardConceptTexts as texts } from "#lib/texts/case-discussions";

async function DiscardConceptPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/discarding">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { discussion, pages, formKey } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found || !viewer.can("case-discussion:discard", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    if (found.sharedOn) redirect(casePath(ids));
    return { discussion: found, pages: await countWrittenPages(viewer, found.id), formKey: newFormKey(viewer.person.id) };
  });
  const title = texts.title(discussion.alias);
  const back = { href: casePath(ids, "/edit"), label: texts.back, plain: true };
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} />
      <Task>
        {discussion.releasedOn ? (
          <div className="space-y-5">
            <Notice tone="attention">{texts.released}</Notice>
            <InternalLink href={back.href} className="inline-flex min-h-11 items-center font-semibold" plain>
              {texts.toOverview}
            </InternalLink>
          </div>
        ) : (
          <ConsequencePage
            consequences={[{ count: pages, text: texts.pages(pages) }]}
            form={<OneButtonForm action={discardConceptAction} formKey={formKey} fields={{ discussionId: discussion.id, version: String(discussion.version) }} label={texts.submit} pendingLabel={texts.submitting} variant="danger" />}
            back={back}
          >
            <p>{texts.lead}</p>
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

export default shownPage(DiscardConceptPage);
