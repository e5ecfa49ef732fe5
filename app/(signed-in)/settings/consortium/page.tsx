import type { Route } from "next";
import { changeConsortiumAction } from "#app/(signed-in)/settings/actions";
import { shownPage } from "#app/shown-page";
import { ConsortiumForm } from "#components/consortia/consortium-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { findConsortium } from "#lib/consortia/queries";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { consortiumTexts as texts } from "#lib/texts/consortia";

async function ConsortiumPage({ searchParams }: PageProps<"/settings/consortium">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, consortium, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "consortium:change", search.in);
    const found = await findConsortium(viewer, chosen.consortiumId);
    if (!found) throw new NotFoundError("consortium");
    return { choice: chosen, consortium: found, form: await openForm(viewer, "/settings/consortium", { name: found.name, code: found.code ?? "" }) };
  });
  const backHref = inConsortium("/settings", choice) as Route;
  return (
    <>
      <title>{texts.changeTitle(consortium.name)}</title>
      <PageHeading title={texts.changeTitle(consortium.name)} breadcrumbs={[{ href: backHref, label: texts.title }]} />
      <Task>
        <ConsortiumForm key={consortium.id} action={changeConsortiumAction} {...form} consortiumId={consortium.id} version={consortium.version} backHref={backHref} />
      </Task>
    </>
  );
}

export default shownPage(ConsortiumPage);
