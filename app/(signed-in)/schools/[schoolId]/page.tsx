import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { SchoolFactsList } from "#components/schools/school-facts-list";
import { SchoolTeams } from "#components/schools/school-teams";
import { LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { SourceNote } from "#components/ui/source-note";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { parseParams } from "#lib/forms/params";
import { findSchool } from "#lib/schools/queries";
import { schoolPageTexts as texts } from "#lib/texts/home";

async function SchoolPage({ params }: PageProps<"/schools/[schoolId]">) {
  const { schoolId } = await parseParams(params, "schoolId");
  const { school, today, mayList, mayStart } = await asViewer(async (viewer) => {
    const found = await findSchool(viewer, schoolId);
    if (!found) throw new NotFoundError("school");
    const scope = found.consortium && { consortiumId: found.consortium.id };
    return {
      school: found,
      today: viewer.today,
      mayList: scope !== null && viewer.can("school:list", scope),
      mayStart: scope !== null && found.closedOn === null && viewer.can("core-team:start", scope),
    };
  });
  const current = school.teams.filter(({ endedOn }) => endedOn === null || endedOn >= today);
  const start = mayStart && <LinkButton href={`/core-teams/new?school=${school.id}` as Route}>{texts.start}</LinkButton>;
  return (
    <>
      <title>{school.name}</title>
      {school.closedOn && (
        <div className="pt-6">
          <Notice tone="neutral">{texts.closed(school.closedOn)}</Notice>
        </div>
      )}
      <PageHeading title={school.name} breadcrumbs={mayList ? [{ href: "/schools" as Route, label: texts.schools }] : undefined} lead={[school.place, school.consortium?.name].filter(Boolean).join(" · ")} />
      <Sections>
        <Section title={school.teams.length > 1 ? texts.teams : texts.team}>
          {current.length === 0 && school.closedOn === null && (
            <EmptyState title={texts.noTeamTitle} action={start}>
              <p>{texts.noTeam}</p>
            </EmptyState>
          )}
          <SchoolTeams teams={school.teams} today={today} />
        </Section>
        <Section title={texts.facts}>
          <SchoolFactsList school={school} />
          {school.fromDuo && <SourceNote source={texts.source} />}
        </Section>
      </Sections>
    </>
  );
}

export default shownPage(SchoolPage);
