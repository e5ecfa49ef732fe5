import { changeTemplateAction } from "#app/(signed-in)/settings/agenda-templates/actions";
import { templateItemCrumbs, templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import { shownPage } from "#app/shown-page";
import { TemplateForm } from "#components/agenda-templates/template-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findTemplate } from "#lib/agenda-templates/queries";
import { LONGEST_NAME } from "#lib/agenda-templates/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";

async function EditTemplatePage({ params }: PageProps<"/settings/agenda-templates/[templateId]/edit">) {
  const { templateId } = await parseParams(params, "templateId");
  const { template, form } = await asViewer(async (viewer) => {
    const found = await findTemplate(viewer, templateId);
    if (!found) throw new NotFoundError("agenda template");
    const { name, goals, version } = found;
    return { template: found, form: await openForm(viewer, templatesPath(`/${templateId}/edit`), { name, goals: goals.join("\n"), version: String(version) }) };
  });
  const title = texts.changeTitle(template.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={templateItemCrumbs(template)} />
      <Task>
        <TemplateForm action={changeTemplateAction} {...form} templateId={templateId} version={template.version} longestName={LONGEST_NAME} backHref={templatesPath(`/${templateId}`)} />
      </Task>
    </>
  );
}

export default shownPage(EditTemplatePage);
