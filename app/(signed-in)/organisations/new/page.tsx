import type { Route } from "next";
import { addOrganisationAction } from "#app/(signed-in)/organisations/actions";
import { shownPage } from "#app/shown-page";
import { OrganisationForm } from "#components/consortia/organisation-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { organisationTexts as texts } from "#lib/texts/consortia";

async function NewOrganisationPage({ searchParams }: PageProps<"/organisations/new">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, form } = await asViewer(async (viewer) => ({
    choice: chooseConsortium(viewer, "organisation:manage", search.in),
    form: await openForm(viewer, "/organisations/new"),
  }));
  const listHref = inConsortium("/organisations", choice) as Route;
  return (
    <>
      <title>{texts.newTitle}</title>
      <PageHeading title={texts.newTitle} breadcrumbs={[{ href: listHref, label: texts.title }]} lead={texts.newLead(choice.consortiumName)} />
      <Task>
        <OrganisationForm key={choice.consortiumId} action={addOrganisationAction} {...form} about={{ consortiumId: choice.consortiumId }} backHref={listHref} />
      </Task>
    </>
  );
}

export default shownPage(NewOrganisationPage);
