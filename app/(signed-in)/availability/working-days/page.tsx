import { setWorkingPatternAction } from "#app/(signed-in)/availability/actions";
import { availabilityCrumbs, availabilityPath, availabilitySearch } from "#app/(signed-in)/availability/paths";
import { shownPage } from "#app/shown-page";
import { WorkingDaysForm } from "#components/availability/working-days-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAvailability } from "#lib/availability/queries";
import { dayparts } from "#lib/availability/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { availabilityTexts as texts } from "#lib/texts/availability";

async function WorkingDaysPage({ searchParams }: PageProps<"/availability/working-days">) {
  const search = await readSearch(searchParams, availabilitySearch);
  const { found, form } = await asViewer(async (viewer) => {
    const availability = await findAvailability(viewer, search.person ?? viewer.person.id);
    if (!availability) throw new NotFoundError("person");
    const { mornings = [], afternoons = [] } = availability.pattern ?? {};
    const worked = dayparts.filter((each) => (each.endsWith("MORNING") ? mornings : afternoons).includes(Number(each[0])));
    return { found: availability, form: await openForm(viewer, "/availability/working-days", { dayparts: worked, validFrom: viewer.today }) };
  });
  const title = found.isSelf ? texts.daysTitle : texts.daysTitleOf(found.person.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={availabilityCrumbs(found)} lead={texts.daysLead} />
      <Task>
        <WorkingDaysForm key={found.person.id} action={setWorkingPatternAction} {...form} personId={found.person.id} version={found.version} isSelf={found.isSelf} backHref={availabilityPath(found)} />
      </Task>
    </>
  );
}

export default shownPage(WorkingDaysPage);
