import { shownPage } from "#app/shown-page";
import type { Route } from "next";
import { FilterForm } from "#components/forms/filter-form";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { PageHeading } from "#components/layout/page-heading";
import { SchoolTable } from "#components/schools/school-table";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { SourceNote } from "#components/ui/source-note";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { freshForm } from "#lib/forms/form-state";
import { readSearch } from "#lib/forms/params";
import { findSchoolFilters, listSchools, pageSize } from "#lib/schools/queries";
import { type SchoolFilter, schoolFilterSchema, schoolStates } from "#lib/schools/schema";
import { schoolListTexts as texts } from "#lib/texts/school-list";
import { schoolTexts } from "#lib/texts/schools";

async function SchoolsPage({ searchParams }: PageProps<"/schools">) {
  const filter = await readSearch(searchParams, schoolFilterSchema);
  const page = await asViewer(async (viewer) => {
    if (viewer.consortiaFor("school:list").length === 0) throw new NotFoundError();
    return {
      filters: await findSchoolFilters(viewer),
      list: await listSchools(viewer, filter),
      mayImport: viewer.canSomewhere("school:import"),
      severalConsortia: viewer.consortiaFor("school:list").length > 1,
    };
  });
  const { filters, list } = page;
  const isFiltered = filter.q !== "" || filter.sector !== "" || filter.municipality !== "" || filter.state !== "OPEN";
  const isEmpty = list.total === 0 && !isFiltered && filters.sectors.length === 0;
  const importLink = <LinkButton href={"/schools/import" as Route}>{texts.importSchools}</LinkButton>;
  return (
    <>
      <title>{texts.title}</title>
      <PageHeading
        title={texts.title}
        lead={filter.state === "WITHOUT_CONSORTIUM" ? texts.withoutConsortiumLead : undefined}
        action={page.mayImport && !isEmpty ? <LinkButton href={"/schools/import" as Route} variant="secondary">{texts.importSchools}</LinkButton> : undefined}
      />
      {isEmpty && !filters.withoutConsortium ? (
        <EmptyState title={texts.emptyTitle} level={2} action={page.mayImport ? importLink : undefined}>
          <p>{texts.empty}</p>
          {!page.mayImport && <p>{texts.emptyAskImport}</p>}
        </EmptyState>
      ) : (
        <>
          <Filters filter={filter} filters={filters} isFiltered={isFiltered} />
          {list.total === 0 ? (
            <EmptyState title={texts.nothingFoundTitle} level={2}>
              <p>{texts.nothingFound}</p>
            </EmptyState>
          ) : (
            <>
              <SchoolTable
                schools={list.schools}
                total={list.total}
                shows={{
                  sector: filters.sectors.length > 1,
                  consortium: page.severalConsortia && filter.state !== "WITHOUT_CONSORTIUM",
                  closedOn: filter.state === "CLOSED",
                  coreTeam: filter.state === "OPEN",
                }}
              />
              <Pagination page={list.page} pageSize={pageSize} total={list.total} pathname={"/schools" as Route} query={queryOf(filter)} />
            </>
          )}
        </>
      )}
      <SourceNote source={schoolTexts.source} />
    </>
  );
}

type FiltersProps = { filter: SchoolFilter; filters: Awaited<ReturnType<typeof findSchoolFilters>>; isFiltered: boolean };

function Filters({ filter, filters, isFiltered }: FiltersProps) {
  const state = freshForm({ q: filter.q, sector: filter.sector, municipality: filter.municipality, state: filter.state === "OPEN" ? "" : filter.state });
  const states = schoolStates.filter((each) => each !== "WITHOUT_CONSORTIUM" || filters.withoutConsortium || filter.state === each);
  return (
    <FilterForm action={"/schools" as Route} label={texts.filterLabel} filtered={isFiltered}>
      <TextField state={state} name="q" label={texts.q} type="search" maxLength={100} spellCheck={false} />
      {filters.sectors.length > 1 && (
        <SelectField state={state} name="sector" label={texts.sector} emptyLabel={texts.anySector} options={filters.sectors.map((value) => ({ value, label: texts.sectors[value] }))} />
      )}
      {filters.municipalities.length > 1 && (
        <SelectField state={state} name="municipality" label={texts.municipality} emptyLabel={texts.anyMunicipality} options={filters.municipalities.map((value) => ({ value, label: value }))} />
      )}
      <SelectField state={state} name="state" label={texts.state} emptyLabel={texts.states.OPEN} options={states.filter((each) => each !== "OPEN").map((value) => ({ value, label: texts.states[value] }))} />
    </FilterForm>
  );
}

function queryOf({ q, sector, municipality, state }: SchoolFilter): Record<string, string> {
  return { q, sector, municipality, state: state === "OPEN" ? "" : state };
}

export default shownPage(SchoolsPage);
