import { replacementChoices } from "#app/(signed-in)/availability/absences/replacement-choices";
import { reportAbsenceAction } from "#app/(signed-in)/availability/actions";
import { availabilityCrumbs, availabilityPath, availabilitySearch } from "#app/(signed-in)/availability/paths";
import { shownPage } from "#app/shown-page";
import { AbsenceForm } from "#components/availability/absence-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAvailability, listReplacements } from "#lib/availability/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { availabilityTexts as texts } from "#lib/texts/availability";

async function NewAbsencePage({ searchParams }: PageProps<"/availability/absences/new">) {
  const search = await readSearch(searchParams, availabilitySearch);
  const { found, choices, form } = await asViewer(async (viewer) => {
    const availability = await findAvailability(viewer, search.person ?? viewer.person.id);
    if (!availability) throw new NotFoundError("person");
    return { found: availability, choices: replacementChoices(await listReplacements(viewer, availability.person.id)), form: await openForm(viewer, "/availability/absences/new") };
  });
  const title = found.isSelf ? texts.reportTitle : texts.reportTitleOf(found.person.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={availabilityCrumbs(found)} lead={texts.reportLead} />
      <Task>
        <AbsenceForm key={found.person.id} action={reportAbsenceAction} {...form} fields={{ personId: found.person.id }} choices={choices} isSelf={found.isSelf} backHref={availabilityPath(found)} />
      </Task>
    </>
  );
}

export default shownPage(NewAbsencePage);
