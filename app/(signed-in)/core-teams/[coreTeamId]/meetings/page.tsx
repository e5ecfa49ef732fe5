import type { Route } from "next";
import { z } from "zod";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { proposalsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/paths";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { shownPage } from "#app/shown-page";
import { OpenProposals } from "#components/date-proposals/open-proposals";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { MeetingLines } from "#components/meetings/meeting-lines";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { Pagination } from "#components/ui/pagination";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { schoolYearLabel } from "#lib/dates";
import { listOpenProposals } from "#lib/date-proposals/queries";
import { NotFoundError } from "#lib/errors";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { findMeetingTeam, listMeetings, listMeetingYears, MEETINGS_A_PAGE, type MeetingView } from "#lib/meetings/queries";
import { proposalTexts } from "#lib/texts/date-proposals";
import { meetingListTexts as texts, meetingTexts } from "#lib/texts/meetings";

const search = z.object({
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
});

async function MeetingsPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { year, page: number, notice } = await readSearch(searchParams, search);
  const view: MeetingView = year ?? "coming";
  const page = await asViewer(async (viewer) => {
    const team = await findMeetingTeam(viewer, coreTeamId);
    if (!team || !viewer.can("meeting:read", team.scope)) throw new NotFoundError();
    return {
      team,
      today: viewer.today,
      plans: viewer.can("meeting:schedule", team.scope),
      proposals: await listOpenProposals(viewer, team.id),
      years: await listMeetingYears(viewer, team.id),
      ...(await listMeetings(viewer, team.id, view, number)),
    };
  });
  const { team, plans, meetings, total } = page;
  const said = noticeOf({ notice });
  const label = view === "coming" ? texts.coming : schoolYearLabel(view);
  return (
    <>
      <title>{meetingTexts.listTitle(team.name)}</title>
      {said && (
        <div className="pt-6">
          <Notice>{said}</Notice>
        </div>
      )}
      <PageHeading
        title={meetingTexts.listTitle(team.name)}
        breadcrumbs={[teamCrumb(team)]}
        action={
          plans && (
            <>
              <LinkButton href={proposalsPath(team.id, "/new")}>{proposalTexts.list.new}</LinkButton>
              <LinkButton href={meetingsPath(team.id, "/new")} variant="secondary">
                {texts.plan}
              </LinkButton>
            </>
          )
        }
      />
      {view === "coming" && <OpenProposals proposals={page.proposals} base={proposalsPath(team.id)} today={page.today} />}
      <div className="mb-8">
        <TabsLinks label={texts.views} items={tabs(team.id, view, page.years)} />
      </div>
      {total === 0 ? (
        <NoMeetings view={view} plans={plans} />
      ) : (
        <>
          <MeetingLines meetings={meetings} label={texts.caption(label)} today={page.today} base={meetingsPath(team.id)} plans={plans} />
          {total > MEETINGS_A_PAGE && (
            <Pagination page={number} pageSize={MEETINGS_A_PAGE} total={total} pathname={meetingsPath(team.id)} query={year === undefined ? {} : { year: String(year) }} />
          )}
        </>
      )}
    </>
  );
}

function NoMeetings({ view, plans }: { view: MeetingView; plans: boolean }) {
  if (view !== "coming") {
    return (
      <EmptyState title={texts.emptyYearTitle(schoolYearLabel(view))} level={2}>
        <p>{texts.emptyYear}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title={texts.emptyComingTitle} level={2}>
      <p>{plans ? texts.emptyComing : texts.emptyComingPartner}</p>
    </EmptyState>
  );
}

function tabs(coreTeamId: string, view: MeetingView, years: readonly { year: number; unrecorded: number }[]) {
  const past = years.map(({ year, unrecorded }) => ({
    href: meetingsPath(coreTeamId, `?year=${year}`) as Route,
    label: texts.yearTab(schoolYearLabel(year), unrecorded),
    current: view === year,
  }));
  return [{ href: meetingsPath(coreTeamId), label: texts.coming, current: view === "coming" }, ...past];
}

export default shownPage(MeetingsPage);
