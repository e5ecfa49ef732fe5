import type { Route } from "next";
import { changeHolidayAction, correctHolidayAction, removeHolidayAction } from "#app/(signed-in)/settings/holidays/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { HolidayForm } from "#components/school-days/holiday-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams, readSearch } from "#lib/forms/params";
import { findConsortiumHoliday } from "#lib/school-days/queries";
import { schoolDaysSearchSchema } from "#lib/school-days/schema";
import { holidayTexts as texts } from "#lib/texts/school-days";

async function HolidayPage({ params, searchParams }: PageProps<"/settings/holidays/[holidayId]">) {
  const { holidayId } = await parseParams(params, "holidayId");
  const search = await readSearch(searchParams, schoolDaysSearchSchema);
  const { choice, holiday, form, removeKey } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "holiday:manage", search.in);
    const found = await findConsortiumHoliday(viewer, chosen.consortiumId, holidayId);
    if (!found) throw new NotFoundError("holiday");
    const { name, firstDay, lastDay } = found.correction ?? found;
    const values = { name, firstDay, lastDay, open: found.correction?.applies === false ? "yes" : "" };
    return { choice: chosen, holiday: found, form: await openForm(viewer, `/settings/holidays/${holidayId}`, values), removeKey: newFormKey(viewer.person.id) };
  });
  const back = inConsortium("/settings/holidays", choice) as Route;
  const removable = holiday.isOwn ? holiday.id : (holiday.correction?.id ?? null);
  const title = texts.changeTitle(holiday.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[{ href: back, label: texts.title }]} lead={holiday.isOwn ? undefined : texts.correctLead} />
      <Task>
        <HolidayForm
          action={holiday.isOwn ? changeHolidayAction : correctHolidayAction}
          {...form}
          fields={holiday.isOwn ? { holidayId } : { holidayId, consortiumId: choice.consortiumId }}
          corrects={!holiday.isOwn}
          backHref={back}
        />
        {removable !== null && (
          <div className="mt-10 border-t border-rule pt-5">
            <OneButtonForm action={removeHolidayAction} formKey={removeKey} fields={{ holidayId: removable }} label={holiday.isOwn ? texts.removeOwn : texts.removeCorrection} variant="secondary" />
          </div>
        )}
      </Task>
    </>
  );
}

export default shownPage(HolidayPage);
