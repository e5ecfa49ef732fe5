import type { Route } from "next";
import { z } from "zod";
import { agreeInMeetingAction, markPresentAction } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/actions";
import { presentationPath, screenCasePath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { KeepTyping } from "#components/forms/kept-typing";
import { Notice } from "#components/layout/notice";
import { AgreedList } from "#components/presentation/agreed-list";
import { AgreeForm } from "#components/presentation/agree-form";
import { PresenceLine, PresenceToggle } from "#components/presentation/presence-toggle";
import { ItemList, ItemOnScreen, type ShownItem } from "#components/presentation/shown-item";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { type AgendaItem, findAgenda } from "#lib/agenda/queries";
import { timetable } from "#lib/agenda/rules";
import { findTeamAtMeeting } from "#lib/agreements/queries";
import { LONGEST_AGREEMENT } from "#lib/agreements/schema";
import { namesFor } from "#lib/anonymity/findings";
import { listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import type { CaseState } from "#lib/case-discussions/rules";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams, readSearch } from "#lib/forms/params";
import { findMeeting } from "#lib/meetings/queries";
import { chosenItem } from "#lib/presentation/places";
import { endOf, indexByClock } from "#lib/presentation/rules";
import { listSuccessesSince } from "#lib/successes/queries";
import { agendaTexts } from "#lib/texts/agenda";
import { guestTexts } from "#lib/texts/guests";
import { recordTexts } from "#lib/texts/meetings";
import { presentationTexts as texts } from "#lib/texts/presentation";

const search = z.object({ item: chosenItem, made: z.uuid().optional(), case: z.uuid().optional() });

async function PresentationPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/presentation">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId");
  const { item: chosen, made = null, case: talkedAbout } = await readSearch(searchParams, search);
  const page = await asViewer((viewer) => loadPresentation(viewer, ids, talkedAbout));
  const { meeting, today, items, now } = page;
  const shown = Math.min((chosen ?? indexByClock(items, now) + 1) - 1, items.length - 1);
  const day = meetingDay(meeting, today);
  return (
    <div className="text-lg">
      <title>{texts.title(day, meeting.team.name)}</title>
      <div className="flex flex-wrap items-baseline justify-between gap-x-8 pt-4">
        <h1 className="text-xl">{texts.heading(day, meeting.team.name)}</h1>
        <InternalLink href={meetingsPath(meeting.team.id, `/${meeting.id}`)} className="inline-flex min-h-11 items-center">
          {texts.back}
        </InternalLink>
      </div>
      {meeting.state === "CANCELLED" ? (
        <Notice tone="attention">{texts.cancelled}</Notice>
      ) : (
        <>
          <OnScreen {...page} chosen={chosen} shown={shown} />
          <div className="mt-12 grid grid-cols-1 gap-x-14 gap-y-12 @4xl:grid-cols-2">
            <People {...page} chosen={chosen} shown={shown} />
            {page.can.readAgreements && <Agreements {...page} chosen={chosen} shown={shown} made={made} />}
          </div>
          {page.can.record && meeting.state !== "COMING" && <End {...page} />}
        </>
      )}
    </div>
  );
}

type Page = Awaited<ReturnType<typeof loadPresentation>>;
/** `shown` is the place of the item on the screen, counted from 0; `chosen` is its number when somebody chose it. */
type PartProps = Page & { chosen: number | undefined; shown: number };

async function loadPresentation(viewer: Viewer, ids: { coreTeamId: string; meetingId: string }, talkedAbout: string | undefined) {
  const meeting = await findMeeting(viewer, ids.coreTeamId, ids.meetingId);
  if (!meeting || !viewer.can("meeting:read", meeting.team.scope)) throw new NotFoundError();
  const { scope } = meeting.team;
  const can = {
    record: viewer.can("meeting:record", scope),
    readCases: viewer.can("case-discussion:read", scope),
    readAgreements: viewer.can("agreement:read", scope),
    readSuccesses: viewer.can("success:read", scope),
    makeAgreement: viewer.can("agreement:make", scope),
  };
  const agenda = viewer.can("agenda:read", scope) ? await findAgenda(viewer, ids.coreTeamId, ids.meetingId) : null;
  const atMeeting = can.makeAgreement ? await findTeamAtMeeting(viewer, ids.coreTeamId, ids.meetingId) : null;
  return {
    ids,
    can,
    // No address or number of anybody is on a shared screen.
    meeting: {
      ...meeting,
      invitees: [
        ...meeting.invitees.map(({ participationId, name, functionName, present }) => ({ attendeeId: participationId, name, functionName, present })),
        ...(agenda?.guests ?? []).map(({ id, name, organisation, present }) => ({ attendeeId: id, name, functionName: guestTexts.asGuest(organisation), present })),
      ].map((invitee) => ({ ...invitee, formKey: newFormKey(viewer.person.id) })),
    },
    items: timetable(agenda?.items ?? [], meeting.startsAt),
    guests: agenda?.guests ?? [],
    cases: can.readCases ? await listCaseDiscussionsOf(viewer, ids.meetingId) : null,
    successes: can.readSuccesses && agenda?.items.some(({ standing }) => standing === "SUCCESSES") ? await listSuccessesSince(viewer, ids) : null,
    owners: atMeeting?.owners ?? [],
    names: namesFor("WORK", atMeeting?.names ?? {}),
    form: await openForm(viewer, presentationPath(ids), talkedAbout ? { caseDiscussionId: talkedAbout } : {}),
    now: viewer.now,
    today: viewer.today,
  };
}

function OnScreen({ ids, items, cases, successes, guests, now, chosen, shown }: PartProps) {
  const item = items[shown];
  if (!item) return <p className="mt-6 text-xl text-ink-soft">{texts.noAgenda}</p>;
  const hrefOf = (number: number) => presentationPath(ids, number);
  return (
    <div className="mt-6 grid grid-cols-1 gap-x-14 gap-y-10 @4xl:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
      <ItemOnScreen item={{ ...shownItem(item, shown + 1, { ids, cases, successes }), guests: guests.filter(({ itemIds }) => itemIds.includes(item.id)) }} total={items.length} now={now} byClock={chosen === undefined} hrefOf={hrefOf} clockHref={presentationPath(ids)} />
      <ItemList items={items} shown={shown + 1} hrefOf={hrefOf} />
    </div>
  );
}

function shownItem(item: AgendaItem & { startsAt: Date }, number: number, { ids, cases, successes }: Pick<Page, "ids" | "cases" | "successes">): Omit<ShownItem, "guests"> {
  const { title, explanation, questions, startsAt, standing, addedBy } = item;
  return {
    number, title, explanation, questions, startsAt,
    endsAt: endOf(item),
    addedBy: addedBy && (addedBy.name ?? agendaTexts.addedBySomebody),
    cases: standing === "CASES" && cases !== null ? cases.map(({ id, alias, state }) => ({ alias, href: hasText(state) ? screenCasePath({ ...ids, discussionId: id }, number) : null })) : null,
    successes: standing === "SUCCESSES" ? successes : null,
  };
}

function People({ meeting, can, chosen }: PartProps) {
  const { invitees, state } = meeting;
  const marks = can.record && state !== "COMING";
  const item: Record<string, string> = chosen === undefined ? {} : { item: String(chosen) };
  return (
    <section id="people" aria-labelledby="people-heading" className="scroll-mt-6">
      <h2 id="people-heading">{texts.people}</h2>
      <p className="mt-1 text-ink-soft">
        {state === "COMING" ? texts.notYet : texts.count(invitees.filter(({ present }) => present === true).length, invitees.length)}
      </p>
      {marks && <p className="mt-1 max-w-prose text-base text-ink-soft">{texts.peopleHint}</p>}
      <ul className={`mt-4 ${marks ? "grid grid-cols-1 gap-3 @6xl:grid-cols-2" : ""}`}>
        {invitees.map(({ formKey, ...invitee }) => (
          <li key={invitee.attendeeId}>
            {marks ? (
              <PresenceToggle action={markPresentAction} formKey={formKey} fields={{ ...item, meetingId: meeting.id, attendeeId: invitee.attendeeId }} invitee={invitee} />
            ) : (
              <PresenceLine invitee={invitee} shows={state !== "COMING"} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Agreements({ meeting, items, cases, can, owners, names, form, chosen, shown, made }: PartProps & { made: string | null }) {
  const talkedAbout = items[shown]?.standing === "CASES" ? (cases ?? []).filter(({ state }) => state === "OPEN") : [];
  return (
    <section id="agreements" aria-labelledby="agreements-heading" className="scroll-mt-6">
      <h2 id="agreements-heading">{texts.agreements}</h2>
      <p className="mt-1 max-w-prose text-ink-soft">{meeting.agreements.length === 0 ? texts.noAgreements : texts.agreementsHint}</p>
      <AgreedList agreements={meeting.agreements} />
      {can.makeAgreement && owners.length > 0 && (
        <div className="mt-8 max-w-task">
          <h3 className="mb-4">{texts.newAgreement}</h3>
          <KeepTyping>
            <AgreeForm made={made} action={agreeInMeetingAction} {...form} names={names} meetingId={meeting.id} item={chosen ?? null} cases={talkedAbout.map(({ id, alias }) => ({ id, alias }))} owners={owners} maxLength={LONGEST_AGREEMENT} />
          </KeepTyping>
        </div>
      )}
    </section>
  );
}

function hasText(state: CaseState): boolean {
  return state === "OPEN" || state === "CLOSED";
}

function End({ ids }: Page) {
  return (
    <section aria-labelledby="end-heading" className="mt-12 border-t border-rule pt-6">
      <h2 id="end-heading">{texts.end}</h2>
      <p className="mt-1 mb-4 text-ink-soft">{texts.endHint}</p>
      <LinkButton href={meetingsPath(ids.coreTeamId, `/${ids.meetingId}/recording`) as Route}>{recordTexts.action}</LinkButton>
    </section>
  );
}

export default shownPage(PresentationPage);
