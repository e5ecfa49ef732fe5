import { redirect } from "next/navigation";
import { z } from "zod";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { tellProgressAction } from "#app/(signed-in)/actions";
import { askForPerspectivesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective/actions";
import { shownPage } from "#app/shown-page";
import { AgreementLines } from "#components/agreements/agreement-lines";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { ErasedNotice, ErasedRemains } from "#components/case-retention/erased-case";
import { StoppedCase } from "#components/case-stops/stopped-case";
import { CaseReaders } from "#components/case-discussions/case-readers";
import { CaseOutcome } from "#components/case-discussions/case-outcome";
import { CaseStory } from "#components/case-discussions/case-story";
import { NotShown } from "#components/case-discussions/not-shown";
import { FeedbackSection, LessonSection } from "#components/follow-up/afterwards";
import { AtPlaySection } from "#components/follow-up/at-play";
import { Notice, PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { BlankScreen } from "#components/presentation/blank-screen";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import { FoldedOffer } from "#components/offers/school-offer";
import { CasePerspectives } from "#components/perspectives/case-perspectives";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import type { Viewer } from "#lib/access/viewer";
import { findCaseDiscussion, listCaseReaders, readCaseDiscussion } from "#lib/case-discussions/queries";
import { stepOf } from "#lib/case-discussions/rules";
import { shownUpTo } from "#lib/case-retention/rules";
import { formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { followUpTexts } from "#lib/texts/follow-up";
import { listPerspectives } from "#lib/perspectives/queries";
import { canAskAgain } from "#lib/perspectives/rules";
import { casePageTexts as texts, stageName } from "#lib/texts/case-discussions";
import { caseErasureTexts } from "#lib/texts/case-retention";
import { stopCaseTexts } from "#lib/texts/case-stops";

const search = z.object({ notice: z.string().max(60).optional(), agreement: z.uuid().optional() });

type Ids = { coreTeamId: string; meetingId: string; discussionId: string };

async function CasePage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { notice, agreement } = await readSearch(searchParams, search);
  const reads = await isVisit();
  const page = await asViewer((viewer) => load(viewer, ids, reads));
  const { discussion, text } = page;
  const { alias, team, meeting, setting, state, sharedOn, closedOn, erasedOn, erasesOn } = discussion;
  const stage = setting.stage && stageName(setting.stage, team.sector);
  const isOpen = state === "OPEN";
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
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <AgreementNotice code={notice} said={said} agreementId={agreement} formKey={page.undoKey} back="case" setState={setAgreementStateAction} />
      <PageHeading
        title={title}
        breadcrumbs={caseCrumbs(discussion)}
        lead={texts.discussedAt(stage, meeting.day)}
      />
      {erasedOn ? (
        <div className="mb-10">
          <ErasedNotice erasedOn={erasedOn} wasStopped={discussion.wasStopped} />
        </div>
      ) : (
        erasesOn <= shownUpTo(page.today) && (
          <div className="mb-10">
            <Notice tone="attention" title={caseErasureTexts.soonTitle(erasesOn)}>
              {caseErasureTexts.soon}
            </Notice>
          </div>
        )
      )}
      <Sections>
        {erasedOn ? (
          <ErasedRemains setting={setting} circle={discussion.circle} stage={stage} />
        ) : (
          <Section
            title={texts.story}
            note={<Badge tone={isOpen ? "neutral" : "done"}>{texts.states[state]}</Badge>}
            action={
              <InternalLink href={casePath(ids, "/stopping")} className="inline-flex min-h-11 items-center text-sm" plain>
                {stopCaseTexts.link}
              </InternalLink>
            }
          >
            {text ? (
              <CaseStory {...text} setting={setting} circle={discussion.circle} stage={stage} {...(isOpen && { changeAt: (part) => casePath(ids, `/edit/${stepOf(part)}`) })} />
            ) : (
              <NotShown href={casePath(ids)} />
            )}
            <FoldedOffer offer={discussion.offer} />
          </Section>
        )}
        {text && (
          <CasePerspectives
            seats={page.seats}
            discussion={discussion}
            paths={{ own: casePath(ids, "/perspective"), reveal: casePath(ids, "/revealing") }}
            ask={isOpen && discussion.leads && canAskAgain(discussion.perspectivesAskedOn, page.today) ? { action: askForPerspectivesAction, formKey: page.askKey } : null}
          />
        )}
        {text && (
          <Section
            title={followUpTexts.outcome}
            action={
              isOpen && (
                <InternalLink href={casePath(ids, "/edit/outcome")} className="inline-flex min-h-11 items-center font-semibold" plain>
                  {text.answers.together || text.answers.notDoing || text.answers.atHome ? followUpTexts.changeOutcome : followUpTexts.writeOutcome}
                </InternalLink>
              )
            }
          >
            <CaseOutcome {...text} />
          </Section>
        )}
        <AtPlaySection discussionId={discussion.id} followUp={discussion.followUp} isOpen={isOpen} today={page.today} changeAt={casePath(ids, "/at-play")} tell={{ action: tellProgressAction, formKey: page.tellKey }} />
        <Section
          title={texts.agreements}
          action={
            isOpen && (
              <InternalLink href={meetingsPath(team.id, `/${meeting.id}/agreements/new?case=${discussion.id}`)} className="inline-flex min-h-11 items-center">
                {texts.addAgreement}
              </InternalLink>
            )
          }
        >
          {page.agreements.length === 0 ? (
            <p className="text-ink-soft">{texts.noAgreements}</p>
          ) : (
            <AgreementLines agreements={page.agreements} label={texts.agreements} today={page.today} back="case" setState={setAgreementStateAction} />
          )}
        </Section>
        {meeting.hasBegun && (
          <>
            <FeedbackSection followUp={discussion.followUp} isOpen={isOpen} changeAt={casePath(ids, "/feedback")} />
            {!discussion.wasStopped && <LessonSection lesson={discussion.lesson} changeAt={casePath(ids, "/lesson")} />}
          </>
        )}
        {!erasedOn && (
          <Section title={texts.readers}>
            <CaseReaders readers={page.readers} />
          </Section>
        )}
        <Section title={texts.about}>
          <div className="max-w-prose space-y-2 text-ink-soft">
            {sharedOn && <p>{texts.sharedBy(discussion.loggedBy, sharedOn)}</p>}
            {closedOn && <p>{texts.closedOn(formatDate(closedOn))}</p>}
            {!erasedOn && <p>{caseErasureTexts.erasesOn(erasesOn)}</p>}
            {!erasedOn && <p>{texts.whoReads}</p>}
            {text && <p>{texts.readingIsLogged}</p>}
            {isOpen && meeting.hasBegun && discussion.wasThere && (
              <p>
                <InternalLink href={casePath(ids, "/closing")} className="inline-flex min-h-11 items-center font-semibold">
                  {texts.close}
                </InternalLink>
              </p>
            )}
          </div>
        </Section>
      </Sections>
    </>
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
