import { redirect } from "next/navigation";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { shareCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/actions";
import { shownPage } from "#app/shown-page";
import { CaseStory } from "#components/case-discussions/case-story";
import { NotShown } from "#components/case-discussions/not-shown";
import { OpenQuestions } from "#components/case-discussions/open-questions";
import { ShareCaseForm } from "#components/case-discussions/share-case-form";
import { WritingPage } from "#components/case-discussions/writing-page";
import { fieldId } from "#components/forms/field-parts";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import { missingAnswers, openQuestions, partOf } from "#lib/case-discussions/answers";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { stepOf } from "#lib/case-discussions/rules";
import { formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { caseOverviewTexts as texts, stageName } from "#lib/texts/case-discussions";
import { stoppedCaseTexts } from "#lib/texts/case-stops";

async function CaseOverviewPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const reads = await isVisit();
  const { discussion, text, form } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found || !viewer.can("case-discussion:edit", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    if (found.closedOn) redirect(casePath(ids));
    const text = reads ? await readCaseDiscussion(viewer, found) : null;
    return { discussion: found, text, form: found.sharedOn ? null : await openForm(viewer, casePath(ids, "/edit")) };
  });
  const { alias, team, setting } = discussion;
  const title = texts.title(alias);
  const missing = text ? missingAnswers(text.answers, setting) : [];
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={form ? texts.lead : texts.openToAll} />
      <WritingPage>
        {discussion.releasedOn && !discussion.sharedOn && (
          <div className="mb-8">
            <Notice tone="attention" title={stoppedCaseTexts.releasedTitle}>
              {stoppedCaseTexts.released}
            </Notice>
          </div>
        )}
        {form && text && (
          <div className="mb-10">
            <OpenQuestions shareAt="share" questions={openQuestions(missing).map((field) => ({ question: texts.openQuestion(field), href: casePath(ids, `/edit/${stepOf(partOf(field))}#${fieldId(field)}`) }))} />
          </div>
        )}
        <h2 className="mb-5">{texts.answers}</h2>
        {text ? (
          <CaseStory
            {...text}
            setting={setting}
            circle={discussion.circle}
            stage={setting.stage && stageName(setting.stage, team.sector)}
            missing={missing}
            changeAt={(part) => casePath(ids, `/edit/${stepOf(part)}`)}
          />
        ) : (
          <NotShown href={casePath(ids)} />
        )}
        {form ? (
          <section className="mt-12 max-w-prose space-y-5 border-t-2 border-rule pt-6">
            <h2 id="share" tabIndex={-1}>
              {texts.share}
            </h2>
            <p>{texts.whoReads(team.name, discussion.members)}</p>
            <p className="text-ink-soft">{texts.erased(formatDate(discussion.erasesOn))}</p>
            <ShareCaseForm action={shareCaseDiscussionAction} {...form} discussionId={discussion.id} version={discussion.version} />
            {!discussion.releasedOn && (
              <p>
                <InternalLink href={casePath(ids, "/discarding")} className="inline-flex min-h-11 items-center">
                  {texts.discard}
                </InternalLink>
              </p>
            )}
          </section>
        ) : (
          <InternalLink href={casePath(ids)} className="mt-8 inline-flex min-h-11 items-center font-semibold" plain>
            {texts.backToCase}
          </InternalLink>
        )}
      </WritingPage>
    </>
  );
}

export default shownPage(CaseOverviewPage);
