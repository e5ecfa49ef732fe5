import type { Route } from "next";
import { templatesPath } from "#app/(signed-in)/settings/agenda-templates/paths";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageHeading } from "#components/layout/page-heading";
import { DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { listTemplates } from "#lib/agenda-templates/queries";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { readSearch } from "#lib/forms/params";
import { agendaTemplateTexts as texts } from "#lib/texts/agenda-templates";
import { consortiumTexts } from "#lib/texts/consortia";
import { meetingKindNames } from "#lib/texts/meetings";

async function AgendaTemplatesPage({ searchParams }: PageProps<"/settings/agenda-templates">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, templates } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "agenda-template:manage", search.in);
    return { choice: chosen, templates: await listTemplates(viewer, chosen.consortiumId) };
  });
  const title = choice.all.length > 1 ? texts.titleIn(choice.consortiumName) : texts.title;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={texts.title} breadcrumbs={[{ href: inConsortium("/settings", choice) as Route, label: texts.settings }]} lead={texts.lead} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/agenda-templates" {...choice} />
      {templates.length === 0 ? (
        <EmptyState title={texts.emptyTitle} level={2}>
          <p>{texts.empty}</p>
        </EmptyState>
      ) : (
        <DataTable
          caption={texts.caption}
          captionHidden
          columns={[
            { key: "name", label: texts.columns.name },
            { key: "items", label: texts.columns.items, compact: true },
            { key: "minutes", label: texts.columns.minutes, compact: true },
          ]}
          rows={templates.map(({ id, kind, name, items, minutes }) => ({
            key: id,
            cells: { name: <Name id={id} name={name} kind={meetingKindNames[kind]} />, items: String(items), minutes: texts.minutes(minutes) },
          }))}
        />
      )}
    </>
  );
}

/** The kind is told where the name does not say it. */
function Name({ id, name, kind }: { id: string; name: string; kind: string }) {
  return (
    <>
      <InternalLink href={templatesPath(`/${id}`)}>{name}</InternalLink>
      {name !== kind && <span className="block text-sm font-normal text-ink-soft">{texts.for(kind)}</span>}
    </>
  );
}

export default shownPage(AgendaTemplatesPage);
