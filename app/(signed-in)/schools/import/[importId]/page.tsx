import type { Route } from "next";
import { confirmSchoolImportAction, discardSchoolImportAction } from "#app/(signed-in)/schools/import/[importId]/actions";
import { shownPage } from "#app/shown-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Task } from "#components/layout/task";
import { ConfirmImportForm } from "#components/schools/confirm-import-form";
import { DiscardImportForm } from "#components/schools/discard-import-form";
import { changeRows, ImportList, type ImportListName, reportRows } from "#components/schools/import-list";
import { ImportNumbers } from "#components/schools/import-numbers";
import { LinkButton } from "#components/ui/button";
import { DefinitionList } from "#components/ui/definition-list";
import { Pagination } from "#components/ui/pagination";
import { SourceNote } from "#components/ui/source-note";
import { TabsLinks } from "#components/ui/tabs-links";
import { asViewer } from "#lib/access/as-viewer";
import { dayOf, formatDate, formatTime } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { findSchoolImport, listImportChanges, pageSize, type SchoolImportOverview } from "#lib/schools/queries";
import type { ImportReport } from "#lib/schools/schema";
import { importPreviewTexts as texts, schoolImportTexts } from "#lib/texts/school-import";
import { schoolListTexts } from "#lib/texts/school-list";
import { schoolTexts } from "#lib/texts/schools";
import { z } from "zod";

const lists = ["changed", "closed", "added", "without", "elsewhere", "held", "rejected"] as const satisfies readonly ImportListName[];
const changeOf = { added: "ADDED", changed: "CHANGED", closed: "CLOSED" } as const;

const search = z.object({
  list: z.enum(lists).optional(),
  page: z.coerce.number().int().min(1).max(2_000).default(1),
  notice: z.string().max(60).optional(),
});

async function SchoolImportPage({ params, searchParams }: PageProps<"/schools/import/[importId]">) {
  const { importId } = await parseParams(params, "importId");
  const asked = await readSearch(searchParams, search);
  const view = await asViewer(async (viewer) => {
    const overview = await findSchoolImport(viewer, importId);
    if (overview === null || !viewer.can("school:import", overview)) throw new NotFoundError();
    const counts = countsOf(overview.report);
    const list = [asked.list, ...lists].find((each) => each !== undefined && counts[each] > 0) ?? "added";
    const page = Math.min(asked.page, Math.max(1, Math.ceil(counts[list] / pageSize)));
    const rows = isChange(list) ? changeRows(await listImportChanges(viewer, importId, changeOf[list], page)) : reportRows(overview.report, list, (page - 1) * pageSize, pageSize);
    return { overview, counts, list, page, rows, keys: { confirm: newFormKey(viewer.person.id), discard: newFormKey(viewer.person.id) } };
  });

  const { overview, counts, list, page, rows } = view;
  const { report, appliedAt } = overview;
  const path = `/schools/import/${importId}` as Route;
  const said = noticeOf(asked);
  const changesNothing = report.added + report.changed + report.closed === 0;
  const title = headingOf(overview, changesNothing);
  return (
    <>
      <title>{title}</title>
      {said && (
        <div className="pt-6">
          <Notice>{said}</Notice>
        </div>
      )}
      <PageHeading
        title={title}
        lead={leadOf(appliedAt, changesNothing)}
        breadcrumbs={[
          { href: "/schools" as Route, label: schoolImportTexts.schools },
          { href: "/schools/import" as Route, label: texts.breadcrumb },
        ]}
      />
      <Task>
        <div className="space-y-8">
          <ImportNumbers report={report} done={appliedAt !== null} />
          {appliedAt === null && report.closesMany && (
            <Notice tone="attention" title={texts.closesManyTitle}>
              {schoolTexts.closesMany(report.closed)}
            </Notice>
          )}
          {appliedAt === null && report.elsewhereByPostcode > 0 && (
            <Notice tone="attention" title={texts.elsewhereTitle}>
              {texts.elsewhere(report.elsewhereByPostcode)}
            </Notice>
          )}
          <div className="space-y-2">
            {appliedAt === null && !changesNothing ? (
              <ConfirmImportForm action={confirmSchoolImportAction} formKey={view.keys.confirm} importId={importId} label={texts.confirm(report)} newPreview={newPreviewOf(overview)} />
            ) : (
              <LinkButton href={"/schools" as Route}>{texts.toSchools}</LinkButton>
            )}
            {appliedAt === null && <DiscardImportForm action={discardSchoolImportAction} formKey={view.keys.discard} importId={importId} />}
          </div>
        </div>
      </Task>
      <div className="mt-14">
        <Sections>
          {counts[list] > 0 && (
            <Section title={texts.lists} layout="full">
              <TabsLinks
                label={texts.lists}
                items={lists.filter((each) => counts[each] > 0).map((each) => ({ href: `${path}?list=${each}` as Route, label: texts.list[each](counts[each]), current: each === list }))}
              />
              {texts.notes[list] && <p className="mt-5 max-w-prose">{texts.notes[list]}</p>}
              <div className="mt-6">
                <ImportList list={list} rows={rows} />
              </div>
              {counts[list] > pageSize && <Pagination page={page} pageSize={pageSize} total={counts[list]} pathname={path} query={{ list }} />}
            </Section>
          )}
          <Section title={texts.about}>
            <DefinitionList items={factsOf(overview)} />
          </Section>
        </Sections>
      </div>
      <SourceNote source={schoolTexts.source} />
    </>
  );
}

function isChange(list: ImportListName): list is keyof typeof changeOf {
  return list in changeOf;
}

function countsOf(report: ImportReport): Record<ImportListName, number> {
  return {
    added: report.added,
    changed: report.changed,
    closed: report.closed,
    without: report.schoolsWithoutConsortium.length,
    elsewhere: report.schoolsElsewhere.length,
    held: report.schoolsHeldOpen.length,
    rejected: report.rejected.length,
  };
}

function headingOf({ appliedAt, consortiumName }: SchoolImportOverview, changesNothing: boolean): string {
  if (appliedAt !== null) return texts.titleDone(consortiumName);
  return changesNothing ? texts.titleNothing(consortiumName) : texts.title(consortiumName);
}

function leadOf(appliedAt: Date | null, changesNothing: boolean): string {
  if (appliedAt !== null) return texts.leadDone(formatDate(dayOf(appliedAt)));
  return changesNothing ? texts.leadNothing : texts.lead;
}

function factsOf({ fileName, sector, options, createdBy, createdAt }: SchoolImportOverview) {
  return [
    { term: texts.file, description: texts.fileOf(fileName, schoolListTexts.sectors[sector]) },
    { term: texts.selection, description: texts.selections[options.selection] },
    { term: texts.municipalities, description: options.municipalities.join(", ") },
    { term: texts.madeBy, description: texts.madeOn(createdBy, formatDate(dayOf(createdAt)), formatTime(createdAt)) },
  ];
}

function newPreviewOf({ consortiumId, options }: SchoolImportOverview): Route {
  return `/schools/import?${new URLSearchParams({ consortiumId, selection: options.selection, municipalities: options.municipalities.join("\n") })}` as Route;
}

export default shownPage(SchoolImportPage);
