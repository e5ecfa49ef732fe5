import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { closeCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { BlankScreen } from "#components/presentation/blank-screen";
import { InternalLink } from "#components/ui/link";
import { isOpen } from "#lib/agreements/rules";
import { asViewer } from "#lib/access/as-viewer";
import type { CaseDiscussion } from "#lib/case-discussions/lines";
import { findCaseDiscussion, hasVoices } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams } from "#lib/forms/params";
import { countPerspectives } from "#lib/perspectives/queries";
import { closeCaseTexts as texts } from "#lib/texts/case-discussions";

async function CloseCasePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { discussion, counts, heard, formKey } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found || !viewer.can("case-discussion:close", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    return { discussion: found, counts: await countPerspectives(viewer, found.id), heard: await hasVoices(viewer, found.id), formKey: newFormKey(viewer.person.id) };
  });
  const { team, alias, version } = discussion;
  const title = texts.title(alias, team.name);
  const { keep, lose } = discussion.readersOnceClosed;
  const open = discussion.agreements.filter(({ state }) => isOpen(state)).length;
  const hidden = discussion.revealedOn ? 0 : counts.written;
  const { parentsTold, pupilTold } = discussion.followUp;
  const why = whyNot(discussion, heard);
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
              { count: hidden, text: texts.notRevealed(hidden) },
            ].filter(({ count }) => count > 0)}
            form={<OneButtonForm action={closeCaseDiscussionAction} formKey={formKey} fields={{ discussionId: discussion.id, version: String(version) }} label={texts.submit} pendingLabel={texts.submitting} variant="danger" />}
            back={{ href: casePath(ids), label: texts.back, plain: true }}
          >
            <p>{texts.notBack}</p>
            {!parentsTold && !pupilTold && <p>{texts.nobodyTold}</p>}
          </ConsequencePage>
        ) : (
          <div className="space-y-5">
            <Notice tone="attention">{why}</Notice>
            <p className="flex flex-wrap gap-x-6">
              {why === texts.voicesMissing && (
                <InternalLink href={casePath(ids, "/edit/voices")} className="inline-flex min-h-11 items-center font-semibold" plain>
                  {texts.fillInVoices}
                </InternalLink>
              )}
              <InternalLink href={casePath(ids)} className="inline-flex min-h-11 items-center font-semibold" plain>
                {texts.backToCase}
              </InternalLink>
            </p>
          </div>
        )}
      </Task>
    </>
  );
}

function whyNot({ closedOn, meeting, wasThere }: CaseDiscussion, heard: boolean): string | null {
  if (closedOn !== null) return texts.closedBefore;
  if (!meeting.hasBegun) return texts.notYet;
  if (!wasThere) return texts.notThere;
  return heard ? null : texts.voicesMissing;
}

export default shownPage(CloseCasePage);
