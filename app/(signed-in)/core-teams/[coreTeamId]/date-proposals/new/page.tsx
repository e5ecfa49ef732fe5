import type { Route } from "next";
import type { z } from "zod";
import { proposeDatesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/new/actions";
import { proposalsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/paths";
import { inviteeChoices, ticked } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/invitee-choices";
import { meetingsCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { ProposeDatesForm } from "#components/date-proposals/propose-dates-form";
import { SlotFilter } from "#components/date-proposals/slot-filter";
import { WhatHelps } from "#components/date-proposals/what-helps";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { Disclosure } from "#components/ui/details";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { addDays, dayOf, type Day, formatPeriod, momentAt, timeOf, weekdayOf } from "#lib/dates";
import { slotSearchSchema } from "#lib/date-proposals/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { planningNames } from "#lib/meetings/free-text";
import { findPlanningTeam } from "#lib/meetings/queries";
import { findSlotQuestion } from "#lib/planning/queries";
import { findSlots } from "#lib/planning/slot-finder";
import type { Moment } from "#lib/planning/slot-question";
import { proposalTexts } from "#lib/texts/date-proposals";
import { scheduleTexts } from "#lib/texts/meetings";
import { planningTexts, turnoutLine } from "#lib/texts/planning";

const texts = proposalTexts.search;
// Who is asked needs time to answer, and to make room.
const [DAYS_TO_ANSWER, FIRST_AFTER, WEEK] = [7, 10, 7];
const [SHOWN, TICKED] = [8, 3];
const FRIDAY = 5;
// After lessons, when most teams meet.
const USUAL_START = "14:15";

async function NewProposalPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/date-proposals/new">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const search = await readSearch(searchParams, slotSearchSchema);
  const { team, choices, slots, names, form, ownId } = await asViewer((viewer) => load(viewer, coreTeamId, search));
  const path = proposalsPath(team.id, "/new");
  return (
    <>
      <title>{texts.title(team.name)}</title>
      <PageHeading title={texts.title(team.name)} breadcrumbs={meetingsCrumbs(team)} lead={choices.length > 0 && texts.lead} />
      {choices.length === 0 ? (
        <EmptyState title={scheduleTexts.noTeamTitle} level={2} action={<LinkButton href={`/core-teams/${team.id}` as Route}>{scheduleTexts.toTeam}</LinkButton>}>
          <p>{scheduleTexts.noTeam}</p>
        </EmptyState>
      ) : (
        <Sections>
          <Section title={planningTexts.bestMoments} note={<p className="text-ink-soft">{texts.found(slots.fitting)}</p>}>
            <Disclosure summary={texts.filter}>
              <SlotFilter action={path} search={search} />
              <InternalLink href={meetingsPath(team.id, `/new?kind=${search.kind}`)} className="inline-flex min-h-11 items-center">
                {texts.toSchedule}
              </InternalLink>
            </Disclosure>
            <ProposeDatesForm
              action={proposeDatesAction}
              {...form}
              names={names}
              coreTeamId={team.id}
              chosen={{ kind: search.kind, minutes: String(search.minutes), form: search.form }}
              moments={slots.moments.map(asChoice)}
              choices={choices}
              ownId={ownId}
            >
              <WhatHelps slots={slots} />
            </ProposeDatesForm>
          </Section>
        </Sections>
      )}
    </>
  );
}

type Search = z.output<typeof slotSearchSchema>;

async function load(viewer: Viewer, coreTeamId: string, { kind, minutes, weeks, form, sameDay }: Search) {
  const team = await findPlanningTeam(viewer, coreTeamId);
  if (!team || !viewer.can("date-proposal:make", team.scope)) throw new NotFoundError();
  const choices = inviteeChoices(team.people, viewer.today);
  const invitees = ticked(choices, kind);
  const wanted = kind === "SMALL_TEAM" ? new Map(choices.filter(({ personId }) => invitees.includes(personId)).map(({ personId, attendance }) => [personId, attendance])) : null;
  const place = form === "DIGITAL" ? null : (team.addresses[0] ?? null);
  const from = addDays(viewer.today, FIRST_AFTER);
  const question = await findSlotQuestion(viewer, coreTeamId, { invitees: wanted, from, until: addDays(viewer.today, Number(weeks) * WEEK), minutes, form, place, besides: null, alsoOnMeetingDays: sameDay === "yes", around: momentAt(from, USUAL_START), limit: SHOWN });
  if (!question) throw new NotFoundError();
  const slots = findSlots(question);
  const values = {
    kind, minutes: String(minutes), form, place: place ?? "", invitees,
    moments: slots.moments.slice(0, TICKED).map(({ period }) => keyOf(period.startsAt)),
    lastDay: usualLastDay(viewer.today, slots.moments[0]),
  };
  return { team, choices, slots, names: planningNames(team, viewer), ownId: viewer.person.id, form: await openForm(viewer, proposalsPath(team.id, "/new"), values) };
}

/** A working day about a week from now, or sooner when the first moment is. */
function usualLastDay(today: Day, first: Moment | undefined): Day {
  const week = addDays(today, DAYS_TO_ANSWER - Math.max(0, weekdayOf(today) - FRIDAY));
  const before = first ? addDays(dayOf(first.period.startsAt), -1) : week;
  return [week, before].toSorted()[0] ?? week;
}

function keyOf(startsAt: Date): string {
  return `${dayOf(startsAt)} ${timeOf(startsAt)}`;
}

function asChoice(moment: Moment) {
  const { startsAt, endsAt } = moment.period;
  return { value: keyOf(startsAt), label: formatPeriod(startsAt, endsAt), hint: texts.turnout(turnoutLine(moment)) };
}

export default shownPage(NewProposalPage);
