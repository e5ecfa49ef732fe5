import type { Route } from "next";
import { changeOrganisationAction } from "#app/(signed-in)/organisations/actions";
import { shownPage } from "#app/shown-page";
import { OrganisationForm } from "#components/consortia/organisation-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findOrganisation } from "#lib/consortia/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { organisationTexts as texts } from "#lib/texts/consortia";

async function OrganisationPage({ params }: { params: Promise<{ organisationId: string }> }) {
  const { organisationId } = await parseParams(params, "organisationId");
  const { organisation, form } = await asViewer(async (viewer) => {
    const found = await findOrganisation(viewer, organisationId);
    if (!found) throw new NotFoundError("organisation");
    const { name, kind, phone } = found;
    return { organisation: found, form: await openForm(viewer, `/organisations/${organisationId}`, { name, kind, phone: phone ?? "" }) };
  });
  const listHref = `/organisations?in=${organisation.consortiumId}` as Route;
  return (
    <>
      <title>{texts.changeTitle(organisation.name)}</title>
      <PageHeading title={texts.changeTitle(organisation.name)} breadcrumbs={[{ href: listHref, label: texts.title }]} lead={texts.changeLead} />
      <Task>
        <OrganisationForm action={changeOrganisationAction} {...form} about={{ organisationId, version: organisation.version }} backHref={listHref} />
      </Task>
    </>
  );
}

export default shownPage(OrganisationPage);
