import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { FilterForm } from "#components/forms/filter-form";
import { HiddenField } from "#components/forms/hidden-field";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { PeopleTable } from "#components/people/people-table";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { freshForm } from "#lib/forms/form-state";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { listPeople, pageSize } from "#lib/people/queries";
import { peopleSearchSchema, peopleStates } from "#lib/people/schema";
import { peopleTexts as texts } from "#lib/texts/people";

async function PeoplePage({ searchParams }: PageProps<"/people">) {
  const search = await readSearch(searchParams, peopleSearchSchema);
  const page = await asViewer(async (viewer) => {
    const choice = chooseConsortium(viewer, "person:list", search.in);
    const scope = { consortiumId: choice.consortiumId };
    return {
      choice,
      list: await listPeople(viewer, { ...search, ...scope }),
      mayInvite: viewer.can("role:grant", scope),
      mayImport: viewer.can("members:import", scope),
      mayManageOrganisations: viewer.can("organisation:manage", scope),
    };
  });
  const { choice, list } = page;
  const several = choice.all.length > 1;
  const title = several ? texts.titleIn(choice.consortiumName) : texts.title;
  const isFiltered = search.q !== "" || search.state !== "NOW";
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading
        title={texts.title}
        lead={texts.lead}
        action={
          <>
            {page.mayInvite && <LinkButton href={inConsortium("/people/new", choice) as Route}>{texts.invite}</LinkButton>}
            {!page.mayInvite && page.mayImport && <LinkButton href={"/members/import" as Route}>{texts.importMembers}</LinkButton>}
            {page.mayManageOrganisations && (
              <LinkButton href={inConsortium("/organisations", choice) as Route} variant="secondary">
                {texts.organisations}
              </LinkButton>
            )}
          </>
        }
      />
      <ConsortiumTabs label={texts.switchLabel} path="/people" {...choice} />
      <FilterForm action={"/people" as Route} label={texts.filterLabel} filtered={isFiltered}>
        {several && <HiddenField name="in" value={choice.consortiumId} />}
        <TextField state={freshForm({ q: search.q })} name="q" label={texts.q} type="search" maxLength={100} spellCheck={false} />
        <SelectField
          state={freshForm({ state: search.state })}
          name="state"
          label={texts.state}
          emptyLabel={texts.states.NOW}
          options={peopleStates.filter((state) => state !== "NOW").map((state) => ({ value: state, label: texts.states[state] }))}
        />
      </FilterForm>
      {list.total > 0 && (
        <>
          <PeopleTable people={list.people} total={list.total} />
          <Pagination page={list.page} pageSize={pageSize} total={list.total} pathname={"/people" as Route} query={queryOf(search, several ? choice.consortiumId : "")} />
        </>
      )}
      {list.total === 0 && (
        <EmptyState title={isFiltered ? texts.nothingFoundTitle : texts.emptyTitle} level={2}>
          <p>{isFiltered ? texts.nothingFound : page.mayInvite ? texts.empty : texts.emptyGuide}</p>
        </EmptyState>
      )}
    </>
  );
}

function queryOf({ q, state }: { q: string; state: string }, consortiumId: string): Record<string, string> {
  return { q, state: state === "NOW" ? "" : state, in: consortiumId };
}

export default shownPage(PeoplePage);
