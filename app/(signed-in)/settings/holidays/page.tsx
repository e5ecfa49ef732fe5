import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { HolidayTable } from "#components/school-days/holiday-table";
import { LinkButton } from "#components/ui/button";
import { SourceNote } from "#components/ui/source-note";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { schoolYearLabel, schoolYearOf } from "#lib/dates";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { listConsortiumHolidays } from "#lib/school-days/queries";
import { schoolDaysSearchSchema } from "#lib/school-days/schema";
import { consortiumTexts } from "#lib/texts/consortia";
import { holidayTexts as texts } from "#lib/texts/school-days";

const YEARS_AHEAD = 4;

async function HolidaysPage({ searchParams }: PageProps<"/settings/holidays">) {
  const search = await readSearch(searchParams, schoolDaysSearchSchema);
  const { choice, holidays, year, thisYear } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "holiday:manage", search.in);
    const now = schoolYearOf(viewer.today);
    return { choice: chosen, holidays: await listConsortiumHolidays(viewer, chosen.consortiumId, search.year ?? now), year: search.year ?? now, thisYear: now };
  });
  const at = (path: string) => inConsortium(path, choice) as Route;
  const label = schoolYearLabel(year);
  const years = Array.from({ length: YEARS_AHEAD }, (_, index) => thisYear + index);
  return (
    <>
      <title>{texts.title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} breadcrumbs={[{ href: at("/settings"), label: consortiumTexts.title }]} lead={texts.lead} action={<LinkButton href={at("/settings/holidays/new")}>{texts.add}</LinkButton>} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/holidays" {...choice} />
      <div className="mb-8">
        <TabsLinks label={texts.years} items={years.map((each) => ({ href: at(`/settings/holidays?year=${each}`), label: schoolYearLabel(each), current: each === year }))} />
      </div>
      {holidays.length === 0 ? (
        <p className="text-ink-soft">{texts.empty}</p>
      ) : (
        <>
          <HolidayTable caption={texts.list(label)} holidays={holidays.map((holiday) => ({ ...holiday, href: `/settings/holidays/${holiday.id}?in=${choice.consortiumId}` as Route }))} />
          <div className="mt-6">
            <SourceNote source={texts.source} />
          </div>
        </>
      )}
    </>
  );
}

export default shownPage(HolidaysPage);
