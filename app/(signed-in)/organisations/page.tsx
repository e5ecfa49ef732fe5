import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { OrganisationTable } from "#components/consortia/organisation-table";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { listOrganisations, pageSize } from "#lib/consortia/queries";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { organisationTexts as texts, consortiumTexts } from "#lib/texts/consortia";

async function OrganisationsPage({ searchParams }: PageProps<"/organisations">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, list } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "organisation:manage", search.in);
    return { choice: chosen, list: await listOrganisations(viewer, { consortiumId: chosen.consortiumId, page: search.page }) };
  });
  const several = choice.all.length > 1;
  const title = several ? texts.titleIn(choice.consortiumName) : texts.title;
  const add = <LinkButton href={inConsortium("/organisations/new", choice) as Route}>{texts.add}</LinkButton>;
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} lead={list.total > 0 && texts.lead} action={list.total > 0 && add} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/organisations" {...choice} />
      {list.total === 0 ? (
        <EmptyState title={texts.emptyTitle} level={2} action={add}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <>
          <OrganisationTable organisations={list.organisations} total={list.total} />
          <Pagination page={list.page} pageSize={pageSize} total={list.total} pathname={"/organisations" as Route} query={several ? { in: choice.consortiumId } : {}} />
        </>
      )}
    </>
  );
}

export default shownPage(OrganisationsPage);
