import type { Route } from "next";
import { z } from "zod";
import { agreeInMeetingAction, markPresentAction } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/actions";
import { presentationPath } from "#app/(in-meeting)/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/paths";
import { meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { Notice } from "#components/layout/notice";
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
import { namesFor } from "#lib/anonymity/schema";
import { listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams, readSearch } from "#lib/forms/params";
import { findMeeting } from "#lib/meetings/queries";
import { endOf, indexByClock } from "#lib/presentation/rules";
import { chosenItem } from "#lib/presentation/schema";
import { listSuccessesSince } from "#lib/successes/queries";
import { agendaTexts } from "#lib/texts/agenda";
import { agreementLabel } from "#lib/texts/agreements";
import { guestTexts } from "#lib/texts/guests";
import { recordTexts } from "#lib/texts/meetings";
import { presentationTexts as texts } from "#lib/texts/presentation";

const search = z.object({ item: chosenItem, made: z.uuid().optional() });

async function PresentationPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/presentation">) {
  const ids = await parseParams(params, "coreTeamId", "meetingId");
  const { item, made } = await readSearch(searchParams, search);
  const page = await asViewer((viewer) => loadPresentation(viewer, ids));
  const { meeting, today } = page;
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
          <OnScreen {...page} chosen={item} />
          <div className="mt-12 grid grid-cols-1 gap-x-14 gap-y-12 @4xl:grid-cols-2">
            <People {...page} chosen={item} />
            {page.can.readAgreements && <Agreements {...page} chosen={item} made={made ?? null} />}
          </div>
          {page.can.record && meeting.state !== "COMING" && <End {...page} />}
        </>
      )}
    </div>
  );
}

type Page = Awaited<ReturnType<typeof loadPresentation>>;
type PartProps = Page & { chosen: number | undefined };

async function loadPresentation(viewer: Viewer, ids: { coreTeamId: string; meetingId: string }) {
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
    caseAliases: can.readCases ? (await listCaseDiscussionsOf(viewer, ids.meetingId)).map(({ alias }) => alias) : null,
    successes: can.readSuccesses && agenda?.items.some(({ standing }) => standing === "SUCCESSES") ? await listSuccessesSince(viewer, ids) : null,
    owners: atMeeting?.owners ?? [],
    names: namesFor("WORK", atMeeting?.names ?? {}),
    form: await openForm(viewer, presentationPath(ids)),
    now: viewer.now,
    today: viewer.today,
  };
}

function OnScreen({ ids, items, caseAliases, successes, guests, now, chosen }: PartProps) {
  if (items.length === 0) return <p className="mt-6 text-xl text-ink-soft">{texts.noAgenda}</p>;
  const index = Math.min((chosen ?? indexByClock(items, now) + 1) - 1, items.length - 1);
  const item = items[index];
  if (!item) return null;
  const hrefOf = (number: number) => presentationPath(ids, number);
  return (
    <div className="mt-6 grid grid-cols-1 gap-x-14 gap-y-10 @4xl:grid-cols-[minmax(0,2fr)_minmax(18rem,1fr)]">
      <ItemOnScreen item={{ ...shownItem(item, index + 1, { caseAliases, successes }), guests: guests.filter(({ itemIds }) => itemIds.includes(item.id)) }} total={items.length} now={now} byClock={chosen === undefined} hrefOf={hrefOf} clockHref={presentationPath(ids)} />
      <ItemList items={items} shown={index + 1} hrefOf={hrefOf} />
    </div>
  );
}

function shownItem(item: AgendaItem & { startsAt: Date }, number: number, { caseAliases, successes }: Pick<Page, "caseAliases" | "successes">): Omit<ShownItem, "guests"> {
  const { title, explanation, questions, startsAt, standing, addedBy } = item;
  return {
    number, title, explanation, questions, startsAt,
    endsAt: endOf(item),
    addedBy: addedBy && (addedBy.name ?? agendaTexts.addedBySomebody),
    caseAliases: standing === "CASES" ? caseAliases : null,
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

function Agreements({ meeting, can, owners, names, form, chosen, made }: PartProps & { made: string | null }) {
  return (
    <section id="agreements" aria-labelledby="agreements-heading" className="scroll-mt-6">
      <h2 id="agreements-heading">{texts.agreements}</h2>
      <p className="mt-1 max-w-prose text-ink-soft">{meeting.agreements.length === 0 ? texts.noAgreements : texts.agreementsHint}</p>
      <ul className="mt-4 divide-y divide-rule border-t border-rule">
        {meeting.agreements.map(({ id, kind, text, owner, dueOn, caseDiscussion }) => (
          <li key={id} className="py-3">
            <p className="font-semibold wrap-anywhere">{text}</p>
            <p className="text-base text-ink-soft">
              {[agreementLabel(kind), texts.agreementLine(owner.name, formatDate(dueOn)), caseDiscussion && texts.ofCase(caseDiscussion.alias)].filter(Boolean).join(" · ")}
            </p>
          </li>
        ))}
      </ul>
      {can.makeAgreement && owners.length > 0 && (
        <div className="mt-8 max-w-task">
          <h3 className="mb-4">{texts.newAgreement}</h3>
          <AgreeForm made={made} action={agreeInMeetingAction} {...form} names={names} meetingId={meeting.id} item={chosen ?? null} owners={owners} maxLength={LONGEST_AGREEMENT} />
        </div>
      )}
    </section>
  );
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
