import type { Route } from "next";
import type { ReactNode } from "react";
import type { AgreementLine } from "#components/agreements/agreement-lines";
import { type GlanceMember, TeamGlance } from "#components/home/team-glance";
import { type OpenCase, OpenCases } from "#components/case-discussions/open-cases";
import { OpenAgreements } from "#components/home/open-agreements";
import { type ShownSeat, TeamPeople } from "#components/core-teams/team-people";
import { TeamMeetings } from "#components/core-teams/team-meetings";
import { ObstructedMeetingCard } from "#components/meetings/obstructed-meeting";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { NextThing } from "#components/ui/next-thing";
import { Progress } from "#components/ui/progress";
import { type Day, dayOf, formatDistance } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import type { ObstructedMeeting } from "#lib/meetings/obstacles";
import type { NextThing as NextThingFacts } from "#lib/rollout/rules";
import { openCasesTexts } from "#lib/texts/case-discussions";
import type { meetingKindNames } from "#lib/texts/meetings";
import { teamHomeTexts as texts } from "#lib/texts/home";

export type TeamHomeData = {
  teamId: string;
  today: Day;
  next: NextThingFacts;
  /** Meetings to come that something came in the way of, soonest first. */
  obstructed: ObstructedMeeting[];
  filled: number;
  places: number;
  vacancies: ShownSeat[];
  members: GlanceMember[];
  meetings: { id: string; kind: keyof typeof meetingKindNames; theme: string | null; startsAt: Date; endsAt: Date }[];
  agreements: AgreementLine[];
  open: number;
  late: number;
  /** Those of a meeting to come first. */
  openCases: OpenCase[];
};

const LINK = "inline-flex min-h-11 items-center font-semibold";

/** The home page of who plans and records for a core team: what is next, the team, the meetings, what was agreed. */
export function TeamHome({ home, setState, waiting }: { home: TeamHomeData; setState: FormAction; waiting: ReactNode }) {
  const at = `/core-teams/${home.teamId}`;
  return (
    <Sections>
      <div className="space-y-6">
        <Next next={home.next} at={at} today={home.today} />
        {waiting}
        {home.obstructed.map((meeting) => (
          <ObstructedMeetingCard key={meeting.id} meeting={meeting} path={`${at}/meetings/${meeting.id}` as Route} />
        ))}
      </div>
      <Section
        title={texts.agreements}
        note={home.open > 0 && texts.agreementsNote(home.open, home.late)}
        action={
          <InternalLink href={`${at}/agreements` as Route} className={LINK}>
            {texts.allAgreements}
          </InternalLink>
        }
      >
        <OpenAgreements agreements={home.agreements} total={home.open} today={home.today} all={`${at}/agreements` as Route} setState={setState} />
      </Section>
      {home.openCases.length > 0 && (
        <Section title={openCasesTexts.title}>
          <OpenCases cases={home.openCases} namesTeam={false} />
        </Section>
      )}
      <Section
        title={texts.team}
        note={home.places > 0 && <Progress value={home.filled} max={home.places} label={texts.filled(home.filled, home.places)} />}
        action={
          <InternalLink href={at as Route} className={LINK}>
            {texts.toTeam}
          </InternalLink>
        }
      >
        <div className="space-y-8">
          {home.vacancies.length > 0 && <TeamPeople seats={home.vacancies} label={texts.vacancies} day={home.today} today={home.today} />}
          <TeamGlance members={home.members} label={texts.members} />
        </div>
      </Section>
      <Section
        title={texts.meetings}
        action={
          <>
            <InternalLink href={`${at}/meetings` as Route} className={LINK}>
              {texts.allMeetings}
            </InternalLink>
            {home.next.kind !== "plan" && (
              <InternalLink href={`${at}/date-proposals/new` as Route} className={LINK}>
                {texts.plannedMeeting}
              </InternalLink>
            )}
          </>
        }
      >
        <TeamMeetings meetings={home.meetings.map((meeting) => ({ ...meeting, href: `${at}/meetings/${meeting.id}` as Route }))} today={home.today} mayPlan />
      </Section>
    </Sections>
  );
}

function Next({ next, at, today }: { next: NextThingFacts; at: string; today: Day }) {
  if (next.kind === "record") {
    return (
      <NextThing title={texts.record(next.day)} day={next.day} action={<LinkButton href={`${at}/meetings/${next.meetingId}/recording` as Route}>{texts.recordAction}</LinkButton>}>
        <p>{texts.recordWhy}</p>
      </NextThing>
    );
  }
  if (next.kind === "choose") {
    const { proposalId, answered, asked } = next;
    return (
      <NextThing title={answered === asked ? texts.chooseNow : texts.choose} action={<LinkButton href={`${at}/date-proposals/${proposalId}` as Route}>{texts.chooseAction}</LinkButton>}>
        <Progress value={answered} max={asked} label={texts.answered(answered, asked)} />
      </NextThing>
    );
  }
  if (next.kind === "plan") {
    return (
      <NextThing title={texts.plan} action={<LinkButton href={`${at}/date-proposals/new` as Route}>{texts.planAction}</LinkButton>}>
        <p>{texts.planWhy}</p>
      </NextThing>
    );
  }
  const { id, startsAt, endsAt, accepted, invited, waiting, declined } = next.meeting;
  const day = dayOf(startsAt);
  return (
    <NextThing title={texts.nextTitle(formatDistance(today, day))} day={day} action={<LinkButton href={`${at}/meetings/${id}` as Route}>{texts.nextAction}</LinkButton>}>
      <p>{texts.next(startsAt, endsAt)}</p>
      {invited > 0 && <Progress value={accepted} max={invited} label={texts.coming(accepted, invited)} />}
      {(waiting.length > 0 || declined.length > 0) && (
        <div className="text-ink-soft">
          {waiting.length > 0 && <p>{texts.waiting(waiting)}</p>}
          {declined.length > 0 && <p>{texts.declined(declined)}</p>}
        </div>
      )}
    </NextThing>
  );
}
