import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { z } from "zod";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { tellProgressAction } from "#app/(signed-in)/actions";
import { askForPerspectivesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective/actions";
import { shownPage } from "#app/shown-page";
import { AgreementSaid } from "#components/agreements/agreement-notice";
import { CaseAgreements } from "#components/agreements/case-agreements";
import { AboutSections, ErasureNotice, OutcomeSection, StorySection } from "#components/case-discussions/case-page";
import { StoppedCase } from "#components/case-stops/stopped-case";
import { FeedbackSection, LessonSection } from "#components/follow-up/afterwards";
import { AtPlaySection } from "#components/follow-up/at-play";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Sections } from "#components/layout/section";
import { BlankScreen } from "#components/presentation/blank-screen";
import { CasePerspectives } from "#components/perspectives/case-perspectives";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { findCaseDiscussion, listCaseReaders, readCaseDiscussion } from "#lib/case-discussions/queries";
import { type CaseSection, caseSections, stepOf } from "#lib/case-discussions/rules";
import { shownUpTo } from "#lib/case-retention/rules";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { listPerspectives } from "#lib/perspectives/queries";
import { canAskAgain } from "#lib/perspectives/rules";
import { casePageTexts as texts, stageName } from "#lib/texts/case-discussions";

const search = z.object({ notice: z.string().max(60).optional(), agreement: z.uuid().optional(), at: z.enum(caseSections).optional() });

type Ids = { coreTeamId: string; meetingId: string; discussionId: string };

async function CasePage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { notice, agreement, at } = await readSearch(searchParams, search);
  const reads = await isVisit();
  const page = await asViewer((viewer) => load(viewer, ids, reads));
  const { discussion } = page;
  const { alias, team, meeting, setting, state } = discussion;
  const title = texts.title(alias, team.name);
  const said = noticeOf({ notice });
  if (state === "STOPPED") {
    return (
      <>
        <title>{title}</title>
        <BlankScreen />
        <PageNotice>{said}</PageNotice>
        <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} />
        <StoppedCase meetingHref={meetingsPath(team.id, `/${meeting.id}`)} />
      </>
    );
  }
  const saidAt = said && at && isShown(at, page) ? at : null;
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageNotice>{saidAt ? null : said}</PageNotice>
      <PageHeading title={title} breadcrumbs={caseCrumbs(discussion)} lead={texts.discussedAt(setting.stage && stageName(setting.stage, team.sector), meeting.day)} />
      <ErasureNotice discussion={discussion} until={shownUpTo(page.today)} />
      <CaseSections ids={ids} page={page} says={(section) => section === saidAt && <AgreementSaid code={notice} said={said} agreementId={agreement} formKey={page.undoKey} back="case" setState={setAgreementStateAction} />} />
    </>
  );
}

type Page = Awaited<ReturnType<typeof load>>;

/** Whether a part is on the page: else what happened is told at its top. */
function isShown(section: CaseSection, { text, discussion: { meeting, wasStopped } }: Page): boolean {
  if (section === "at-play" || section === "agreements") return true;
  if (section === "feedback") return meeting.hasBegun;
  return section === "lesson" ? meeting.hasBegun && !wasStopped : text !== null;
}

/** The casus, what the team sees in it, what came of it, and who may read it. */
function CaseSections({ ids, page, says }: { ids: Ids; page: Page; says: (section: CaseSection) => ReactNode }) {
  const { discussion, text, today } = page;
  const { team, meeting, followUp, lesson, wasStopped } = discussion;
  const isOpen = discussion.state === "OPEN";
  const asks = isOpen && discussion.leads && canAskAgain(discussion.perspectivesAskedOn, today);
  return (
    <Sections>
      <StorySection discussion={discussion} text={text} paths={{ here: casePath(ids), stop: casePath(ids, "/stopping"), change: (part) => casePath(ids, `/edit/${stepOf(part)}`) }} says={says} />
      {text && (
        <CasePerspectives
          seats={page.seats}
          discussion={discussion}
          paths={{ own: casePath(ids, "/perspective"), reveal: casePath(ids, "/revealing") }}
          ask={asks ? { action: askForPerspectivesAction, formKey: page.askKey } : null}
          said={says("perspectives")}
        />
      )}
      {text && <OutcomeSection text={text} changeAt={isOpen ? casePath(ids, "/edit/outcome") : null} said={says("outcome")} />}
      <AtPlaySection discussionId={discussion.id} followUp={followUp} isOpen={isOpen} today={today} changeAt={casePath(ids, "/at-play")} said={says("at-play")} tell={{ action: tellProgressAction, formKey: page.tellKey }} />
      <CaseAgreements
        agreements={page.agreements}
        today={today}
        addAt={isOpen ? meetingsPath(team.id, `/${meeting.id}/agreements/new?case=${discussion.id}`) : null}
        setState={setAgreementStateAction}
        said={says("agreements")}
      />
      {meeting.hasBegun && <FeedbackSection followUp={followUp} isOpen={isOpen} changeAt={casePath(ids, "/feedback")} said={says("feedback")} />}
      {meeting.hasBegun && !wasStopped && <LessonSection lesson={lesson} changeAt={casePath(ids, "/lesson")} said={says("lesson")} />}
      <AboutSections discussion={discussion} readers={page.readers} isRead={text !== null} closeAt={casePath(ids, "/closing")} />
    </Sections>
  );
}

async function load(viewer: Viewer, ids: Ids, reads: boolean) {
  const discussion = await findCaseDiscussion(viewer, ids);
  if (!discussion || !viewer.can("case-discussion:read", discussion.team.scope)) throw new NotFoundError();
  // Of a stopped casus there is no text to protect, and whoever stopped it has to see that it worked.
  if (discussion.state !== "STOPPED") viewer.mustBeHighlyAssured();
  // What its writer still works on opens where it was left.
  if (!discussion.sharedOn) redirect(casePath(ids, "/edit"));
  const hasText = discussion.state === "OPEN" || discussion.state === "CLOSED";
  return {
    discussion,
    text: hasText && reads ? await readCaseDiscussion(viewer, discussion) : null,
    seats: hasText && reads ? await listPerspectives(viewer, discussion) : [],
    askKey: newFormKey(viewer.person.id),
    tellKey: newFormKey(viewer.person.id),
    readers: hasText ? await listCaseReaders(viewer, discussion.id) : [],
    agreements: discussion.agreements.map((each) => ({ ...each, formKey: newFormKey(viewer.person.id) })),
    undoKey: newFormKey(viewer.person.id),
    today: viewer.today,
  };
}

export default shownPage(CasePage);
