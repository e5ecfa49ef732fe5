import type { ReactNode } from "react";
import { shownTeam } from "#app/(signed-in)/core-teams/[coreTeamId]/shown-team";
import { tellProgressAction } from "#app/(signed-in)/actions";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { shownPage } from "#app/shown-page";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { AdministratorHome, type AdministratorHomeData } from "#components/home/administrator-home";
import { BoardHome, type BoardHomeData } from "#components/home/board-home";
import { GuideHome, type GuideHomeData } from "#components/home/guide-home";
import { JobSwitch } from "#components/home/job-switch";
import { PartnerHome, type PartnerHomeData } from "#components/home/partner-home";
import { TeamHome, type TeamHomeData } from "#components/home/team-home";
import { CasesToErase } from "#components/case-retention/cases-to-erase";
import { CasesToSettle } from "#components/case-stops/cases-to-settle";
import { StopsToTell } from "#components/case-stops/stops-to-tell";
import { CasesToRefresh } from "#components/follow-up/cases-to-refresh";
import { AskedPerspectives } from "#components/perspectives/asked-perspectives";
import { OwnQuestions } from "#components/date-proposals/own-questions";
import { PageHeading } from "#components/layout/page-heading";
import { EmptyState } from "#components/ui/empty-state";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { listOpenAgreements } from "#lib/agreements/queries";
import { listOpenCaseDiscussions } from "#lib/case-discussions/queries";
import { listCasesToErase } from "#lib/case-retention/queries";
import { listCasesToSettle, listStopsToTell } from "#lib/case-stops/queries";
import { findCoreTeam } from "#lib/core-teams/queries";
import type { Day } from "#lib/dates";
import { listCasesToRefresh } from "#lib/follow-up/queries";
import { listOwnQuestions } from "#lib/date-proposals/queries";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { listObstructedMeetings } from "#lib/meetings/queries";
import { listAskedPerspectives } from "#lib/perspectives/queries";
import { countRollout, countSetup, findFigures, findTeamAgenda, listPartnerSchools, listRolloutSchools, pageSize } from "#lib/rollout/queries";
import { chosenJob, type Job, jobsOf, nextThingOf, setupSteps } from "#lib/rollout/rules";
import { homeSearch } from "#lib/rollout/schema";
import { stageName } from "#lib/texts/case-discussions";
import { administratorHomeTexts, boardHomeTexts, guideHomeTexts, jobTexts, partnerHomeTexts, teamHomeTexts } from "#lib/texts/home";
import type { z } from "zod";

type Search = z.output<typeof homeSearch>;

/** What the home page of one job shows. */
type Home =
  | { kind: "team"; home: TeamHomeData }
  | { kind: "partner"; home: PartnerHomeData }
  | { kind: "guide"; home: GuideHomeData }
  | { kind: "administrator"; home: AdministratorHomeData }
  | { kind: "board"; home: BoardHomeData };

const [SHOWN_AGREEMENTS, SHOWN_OBSTRUCTED] = [8, 3];

async function HomePage({ searchParams }: PageProps<"/">) {
  const search = await readSearch(searchParams, homeSearch);
  const page = await asViewer(async (viewer) => {
    const jobs = jobsOf(viewer);
    const job = chosenJob(jobs, search.job);
    return {
      jobs, job,
      questions: await listOwnQuestions(viewer),
      waiting: await loadWaiting(viewer, job),
      toSettle: viewer.canSomewhere("case-stop:settle") ? await listCasesToSettle(viewer) : [],
      shown: job && (await loadHome(viewer, job, search)),
      undoKey: newFormKey(viewer.person.id),
      today: viewer.today,
    };
  });
  const said = noticeOf(search);
  const { title, lead } = headingOf(page);
  return (
    <>
      <title>{title}</title>
      <AgreementNotice code={search.notice} said={said} agreementId={search.agreement || undefined} formKey={page.undoKey} back="home" setState={setAgreementStateAction} />
      {page.job && <JobSwitch jobs={page.jobs} current={page.job} />}
      <PageHeading title={title} lead={lead} />
      <OwnQuestions questions={page.questions} today={page.today} />
      <CasesToSettle cases={page.toSettle} />
      {page.shown ? (
        <HomeOf shown={page.shown} waiting={<Waiting {...page.waiting} />} />
      ) : (
        <EmptyState title={jobTexts.noneTitle} level={2}>
          <p>{jobTexts.none}</p>
          <p>{jobTexts.noneWhat}</p>
        </EmptyState>
      )}
    </>
  );
}

/** What waits for a member about casussen, of all core teams. Each domain lists its own. */
async function loadWaiting(viewer: Viewer, job: Job | null) {
  if (job?.kind !== "team" && job?.kind !== "partner") return { asked: [], toRefresh: [], stops: [], toErase: [] };
  return {
    asked: await listAskedPerspectives(viewer),
    toRefresh: (await listCasesToRefresh(viewer)).map((each) => ({ ...each, formKey: newFormKey(viewer.person.id) })),
    stops: await listStopsToTell(viewer),
    toErase: await listCasesToErase(viewer),
  };
}

function Waiting({ asked, toRefresh, stops, toErase }: Awaited<ReturnType<typeof loadWaiting>>) {
  if (asked.length + toRefresh.length + stops.length + toErase.length === 0) return null;
  return (
    <>
      <AskedPerspectives cases={asked} />
      <CasesToRefresh cases={toRefresh} tell={tellProgressAction} />
      <StopsToTell stops={stops} />
      <CasesToErase cases={toErase} />
    </>
  );
}

/** The open casussen of some core teams. */
async function loadOpenCases(viewer: Viewer, coreTeamIds: readonly string[]) {
  const cases = await listOpenCaseDiscussions(viewer, coreTeamIds);
  return cases.map(({ stage, ...each }) => ({ ...each, stage: stage && stageName(stage, each.team.sector) }));
}

function HomeOf({ shown, waiting }: { shown: Home; waiting: ReactNode }) {
  switch (shown.kind) {
    case "team":
      return <TeamHome home={shown.home} setState={setAgreementStateAction} waiting={waiting} />;
    case "partner":
      return <PartnerHome home={shown.home} waiting={waiting} />;
    case "guide":
      return <GuideHome home={shown.home} />;
    case "administrator":
      return <AdministratorHome home={shown.home} />;
    case "board":
      return <BoardHome home={shown.home} />;
  }
}

async function loadHome(viewer: Viewer, job: Job, search: Search): Promise<Home> {
  switch (job.kind) {
    case "team":
      return { kind: "team", home: await loadTeamHome(viewer, job.id) };
    case "partner": {
      const list = await listPartnerSchools(viewer, { consortiumId: job.id, period: search.period, page: search.page });
      const openCases = search.period === "" && list.page === 1 ? await loadOpenCases(viewer, partnerTeamsOf(viewer, job.id)) : [];
      return { kind: "partner", home: { list, openCases, pageSize, period: search.period, job: job.key, today: viewer.today } };
    }
    case "guide": {
      const { q, sector, municipality, attention } = search;
      const filter = { q, sector, municipality, attention };
      const overview = await countRollout(viewer, job.id);
      const list = await listRolloutSchools(viewer, { ...filter, consortiumId: job.id, page: search.page });
      const scope = { consortiumId: job.id };
      const may = { mayImport: viewer.can("school:import", scope), mayCount: viewer.can("opportunity-circle:count", scope) };
      return { kind: "guide", home: { overview, list, filter, pageSize, job: job.key, today: viewer.today, ...may } };
    }
    case "administrator": {
      const counts = await countSetup(viewer, job.id);
      return { kind: "administrator", home: { consortiumId: job.id, counts, steps: setupSteps(counts) } };
    }
    case "board":
      return { kind: "board", home: await findFigures(viewer, job.id) };
  }
}

/** The core teams of a samenwerkingsverband in which somebody is a partner, and of none of the school itself. */
function partnerTeamsOf({ memberships }: Viewer, consortiumId: string): string[] {
  const own = new Set(memberships.filter(({ coordinates }) => coordinates).map(({ coreTeamId }) => coreTeamId));
  return memberships.filter((each) => each.consortiumId === consortiumId && !own.has(each.coreTeamId)).map(({ coreTeamId }) => coreTeamId);
}

async function loadTeamHome(viewer: Viewer, coreTeamId: string): Promise<TeamHomeData> {
  const team = await findCoreTeam(viewer, coreTeamId);
  if (!team) throw new NotFoundError("core team");
  const { seats, filled, places } = shownTeam(viewer, team, viewer.today);
  const own = new Set(team.members.filter(({ personId }) => personId === viewer.person.id).map(({ membershipId }) => membershipId));
  const agreements = await listOpenAgreements(viewer, { coreTeamId, take: SHOWN_AGREEMENTS });
  const obstructed = await listObstructedMeetings(viewer, { consortiumId: team.consortiumId, coreTeamId });
  const agenda = await findTeamAgenda(viewer, coreTeamId);
  return {
    teamId: team.id,
    today: viewer.today,
    next: nextThingOf(agenda),
    obstructed: obstructed.slice(0, SHOWN_OBSTRUCTED),
    filled,
    places,
    vacancies: seats.filter(({ kind }) => kind === "VACANCY"),
    // Nobody looks up their own number.
    members: seats.flatMap((seat) => (seat.kind === "MEMBER" && !own.has(seat.member.membershipId) ? [seat.member] : [])),
    meetings: team.meetings,
    agreements: agreements.map((agreement) => ({ ...agreement, formKey: newFormKey(viewer.person.id) })),
    open: agenda.open,
    openCases: await loadOpenCases(viewer, [coreTeamId]),
    late: agreements.filter(({ overdue }) => overdue).length,
  };
}

function headingOf({ job, shown, today }: { job: Job | null; shown: Home | null; today: Day }): { title: string; lead?: string } {
  if (!job || !shown) return { title: jobTexts.noneHeading };
  switch (shown.kind) {
    case "team":
      return { title: job.place, lead: teamHomeTexts.lead(job.roles, today) };
    case "partner":
      return { title: partnerHomeTexts.title, lead: shown.home.period === "soon" ? partnerHomeTexts.soonLead : shown.home.list.total > 0 ? partnerHomeTexts.lead(shown.home.list.total, job.roles, job.place) : undefined };
    case "guide": {
      const { schools, started, complete } = shown.home.overview;
      return { title: job.place, lead: schools > 0 ? guideHomeTexts.lead(schools, started, complete) : undefined };
    }
    case "administrator": {
      const { steps } = shown.home;
      return { title: job.place, lead: administratorHomeTexts.lead(steps.filter(({ done }) => done).length, steps.length) };
    }
    case "board":
      return { title: job.place, lead: boardHomeTexts.lead(today) };
  }
}

export default shownPage(HomePage);
