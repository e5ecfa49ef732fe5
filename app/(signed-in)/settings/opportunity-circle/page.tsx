import type { Route } from "next";
import { circlePath } from "#app/(signed-in)/settings/opportunity-circle/paths";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { DataTable } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { listCircleNames } from "#lib/opportunity-circle/queries";
import { consortiumTexts } from "#lib/texts/consortia";
import { circleNameTexts as texts } from "#lib/texts/opportunity-circle";

async function CircleNamesPage({ searchParams }: PageProps<"/settings/opportunity-circle">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, names } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "opportunity-circle:manage", search.in);
    return { choice: chosen, names: await listCircleNames(viewer, chosen.consortiumId) };
  });
  const title = choice.all.length > 1 ? texts.titleIn(choice.consortiumName) : texts.title;
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} breadcrumbs={[{ href: inConsortium("/settings", choice) as Route, label: consortiumTexts.title }]} lead={texts.lead} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/opportunity-circle" {...choice} />
      <DataTable
        caption={texts.caption}
        captionHidden
        columns={[
          { key: "name", label: texts.columns.name, compact: true },
          { key: "meaning", label: texts.columns.meaning },
        ]}
        rows={names.map(({ element, name, meaning }) => ({
          key: element,
          cells: { name: <InternalLink href={circlePath(choice, element)}>{name}</InternalLink>, meaning },
        }))}
      />
    </>
  );
}

export default shownPage(CircleNamesPage);
