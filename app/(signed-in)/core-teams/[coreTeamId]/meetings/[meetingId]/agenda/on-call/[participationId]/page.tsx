import type { Route } from "next";
import { callInviteeAction, takeBackCallAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/on-call/actions";
import { agendaCrumbs, agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { NotPossible } from "#components/meetings/not-possible";
import { CallInviteeForm, TakeBackCallForm } from "#components/on-call/call-forms";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { timetable } from "#lib/agenda/rules";
import { formatTime } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findInviteeToCall, type InviteeToCall } from "#lib/on-call/queries";
import { numbered } from "#lib/on-call/rules";
import { callTexts as texts } from "#lib/texts/on-call";

async function OnCallPage({ params }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/on-call/[participationId]">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId", "participationId");
  const page = await asViewer(async (viewer) => {
    const found = await findInviteeToCall(viewer, ids);
    if (!found) throw new NotFoundError();
    const form = await openForm(viewer, agendaPath(ids, `/on-call/${ids.participationId}`), { itemId: found.suggested ?? "" });
    return { ...found, today: viewer.today, form };
  });
  const { invitee, meeting, team, state } = page;
  const day = meetingDay(meeting, page.today);
  const title = state === "CALLED" ? texts.takeBackTitle(invitee.name, day, team.name) : texts.title(invitee.name, day, team.name);
  const calls = page.problem === null && state === "ON_CALL" && page.items.length > 0;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agendaCrumbs(team, meeting)} lead={calls && <Lead {...invitee} />} />
      <Task>{page.problem ? <NotPossible problem={page.problem} back={meetingsPath(team.id, `/${meeting.id}`)} /> : <Call {...page} back={agendaPath(ids)} />}</Task>
    </>
  );
}

type CallProps = InviteeToCall & { form: Awaited<ReturnType<typeof openForm>>; back: Route };

function Lead({ name, functionName, answer }: InviteeToCall["invitee"]) {
  return (
    <>
      <p>{texts.lead(name, functionName)}</p>
      {answer !== "NONE" && <p>{texts.answered[answer](name)}</p>}
    </>
  );
}

function Call({ invitee, state, meeting, items, form, back }: CallProps) {
  const { participationId, name, calledFor, answer } = invitee;
  const timed = timetable(items, meeting.startsAt);
  if (state === "OTHERWISE") return <NotNow back={back}>{texts.notOnCall(name)}</NotNow>;
  if (state === "CALLED" && answer !== "NONE") return <NotNow back={back}>{texts.answeredMeanwhile(name)}</NotNow>;
  if (state === "CALLED") {
    return (
      <ConsequencePage
        consequences={[{ count: 1, text: texts.takeBackMail }]}
        keeps={[texts.takeBackKeeps(name)]}
        form={<TakeBackCallForm action={takeBackCallAction} {...form} participationId={participationId} />}
        back={{ href: back, label: texts.takeBackBack }}
      >
        <p>{texts.takeBackLead(name, numbered(timed, calledFor ?? "")?.number ?? null)}</p>
      </ConsequencePage>
    );
  }
  if (items.length === 0) {
    return (
      <EmptyState title={texts.noAgendaTitle} level={2} action={<LinkButton href={back}>{texts.back}</LinkButton>}>
        <p>{texts.noAgenda}</p>
      </EmptyState>
    );
  }
  const choices = timed.map(({ id, title, minutes, startsAt }, index) => ({ value: id, label: texts.itemLabel(index + 1, title), hint: texts.itemTime(formatTime(startsAt), minutes) }));
  return <CallInviteeForm action={callInviteeAction} {...form} participationId={participationId} items={choices} back={back} />;
}

function NotNow({ children, back }: { children: string; back: Route }) {
  return (
    <div className="space-y-5">
      <Notice tone="attention">{children}</Notice>
      <InternalLink href={back} className="inline-flex min-h-11 items-center font-semibold">
        {texts.back}
      </InternalLink>
    </div>
  );
}

export default shownPage(OnCallPage);
