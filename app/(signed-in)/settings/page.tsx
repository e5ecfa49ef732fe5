import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { Line, Lines } from "#components/layout/lines";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { DefinitionList } from "#components/ui/definition-list";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { chooseConsortium, inConsortium, type ConsortiumChoice } from "#lib/consortia/choice";
import { findConsortium } from "#lib/consortia/queries";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { agendaTemplateTexts } from "#lib/texts/agenda-templates";
import { caseRetentionTexts } from "#lib/texts/case-retention";
import { consortiumTexts as texts, functionTexts } from "#lib/texts/consortia";
import { circleNameTexts } from "#lib/texts/opportunity-circle";
import { planningRulesTexts } from "#lib/texts/school-days";

async function SettingsPage({ searchParams }: PageProps<"/settings">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, consortium, links } = await asViewer((viewer) => load(viewer, search.in));
  const title = choice.all.length > 1 ? texts.titleIn(choice.consortiumName) : texts.title;
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} lead={texts.lead} />
      <ConsortiumTabs label={texts.switchLabel} path="/settings" {...choice} />
      <Sections>
        {consortium && (
          <Section
            title={texts.own}
            action={
              <InternalLink href={inConsortium("/settings/consortium", choice) as Route} className="inline-flex min-h-11 items-center">
                {texts.change}
                <span className="sr-only"> {texts.changeLabel}</span>
              </InternalLink>
            }
          >
            <DefinitionList
              items={[
                { term: texts.name, description: consortium.name },
                { term: texts.code, description: consortium.code ?? texts.noCode },
                { term: texts.sector, description: functionTexts.sectors[consortium.sector] },
              ]}
            />
          </Section>
        )}
        <Section title={texts.more}>
          <Lines>
            {links.map(({ href, title: label, note }) => (
              <Line key={href} title={<InternalLink href={href}>{label}</InternalLink>}>
                {note}
              </Line>
            ))}
          </Lines>
        </Section>
      </Sections>
    </>
  );
}

async function load(viewer: Viewer, wanted: string | undefined) {
  const choice = chooseConsortium(viewer, "organisation:manage", wanted);
  return { choice, consortium: await findConsortium(viewer, choice.consortiumId), links: linksOf(viewer, choice) };
}

/** Where the rest is settled, as far as this person may. */
function linksOf(viewer: Viewer, choice: ConsortiumChoice): { href: Route; title: string; note: string }[] {
  const scope = { consortiumId: choice.consortiumId };
  const links = [
    { action: "team-function:manage", path: "/settings/functions", title: texts.toFunctions, note: texts.toFunctionsNote },
    { action: "agenda-template:manage", path: "/settings/agenda-templates", title: agendaTemplateTexts.title, note: agendaTemplateTexts.settingsNote },
    { action: "opportunity-circle:manage", path: "/settings/opportunity-circle", title: circleNameTexts.title, note: circleNameTexts.settingsNote },
    { action: "holiday:manage", path: "/settings/holidays", title: planningRulesTexts.toHolidays, note: planningRulesTexts.toHolidaysNote },
    { action: "planning-rules:change", path: "/settings/planning", title: planningRulesTexts.toRules, note: planningRulesTexts.toRulesNote },
    { action: "case-retention:change", path: "/settings/case-retention", title: caseRetentionTexts.title, note: caseRetentionTexts.settingsNote },
    { action: "organisation:manage", path: "/organisations", title: texts.toOrganisations, note: texts.toOrganisationsNote },
    { action: "person:list", path: "/people", title: texts.toPeople, note: texts.toPeopleNote },
    { action: "school:import", path: "/schools/import", title: texts.toImport, note: texts.toImportNote },
    { action: "consortium:change", path: "/setup", title: texts.toSetup, note: texts.toSetupNote },
  ] as const;
  return links.filter(({ action }) => viewer.can(action, scope)).map(({ path, title, note }) => ({ href: inConsortium(path, choice) as Route, title, note }));
}

export default shownPage(SettingsPage);
