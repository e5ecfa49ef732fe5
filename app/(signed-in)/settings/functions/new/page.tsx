import type { Route } from "next";
import { addFunctionAction } from "#app/(signed-in)/settings/actions";
import { placeChoices } from "#app/(signed-in)/settings/functions/place-choices";
import { shownPage } from "#app/shown-page";
import { FunctionForm } from "#components/consortia/function-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { listFunctionPlaces } from "#lib/consortia/queries";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { functionTexts as texts } from "#lib/texts/consortia";

async function NewFunctionPage({ searchParams }: PageProps<"/settings/functions/new">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, places, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "team-function:manage", search.in);
    return {
      choice: chosen,
      places: await listFunctionPlaces(viewer, chosen.consortiumId),
      form: await openForm(viewer, "/settings/functions/new", { heldBy: "PARTNER", expected: "yes", attendance: "REQUIRED", enoughWith: "" }),
    };
  });
  const listHref = inConsortium("/settings/functions", choice) as Route;
  return (
    <>
      <title>{texts.newTitle}</title>
      <PageHeading
        title={texts.newTitle}
        breadcrumbs={[
          { href: inConsortium("/settings", choice) as Route, label: texts.settings },
          { href: listHref, label: texts.title },
        ]}
        lead={texts.newLead(choice.consortiumName)}
      />
      <Task>
        <FunctionForm key={choice.consortiumId} action={addFunctionAction} {...form} about={{ consortiumId: choice.consortiumId }} places={placeChoices(places)} backHref={listHref} />
      </Task>
    </>
  );
}

export default shownPage(NewFunctionPage);
