import { redirect } from "next/navigation";
import { caseCrumbs, casePath, leadBackWhenGone } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { savePerspectiveAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective/actions";
import { shownPage } from "#app/shown-page";
import { CaseStory } from "#components/case-discussions/case-story";
import { NotShown } from "#components/case-discussions/not-shown";
import { WritingPage } from "#components/case-discussions/writing-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { PerspectiveForm } from "#components/perspectives/perspective-form";
import { BlankScreen } from "#components/presentation/blank-screen";
import { Disclosure } from "#components/ui/details";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import { namesFor } from "#lib/anonymity/findings";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findOwnPerspective } from "#lib/perspectives/queries";
import { LONGEST_PERSPECTIVE } from "#lib/perspectives/schema";
import { stageName } from "#lib/texts/case-discussions";
import { stopCaseTexts } from "#lib/texts/case-stops";
import { inSentence } from "#lib/texts/core-teams";
import { perspectiveFormTexts as texts } from "#lib/texts/perspectives";

async function PerspectivePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const reads = await isVisit();
  const { discussion, open } = await asViewer(async (viewer) => {
    const found = await findCaseDiscussion(viewer, ids);
    if (!found?.sharedOn || !viewer.can("perspective:write", found.team.scope)) throw new NotFoundError();
    leadBackWhenGone(found, ids);
    viewer.mustBeHighlyAssured();
    if (found.closedOn) redirect(casePath(ids));
    const text = reads ? await readCaseDiscussion(viewer, found) : null;
    const own = text && (await findOwnPerspective(viewer, found));
    if (!text || !own) return { discussion: found, open: null };
    const standing = { perspective: own.perspective ?? "", perspectiveReason: own.perspectiveReason ?? "" };
    const version = String(own.version);
    const names = namesFor("CASE", await listCheckedNames(viewer, ids.coreTeamId));
    return { discussion: found, open: { text, own, names, standing, version, form: await openForm(viewer, casePath(ids, "/perspective"), { ...standing, version }) } };
  });
  const { alias, setting, team, revealedOn } = discussion;
  const title = texts.title(alias);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={open && texts.lead(inSentence(open.own.functionName))} />
      {open ? (
        <WritingPage>
          <div className="mb-8 space-y-4">
            <div>
              <h2 className="text-base text-ink-soft">{texts.question}</h2>
              <p className="mt-1 text-xl leading-snug font-semibold wrap-anywhere">{open.text.answers.question}</p>
            </div>
            <p className="print:hidden">
              <InternalLink href={casePath(ids, "/stopping")} className="inline-flex min-h-11 items-center text-sm" plain>
                {stopCaseTexts.link[discussion.isOwn ? "own" : "other"]}
              </InternalLink>
            </p>
            <Disclosure summary={texts.story}>
              <CaseStory {...open.text} setting={setting} circle={discussion.circle} stage={setting.stage && stageName(setting.stage, team.sector)} />
            </Disclosure>
            <Notice tone="neutral" title={texts.reminders[open.own.reminder].title}>
              <p>{texts.reminders[open.own.reminder].text}</p>
            </Notice>
            <p className={revealedOn ? "font-semibold" : "text-ink-soft"}>{revealedOn ? texts.revealed : texts.hidden}</p>
            {open.own.isUnreadable && <Notice tone="attention">{texts.unreadable}</Notice>}
          </div>
          <PerspectiveForm
            action={savePerspectiveAction}
            {...open.form}
            names={open.names}
            about={{ discussionId: discussion.id, version: open.version, revealed: revealedOn ? "yes" : "no" }}
            standing={open.standing}
            maxLength={LONGEST_PERSPECTIVE}
            back={casePath(ids)}
          />
        </WritingPage>
      ) : (
        <NotShown href={casePath(ids, "/perspective")} />
      )}
    </>
  );
}

export default shownPage(PerspectivePage);
