import { changeMostMeetingsAction } from "#app/(signed-in)/availability/actions";
import { availabilityCrumbs, availabilityPath, availabilitySearch } from "#app/(signed-in)/availability/paths";
import { shownPage } from "#app/shown-page";
import { MostMeetingsForm } from "#components/availability/most-meetings-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAvailability } from "#lib/availability/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { availabilityTexts as texts } from "#lib/texts/availability";

async function MostMeetingsPage({ searchParams }: PageProps<"/availability/most-meetings">) {
  const search = await readSearch(searchParams, availabilitySearch);
  const { found, form } = await asViewer(async (viewer) => {
    const availability = await findAvailability(viewer, search.person ?? viewer.person.id);
    if (!availability) throw new NotFoundError("person");
    const most = availability.mostMeetings;
    return { found: availability, form: await openForm(viewer, "/availability/most-meetings", { most: most === null ? "" : String(most) }) };
  });
  const title = found.isSelf ? texts.mostTitle : texts.mostTitleOf(found.person.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={availabilityCrumbs(found)} lead={texts.mostLead} />
      <Task>
        <MostMeetingsForm key={found.person.id} action={changeMostMeetingsAction} {...form} personId={found.person.id} version={found.version} usual={found.usualMost} backHref={availabilityPath(found)} />
      </Task>
    </>
  );
}

export default shownPage(MostMeetingsPage);
