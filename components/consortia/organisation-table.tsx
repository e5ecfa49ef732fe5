import type { Route } from "next";
import { DataTable } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import type { ListedOrganisation } from "#lib/consortia/queries";
import { telephoneHref } from "#lib/names";
import { organisationTexts as texts } from "#lib/texts/consortia";

/** The organisations on a page of the list, each leading to where it is changed. */
export function OrganisationTable({ organisations, total }: { organisations: readonly ListedOrganisation[]; total: number }) {
  return (
    <DataTable
      caption={texts.caption(total)}
      columns={[
        { key: "name", label: texts.columns.name },
        { key: "kind", label: texts.columns.kind, bare: true },
        { key: "phone", label: texts.columns.phone, compact: true, bare: true },
        { key: "people", label: texts.columns.people, align: "end" },
      ]}
      rows={organisations.map(({ id, name, kind, phone, people }) => ({
        key: id,
        cells: {
          name: <InternalLink href={`/organisations/${id}` as Route}>{name}</InternalLink>,
          kind: texts.kinds[kind],
          phone: phone && <a href={telephoneHref(phone)}>{phone}</a>,
          people: texts.people(people),
        },
      }))}
    />
  );
}
