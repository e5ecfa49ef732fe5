import type { Route } from "next";
import { endMembershipAction, withdrawMembershipAction } from "#app/(signed-in)/core-teams/[coreTeamId]/members/[membershipId]/ending/actions";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { shownPage } from "#app/shown-page";
import { EndMembershipForm, WithdrawMembershipForm } from "#components/core-teams/end-membership-form";
import { ConsequencePage } from "#components/forms/consequence-page";
import { Line, Lines } from "#components/layout/lines";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { LinkButton } from "#components/ui/button";
import { PeriodText } from "#components/ui/date-time";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { countAgreementsOf } from "#lib/agreements/queries";
import { findMembership, type MembershipToChange } from "#lib/core-teams/queries";
import { endingTakes } from "#lib/core-teams/rules";
import { type Day, dayOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { type OpenedForm, openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { changeReportTexts, memberTexts as texts } from "#lib/texts/core-teams";
import { meetingKindNames, meetingTexts } from "#lib/texts/meetings";

type EndingPageProps = { params: Promise<{ coreTeamId: string; membershipId: string }> };

async function EndingPage({ params }: EndingPageProps) {
  const { coreTeamId, membershipId } = await parseParams(params, "coreTeamId", "membershipId");
  const { membership, mayEnd, mayReport, openAgreements, form, today } = await asViewer((viewer) => load(viewer, coreTeamId, membershipId));
  const { teamName } = membership.choices;
  const isToCome = membership.firstDay > today;
  const title = isToCome ? texts.withdrawTitle(membership.personName, teamName) : texts.endTitle(membership.personName, teamName);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[teamCrumb({ id: coreTeamId, name: teamName })]} />
      <Task>
        {membership.isOwn && <Notice tone="attention">{texts.endOwn}</Notice>}
        {!membership.isOwn && !mayEnd && (
          <div className="space-y-6">
            <Notice tone="attention">{texts.endNotYours(membership.functionName)}</Notice>
            {mayReport && <LinkButton href={`/core-teams/${coreTeamId}/change-reports/new?member=${membershipId}` as Route}>{changeReportTexts.reportOf(membership.personName)}</LinkButton>}
          </div>
        )}
        {!membership.isOwn && mayEnd && (isToCome ? <Withdrawal membership={membership} form={form} /> : <Ending membership={membership} openAgreements={openAgreements} form={form} today={today} />)}
      </Task>
    </>
  );
}

async function load(viewer: Viewer, coreTeamId: string, membershipId: string) {
  const membership = await findMembership(viewer, coreTeamId, membershipId);
  if (!membership) throw new NotFoundError("membership");
  const scope = { consortiumId: membership.choices.consortiumId, coreTeamId };
  const [mayEnd, mayReport] = [viewer.can(endingTakes(membership), scope), viewer.can("change:report", scope)];
  if (!mayEnd && !mayReport) throw new NotFoundError("membership");
  const openAgreements = await countAgreementsOf(viewer, scope, membership.personId);
  const form = await openForm(viewer, `/core-teams/${coreTeamId}/members/${membershipId}/ending`, { lastDay: membership.lastDay ?? viewer.today });
  return { membership, mayEnd, mayReport, openAgreements, form, today: viewer.today };
}

type EndingProps = { membership: MembershipToChange; openAgreements: number; form: OpenedForm; today: Day };

function Ending({ membership, openAgreements, form, today }: EndingProps) {
  const { personName, functionName, choices, futureMeetings, othersInFunction, coreTeamId } = membership;
  return (
    <ConsequencePage
      consequences={[
        { count: futureMeetings.length, text: texts.endMeetings(futureMeetings.length, personName) },
        { count: openAgreements, text: texts.endAgreements(openAgreements, personName, choices.teamName) },
        { count: othersInFunction, text: texts.endSameFunction(othersInFunction, functionName) },
      ]}
      keeps={[texts.endHistory, texts.endElsewhere]}
      form={
        <>
          {futureMeetings.length > 0 && <Invitations membership={membership} today={today} />}
          <EndMembershipForm action={endMembershipAction} formKey={form.formKey} initial={form.initial} membershipId={membership.id} version={membership.version} label={texts.endAction(personName)} />
        </>
      }
      back={{ href: `/core-teams/${coreTeamId}` as Route, label: texts.toTeam }}
    >
      <p>{texts.endLead(personName, functionName)}</p>
      <p>{texts.endAccess(personName)}</p>
    </ConsequencePage>
  );
}

function Invitations({ membership: { coreTeamId, futureMeetings, personName }, today }: { membership: MembershipToChange; today: Day }) {
  return (
    <section>
      <h2 className="text-lg">{texts.endMeetingsTitle}</h2>
      <p className="mt-1 mb-5">{texts.endMeetingsAfter(personName)}</p>
      <Lines>
        {futureMeetings.map(({ id, kind, theme, startsAt, endsAt }) => (
          <Line key={id} day={dayOf(startsAt)} title={<InternalLink href={`/core-teams/${coreTeamId}/meetings/${id}` as Route}>{meetingTexts.about(meetingKindNames[kind], theme)}</InternalLink>}>
            <PeriodText starts={startsAt} ends={endsAt} today={today} />
          </Line>
        ))}
      </Lines>
    </section>
  );
}

function Withdrawal({ membership, form }: { membership: MembershipToChange; form: OpenedForm }) {
  const { personName, functionName, firstDay, futureMeetings, coreTeamId } = membership;
  return (
    <ConsequencePage
      consequences={[{ count: futureMeetings.length, text: texts.endMeetings(futureMeetings.length, personName) }]}
      keeps={[texts.endElsewhere]}
      form={<WithdrawMembershipForm action={withdrawMembershipAction} formKey={form.formKey} initial={form.initial} membershipId={membership.id} version={membership.version} label={texts.withdrawAction} />}
      back={{ href: `/core-teams/${coreTeamId}` as Route, label: texts.toTeam }}
    >
      <p>{texts.withdrawLead(personName, functionName, firstDay)}</p>
    </ConsequencePage>
  );
}

export default shownPage(EndingPage);
