import type { Route } from "next";
import { z } from "zod";
import { meetingsCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { inviteeChoices, ticked } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/invitee-choices";
import { scheduleMeetingAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/new/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { HolidayHelp } from "#components/meetings/holiday-help";
import { ScheduleMeetingForm } from "#components/meetings/schedule-meeting-form";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { asViewer } from "#lib/access/as-viewer";
import { addDays } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { planningNames } from "#lib/meetings/free-text";
import { findPlanningTeam, listHolidays } from "#lib/meetings/queries";
import { meetingKinds, USUAL_MINUTES } from "#lib/meetings/schema";
import { scheduleTexts as texts } from "#lib/texts/meetings";

const YEAR = 365;
const search = z.object({ kind: z.enum(meetingKinds).optional() });

async function NewMeetingPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/new">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { kind } = await readSearch(searchParams, search);
  const page = await asViewer(async (viewer) => {
    const team = await findPlanningTeam(viewer, coreTeamId);
    if (!team || !viewer.can("meeting:schedule", team.scope)) throw new NotFoundError();
    const choices = inviteeChoices(team.people, viewer.today);
    const values = {
      kind: kind ?? "",
      minutes: String(USUAL_MINUTES),
      form: "LIVE",
      place: team.addresses[0] ?? "",
      invitees: ticked(choices, kind),
    };
    return {
      team,
      choices,
      names: planningNames(team, viewer),
      form: await openForm(viewer, meetingsPath(team.id, "/new"), values),
      holidays: await listHolidays(viewer, { from: viewer.today, until: addDays(viewer.today, YEAR), calendar: team.calendar }),
    };
  });
  const { team, choices } = page;
  return (
    <>
      <title>{texts.title(team.name)}</title>
      <PageHeading title={texts.title(team.name)} breadcrumbs={meetingsCrumbs(team)} lead={choices.length > 0 && texts.lead} />
      <Task>
        {choices.length === 0 ? (
          <EmptyState title={texts.noTeamTitle} level={2} action={<LinkButton href={`/core-teams/${team.id}` as Route}>{texts.toTeam}</LinkButton>}>
            <p>{texts.noTeam}</p>
          </EmptyState>
        ) : (
          <ScheduleMeetingForm
            action={scheduleMeetingAction}
            {...page.form}
            names={page.names}
            coreTeamId={team.id}
            choices={choices}
            smallTeamHref={meetingsPath(team.id, "/new?kind=SMALL_TEAM")}
            holidays={<HolidayHelp holidays={page.holidays} regions={team.calendar.regions} />}
          />
        )}
      </Task>
    </>
  );
}

export default shownPage(NewMeetingPage);
