import { z } from "zod";
import type { Route } from "next";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { shownPage } from "#app/shown-page";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { OwnAgreements } from "#components/agreements/own-agreements";
import { PageHeading } from "#components/layout/page-heading";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { AGREEMENTS_A_PAGE, countOwnAgreements, listOwnAgreements } from "#lib/agreements/queries";
import { groupedByTeam } from "#lib/agreements/rules";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { agreementTexts as texts } from "#lib/texts/agreements";

const search = z.object({
  view: z.enum(["mine", "passed"]).default("mine"),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
  agreement: z.uuid().optional(),
});

async function MyAgreementsPage({ searchParams }: PageProps<"/agreements">) {
  const { view, page: number, notice, agreement } = await readSearch(searchParams, search);
  const { groups, counts, undoKey, today } = await asViewer(async (viewer) => {
    if (!viewer.canSomewhere("agreement:read")) throw new NotFoundError();
    const own = await listOwnAgreements(viewer, view, number);
    return {
      groups: groupedByTeam(own.map((each) => ({ ...each, formKey: newFormKey(viewer.person.id) }))),
      counts: await countOwnAgreements(viewer),
      undoKey: newFormKey(viewer.person.id),
      today: viewer.today,
    };
  });
  const total = counts[view];
  const isMine = view === "mine";
  return (
    <>
      <title>{texts.mineTitle}</title>
      <AgreementNotice code={notice} said={noticeOf({ notice })} agreementId={agreement} formKey={undoKey} back={view} setState={setAgreementStateAction} />
      <PageHeading title={texts.mineTitle} lead={isMine ? texts.mineLead : texts.passedLead} />
      <div className="mb-8">
        <TabsLinks
          label={texts.views}
          items={[
            { href: "/agreements" as Route, label: texts.mine(counts.mine), current: isMine },
            { href: "/agreements?view=passed" as Route, label: texts.passed(counts.passed), current: !isMine },
          ]}
        />
      </div>
      {total === 0 ? (
        <EmptyState title={isMine ? texts.emptyMineTitle : texts.emptyPassedTitle} level={2}>
          <p>{isMine ? texts.emptyMine : texts.emptyPassed}</p>
        </EmptyState>
      ) : (
        <>
          <OwnAgreements groups={groups} today={today} back={view} setState={setAgreementStateAction} />
          {total > AGREEMENTS_A_PAGE && <Pagination page={number} pageSize={AGREEMENTS_A_PAGE} total={total} pathname={"/agreements" as Route} query={isMine ? {} : { view }} />}
        </>
      )}
    </>
  );
}

export default shownPage(MyAgreementsPage);
