import { z } from "zod";
import type { Route } from "next";
import { finishAgreementAction, reopenAgreementAction } from "#app/(signed-in)/agreements/actions";
import { shownPage } from "#app/shown-page";
import { AgreementLines } from "#components/agreements/agreement-lines";
import { FinishedNotice } from "#components/agreements/finished-notice";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { asViewer } from "#lib/access/as-viewer";
import { AGREEMENTS_A_PAGE, countOpenAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { agreementTexts as texts } from "#lib/texts/agreements";

const search = z.object({
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
  agreement: z.uuid().optional(),
});

async function MyAgreementsPage({ searchParams }: PageProps<"/agreements">) {
  const { page: number, notice, agreement } = await readSearch(searchParams, search);
  const { agreements, total, undoKey, today } = await asViewer(async (viewer) => {
    if (!viewer.canSomewhere("agreement:read")) throw new NotFoundError();
    const own = { ownerId: viewer.person.id };
    const open = await listOpenAgreements(viewer, { ...own, take: AGREEMENTS_A_PAGE, skip: (number - 1) * AGREEMENTS_A_PAGE });
    return {
      agreements: open.map((each) => ({ ...each, formKey: newFormKey(viewer.person.id) })),
      total: await countOpenAgreements(viewer, own),
      undoKey: newFormKey(viewer.person.id),
      today: viewer.today,
    };
  });
  const said = noticeOf({ notice });
  return (
    <>
      <title>{texts.mineTitle}</title>
      {notice === "agreement-finished" && agreement ? <FinishedNotice agreementId={agreement} formKey={undoKey} back="mine" reopen={reopenAgreementAction} /> : said && <Notice>{said}</Notice>}
      <PageHeading title={texts.mineTitle} lead={texts.mineLead} />
      {total === 0 ? (
        <EmptyState title={texts.emptyTitle} level={2}>
          <p>{texts.emptyMine}</p>
        </EmptyState>
      ) : (
        <>
          <AgreementLines agreements={agreements} label={texts.openLabel} today={today} back="mine" finish={finishAgreementAction} shows={{ owner: false, team: true, origin: true }} />
          {total > AGREEMENTS_A_PAGE && <Pagination page={number} pageSize={AGREEMENTS_A_PAGE} total={total} pathname={"/agreements" as Route} />}
        </>
      )}
    </>
  );
}

export default shownPage(MyAgreementsPage);
