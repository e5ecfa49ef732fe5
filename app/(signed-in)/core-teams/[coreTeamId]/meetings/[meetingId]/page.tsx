import type { Route } from "next";
import { z } from "zod";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { answerInvitationAction, resendInvitationAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/actions";
import { resendToGuestAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/guests/actions";
import { meetingDay, meetingsCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { AgendaInShort } from "#components/agenda/agenda-in-short";
import { AgreementLines } from "#components/agreements/agreement-lines";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { CaseLines } from "#components/case-discussions/case-lines";
import { GuestLines } from "#components/guests/guest-lines";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { AnswerForm } from "#components/meetings/answer-form";
import { BouncedMails } from "#components/meetings/bounced-mails";
import { MeetingFacts, MeetingLink, WaitingInvitation } from "#components/meetings/meeting-facts";
import { MeetingPeople, MeetingProgress } from "#components/meetings/meeting-people";
import { ObstructedMeetingCard } from "#components/meetings/obstructed-meeting";
import { CalledFor } from "#components/on-call/called-for";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { findAgenda } from "#lib/agenda/queries";
import { timetable } from "#lib/agenda/rules";
import { listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { numbersOf } from "#lib/guests/rules";
import { findMeeting, findOpenInvitation, listObstructedMeetings, type MeetingDetails } from "#lib/meetings/queries";
import { hasMinutes } from "#lib/minutes/rules";
import { numbered } from "#lib/on-call/rules";
import { reviewTexts } from "#lib/texts/agreements";
import { agendaTexts } from "#lib/texts/agenda";
import { guestTexts } from "#lib/texts/guests";
import { minutesTexts } from "#lib/texts/minutes";
import { presentationTexts } from "#lib/texts/presentation";
import { stageName } from "#lib/texts/case-discussions";
import { cancelTexts, meetingKindNames, meetingPageTexts as texts, meetingTexts, ownAnswerText, recordTexts, rescheduleTexts } from "#lib/texts/meetings";

const search = z.object({ notice: z.string().max(60).optional(), agreement: z.uuid().optional() });

async function MeetingPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const { notice, agreement } = await readSearch(searchParams, search);
  const page = await asViewer((viewer) => loadMeeting(viewer, coreTeamId, meetingId, isAnswer(notice)));
  const { meeting } = page;
  const { team, state } = meeting;
  const path = meetingsPath(team.id, `/${meeting.id}`);
  const title = meetingTexts.titleOf(meetingDay(meeting, page.today), team.name);
  const said = noticeOf({ notice });
  const isOver = state === "NOT_RECORDED" || state === "RECORDED";
  return (
    <>
      <title>{title}</title>
      <AgreementNotice code={notice} said={said} agreementId={agreement} formKey={page.undoKey} back="meeting" setState={setAgreementStateAction}>
        {page.waiting && <WaitingInvitation {...page.waiting} />}
      </AgreementNotice>
      <PageHeading title={title} breadcrumbs={meetingsCrumbs(team)} lead={meetingTexts.about(meetingKindNames[meeting.kind], meeting.theme)} />
      <Sections>
        <div className="space-y-6">
          {page.obstructed && <ObstructedMeetingCard meeting={page.obstructed} path={path} />}
          {page.bounced.length > 0 && <BouncedMails mails={page.bounced} action={resendInvitationAction} />}
          <Facts {...page} path={path} />
        </div>
        <Agenda {...page} path={path} />
        {!isOver && <People {...page} path={path} />}
        {!isOver && <Guests {...page} path={path} />}
        <Cases {...page} path={path} />
        <Agreements {...page} path={path} />
        {isOver && <People {...page} path={path} />}
        {isOver && <Guests {...page} path={path} />}
        {page.can.readMinutes && hasMinutes(state) && <MinutesFiles path={path} />}
      </Sections>
    </>
  );
}

const PEOPLE = { COMING: texts.people, UNDER_WAY: texts.people, NOT_RECORDED: texts.peopleExpected, RECORDED: texts.peopleThen, CANCELLED: texts.peopleInvited } as const;

function isAnswer(notice: string | undefined): boolean {
  return notice === "answer-accepted" || notice === "answer-declined";
}

type Page = Awaited<ReturnType<typeof loadMeeting>>;
type PartProps = Page & { path: Route };

async function loadMeeting(viewer: Viewer, coreTeamId: string, meetingId: string, hasAnswered: boolean) {
  const meeting = await findMeeting(viewer, coreTeamId, meetingId);
  if (!meeting || !viewer.can("meeting:read", meeting.team.scope)) throw new NotFoundError();
  const { scope, sector } = meeting.team;
  const can = {
    change: viewer.can("meeting:reschedule", scope),
    record: viewer.can("meeting:record", scope),
    resend: viewer.can("invitation:resend", scope),
    inviteGuests: viewer.can("guest:invite", scope),
    readAgenda: viewer.can("agenda:read", scope),
    addToAgenda: viewer.can("agenda:add-item", scope),
    readCases: viewer.can("case-discussion:read", scope),
    logCase: viewer.can("case-discussion:log", scope),
    readAgreements: viewer.can("agreement:read", scope),
    makeAgreement: viewer.can("agreement:make", scope),
    readMinutes: viewer.can("minutes:download", scope),
  };
  const agenda = can.readAgenda ? await findAgenda(viewer, coreTeamId, meetingId) : null;
  const cases = can.readCases ? await listCaseDiscussionsOf(viewer, meeting.id, { concepts: true }) : [];
  const obstructed = can.change && meeting.state === "COMING" ? await listObstructedMeetings(viewer, scope) : [];
  const newKey = () => newFormKey(viewer.person.id);
  const own = meeting.invitees.find(({ personId }) => personId === viewer.person.id);
  return {
    // Who may not send a mail again has nothing to do with how it fared.
    meeting: can.resend ? meeting : { ...meeting, invitees: meeting.invitees.map((invitee) => ({ ...invitee, mail: null })) },
    can,
    agenda: agenda && { fixed: agenda.fixed, items: timetable(agenda.items, meeting.startsAt) },
    obstructed: obstructed.find(({ id }) => id === meeting.id),
    guests: (agenda?.guests ?? []).map((guest) => ({ ...guest, numbers: numbersOf(guest.itemIds, agenda?.items ?? []), formKey: newKey() })),
    today: viewer.today,
    undoKey: newKey(),
    // Who has just answered one invitation is in the mood for the next.
    waiting: hasAnswered ? await findOpenInvitation(viewer) : null,
    own: own && { answer: own.answer, onCall: own.attendance === "ON_CALL", formKey: newKey() },
    calledFor: agenda?.onCall.find(({ isOwn }) => isOwn)?.calledFor ?? null,
    bounced: can.resend ? bouncedOf(meeting, viewer).map((mail) => ({ ...mail, formKey: newKey() })) : [],
    cases: cases.map(({ stage, ...line }) => ({ ...line, stage: stage && stageName(stage, sector) })),
    agreements: meeting.agreements.map((agreement) => ({ ...agreement, formKey: newKey() })),
  };
}

function bouncedOf({ invitees, team }: MeetingDetails, viewer: Viewer) {
  const corrects = viewer.can("person:list", { consortiumId: team.scope.consortiumId });
  return invitees
    .filter(({ mail }) => mail?.state === "BOUNCED")
    .map(({ participationId, personId, name, email, mail }) => ({
      participationId,
      name,
      address: email,
      errorCode: mail?.errorCode ?? null,
      personHref: corrects ? (`/people/${personId}` as Route) : null,
    }));
}

function Facts({ meeting, can, own, calledFor, agenda, today, path }: PartProps) {
  const { state, cancelledOn, cancellationReason, recordedOn } = meeting;
  const isToRecord = can.record && state === "NOT_RECORDED";
  const links = can.change && state === "COMING" && (
    <>
      <MeetingLink href={`${path}/rescheduling`}>{rescheduleTexts.action}</MeetingLink>
      <MeetingLink href={`${path}/cancellation`}>{cancelTexts.action}</MeetingLink>
    </>
  );
  return (
    <MeetingFacts meeting={meeting} today={today} links={links}>
      {cancelledOn && <p>{cancelTexts.cancelledOn(formatDate(cancelledOn))}</p>}
      {cancellationReason && <p className="wrap-anywhere">{cancelTexts.reasonIs(cancellationReason)}</p>}
      {isToRecord && (
        <>
          <p>{texts.recordNow}</p>
          <LinkButton href={`${path}/recording` as Route}>{recordTexts.action}</LinkButton>
        </>
      )}
      {state === "UNDER_WAY" && (
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <LinkButton href={`${path}/presentation` as Route}>{presentationTexts.start}</LinkButton>
          {can.record && <MeetingLink href={`${path}/recording`}>{recordTexts.action}</MeetingLink>}
        </div>
      )}
      {recordedOn && (
        <p className="text-ink-soft">
          {texts.recordedOn(formatDate(recordedOn))} {can.record && <MeetingLink href={`${path}/recording`}>{recordTexts.correct}</MeetingLink>}
        </p>
      )}
      {own && (state === "COMING" || state === "UNDER_WAY") && (
        <>
          {calledFor && <CalledFor item={numbered(agenda?.items ?? [], calledFor)} />}
          <h3>{ownAnswerText(own.answer, own.onCall)}</h3>
          <AnswerForm action={answerInvitationAction} formKey={own.formKey} fields={{ meetingId: meeting.id }} answer={own.answer} onCall={own.onCall} />
        </>
      )}
    </MeetingFacts>
  );
}

function Agenda({ meeting, agenda, can, path }: PartProps) {
  if (!agenda || (agenda.fixed !== null && agenda.items.length === 0)) return null;
  return (
    <Section
      title={agendaTexts.heading}
      action={
        <>
          <MeetingLink href={`${path}/agenda`}>{agendaTexts.openAgenda}</MeetingLink>
          {meeting.state !== "CANCELLED" && <MeetingLink href={`${path}/presentation`}>{presentationTexts.show}</MeetingLink>}
          {can.addToAgenda && agenda.fixed === null && <MeetingLink href={`${path}/agenda/new`}>{agendaTexts.add}</MeetingLink>}
        </>
      }
    >
      {agenda.items.length === 0 ? <p className="text-ink-soft">{agendaTexts.emptyTitle}</p> : <AgendaInShort label={agendaTexts.heading} items={agenda.items} />}
    </Section>
  );
}

function Cases({ meeting, can, cases, path }: PartProps) {
  if (!can.readCases) return null;
  const log = can.logCase && meeting.state !== "CANCELLED" && <MeetingLink href={`${path}/case-discussions/new`}>{texts.logCase}</MeetingLink>;
  return (
    <Section title={texts.cases} action={log}>
      {cases.length === 0 ? <p className="text-ink-soft">{texts.casesEmpty}</p> : <CaseLines cases={cases} meetingPath={path} />}
    </Section>
  );
}

function Agreements({ meeting, can, agreements, today, path }: PartProps) {
  if (!can.readAgreements) return null;
  const links = can.makeAgreement && meeting.state !== "CANCELLED" && (
    <>
      <MeetingLink href={`${path}/agreements-review`}>{reviewTexts.link}</MeetingLink>
      <MeetingLink href={`${path}/agreements/new`}>{texts.makeAgreement}</MeetingLink>
    </>
  );
  return (
    <Section title={texts.agreements} action={links}>
      {agreements.length === 0 ? (
        <p className="text-ink-soft">{texts.agreementsEmpty}</p>
      ) : (
        <AgreementLines agreements={agreements} label={texts.agreements} today={today} back="meeting" setState={setAgreementStateAction} />
      )}
    </Section>
  );
}

function People({ meeting, can, today, path }: PartProps) {
  const { state, invitees, notInvited } = meeting;
  const queued = invitees.filter(({ mail }) => mail?.state === "QUEUED").length;
  const changes = can.change && state === "COMING";
  return (
    <Section
      title={PEOPLE[state]}
      note={
        <>
          {state !== "CANCELLED" && <MeetingProgress invitees={invitees} state={state} />}
          {queued > 0 && <p className="mt-1.5">{texts.mailsQueued(queued)}</p>}
        </>
      }
      action={changes && <MeetingLink href={`${path}/invitees`}>{texts.changeInvitees}</MeetingLink>}
    >
      {changes && notInvited.length > 0 && <p className="mb-5 text-ink-soft">{texts.notInvited(notInvited)}</p>}
      <MeetingPeople invitees={invitees} state={state} day={meetingDay(meeting, today)} />
    </Section>
  );
}

function Guests({ meeting, guests, can, path }: PartProps) {
  const invites = can.inviteGuests && meeting.state === "COMING";
  if (guests.length === 0 && !invites) return null;
  return (
    <Section id="guests" title={guestTexts.heading} action={invites && <MeetingLink href={`${path}/guests/new`}>{guestTexts.invite}</MeetingLink>}>
      {guests.length === 0 ? (
        <p className="text-ink-soft">{guestTexts.none}</p>
      ) : (
        <GuestLines guests={guests} state={meeting.state} path={invites ? (`${path}/guests` as Route) : null} resend={resendToGuestAction} />
      )}
    </Section>
  );
}

/** The minutes to take away, in both kinds of file. */
function MinutesFiles({ path }: { path: Route }) {
  return (
    <Section title={minutesTexts.heading} note={<p>{minutesTexts.lead}</p>}>
      <div className="flex flex-wrap gap-x-6">
        {[{ below: "minutes.docx", label: minutesTexts.word }, { below: "minutes.pdf", label: minutesTexts.pdf }].map(({ below, label }) => (
          <InternalLink key={below} href={`${path}/${below}` as Route} className="inline-flex min-h-11 items-center font-semibold" plain>
            {label}
          </InternalLink>
        ))}
      </div>
    </Section>
  );
}

export default shownPage(MeetingPage);
