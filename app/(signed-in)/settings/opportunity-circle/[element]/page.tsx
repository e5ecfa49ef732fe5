import type { Route } from "next";
import { nameElementAction } from "#app/(signed-in)/settings/opportunity-circle/actions";
import { circlePath, elementOf, elementWords } from "#app/(signed-in)/settings/opportunity-circle/paths";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { NameElementForm } from "#components/opportunity-circle/name-element-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { openForm } from "#lib/forms/drafts";
import { parseChoice, readSearch } from "#lib/forms/params";
import { findCircleName } from "#lib/opportunity-circle/queries";
import { LONGEST_MEANING, LONGEST_NAME } from "#lib/opportunity-circle/schema";
import { consortiumTexts } from "#lib/texts/consortia";
import { circleNameTexts as texts } from "#lib/texts/opportunity-circle";

async function NameElementPage({ params, searchParams }: PageProps<"/settings/opportunity-circle/[element]">) {
  const element = elementOf(await parseChoice(params, "element", elementWords));
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, found, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "opportunity-circle:manage", search.in);
    const { name, meaning, version } = await findCircleName(viewer, chosen.consortiumId, element);
    return { choice: chosen, found: { name, version }, form: await openForm(viewer, circlePath({ ...chosen, all: [] }, element), { name, meaning }) };
  });
  const title = texts.changeTitle(found.name);
  const list = circlePath(choice);
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[
          { href: inConsortium("/settings", choice) as Route, label: consortiumTexts.title },
          { href: list, label: texts.title },
        ]}
      />
      <Task>
        <NameElementForm
          action={nameElementAction}
          {...form}
          about={{ consortiumId: choice.consortiumId, element }}
          version={found.version}
          longest={{ name: LONGEST_NAME, meaning: LONGEST_MEANING }}
          backHref={list}
        />
      </Task>
    </>
  );
}

export default shownPage(NameElementPage);
