import type { Route } from "next";
import { z } from "zod";
import { moveAgendaItemAction, restoreAgendaItemAction } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/actions";
import { agendaPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/paths";
import { meetingCrumbs, meetingDay, meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { successesPath } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/paths";
import { shownPage } from "#app/shown-page";
import { AgendaList, ItemLink } from "#components/agenda/agenda-list";
import { CaseLinks } from "#components/agenda/case-links";
import { Moves } from "#components/agenda/moves";
import { OpenAgreements } from "#components/agenda/open-agreements";
import { RemovedItems } from "#components/agenda/removed-items";
import { GuestsAt } from "#components/guests/guests-at";
import { Notice, PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { CalledTo } from "#components/on-call/called-to";
import { OnCallSection } from "#components/on-call/on-call-section";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { PeriodText } from "#components/ui/date-time";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { type AgendaItem, findAgenda } from "#lib/agenda/queries";
import { minutesTogether, oneSide, timetable } from "#lib/agenda/rules";
import { countOpenAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { minutesOf } from "#lib/meetings/rules";
import { agendaTexts as texts } from "#lib/texts/agenda";
import { successTexts } from "#lib/texts/successes";
import { meetingFormNames, meetingKindNames } from "#lib/texts/meetings";

const MOST_AGREEMENTS = 8;

const search = z.object({ notice: z.string().max(60).optional() });

async function AgendaPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/meetings/[meetingId]/agenda">) {
  const { coreTeamId, meetingId } = await parseParams(params, "coreTeamId", "meetingId");
  const said = noticeOf(await readSearch(searchParams, search));
  const page = await asViewer((viewer) => loadAgenda(viewer, coreTeamId, meetingId));
  const { meeting, team, fixed, items, goals } = page;
  const path = agendaPath({ coreTeamId, meetingId });
  const title = texts.title(meetingDay(meeting, page.today), team.name);
  const adds = page.can.add && fixed === null;
  return (
    <>
      <title>{title}</title>
      <PageNotice>{said}</PageNotice>
      <PageHeading
        title={title}
        breadcrumbs={meetingCrumbs(team, meeting)}
        lead={
          <>
            <p>{texts.what(meetingKindNames[meeting.kind], meeting.theme)}</p>
            <p>
              {/* How far away it is changes by the day; a page on the wall does not. */}
              <span className="print:hidden">
                <PeriodText starts={meeting.startsAt} ends={meeting.endsAt} today={page.today} />
              </span>
              <span className="hidden print:inline">
                <PeriodText starts={meeting.startsAt} ends={meeting.endsAt} />
              </span>
            </p>
            <p className="wrap-anywhere">{meeting.place ?? meetingFormNames[meeting.form]}</p>
          </>
        }
        action={adds && items.length > 0 && <LinkButton href={agendaPath({ coreTeamId, meetingId }, "/new")}>{texts.add}</LinkButton>}
      />
      {fixed && items.length > 0 && (
        <div className="mb-10 print:hidden">
          <Notice tone="neutral">{texts.fixed[fixed]}</Notice>
        </div>
      )}
      {items.length === 0 && <NoAgenda {...page} path={path} />}
      <Sections>
        {goals.length > 0 && items.length > 0 && (
          <Section title={texts.goals}>
            <ul className="list-disc space-y-1 pl-5 marker:text-edge">
              {goals.map((goal) => (
                <li key={goal}>{goal}</li>
              ))}
            </ul>
          </Section>
        )}
        {items.length > 0 && <Items {...page} path={path} />}
        {items.length > 0 && page.isComing && <OnCallSection people={page.onCall} items={items} path={page.can.call ? path : null} />}
      </Sections>
      {page.removed.length > 0 && <RemovedItems items={page.removed} action={restoreAgendaItemAction} />}
    </>
  );
}

type Page = Awaited<ReturnType<typeof loadAgenda>>;
type PartProps = Page & { path: Route };

async function loadAgenda(viewer: Viewer, coreTeamId: string, meetingId: string) {
  const agenda = await findAgenda(viewer, coreTeamId, meetingId);
  if (!agenda || !viewer.can("agenda:read", agenda.team.scope)) throw new NotFoundError();
  const { scope } = agenda.team;
  const can = {
    add: viewer.can("agenda:add-item", scope),
    arrange: viewer.can("agenda:arrange", scope),
    call: viewer.can("invitees:change", scope),
    readAgreements: viewer.can("agreement:read", scope),
    readCases: viewer.can("case-discussion:read", scope),
    readSuccesses: viewer.can("success:read", scope),
    logCase: viewer.can("case-discussion:log", scope),
  };
  const has = (standing: AgendaItem["standing"]) => agenda.items.some((item) => item.standing === standing);
  const looksBack = can.readAgreements && agenda.fixed === null && has("AGREEMENTS");
  const newKey = () => newFormKey(viewer.person.id);
  return {
    ...agenda,
    items: agenda.items.map((item) => ({ ...item, formKeys: { UP: newKey(), DOWN: newKey() } })),
    removed: agenda.removed.map((item) => ({ ...item, formKey: newKey() })),
    can,
    today: viewer.today,
    agreements: looksBack ? { open: await listOpenAgreements(viewer, { coreTeamId, take: MOST_AGREEMENTS }), total: await countOpenAgreements(viewer, coreTeamId) } : null,
    cases: can.readCases && has("CASES") ? await listCaseDiscussionsOf(viewer, meetingId) : null,
  };
}

function Items({ meeting, items, can, fixed, ...page }: PartProps) {
  const timed = timetable(items, meeting.startsAt);
  const side = fixed === null ? oneSide(items) : null;
  const nobodyYet = fixed === null && can.add && items.every(({ addedBy }) => addedBy === null);
  return (
    <Section
      title={texts.items}
      note={<p className="print:hidden">{texts.total(minutesTogether(items), minutesOf(meeting))}</p>}
      action={
        can.arrange &&
        fixed === null && (
          <InternalLink href={agendaPath({ coreTeamId: page.team.id, meetingId: meeting.id }, "/template")} className="inline-flex min-h-11 items-center font-semibold">
            {texts.chooseTemplate}
          </InternalLink>
        )
      }
    >
      {(side || nobodyYet) && <p className="mb-4 text-ink-soft print:hidden">{side ? texts.oneSided[side] : texts.nobodyYet}</p>}
      <AgendaList
        label={texts.items}
        items={timed}
        byline={({ addedBy, origin }) => addedBy && texts.addedBy(addedBy.name ?? texts.addedBySomebody, origin)}
        content={(item) => (
          <>
            <Standing item={item} meeting={meeting} can={can} fixed={fixed} {...page} />
            <GuestsAt item={item} guests={page.guests} />
            <CalledTo item={item} people={page.onCall} />
          </>
        )}
        tools={
          fixed === null && (can.arrange || items.some(({ mayChange }) => mayChange))
            ? (item, index) => <Tools item={item} isFirst={index === 0} isLast={index === items.length - 1} arranges={can.arrange} path={page.path} />
            : undefined
        }
      />
    </Section>
  );
}

/** What goes with a standing item: what the team agreed, and the casussen. Only for who may read those. */
function Standing({ item: { standing }, team, meeting, can, agreements, cases, fixed }: Omit<PartProps, "items"> & { item: AgendaItem }) {
  if (standing === "AGREEMENTS") {
    if (agreements) return <OpenAgreements agreements={agreements.open} total={agreements.total} href={meetingsPath(team.id, `/${meeting.id}/agreements-review`)} />;
    return can.readAgreements ? null : <p className="mt-2 text-sm text-ink-soft print:hidden">{texts.agreementsOfTeam}</p>;
  }
  if (standing === "SUCCESSES" && can.readSuccesses) {
    return (
      <InternalLink href={successesPath(team.id)} className="inline-flex min-h-11 items-center print:hidden">
        {successTexts.link}
      </InternalLink>
    );
  }
  if (standing === "CASES" && cases) {
    return <CaseLinks cases={cases} meetingPath={meetingsPath(team.id, `/${meeting.id}`)} mayLog={can.logCase && fixed === null} />;
  }
  return null;
}

type ToolsProps = { item: AgendaItem & { formKeys: { UP: string; DOWN: string } }; isFirst: boolean; isLast: boolean; arranges: boolean; path: Route };

function Tools({ item: { id, title, mayChange, formKeys }, isFirst, isLast, arranges, path }: ToolsProps) {
  return (
    <>
      {arranges && <Moves action={moveAgendaItemAction} itemId={id} title={title} formKeys={formKeys} isFirst={isFirst} isLast={isLast} />}
      {mayChange && <ItemLink href={`${path}/${id}/edit` as Route} label={texts.change} title={title} />}
      {mayChange && <ItemLink href={`${path}/${id}/removal` as Route} label={texts.remove} title={title} />}
    </>
  );
}

function NoAgenda({ fixed, can, path }: PartProps) {
  if (fixed) {
    return (
      <EmptyState title={texts.emptyTitle} level={2}>
        <p>{texts.emptyOver}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={texts.emptyTitle}
      level={2}
      action={
        <>
          {can.arrange && <LinkButton href={`${path}/template` as Route}>{texts.startFromTemplate}</LinkButton>}
          {can.add && (
            <LinkButton href={`${path}/new` as Route} variant={can.arrange ? "secondary" : "primary"}>
              {texts.add}
            </LinkButton>
          )}
        </>
      }
    >
      <p>{can.arrange ? texts.emptyForPlanner : texts.empty}</p>
    </EmptyState>
  );
}

export default shownPage(AgendaPage);
