import type { Route } from "next";
import { z } from "zod";
import { setAgreementStateAction } from "#app/(signed-in)/agreements/actions";
import { meetingsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/paths";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { shownPage } from "#app/shown-page";
import { AgreementLines } from "#components/agreements/agreement-lines";
import { AgreementNotice } from "#components/agreements/agreement-notice";
import { PageHeading } from "#components/layout/page-heading";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { type AgreementCounts, AGREEMENTS_A_PAGE, countAgreements, findAgreementTeam, listClosedAgreements, listOpenAgreements } from "#lib/agreements/queries";
import { schoolYearLabel } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { agreementTexts as texts } from "#lib/texts/agreements";

const search = z.object({
  year: z.coerce.number().int().min(2000).max(2199).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
  notice: z.string().max(60).optional(),
  agreement: z.uuid().optional(),
});

async function TeamAgreementsPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/agreements">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { year, page: number, notice, agreement } = await readSearch(searchParams, search);
  const { team, counts, agreements, undoKey, today } = await asViewer((viewer) => loadAgreements(viewer, coreTeamId, year, number));
  const path = `/core-teams/${team.id}/agreements` as Route;
  const total = year === undefined ? counts.open : (counts.years.find((each) => each.year === year)?.closed ?? 0);
  const said = noticeOf({ notice });
  const title = texts.listTitle(team.name);
  return (
    <>
      <title>{title}</title>
      <AgreementNotice code={notice} said={said} agreementId={agreement} formKey={undoKey} back="team" setState={setAgreementStateAction} />
      <PageHeading
        title={title}
        breadcrumbs={[teamCrumb(team)]}
        lead={texts.lead}
        action={
          <InternalLink href={"/agreements" as Route} className="inline-flex min-h-11 items-center">
            {texts.mineTitle}
          </InternalLink>
        }
      />
      <div className="mb-8">
        <TabsLinks label={texts.views} items={tabs(path, year, counts)} />
      </div>
      {total === 0 ? (
        <NoAgreements year={year} coreTeamId={team.id} />
      ) : (
        <>
          <AgreementLines
            agreements={agreements}
            label={year === undefined ? texts.openLabel : texts.closedLabel}
            today={today}
            back="team"
            setState={setAgreementStateAction}
            shows={{ origin: true }}
          />
          {total > AGREEMENTS_A_PAGE && <Pagination page={number} pageSize={AGREEMENTS_A_PAGE} total={total} pathname={path} query={year === undefined ? {} : { year: String(year) }} />}
        </>
      )}
    </>
  );
}

async function loadAgreements(viewer: Viewer, coreTeamId: string, year: number | undefined, page: number) {
  const team = await findAgreementTeam(viewer, coreTeamId);
  if (!team || !viewer.can("agreement:read", team.scope)) throw new NotFoundError();
  const found =
    year === undefined
      ? await listOpenAgreements(viewer, { coreTeamId, take: AGREEMENTS_A_PAGE, skip: (page - 1) * AGREEMENTS_A_PAGE })
      : await listClosedAgreements(viewer, coreTeamId, year, page);
  return {
    team,
    counts: await countAgreements(viewer, coreTeamId),
    agreements: found.map((each) => ({ ...each, formKey: newFormKey(viewer.person.id) })),
    undoKey: newFormKey(viewer.person.id),
    today: viewer.today,
  };
}

function NoAgreements({ year, coreTeamId }: { year: number | undefined; coreTeamId: string }) {
  if (year !== undefined) {
    return (
      <EmptyState title={texts.emptyYearTitle(schoolYearLabel(year))} level={2}>
        <p>{texts.emptyYear}</p>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={texts.emptyTitle}
      level={2}
      action={
        <LinkButton href={meetingsPath(coreTeamId)} variant="secondary">
          {texts.toMeetings}
        </LinkButton>
      }
    >
      <p>{texts.empty}</p>
    </EmptyState>
  );
}

function tabs(path: Route, year: number | undefined, { open, years }: AgreementCounts) {
  const closed = years.map((each) => ({ href: `${path}?year=${each.year}` as Route, label: texts.closed(schoolYearLabel(each.year)), current: each.year === year }));
  return [{ href: path, label: texts.open(open), current: year === undefined }, ...closed];
}

export default shownPage(TeamAgreementsPage);
