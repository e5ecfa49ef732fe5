import type { Route } from "next";
import { z } from "zod";
import { remindInviteesAction } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/[proposalId]/actions";
import { proposalsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/paths";
import { meetingsCrumbs, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { ProposalAnswers } from "#components/date-proposals/proposal-answers";
import { type MomentLine, ProposalMoments } from "#components/date-proposals/proposal-moments";
import { SilentPeople } from "#components/date-proposals/silent-people";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { Progress } from "#components/ui/progress";
import { asViewer } from "#lib/access/as-viewer";
import { dayOf, formatDay, formatMoment, timeOf } from "#lib/dates";
import { type DateProposal, findDateProposal } from "#lib/date-proposals/queries";
import { bestFirst, proposalStand, standOf } from "#lib/date-proposals/rules";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { lastDayOf } from "#lib/mail/date-proposal";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.page;
const search = z.object({ notice: z.string().max(60).optional() });

async function ProposalPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/date-proposals/[proposalId]">) {
  const { coreTeamId, proposalId } = await parseParams(params, "coreTeamId", "proposalId");
  const said = noticeOf(await readSearch(searchParams, search));
  const { proposal, now, formKey } = await asViewer(async (viewer) => {
    const found = await findDateProposal(viewer, proposalId);
    if (found?.team.id !== coreTeamId) throw new NotFoundError();
    return { proposal: found, now: viewer.now, formKey: newFormKey(viewer.person.id) };
  });
  const { team, people, state, meetingId } = proposal;
  const stand = proposalStand(people);
  const isOpen = state === "OPEN";
  const path = proposalsPath(team.id, `/${proposal.id}`);
  const lastDay = formatDay(lastDayOf(proposal.deadline));
  const reminds = isOpen && proposal.remindAt !== null && proposal.remindAt > now && stand.silent.some(({ inviteeId }) => isUnreminded(proposal, inviteeId));
  return (
    <>
      <title>{texts.title(team.name)}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading
        title={texts.title(team.name)}
        breadcrumbs={meetingsCrumbs(team)}
        lead={isOpen ? (stand.silent.length === 0 ? texts.everybody : proposal.deadline > now ? texts.until(lastDay) : texts.passed(lastDay)) : texts.state[state]}
        action={meetingId && <LinkButton href={meetingsPath(team.id, `/${meetingId}`)}>{texts.toMeeting}</LinkButton>}
      />
      <Sections>
        <Section title={texts.momentsTitle} note={<Progress value={stand.answered} max={stand.asked} label={texts.answered(stand.answered, stand.asked)} />}>
          <ProposalMoments moments={momentLines(proposal, isOpen ? path : null)} />
          {stand.counters.length > 0 && (
            <>
              <h3 className="mt-8">{texts.counterTitle}</h3>
              <ul className="mt-2 space-y-2">
                {stand.counters.map(({ inviteeId, name, counterStartsAt }) => (
                  <li key={inviteeId} className="flex flex-wrap items-center gap-x-5 gap-y-1">
                    {counterStartsAt && texts.counter(name, formatMoment(counterStartsAt))}
                    {isOpen && counterStartsAt && counterStartsAt > now && (
                      <InternalLink href={confirmationPath(path, counterStartsAt)} label={texts.chooseLabel(formatMoment(counterStartsAt))} className="inline-flex min-h-11 items-center">
                        {texts.choose}
                      </InternalLink>
                    )}
                  </li>
                ))}
              </ul>
            </>
          )}
        </Section>
        {isOpen && stand.silent.length > 0 && (
          <Section title={texts.silentTitle} note={reminds && proposal.remindAt && <p className="text-ink-soft">{texts.remindsItself(formatMoment(proposal.remindAt))}</p>}>
            <SilentPeople people={people.filter(({ inviteeId }) => stand.silent.some((each) => each.inviteeId === inviteeId))} remind={{ action: remindInviteesAction, formKey, proposalId: proposal.id, version: proposal.version }} />
          </Section>
        )}
        <Section title={texts.caption} layout="full">
          <ProposalAnswers moments={proposal.moments} people={people} />
        </Section>
        {isOpen && (
          <p>
            <InternalLink href={`${path}/withdrawal` as Route} className="inline-flex min-h-11 items-center">
              {texts.withdraw}
            </InternalLink>
          </p>
        )}
      </Sections>
    </>
  );
}

function isUnreminded({ people }: DateProposal, inviteeId: string): boolean {
  return people.some((person) => person.inviteeId === inviteeId && person.remindedAt === null);
}

function confirmationPath(path: string, startsAt: Date): Route {
  return `${path}/confirmation?moment=${encodeURIComponent(`${dayOf(startsAt)} ${timeOf(startsAt)}`)}` as Route;
}

function momentLines({ moments, people }: DateProposal, path: string | null): MomentLine[] {
  const { asked, answered } = proposalStand(people);
  // Before that the best is a guess.
  const isKnown = answered * 2 > asked;
  const standing = bestFirst(moments.map((moment) => ({ ...moment, stand: standOf(moment.id, people) })));
  return standing.map(({ id, startsAt, endsAt, stand }, index) => ({
    id,
    startsAt,
    endsAt,
    summary: texts.summary(stand.yes, stand.ifNeeded, stand.cannot.length, stand.silent.length),
    missed: stand.missed.map(({ name }) => name),
    isBest: index === 0 && isKnown && stand.yes + stand.ifNeeded > 0,
    choose: path === null ? null : confirmationPath(path, startsAt),
  }));
}

export default shownPage(ProposalPage);
