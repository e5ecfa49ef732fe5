import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { logCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new/actions";
import { shownPage } from "#app/shown-page";
import { LogCaseForm } from "#components/case-discussions/log-case-form";
import { SafetyReminder } from "#components/case-discussions/safety-reminder";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findTeamAtMeeting } from "#lib/agreements/queries";
import { LONGEST_AGREEMENT } from "#lib/agreements/schema";
import { stagesOf } from "#lib/case-discussions/rules";
import { longest, MOST_AGREEMENTS } from "#lib/case-discussions/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { caseFormTexts as texts, stageName } from "#lib/texts/case-discussions";

async function NewCasePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const { meeting, team, owners, form } = await asViewer(async (viewer) => {
    const found = await findTeamAtMeeting(viewer, coreTeamId, meetingId);
    if (!found || !viewer.can("case-discussion:log", found.team.scope)) throw new NotFoundError();
    return { ...found, form: await openForm(viewer, `${path}/case-discussions/new`) };
  });
  const title = texts.title(team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={meetingCrumbs(team, meeting)} lead={texts.lead} />
      <Task>
        {meeting.cancelled ? (
          <Notice tone="attention">{texts.meetingCancelled}</Notice>
        ) : (
          <div className="space-y-10">
            <SafetyReminder />
            <LogCaseForm
              action={logCaseDiscussionAction}
              {...form}
              meetingId={meeting.id}
              stages={stagesOf(team.sector).map((value) => ({ value, label: stageName(value, team.sector) }))}
              owners={owners}
              longest={{ ...longest, agreement: LONGEST_AGREEMENT }}
              mostAgreements={MOST_AGREEMENTS}
              back={path}
            />
          </div>
        )}
      </Task>
    </>
  );
}

export default shownPage(NewCasePage);
