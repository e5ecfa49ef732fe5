import type { Route } from "next";
import { shownTeam } from "#app/(signed-in)/core-teams/[coreTeamId]/shown-team";
import { shownPage } from "#app/shown-page";
import { OpenAgreements } from "#components/core-teams/open-agreements";
import { TeamMeetings } from "#components/core-teams/team-meetings";
import { TeamPeople } from "#components/core-teams/team-people";
import { Line, Lines } from "#components/layout/lines";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { countOpenAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { findCoreTeam } from "#lib/core-teams/queries";
import { formatPeriod } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { parseParams } from "#lib/forms/params";
import { agreementTexts } from "#lib/texts/agreements";
import { coreTeamMeaning, coreTeamTexts, welcomeTexts as texts } from "#lib/texts/core-teams";

const MOST_AGREEMENTS = 5;

type WelcomePageProps = { params: Promise<{ coreTeamId: string }> };

async function WelcomePage({ params }: WelcomePageProps) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { team, seats, own, today, mayPlan, agreements, openAgreements } = await asViewer(async (viewer) => {
    const team = await findCoreTeam(viewer, coreTeamId);
    const own = viewer.memberships.find((membership) => membership.coreTeamId === coreTeamId);
    if (!team || !own) throw new NotFoundError("core team");
    const { seats } = shownTeam(viewer, team, viewer.today);
    return {
      team,
      seats: seats.map((seat) => (seat.kind === "MEMBER" ? { ...seat, member: { ...seat.member, links: [] } } : seat)),
      own: { functionName: own.functionName, profile: team.members.find(({ personId }) => personId === viewer.person.id) },
      today: viewer.today,
      mayPlan: viewer.can("meeting:schedule", own),
      agreements: await listOpenAgreements(viewer, { coreTeamId, take: MOST_AGREEMENTS }),
      openAgreements: await countOpenAgreements(viewer, coreTeamId),
    };
  });
  const at = `/core-teams/${coreTeamId}`;
  const isFilled = Boolean(own.profile?.phone) && (own.profile?.patterns.length ?? 0) > 0;
  const [next] = team.meetings;
  const title = texts.title(team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} lead={texts.lead(own.functionName)} action={<LinkButton href={at as Route}>{texts.toTeam}</LinkButton>} />
      <Sections>
        <Section title={texts.first}>
          <Lines label={texts.first}>
            <Line title={<InternalLink href={"/profile" as Route}>{isFilled ? texts.profileFilled : texts.profile}</InternalLink>}>
              <p>{isFilled ? texts.profileFilledWhy : texts.profileWhy}</p>
            </Line>
            {next && (
              <Line title={<InternalLink href={`${at}/meetings/${next.id}` as Route}>{texts.answer}</InternalLink>}>
                <p>{texts.answerWhy(formatPeriod(next.startsAt, next.endsAt))}</p>
              </Line>
            )}
            <Line title={<a href="#team">{texts.meet}</a>}>
              <p>{texts.meetWhy}</p>
            </Line>
          </Lines>
        </Section>
        <Section title={texts.meaning}>
          <p className="max-w-prose text-lg">{coreTeamMeaning}</p>
        </Section>
        <Section title={texts.dates}>
          <TeamMeetings meetings={team.meetings.map((meeting) => ({ ...meeting, href: `${at}/meetings/${meeting.id}` as Route }))} today={today} mayPlan={mayPlan} />
        </Section>
        <Section title={texts.agreements} note={texts.agreementsNote}>
          <OpenAgreements agreements={agreements.map(({ id, kind, text, atPlay, dueOn, overdue }) => ({ id, kind, text, who: agreementTexts.atPlay(atPlay, today), dueOn, overdue }))} total={openAgreements} />
        </Section>
        <Section title={texts.team} id="team">
          <TeamPeople seats={seats} label={coreTeamTexts.peopleLabel} day={today} today={today} />
        </Section>
      </Sections>
    </>
  );
}

export default shownPage(WelcomePage);
