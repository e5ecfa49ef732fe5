import type { Route } from "next";
import { z } from "zod";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { caseCrumbs, casePath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/paths";
import { shownPage } from "#app/shown-page";
import { AgreementLines } from "#components/agreements/agreement-lines";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { CaseStory } from "#components/case-discussions/case-story";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Badge } from "#components/ui/badge";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { isVisit } from "#lib/access/request";
import { findCaseDiscussion, readCaseDiscussion } from "#lib/case-discussions/queries";
import { formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { casePageTexts as texts, stageName } from "#lib/texts/case-discussions";

const search = z.object({ notice: z.string().max(60).optional(), agreement: z.uuid().optional() });

async function CasePage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "discussionId");
  const { notice, agreement } = await readSearch(searchParams, search);
  const reads = await isVisit();
  const page = await asViewer(async (viewer) => {
    const discussion = await findCaseDiscussion(viewer, ids);
    if (!discussion || !viewer.can("case-discussion:read", discussion.team.scope)) throw new NotFoundError();
    return {
      discussion,
      text: reads ? await readCaseDiscussion(viewer, discussion) : null,
      agreements: discussion.agreements.map((each) => ({ ...each, formKey: newFormKey(viewer.person.id) })),
      undoKey: newFormKey(viewer.person.id),
      today: viewer.today,
    };
  });
  const { discussion, text } = page;
  const { alias, team, meeting, closedOn } = discussion;
  const isOpen = closedOn === null;
  const title = texts.title(alias, team.name);
  const said = noticeOf({ notice });
  return (
    <>
      <title>{title}</title>
      <AgreementNotice code={notice} said={said} agreementId={agreement} formKey={page.undoKey} back="case" setState={setAgreementStateAction} />
      <PageHeading
        title={title}
        breadcrumbs={caseCrumbs(discussion)}
        lead={texts.discussedAt(stageName(discussion.stage, team.sector), meeting.day)}
        action={
          isOpen && (
            <LinkButton href={casePath(ids, "/edit")} variant="secondary" plain>
              {texts.edit}
            </LinkButton>
          )
        }
      />
      <Sections>
        <Section title={texts.story} note={<Badge tone={isOpen ? "neutral" : "done"}>{isOpen ? texts.open : texts.closed}</Badge>}>
          {text ? <CaseStory text={text} /> : <NotShown href={casePath(ids)} />}
        </Section>
        <Section title={texts.agreements}>
          {page.agreements.length === 0 ? (
            <p className="text-ink-soft">{texts.noAgreements}</p>
          ) : (
            <AgreementLines agreements={page.agreements} label={texts.agreements} today={page.today} back="case" setState={setAgreementStateAction} />
          )}
        </Section>
        <Section title={texts.about}>
          <div className="max-w-prose space-y-2 text-ink-soft">
            <p>{texts.loggedBy(discussion.loggedBy, discussion.loggedOn)}</p>
            {closedOn && <p>{texts.closedOn(formatDate(closedOn))}</p>}
            <p>{texts.whoReads}</p>
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

/** What a browser keeps that fetched the page before anybody asked for it. */
function NotShown({ href }: { href: Route }) {
  return (
    <div className="max-w-prose space-y-4">
      <p>{texts.notShown}</p>
      <LinkButton href={href} variant="secondary" plain>
        {texts.showNow}
      </LinkButton>
    </div>
  );
}

export default shownPage(CasePage);
