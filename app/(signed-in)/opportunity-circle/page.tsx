import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { AgreementTable } from "#components/opportunity-circle/agreement-table";
import { EarlyShare } from "#components/opportunity-circle/early-share";
import { FiguresTable, MarkLegend } from "#components/opportunity-circle/figures-table";
import { TeamFigures } from "#components/opportunity-circle/team-figures";
import { Pagination } from "#components/ui/pagination";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { schoolYearLabel, schoolYearOf } from "#lib/dates";
import { readSearch } from "#lib/forms/params";
import { findCircleFigures, teamsPerPage } from "#lib/opportunity-circle/queries";
import { closingDay } from "#lib/opportunity-circle/rules";
import { circleSearchSchema } from "#lib/opportunity-circle/schema";
import { consortiumTexts } from "#lib/texts/consortia";
import { circleFiguresTexts as texts } from "#lib/texts/opportunity-circle";

const PATH = "/opportunity-circle";
/** How many school years can be chosen from. */
const YEARS = 4;

async function CircleFiguresPage({ searchParams }: PageProps<"/opportunity-circle">) {
  const search = await readSearch(searchParams, circleSearchSchema);
  const { choice, today, schoolYear, overview } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "opportunity-circle:count", search.in);
    const year = search.year ?? schoolYearOf(viewer.today);
    return { choice: chosen, today: viewer.today, schoolYear: year, overview: await findCircleFigures(viewer, { consortiumId: chosen.consortiumId, schoolYear: year, page: search.page }) };
  });
  const { names, all, countedOn, isClosed, teams, total, page } = overview;
  const label = schoolYearLabel(schoolYear);
  const years = Array.from({ length: YEARS }, (_, index) => schoolYearOf(today) - index);
  const closing = closingDay(schoolYear);
  const isOver = closing <= today;
  return (
    <>
      <title>{choice.all.length > 1 ? texts.titleIn(label, choice.consortiumName) : texts.titleOf(label)}</title>
      <PageHeading title={texts.titleOf(label)} lead={texts.lead} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path={PATH} {...choice} />
      <div className="views mb-8">
        <TabsLinks label={texts.years} items={years.map((year) => ({ href: inConsortium(`${PATH}?year=${year}`, choice) as Route, label: schoolYearLabel(year), current: year === schoolYear }))} />
      </div>
      <Sections>
        <Section title={texts.all} layout="full" note={all && countedOn && texts.counted(all.cases, countedOn)}>
          {all ? (
            <div className="space-y-10">
              <p className="max-w-prose">{texts.how}</p>
              <EarlyShare {...all} />
              <div className="space-y-5">
                <h3>{texts.circle}</h3>
                <MarkLegend />
                <FiguresTable names={names} counts={all.counts} whose={texts.all} />
              </div>
              <div className="space-y-5">
                <h3>{texts.agreements}</h3>
                <p className="max-w-prose text-ink-soft">{all.agreements ? texts.agreementsNote : texts.agreementsLater(closing)}</p>
                {all.agreements && <AgreementTable agreements={all.agreements} whose={texts.all} />}
              </div>
            </div>
          ) : (
            <p className="max-w-prose">{isOver ? texts.tooFew : texts.notYet}</p>
          )}
        </Section>
        {(all || !isOver) && (
          <Section title={texts.perTeam} layout="full" note={isClosed && <p>{texts.why}</p>}>
            {isClosed ? <TeamFigures names={names} teams={teams} /> : <p className="max-w-prose">{texts.teamsLater(closing)}</p>}
            {total > teamsPerPage && <Pagination page={page} pageSize={teamsPerPage} total={total} pathname={PATH as Route} query={{ year: String(schoolYear), ...(choice.all.length > 1 && { in: choice.consortiumId }) }} />}
          </Section>
        )}
      </Sections>
    </>
  );
}

export default shownPage(CircleFiguresPage);
