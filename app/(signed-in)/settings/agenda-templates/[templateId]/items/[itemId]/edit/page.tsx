import { changeTemplateItemAction } from "#app/(signed-in)/settings/agenda-templates/actions";
import { templateItemCrumbs, templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import { shownPage } from "#app/shown-page";
import { TemplateItemForm } from "#components/agenda-templates/template-item-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findTemplateItem } from "#lib/agenda-templates/queries";
import { LONGEST_EXPLANATION, LONGEST_TITLE } from "#lib/agenda/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

async function EditTemplateItemPage({ params }: PageProps<"/settings/agenda-templates/[templateId]/items/[itemId]/edit">) {
  const { templateId, itemId } = await parseParams(params, "templateId", "itemId");
  const { item, form } = await asViewer(async (viewer) => {
    const found = await findTemplateItem(viewer, templateId, itemId);
    if (!found) throw new NotFoundError("agenda template item");
    const values = { title: found.title, explanation: found.explanation ?? "", questions: found.questions.join("\n"), minutes: String(found.minutes), version: String(found.version) };
    return { item: found, form: await openForm(viewer, templatesPath(`/${templateId}/items/${itemId}/edit`), values) };
  });
  const title = texts.changeItemTitle(item.title, item.template.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={templateItemCrumbs(item.template)} />
      <Task>
        <TemplateItemForm
          action={changeTemplateItemAction}
          {...form}
          lengths={{ title: LONGEST_TITLE, explanation: LONGEST_EXPLANATION }}
          about={{ itemId, version: item.version }}
          backHref={templatesPath(`/${templateId}`)}
        />
      </Task>
    </>
  );
}

export default shownPage(EditTemplateItemPage);
