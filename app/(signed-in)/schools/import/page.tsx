import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Task } from "#components/layout/task";
import { RecentImports } from "#components/schools/recent-imports";
import { UploadForm } from "#components/schools/upload-form";
import { Disclosure } from "#components/ui/details";
import { SourceNote } from "#components/ui/source-note";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { listImportConsortia, listRecentImports, type ImportConsortium } from "#lib/schools/queries";
import { uploadErrors, uploadSearchSchema, type UploadSearch } from "#lib/schools/upload-problem";
import { formTexts } from "#lib/texts/forms";
import { schoolImportTexts as texts } from "#lib/texts/school-import";
import { schoolTexts } from "#lib/texts/schools";
import { z } from "zod";

const search = uploadSearchSchema.extend({ notice: z.string().max(60).optional() });

async function ImportSchoolsPage({ searchParams }: PageProps<"/schools/import">) {
  const asked = await readSearch(searchParams, search);
  const page = await asViewer(async (viewer) => {
    if (!viewer.canSomewhere("school:import")) throw new NotFoundError();
    const consortia = await listImportConsortia(viewer);
    return { consortia, recent: await listRecentImports(viewer), formKey: newFormKey(viewer.person.id) };
  });
  const said = noticeOf(asked);
  return (
    <>
      <title>{asked.problem === undefined ? texts.title : `${formTexts.errorTitlePrefix}${texts.title}`}</title>
      {said && (
        <div className="pt-6">
          <Notice>{said}</Notice>
        </div>
      )}
      <PageHeading title={texts.title} lead={texts.lead} breadcrumbs={[{ href: "/schools" as Route, label: texts.schools }]} />
      <Task>
        <div className="mb-8">
          <Disclosure summary={texts.whereTitle}>
            <p>{texts.where}</p>
            <p>
              <a href="https://www.duo.nl/open_onderwijsdata/databestanden/po/adressen/" rel="noreferrer" className="inline-flex min-h-11 items-center">
                {texts.whereLink}
              </a>
            </p>
          </Disclosure>
        </div>
        <UploadForm
          action="/schools/import/upload"
          formKey={page.formKey}
          state={{ values: valuesOf(asked, page.consortia), ...uploadErrors(asked) }}
          consortia={page.consortia.map(({ id, name }) => ({ id, name }))}
          postcodesUnknown={postcodesUnknown(page.consortia)}
        />
      </Task>
      <div className="mt-14">
        <Sections>
          <Section title={texts.recentTitle}>
            <RecentImports imports={page.recent} several={page.consortia.length > 1} />
          </Section>
        </Sections>
      </div>
      <SourceNote source={schoolTexts.source} />
    </>
  );
}

/** By postcode unless that cannot work: somebody who has the file of the whole country must not take all of it. */
function valuesOf({ consortiumId, selection, municipalities }: UploadSearch, consortia: readonly ImportConsortium[]) {
  const canChoose = consortia.some(({ postcodeAreas }) => postcodeAreas > 0);
  return { consortiumId, selection: selection || (canChoose ? "POSTCODE" : "ALL"), municipalities };
}

function postcodesUnknown(consortia: readonly ImportConsortium[]): string | null {
  const without = consortia.filter(({ postcodeAreas }) => postcodeAreas === 0).map(({ name }) => name);
  return without.length === 0 ? null : texts.postcodesUnknown(without);
}

export default shownPage(ImportSchoolsPage);
