import { z } from "zod";
import { caseReturnPath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { meetingCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { makeAgreementAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new/actions";
import { shownPage } from "#app/shown-page";
import { AgreementForm } from "#components/agreements/agreement-form";
import { KeepTyping } from "#components/forms/kept-typing";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findTeamAtMeeting } from "#lib/agreements/queries";
import { proposedDue } from "#lib/agreements/rules";
import { LONGEST_AGREEMENT } from "#lib/agreements/schema";
import { namesFor } from "#lib/anonymity/findings";
import { formatDayMonth } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { caseReturn, returnFields } from "#lib/presentation/places";
import { agreementFormTexts as texts } from "#lib/texts/agreements";
import { caseFormTexts } from "#lib/texts/case-discussions";

const search = z.object({ notice: z.string().max(60).optional(), after: z.uuid().optional(), case: z.uuid().optional(), ...caseReturn });

async function NewAgreementPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const { notice, after, case: caseDiscussionId = null, ...place } = await readSearch(searchParams, search);
  const path = meetingsPath(coreTeamId, `/${meetingId}`);
  const back = caseDiscussionId ? { href: caseReturnPath({ coreTeamId, meetingId, discussionId: caseDiscussionId }, place), label: caseFormTexts.backToCase } : { href: path, label: texts.back };
  const { meeting, team, owners, coach, names, form } = await asViewer(async (viewer) => {
    const found = await findTeamAtMeeting(viewer, coreTeamId, meetingId);
    if (!found || !viewer.can("agreement:make", found.team.scope)) throw new NotFoundError();
    const form = caseDiscussionId
      ? await openForm(viewer, `${path}/agreements/new?case=${caseDiscussionId}`, { kind: "PLAIN", dueOn: proposedDue(found.meeting.day, viewer.today) })
      : await openForm(viewer, `${path}/agreements/new`);
    return { ...found, form };
  });
  const title = texts.newTitle(team.name);
  const said = noticeOf({ notice });
  const why = meeting.cancelled ? texts.meetingCancelled : owners.length === 0 ? texts.noOwners : null;
  return (
    <>
      <title>{title}</title>
      {said && <Notice>{said}</Notice>}
      <PageHeading title={title} breadcrumbs={meetingCrumbs(team, meeting)} lead={why === null && (caseDiscussionId ? texts.newLeadOfCase : texts.newLead)(formatDayMonth(meeting.day))} />
      <Task>
        {why === null ? (
          <KeepTyping on={caseDiscussionId !== null}>
            <AgreementForm
              // After an agreement was saved this is about another one: the boxes start empty again.
              key={after ?? "first"}
              action={makeAgreementAction}
              {...form}
              names={namesFor("WORK", names)}
              owners={owners}
              {...(caseDiscussionId && { kinds: { coach } })}
              maxLength={LONGEST_AGREEMENT}
              back={back}
              about={{ meetingId: meeting.id, caseDiscussionId, ...returnFields(place) }}
            />
          </KeepTyping>
        ) : (
          <Notice tone="attention">{why}</Notice>
        )}
      </Task>
    </>
  );
}

export default shownPage(NewAgreementPage);
