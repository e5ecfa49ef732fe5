import type { Route } from "next";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { successesPath } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/paths";
import { shownPage } from "#app/shown-page";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { SuccessLines } from "#components/successes/success-lines";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { schoolYearLabel, schoolYearOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { countSuccesses, findSuccessTeam, listSuccesses, SUCCESSES_A_PAGE } from "#lib/successes/queries";
import { successSearchSchema } from "#lib/successes/schema";
import { successTexts as texts } from "#lib/texts/successes";

async function SuccessesPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/successes">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const search = await readSearch(searchParams, successSearchSchema);
  const { team, years, year, thisYear, successes, mayWrite } = await asViewer(async (viewer) => {
    const found = await findSuccessTeam(viewer, coreTeamId);
    if (!found || !viewer.can("success:read", found.scope)) throw new NotFoundError("core team");
    const current = schoolYearOf(viewer.today);
    const schoolYear = search.year ?? current;
    return {
      team: found,
      years: await countSuccesses(viewer, coreTeamId),
      year: schoolYear,
      thisYear: current,
      successes: await listSuccesses(viewer, { coreTeamId, schoolYear, page: search.page }),
      mayWrite: viewer.can("success:write", found.scope),
    };
  });
  const path = successesPath(team.id);
  const label = schoolYearLabel(year);
  const total = years.find((each) => each.year === year)?.count ?? 0;
  const tabs = [...new Set([thisYear, year, ...years.map((each) => each.year)])].toSorted((a, b) => b - a);
  return (
    <>
      <title>{texts.title(team.name)}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title(team.name)} breadcrumbs={[teamCrumb(team)]} lead={texts.lead} action={mayWrite && <LinkButton href={successesPath(team.id, "/new")}>{texts.write}</LinkButton>} />
      <div className="mb-8">
        <TabsLinks label={texts.years} items={tabs.map((each) => ({ href: (each === thisYear ? path : `${path}?year=${each}`) as Route, label: schoolYearLabel(each), current: each === year }))} />
      </div>
      {total === 0 ? (
        <EmptyState title={texts.emptyTitle(label)} level={2}>
          <p>{year === thisYear ? texts.empty : texts.emptyPast}</p>
        </EmptyState>
      ) : (
        <>
          <p className="mb-4 print:hidden">
            <InternalLink href={successesPath(team.id, `/year?year=${year}`)} className="inline-flex min-h-11 items-center font-semibold">
              {texts.toYear}
            </InternalLink>
          </p>
          <SuccessLines label={texts.list(label)} coreTeamId={team.id} successes={successes} />
          {total > SUCCESSES_A_PAGE && <Pagination page={search.page} pageSize={SUCCESSES_A_PAGE} total={total} pathname={path} query={{ year: String(year) }} />}
        </>
      )}
    </>
  );
}

export default shownPage(SuccessesPage);
