import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { closeCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing/actions";
import { shownPage } from "#app/shown-page";
import { CloseCaseForm } from "#components/case-discussions/close-case-form";
import { ConsequencePage } from "#components/forms/consequence-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { isOpen } from "#lib/agreements/rules";
import { asViewer } from "#lib/access/as-viewer";
import { type CaseDiscussion, findCaseDiscussion } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { closeCaseTexts as texts } from "#lib/texts/case-discussions";

async function CloseCasePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { discussion, form } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found || !viewer.can("case-discussion:close", found.team.scope)) throw new NotFoundError();
    viewer.mustBeHighlyAssured();
    return { discussion: found, form: await openForm(viewer, casePath(ids, "/closing")) };
  });
  const { team, alias, version } = discussion;
  const title = texts.title(alias, team.name);
  const { keep, lose } = discussion.readersOnceClosed;
  const open = discussion.agreements.filter(({ state }) => isOpen(state)).length;
  const why = whyNot(discussion);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={why === null && texts.lead} />
      <Task>
        {why === null ? (
          <ConsequencePage
            consequences={[
              { count: keep, text: texts.keep(keep) },
              { count: lose, text: texts.lose(lose) },
              { count: open, text: texts.openAgreements(open) },
            ].filter(({ count }) => count > 0)}
            form={<CloseCaseForm action={closeCaseDiscussionAction} {...form} discussionId={discussion.id} version={version} />}
            back={{ href: casePath(ids), label: texts.back, plain: true }}
          >
            <p>{texts.notBack}</p>
          </ConsequencePage>
        ) : (
          <div className="space-y-5">
            <Notice tone="attention">{why}</Notice>
            <InternalLink href={casePath(ids)} className="inline-flex min-h-11 items-center font-semibold" plain>
              {texts.backToCase}
            </InternalLink>
          </div>
        )}
      </Task>
    </>
  );
}

function whyNot({ closedOn, meeting, wasThere }: CaseDiscussion): string | null {
  if (closedOn !== null) return texts.closedBefore;
  if (!meeting.hasBegun) return texts.notYet;
  return wasThere ? null : texts.notThere;
}

export default shownPage(CloseCasePage);
