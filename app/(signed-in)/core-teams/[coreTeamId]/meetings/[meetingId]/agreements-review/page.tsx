import { z } from "zod";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { AgreementLines } from "#components/agreements/agreement-lines";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { AGREEMENTS_A_PAGE, findTeamAtMeeting, listAgreementsToReview } from "#lib/agreements/queries";
import { formatDayMonth } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { reviewTexts as texts } from "#lib/texts/agreements";

const search = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
  agreement: z.uuid().optional(),
});

async function AgreementsReviewPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agreements-review">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const { page: number, notice, agreement } = await readSearch(searchParams, search);
  const { team, meeting, open, total, closedToday, undoKey, today } = await asViewer((viewer) => loadReview(viewer, coreTeamId, meetingId, number));
  const path = meetingsPath(team.id, `/${meeting.id}`);
  const here = meetingsPath(team.id, `/${meeting.id}/agreements-review`);
  const lines = { today, back: "review", at: meeting.id, setState: setAgreementStateAction } as const;
  const title = texts.title(team.name);
  return (
    <>
      <title>{title}</title>
      <AgreementNotice code={notice} said={noticeOf({ notice })} agreementId={agreement} formKey={undoKey} back="review" at={meeting.id} setState={setAgreementStateAction} />
      <PageHeading
        title={title}
        breadcrumbs={meetingCrumbs(team, meeting)}
        lead={texts.lead(formatDayMonth(meeting.day))}
        action={
          <LinkButton href={path} variant="secondary">
            {texts.back}
          </LinkButton>
        }
      />
      <Sections>
        {total === 0 ? (
          <EmptyState title={texts.emptyTitle} level={2}>
            <p>{texts.empty}</p>
          </EmptyState>
        ) : (
          <Section title={texts.open} note={texts.openNote(total)}>
            <AgreementLines {...lines} agreements={open} label={texts.open} shows={{ origin: true }} />
            {total > AGREEMENTS_A_PAGE && <Pagination page={number} pageSize={AGREEMENTS_A_PAGE} total={total} pathname={here} />}
          </Section>
        )}
        {closedToday.length > 0 && (
          <Section title={texts.closedToday}>
            <AgreementLines {...lines} agreements={closedToday} label={texts.closedToday} />
          </Section>
        )}
      </Sections>
    </>
  );
}

async function loadReview(viewer: Viewer, coreTeamId: string, meetingId: string, page: number) {
  const found = await findTeamAtMeeting(viewer, coreTeamId, meetingId);
  if (!found || !viewer.can("agreement:read", found.team.scope)) throw new NotFoundError();
  const { team, meeting } = found;
  const { open, total, closedToday } = await listAgreementsToReview(viewer, { coreTeamId, before: meeting.startsAt, page });
  const newKey = () => newFormKey(viewer.person.id);
  return {
    team,
    meeting,
    open: open.map((each) => ({ ...each, formKey: newKey() })),
    total,
    closedToday: closedToday.map((each) => ({ ...each, formKey: newKey() })),
    undoKey: newKey(),
    today: viewer.today,
  };
}

export default shownPage(AgreementsReviewPage);
