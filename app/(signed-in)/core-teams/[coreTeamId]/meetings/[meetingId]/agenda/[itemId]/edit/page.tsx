import { changeAgendaItemAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/actions";
import { agendaCrumbs, agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { shownPage } from "#app/shown-page";
import { AgendaItemForm } from "#components/agenda/agenda-item-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgendaItem } from "#lib/agenda/queries";
import { LONGEST_EXPLANATION, LONGEST_TITLE } from "#lib/agenda/schema";
import { namesFor } from "#lib/anonymity/findings";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

async function EditAgendaItemPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/[itemId]/edit">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "itemId");
  const { item, names, form } = await asViewer(async (viewer) => {
    const found = await findAgendaItem(viewer, ids);
    if (!found?.mayChange) throw new NotFoundError();
    const { title, explanation, questions, minutes, origin, version } = found;
    const values = { title, explanation: explanation ?? "", questions: questions.join("\n"), minutes: String(minutes), origin: origin ?? "", version: String(version) };
    const names = namesFor("WORK", await listCheckedNames(viewer, ids.coreTeamId));
    return { item: found, names, form: await openForm(viewer, agendaPath(ids, `/${ids.itemId}/edit`), values) };
  });
  const title = texts.editTitle(item.title);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agendaCrumbs(item.team, item.meeting)} />
      <Task>
        {item.fixed ? (
          <Notice tone="attention">{texts.fixed[item.fixed]}</Notice>
        ) : (
          <AgendaItemForm
            action={changeAgendaItemAction}
            {...form}
            names={names}
            lengths={{ title: LONGEST_TITLE, explanation: LONGEST_EXPLANATION }}
            backHref={agendaPath(ids)}
            about={{ itemId: item.id, version: item.version, isStanding: item.addedBy === null }}
          />
        )}
      </Task>
    </>
  );
}

export default shownPage(EditAgendaItemPage);
