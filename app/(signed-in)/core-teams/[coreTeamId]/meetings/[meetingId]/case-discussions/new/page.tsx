import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { startCaseDiscussionAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new/actions";
import { shownPage } from "#app/shown-page";
import { CasePartForm } from "#components/case-discussions/case-part-form";
import { WritingPage } from "#components/case-discussions/writing-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { BlankScreen } from "#components/presentation/blank-screen";
import { asViewer } from "#lib/access/as-viewer";
import { findTeamAtMeeting } from "#lib/agreements/queries";
import { namesFor } from "#lib/anonymity/findings";
import { longest } from "#lib/case-discussions/schema";
import { findErasureDay } from "#lib/case-retention/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { caseFormTexts as texts } from "#lib/texts/case-discussions";
import { caseErasureTexts } from "#lib/texts/case-retention";

async function NewCasePage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const { meeting, team, names, isTooLongAgo, form } = await asViewer(async (viewer) => {
    const found = await findTeamAtMeeting(viewer, coreTeamId, meetingId);
    if (!found || !viewer.can("case-discussion:log", found.team.scope)) throw new NotFoundError();
    viewer.mustBeHighlyAssured();
    const isTooLongAgo = (await findErasureDay(viewer, found.team.scope, found.meeting.day)) <= viewer.today;
    return { ...found, isTooLongAgo, form: await openForm(viewer, `${path}/case-discussions/new`) };
  });
  const title = texts.title(team.name);
  return (
    <>
      <title>{title}</title>
      <BlankScreen />
      <PageHeading title={title} breadcrumbs={meetingCrumbs(team, meeting)} lead={texts.lead} />
      {meeting.cancelled || isTooLongAgo ? (
        <Notice tone="attention">{meeting.cancelled ? texts.meetingCancelled : caseErasureTexts.meetingTooLongAgo}</Notice>
      ) : (
        <WritingPage isFirst>
          <CasePartForm
            action={startCaseDiscussionAction}
            {...form}
            names={namesFor("CASE", names)}
            part="GOES_WELL"
            about={{ meetingId: meeting.id }}
            standing={{}}
            longest={longest}
            stages={[]}
            circle={[]}
            ways="first"
            back={{ href: path, label: texts.toMeeting }}
          />
        </WritingPage>
      )}
    </>
  );
}

export default shownPage(NewCasePage);
