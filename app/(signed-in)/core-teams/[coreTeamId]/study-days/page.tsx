import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { PageNotice } from "#components/layout/notice";
import { Line, Lines } from "#components/layout/lines";
import { PageHeading } from "#components/layout/page-heading";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { schoolYearLabel, schoolYearOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { findTeamStudyDays } from "#lib/school-days/queries";
import { schoolDaysSearchSchema } from "#lib/school-days/schema";
import { daysInWords } from "#lib/texts/availability";
import { studyDayTexts as texts } from "#lib/texts/school-days";

async function StudyDaysPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/study-days">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const search = await readSearch(searchParams, schoolDaysSearchSchema);
  const { found, year, thisYear, manages } = await asViewer(async (viewer) => {
    const now = schoolYearOf(viewer.today);
    const days = await findTeamStudyDays(viewer, coreTeamId, search.year ?? now);
    if (!days) throw new NotFoundError("core team");
    return { found: days, year: search.year ?? now, thisYear: now, manages: viewer.can("study-day:manage", days.team.scope) };
  });
  const { team, studyDays, schools } = found;
  const path = `/core-teams/${team.id}/study-days`;
  const label = schoolYearLabel(year);
  return (
    <>
      <title>{texts.title(team.name)}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading
        title={texts.title(team.name)}
        breadcrumbs={[{ href: `/core-teams/${team.id}` as Route, label: team.name }]}
        lead={texts.lead}
        action={manages && <LinkButton href={`${path}/new` as Route}>{texts.add}</LinkButton>}
      />
      <div className="mb-8">
        <TabsLinks label={texts.years} items={[thisYear, thisYear + 1].map((each) => ({ href: (each === thisYear ? path : `${path}?year=${each}`) as Route, label: schoolYearLabel(each), current: each === year }))} />
      </div>
      {studyDays.length === 0 ? (
        <EmptyState title={texts.emptyTitle(label)} level={2}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <Lines label={texts.list(label)}>
          {studyDays.map((each) => (
            <Line
              key={each.id}
              day={each.firstDay}
              title={each.name}
              aside={
                manages && (
                  <InternalLink href={`${path}/${each.id}` as Route} className="inline-flex min-h-11 items-center">
                    {texts.change}
                    <span className="sr-only"> {each.name}</span>
                  </InternalLink>
                )
              }
            >
              <p>{daysInWords(each)}</p>
              {schools.length > 1 && <p className="text-ink-soft">{each.school.name}</p>}
            </Line>
          ))}
        </Lines>
      )}
    </>
  );
}

export default shownPage(StudyDaysPage);
