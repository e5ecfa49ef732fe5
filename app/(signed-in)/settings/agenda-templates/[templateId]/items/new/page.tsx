import { addTemplateItemAction } from "#app/(signed-in)/settings/agenda-templates/actions";
import { templateItemCrumbs, templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import { shownPage } from "#app/shown-page";
import { TemplateItemForm } from "#components/agenda-templates/template-item-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findTemplate } from "#lib/agenda-templates/queries";
import { LONGEST_EXPLANATION, LONGEST_TITLE, USUAL_ITEM_MINUTES } from "#lib/agenda/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

async function NewTemplateItemPage({ params }: PageProps<"/settings/agenda-templates/[templateId]/items/new">) {
  const { templateId } = await parseParams(params, "templateId");
  const { template, form } = await asViewer(async (viewer) => {
    const found = await findTemplate(viewer, templateId);
    if (!found) throw new NotFoundError("agenda template");
    return { template: found, form: await openForm(viewer, templatesPath(`/${templateId}/items/new`), { minutes: String(USUAL_ITEM_MINUTES) }) };
  });
  const title = texts.addTitle(template.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={templateItemCrumbs(template)} />
      <Task>
        <TemplateItemForm
          action={addTemplateItemAction}
          {...form}
          lengths={{ title: LONGEST_TITLE, explanation: LONGEST_EXPLANATION }}
          about={{ templateId }}
          backHref={templatesPath(`/${templateId}`)}
        />
      </Task>
    </>
  );
}

export default shownPage(NewTemplateItemPage);
