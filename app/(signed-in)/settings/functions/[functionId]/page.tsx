import type { Route } from "next";
import { changeFunctionAction } from "#app/(signed-in)/settings/actions";
import { placeChoices } from "#app/(signed-in)/settings/functions/place-choices";
import { shownPage } from "#app/shown-page";
import { FunctionForm } from "#components/consortia/function-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findFunction } from "#lib/consortia/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { functionTexts as texts } from "#lib/texts/consortia";

async function FunctionPage({ params }: { params: Promise<{ functionId: string }> }) {
  const { functionId } = await parseParams(params, "functionId");
  const { held, form } = await asViewer(async (viewer) => {
    const found = await findFunction(viewer, functionId);
    if (!found) throw new NotFoundError("function");
    const { name, attendance, enoughWith, expected } = found;
    return { held: found, form: await openForm(viewer, `/settings/functions/${functionId}`, { name, attendance, enoughWith: enoughWith ?? "", expected: expected ? "yes" : "" }) };
  });
  const title = texts.changeTitle(held.name, texts.sectors[held.sector]);
  const listHref = `/settings/functions?in=${held.consortiumId}` as Route;
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[
          { href: `/settings?in=${held.consortiumId}` as Route, label: texts.settings },
          { href: listHref, label: texts.title },
        ]}
      />
      <Task>
        <FunctionForm action={changeFunctionAction} {...form} about={{ functionId, coordinates: held.coordinates }} places={placeChoices(held.places)} backHref={listHref} />
      </Task>
    </>
  );
}

export default shownPage(FunctionPage);
