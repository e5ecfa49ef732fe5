import type { Route } from "next";
import { chooseTemplateAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/actions";
import { agendaCrumbs, agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { meetingDay } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { ChooseTemplateForm } from "#components/agenda/choose-template-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { findAgenda, listTemplateChoices } from "#lib/agenda/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

async function ChooseTemplatePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/template">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId");
  const path = agendaPath(ids);
  const { agenda, templates, manages, form, today } = await asViewer(async (viewer) => {
    const found = await findAgenda(viewer, ids.coreTeamId, ids.meetingId);
    if (!found || !viewer.can("agenda:arrange", found.team.scope)) throw new NotFoundError();
    const choices = await listTemplateChoices(viewer, ids.coreTeamId);
    const usual = choices.find(({ kind }) => kind === found.meeting.kind);
    return {
      agenda: found,
      templates: choices,
      manages: viewer.can("agenda-template:manage", found.team.scope),
      form: await openForm(viewer, `${path}/template`, usual ? { templateId: usual.id } : {}),
      today: viewer.today,
    };
  });
  const { meeting, team, fixed, templateName, items } = agenda;
  const title = texts.templateTitle(meetingDay(meeting, today), team.name);
  const why = fixed ? texts.fixed[fixed] : templates.length === 0 ? texts.templateNone : null;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agendaCrumbs(team, meeting)} lead={texts.templateLead} />
      <Task>
        {why ? (
          <Notice tone="attention">{why}</Notice>
        ) : (
          <div className="space-y-8">
            {items.length > 0 && (
              <div className="space-y-2">
                {templateName && <p>{texts.templateNow(templateName)}</p>}
                <p>{texts.templateReplaces}</p>
                <p>{texts.templateKeeps}</p>
              </div>
            )}
            <ChooseTemplateForm
              action={chooseTemplateAction}
              {...form}
              meetingId={meeting.id}
              templates={templates.map((template) => ({ value: template.id, label: template.name, hint: texts.templateHint(template.items, template.minutes) }))}
              backHref={path}
            />
          </div>
        )}
        {manages && (
          <p className="mt-8">
            <InternalLink href={`/settings/agenda-templates?in=${team.scope.consortiumId}` as Route} className="inline-flex min-h-11 items-center">
              {texts.toTemplates}
            </InternalLink>
          </p>
        )}
      </Task>
    </>
  );
}

export default shownPage(ChooseTemplatePage);
