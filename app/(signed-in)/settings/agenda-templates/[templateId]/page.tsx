import { moveTemplateItemAction } from "#app/(signed-in)/settings/agenda-templates/actions";
import { templateCrumbs, templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import { shownPage } from "#app/shown-page";
import { AgendaList, ItemLink } from "#components/agenda/agenda-list";
import { Moves } from "#components/agenda/moves";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { findTemplate } from "#lib/agenda-templates/queries";
import { minutesTogether } from "#lib/agenda/rules";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { USUAL_MINUTES } from "#lib/meetings/schema";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";
import { meetingKindNames } from "#lib/texts/meetings";

async function AgendaTemplatePage({ params, searchParams }: PageProps<"/settings/agenda-templates/[templateId]">) {
  const { templateId } = await parseParams(params, "templateId");
  const said = noticeOf(await readSearch(searchParams, consortiumSearchSchema));
  const template = await asViewer(async (viewer) => {
    const found = await findTemplate(viewer, templateId);
    if (!found) throw new NotFoundError("agenda template");
    const newKey = () => newFormKey(viewer.person.id);
    return { ...found, items: found.items.map((item) => ({ ...item, formKeys: { UP: newKey(), DOWN: newKey() } })) };
  });
  const { kind, name, goals, items } = template;
  const title = texts.titleOf(name);
  return (
    <>
      <title>{title}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading
        title={title}
        breadcrumbs={templateCrumbs(template.consortiumId)}
        lead={texts.for(meetingKindNames[kind])}
        action={<LinkButton href={templatesPath(`/${templateId}/items/new`)}>{texts.add}</LinkButton>}
      />
      <Sections>
        <Section
          title={texts.goals}
          action={
            <InternalLink href={templatesPath(`/${templateId}/edit`)} className="inline-flex min-h-11 items-center font-semibold">
              {texts.changeGoals}
            </InternalLink>
          }
        >
          {goals.length === 0 ? (
            <p className="text-ink-soft">{texts.noGoals}</p>
          ) : (
            <ul className="list-disc space-y-1 pl-5 marker:text-edge">
              {goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          )}
        </Section>
        <Section title={texts.points} note={items.length > 0 && texts.total(minutesTogether(items), USUAL_MINUTES)}>
          {items.length === 0 ? (
            <p className="text-ink-soft">{texts.noPoints}</p>
          ) : (
            <AgendaList
              label={texts.points}
              items={items}
              tools={(item, index) => (
                <>
                  <Moves action={moveTemplateItemAction} itemId={item.id} title={item.title} formKeys={item.formKeys} isFirst={index === 0} isLast={index === items.length - 1} />
                  <ItemLink href={templatesPath(`/${templateId}/items/${item.id}/edit`)} label={texts.change} title={item.title} />
                  <ItemLink href={templatesPath(`/${templateId}/items/${item.id}/removal`)} label={texts.remove} title={item.title} />
                </>
              )}
            />
          )}
        </Section>
      </Sections>
    </>
  );
}

export default shownPage(AgendaTemplatePage);
