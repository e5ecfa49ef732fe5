import { removeTemplateItemAction } from "#app/(signed-in)/settings/agenda-templates/actions";
import { templateItemCrumbs, templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import { shownPage } from "#app/shown-page";
import { RemoveItemForm } from "#components/agenda/remove-item-form";
import { ConsequencePage } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findTemplateItem } from "#lib/agenda-templates/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

async function RemoveTemplateItemPage({ params }: PageProps<"/settings/agenda-templates/[templateId]/items/[itemId]/removal">) {
  const { templateId, itemId } = await parseParams(params, "templateId", "itemId");
  const { item, form } = await asViewer(async (viewer) => {
    const found = await findTemplateItem(viewer, templateId, itemId);
    if (!found) throw new NotFoundError("agenda template item");
    return { item: found, form: await openForm(viewer, templatesPath(`/${templateId}/items/${itemId}/removal`), { version: String(found.version) }) };
  });
  const title = texts.removeTitle(item.title, item.template.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={templateItemCrumbs(item.template)} />
      <Task>
        <ConsequencePage
          consequences={[{ count: item.minutes, text: texts.removeMinutes(item.minutes) }]}
          keeps={[texts.removeKeeps]}
          form={<RemoveItemForm action={removeTemplateItemAction} {...form} itemId={itemId} version={item.version} label={texts.removeSubmit} pendingLabel={texts.removing} />}
          back={{ href: templatesPath(`/${templateId}`), label: texts.removeBack }}
        >
          <p>{texts.removeLead(item.title, item.template.name)}</p>
          <p>{texts.notBack}</p>
        </ConsequencePage>
      </Task>
    </>
  );
}

export default shownPage(RemoveTemplateItemPage);
