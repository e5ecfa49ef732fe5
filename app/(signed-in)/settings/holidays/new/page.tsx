import type { Route } from "next";
import { addHolidayAction } from "#app/(signed-in)/settings/holidays/actions";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { HolidayForm } from "#components/school-days/holiday-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { schoolDaysSearchSchema } from "#lib/school-days/schema";
import { consortiumTexts } from "#lib/texts/consortia";
import { holidayTexts as texts } from "#lib/texts/school-days";

async function NewHolidayPage({ searchParams }: PageProps<"/settings/holidays/new">) {
  const search = await readSearch(searchParams, schoolDaysSearchSchema);
  const { choice, form } = await asViewer(async (viewer) => ({
    choice: chooseConsortium(viewer, "holiday:manage", search.in),
    form: await openForm(viewer, "/settings/holidays/new"),
  }));
  const back = inConsortium("/settings/holidays", choice) as Route;
  return (
    <>
      <title>{texts.addTitle}</title>
      <PageHeading title={texts.addTitle} breadcrumbs={[{ href: back, label: texts.title }]} lead={texts.addLead} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/holidays/new" {...choice} />
      <Task>
        <HolidayForm key={choice.consortiumId} action={addHolidayAction} {...form} fields={{ consortiumId: choice.consortiumId }} backHref={back} />
      </Task>
    </>
  );
}

export default shownPage(NewHolidayPage);
