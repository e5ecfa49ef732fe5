import { removeAgendaItemAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/actions";
import { agendaCrumbs, agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { shownPage } from "#app/shown-page";
import { RemoveItemForm } from "#components/agenda/remove-item-form";
import { ConsequencePage } from "#components/forms/consequence-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgendaItem } from "#lib/agenda/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaFormTexts as texts } from "#lib/texts/agenda";
import { onCallTexts } from "#lib/texts/on-call";

async function RemoveAgendaItemPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/[itemId]/removal">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "itemId");
  const { item, form } = await asViewer(async (viewer) => {
    const found = await findAgendaItem(viewer, ids);
    if (!found?.mayChange) throw new NotFoundError();
    return { item: found, form: await openForm(viewer, agendaPath(ids, `/${ids.itemId}/removal`), { version: String(found.version) }) };
  });
  const title = texts.removeTitle(item.title);
  const by = item.addedBy && !item.addedBy.isOwn ? item.addedBy.name : null;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agendaCrumbs(item.team, item.meeting)} />
      <Task>
        {item.fixed ? (
          <Notice tone="attention">{texts.fixed[item.fixed]}</Notice>
        ) : (
          <ConsequencePage
            consequences={[{ count: item.minutes, text: texts.removeMinutes(item.minutes) }]}
            keeps={[texts.removeKeeps]}
            form={<RemoveItemForm action={removeAgendaItemAction} {...form} itemId={item.id} version={item.version} label={texts.removeSubmit} pendingLabel={texts.removing} />}
            back={{ href: agendaPath(ids), label: texts.removeBack }}
          >
            <p>{texts.removeLead(item.title)}</p>
            {by && <p>{texts.removeOfOther(by)}</p>}
            {item.called.length > 0 && <p>{onCallTexts.itemIsCalledFor(item.called)}</p>}
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

export default shownPage(RemoveAgendaItemPage);
