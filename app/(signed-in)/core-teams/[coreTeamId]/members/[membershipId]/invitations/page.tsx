import type { Route } from "next";
import { z } from "zod";
import { inviteMemberAction } from "#app/(signed-in)/core-teams/[coreTeamId]/members/[membershipId]/invitations/actions";
import { shownPage } from "#app/shown-page";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { InviteMemberForm } from "#components/meetings/invite-member-form";
import { LinkButton } from "#components/ui/button";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { findMembership } from "#lib/core-teams/queries";
import { dayOf, formatPeriod, formatTime, formatWeekdayMonth } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { listVacantSeats, type VacantSeat } from "#lib/invitations/queries";
import { coreTeamTexts } from "#lib/texts/core-teams";
import { successorTexts as texts } from "#lib/texts/invitations";
import { momentTexts } from "#lib/texts/meetings";

const search = z.object({ notice: z.string().max(60).optional() });

async function InvitationsPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/members/[membershipId]/invitations">) {
  const { coreTeamId, membershipId } = await parseParams(params, "coreTeamId", "membershipId");
  const said = noticeOf(await readSearch(searchParams, search));
  const { member, seats, form } = await asViewer((viewer) => load(viewer, coreTeamId, membershipId));
  const { personName, functionName, choices } = member;
  const title = texts.title(personName, choices.teamName);
  const team = `/core-teams/${coreTeamId}` as Route;
  return (
    <>
      <title>{title}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading title={title} breadcrumbs={[{ href: team, label: coreTeamTexts.title(choices.teamName) }]} lead={seats.length > 0 ? texts.lead(personName, functionName) : texts.none(personName)} />
      <Task>
        {seats.length > 0 ? (
          <InviteMemberForm action={inviteMemberAction} {...form} membershipId={membershipId} name={personName} meetings={seats.map(choiceOf)} back={team} />
        ) : (
          <LinkButton href={team} variant="secondary">
            {texts.back(choices.teamName)}
          </LinkButton>
        )}
      </Task>
    </>
  );
}

async function load(viewer: Viewer, coreTeamId: string, membershipId: string) {
  const member = await findMembership(viewer, coreTeamId, membershipId);
  if (!member || !viewer.can("invitees:change", { consortiumId: member.choices.consortiumId, coreTeamId })) throw new NotFoundError("membership");
  const seats = (await listVacantSeats(viewer, coreTeamId)).filter((seat) => seat.membershipId === membershipId);
  const free = seats.filter(({ clash }) => clash === null).map(({ meetingId }) => meetingId);
  return { member, seats, form: await openForm(viewer, `/core-teams/${coreTeamId}/members/${membershipId}/invitations`, { meetings: free }) };
}

function choiceOf({ meetingId, startsAt, endsAt, former, clash, name }: VacantSeat) {
  const elsewhere = clash && momentTexts.clash({ names: [name], day: formatWeekdayMonth(dayOf(clash.startsAt)), time: formatTime(clash.startsAt), teamName: clash.teamName });
  return { value: meetingId, label: formatPeriod(startsAt, endsAt), hint: [texts.insteadOf(former), ...(elsewhere ? [elsewhere] : [])].join(" ") };
}

export default shownPage(InvitationsPage);
