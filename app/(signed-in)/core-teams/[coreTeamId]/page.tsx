import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";
import { handleChangeReportAction } from "#app/(signed-in)/core-teams/[coreTeamId]/actions";
import { successesPath } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/paths";
import { shownTeam } from "#app/(signed-in)/core-teams/[coreTeamId]/shown-team";
import { shownPage } from "#app/shown-page";
import { OpenReports } from "#components/core-teams/open-reports";
import { TeamGuides } from "#components/core-teams/team-guides";
import { TeamHistory } from "#components/core-teams/team-history";
import { TeamMeetings } from "#components/core-teams/team-meetings";
import { TeamPeople } from "#components/core-teams/team-people";
import { VacantSeats } from "#components/meetings/vacant-seats";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { isEmptyOffer, SchoolOffer } from "#components/offers/school-offer";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { Progress } from "#components/ui/progress";
import { Term } from "#components/ui/term";
import { asViewer } from "#lib/access/as-viewer";
import { patternOn } from "#lib/availability/rules";
import { countCaseSinces } from "#lib/case-discussions/queries";
import { findCoreTeam } from "#lib/core-teams/queries";
import { addDays, type Day, schoolYearOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { optionalDay } from "#lib/forms/fields";
import { newFormKey } from "#lib/forms/form-key";
import type { FormState } from "#lib/forms/form-state";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { listVacantSeats } from "#lib/invitations/queries";
import { studyDayTexts } from "#lib/texts/school-days";
import { workingDays } from "#lib/texts/availability";
import { successorTexts } from "#lib/texts/invitations";
import { earlyTexts } from "#lib/texts/opportunity-circle";
import { offerTexts } from "#lib/texts/offers";
import { successTexts } from "#lib/texts/successes";
import { changeReportTexts, coreTeamMeaning, coreTeamTexts as texts } from "#lib/texts/core-teams";

const box = z.string().max(4).default("");
const search = z.object({ on: z.string().max(10).default(""), onDay: box, onMonth: box, onYear: box, notice: z.string().max(60).optional() });

const NEW_FOR_DAYS = 30;

type CoreTeamPageProps = { params: Promise<{ coreTeamId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function CoreTeamPage({ params, searchParams }: CoreTeamPageProps) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const asked = await readSearch(searchParams, search);
  const { day, state } = askedDay(coreTeamId, asked);
  const page = await asViewer(async (viewer) => {
    const team = await findCoreTeam(viewer, coreTeamId);
    if (!team) throw new NotFoundError("core team");
    const scope = { consortiumId: team.consortiumId, coreTeamId };
    const vacant = viewer.can("invitees:change", scope) ? await listVacantSeats(viewer, coreTeamId) : [];
    return {
      team,
      vacant: Object.values(Object.groupBy(vacant, ({ membershipId }) => membershipId)).flatMap((seats = []) =>
        seats.slice(0, 1).map(({ membershipId, name, functionName }) => ({
          membershipId, name, functionName, count: seats.length, href: `/core-teams/${coreTeamId}/members/${membershipId}/invitations` as Route,
        }))),
      shown: shownTeam(viewer, team, day ?? viewer.today),
      isNew: team.members.some(({ personId, firstDay }) => personId === viewer.person.id && firstDay <= viewer.today && firstDay >= addDays(viewer.today, -NEW_FOR_DAYS)),
      reports: team.openReports.map((report) => ({ ...report, formKey: newFormKey(viewer.person.id) })),
      sinces: viewer.can("case-discussion:read", scope) ? await countCaseSinces(viewer, coreTeamId, schoolYearOf(viewer.today)) : null,
      today: viewer.today,
      may: {
        plan: viewer.can("meeting:schedule", scope),
        seeMeetings: viewer.can("meeting:read", scope),
        readSuccesses: viewer.can("success:read", scope),
        readOffer: viewer.can("offer:read", scope),
        writeOffer: viewer.can("offer:write", scope),
        addAnybody: viewer.can("member:manage", scope),
        importMembers: viewer.can("members:import", scope),
        addColleague: viewer.can("colleague:add", scope),
        report: viewer.can("change:report", scope),
        handle: viewer.can("change:handle", scope),
        listSchools: viewer.can("school:list", scope),
      },
    };
  });
  const { team, shown, may, today, sinces } = page;
  const at = `/core-teams/${team.id}` as Route;
  const shownDay = day === null || day === today ? null : day;
  const title = shownDay === null ? texts.title(team.name) : texts.titleOn(team.name, shownDay);
  const said = noticeOf(asked);
  return (
    <>
      <title>{title}</title>
      {said && (
        <div className="pt-6 print:hidden">
          <Notice>{said}</Notice>
        </div>
      )}
      <PageHeading
        title={title}
        breadcrumbs={may.listSchools ? [{ href: "/schools" as Route, label: texts.schools }] : undefined}
        lead={shownDay === null ? <Lead schools={team.schools} startedOn={team.startedOn} endedOn={team.endedOn} today={today} welcome={page.isNew ? (`${at}/welcome` as Route) : null} /> : shownDay > today ? texts.historyFuture(shownDay) : texts.historyLead(shownDay)}
        action={may.plan && shownDay === null && shown.seats.length > 0 && <LinkButton href={`${at}/meetings/new` as Route}>{texts.planMeeting}</LinkButton>}
      />
      <div className="team-poster">
        <Sections>
        {may.handle && page.reports.length > 0 && shownDay === null && (
          <div className="print:hidden">
            <Section title={changeReportTexts.open} note={changeReportTexts.openNote}>
              <OpenReports reports={page.reports} handle={handleChangeReportAction} />
            </Section>
          </div>
        )}
        {page.vacant.length > 0 && shownDay === null && (
          <div className="print:hidden">
            <Section title={successorTexts.sectionTitle}>
              <VacantSeats members={page.vacant} />
            </Section>
          </div>
        )}
        <Section
          title={shownDay === null ? texts.people : shownDay > today ? texts.peopleLater : texts.peopleThen}
          note={shown.seats.length > 0 && <Progress value={shown.filled} max={shown.places} label={shown.filled === shown.places ? texts.complete(shown.places) : texts.filled(shown.filled, shown.places)} />}
          action={
            shownDay === null && shown.seats.length > 0 && (may.addAnybody || may.addColleague) && (
              <InternalLink href={`${at}/members/new` as Route} className="inline-flex min-h-11 items-center font-semibold print:hidden">
                {may.addAnybody ? texts.addMember : texts.addColleague}
              </InternalLink>
            )
          }
        >
          {shown.seats.length > 0 ? (
            <>
              <TeamPeople seats={shown.seats} label={texts.peopleLabel} day={shownDay ?? today} today={today} />
              <p className="mt-4 text-sm text-ink-soft print:hidden">{texts.print}</p>
            </>
          ) : shownDay === null ? (
            <EmptyState
              title={texts.emptyTitle}
              action={
                <>
                  {(may.addAnybody || may.addColleague) && <LinkButton href={`${at}/members/new` as Route}>{may.addAnybody ? texts.addMember : texts.addColleague}</LinkButton>}
                  {may.importMembers && (
                    <LinkButton href={"/members/import" as Route} variant="secondary">
                      {texts.importMembers}
                    </LinkButton>
                  )}
                </>
              }
            >
              <p>{texts.empty}</p>
            </EmptyState>
          ) : (
            <p className="text-ink-soft">{texts.beforeStart(team.startedOn)}</p>
          )}
        </Section>
        {shownDay === null && shown.joining.length > 0 && (
          <Section title={texts.joining}>
            <TeamPeople seats={shown.joining} label={texts.joining} day={today} today={today} />
          </Section>
        )}
        {shownDay === null && may.seeMeetings && (
          <Section
            title={texts.meetings}
            action={
              <div className="flex flex-wrap gap-x-5 print:hidden">
                <InternalLink href={`${at}/meetings` as Route} className="inline-flex min-h-11 items-center">
                  {texts.allMeetings}
                </InternalLink>
                <InternalLink href={`${at}/study-days` as Route} className="inline-flex min-h-11 items-center">
                  {studyDayTexts.link}
                </InternalLink>
              </div>
            }
          >
            <TeamMeetings meetings={team.meetings.map((meeting) => ({ ...meeting, href: `${at}/meetings/${meeting.id}` as Route }))} today={today} mayPlan={may.plan} />
          </Section>
        )}
        {shownDay === null && may.readOffer && (may.writeOffer || !isEmptyOffer(team.offer)) && (
          <div className="print:hidden">
            <Section
              title={offerTexts.section}
              action={
                may.writeOffer && (
                  <InternalLink href={`${at}/offer` as Route} className="inline-flex min-h-11 items-center font-semibold">
                    {isEmptyOffer(team.offer) ? offerTexts.write : offerTexts.change}
                  </InternalLink>
                )
              }
            >
              {isEmptyOffer(team.offer) ? <p className="max-w-prose text-ink-soft">{offerTexts.empty}</p> : <SchoolOffer offer={team.offer} />}
            </Section>
          </div>
        )}
        {shownDay === null && may.readSuccesses && (
          <div className="print:hidden">
            <Section title={successTexts.onTeamPage}>
              <div className="max-w-prose space-y-1 text-ink-soft">
                <p>{successTexts.onTeamPageNote}</p>
                {sinces && Object.values(sinces).some((count) => count > 0) && (
                  <p>
                    {earlyTexts.own(sinces)} {earlyTexts.ownNote}
                  </p>
                )}
              </div>
              <InternalLink href={successesPath(team.id)} className="inline-flex min-h-11 items-center font-semibold">
                {successTexts.link}
              </InternalLink>
            </Section>
          </div>
        )}
        {shownDay === null && (
          <Section title={texts.guides} note={texts.guidesNote}>
            <TeamGuides guides={team.guides.map(({ patterns, ...guide }) => ({ ...guide, organisation: guide.organisation ?? "", workingDays: workingDays(patternOn(patterns, today)) }))} />
          </Section>
        )}
        <div className="print:hidden">
          <Section title={texts.history} note={texts.historyNote}>
            <TeamHistory href={at} state={state} shownDay={shownDay} former={shown.former} />
          </Section>
        </div>
        {may.report && shownDay === null && (
          <div className="print:hidden">
            <Section title={page.reports.length > 0 ? changeReportTexts.openOwn : texts.wrongHere} note={page.reports.length > 0 ? changeReportTexts.openOwnNote : undefined}>
              {!may.handle && page.reports.length > 0 && <OpenReports reports={page.reports} handle={null} />}
              <InternalLink href={`${at}/change-reports/new` as Route} className="inline-flex min-h-11 items-center font-semibold">
                {texts.wrongHereLink}
              </InternalLink>
            </Section>
          </div>
        )}
        </Sections>
      </div>
    </>
  );
}

type LeadProps = { schools: readonly { name: string }[]; startedOn: Day; endedOn: Day | null; today: Day; welcome: Route | null };

function Lead({ schools, startedOn, endedOn, today, welcome }: LeadProps) {
  return (
    <>
      {schools.length > 0 && (
        <p>
          {texts.servedBefore} <Term meaning={coreTeamMeaning}>{texts.word}</Term> {texts.servedAfter(schools.map(({ name }) => name))}
        </p>
      )}
      {startedOn > today && <p>{texts.startsOn(startedOn)}</p>}
      {endedOn !== null && <p>{texts.ended(endedOn)}</p>}
      {welcome !== null && (
        <p className="print:hidden">
          <InternalLink href={welcome} className="inline-flex min-h-11 items-center">
            {texts.newHere}
          </InternalLink>
        </p>
      )}
    </>
  );
}

type AskedDay = { on: string; onDay: string; onMonth: string; onYear: string };

// The three boxes of the form become one day in the address, so that the link can be shared.
function askedDay(coreTeamId: string, { on, onDay, onMonth, onYear }: AskedDay): { day: Day | null; state: FormState } {
  const boxes = [onDay, onMonth, onYear].map((part) => part.trim());
  if (boxes.every((part) => part === "")) {
    const day = optionalDay().safeParse(on).data ?? null;
    return { day, state: { values: { on: day ?? "" }, errors: {} } };
  }
  const typed = optionalDay().safeParse(boxes.join(" "));
  if (typed.success && typed.data !== null) redirect(`/core-teams/${coreTeamId}?on=${typed.data}` as Route);
  return { day: null, state: { values: { onDay, onMonth, onYear }, errors: { on: texts.noSuchDay } } };
}

export default shownPage(CoreTeamPage);
