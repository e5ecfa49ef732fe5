import { z } from "zod";
import { addAgendaItemAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/actions";
import { agendaCrumbs, agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { meetingDay } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { AgendaItemForm } from "#components/agenda/agenda-item-form";
import { Notice, PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgendaMeeting } from "#lib/agenda/queries";
import { LONGEST_EXPLANATION, LONGEST_TITLE, USUAL_ITEM_MINUTES } from "#lib/agenda/schema";
import { namesFor } from "#lib/anonymity/findings";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { agendaFormTexts as texts } from "#lib/texts/agenda";

const search = z.object({ notice: z.string().max(60).optional(), after: z.uuid().optional() });

async function NewAgendaItemPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/new">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId");
  const { notice, after } = await readSearch(searchParams, search);
  const said = noticeOf({ notice });
  const path = agendaPath(ids);
  const { meeting, team, fixed, names, form, today } = await asViewer(async (viewer) => {
    const found = await findAgendaMeeting(viewer, ids.coreTeamId, ids.meetingId);
    if (!found || !viewer.can("agenda:add-item", found.team.scope)) throw new NotFoundError();
    const names = namesFor("WORK", await listCheckedNames(viewer, ids.coreTeamId));
    return { ...found, names, form: await openForm(viewer, `${path}/new`, { minutes: String(USUAL_ITEM_MINUTES) }), today: viewer.today };
  });
  const title = texts.newTitle(meetingDay(meeting, today), team.name);
  return (
    <>
      <title>{title}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading title={title} breadcrumbs={agendaCrumbs(team, meeting)} lead={fixed === null && texts.newLead} />
      <Task>
        {fixed ? (
          <Notice tone="attention">{texts.fixed[fixed]}</Notice>
        ) : (
          <AgendaItemForm
            // After each item that was added the boxes start empty. Not by the form's own key: without script it changes with a
            // refusal too, and what was typed would be lost.
            key={after ?? "first"}
            action={addAgendaItemAction}
            {...form}
            names={names}
            lengths={{ title: LONGEST_TITLE, explanation: LONGEST_EXPLANATION }}
            backHref={path}
            about={{ meetingId: meeting.id }}
          />
        )}
      </Task>
    </>
  );
}

export default shownPage(NewAgendaItemPage);
