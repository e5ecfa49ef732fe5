import type { Route } from "next";
import { Badge } from "#components/ui/badge";
import { DataTable, type Column, type Row } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import { formatDate } from "#lib/dates";
import type { ListedSchool } from "#lib/schools/queries";
import { schoolListTexts as texts } from "#lib/texts/school-list";

type ColumnKey = keyof typeof texts.columns;

type SchoolTableProps = {
  schools: readonly ListedSchool[];
  total: number;
  /** Columns that would say the same on every line are left out. */
  shows: { sector: boolean; consortium: boolean; closedOn: boolean; coreTeam: boolean };
};

/** The schools on a page of the list, each leading to its own page. */
export function SchoolTable({ schools, total, shows }: SchoolTableProps) {
  const keys: ColumnKey[] = ["name", "code", "place"];
  for (const key of ["sector", "consortium", "closedOn", "coreTeam"] as const) if (shows[key]) keys.push(key);
  const columns: Column<ColumnKey>[] = keys.map((key) => ({ key, label: texts.columns[key], compact: key === "code" || key === "closedOn" || key === "coreTeam" }));
  return <DataTable caption={texts.caption(total)} columns={columns} rows={schools.map(rowOf)} />;
}

function rowOf(school: ListedSchool): Row<ColumnKey> {
  return {
    key: school.id,
    cells: {
      name: <InternalLink href={`/schools/${school.id}` as Route}>{school.name}</InternalLink>,
      code: school.locationCode,
      place: placeOf(school),
      sector: texts.sectors[school.sector],
      consortium: school.consortiumName,
      closedOn: school.closedOn === null ? null : formatDate(school.closedOn),
      coreTeam: school.coreTeamId === null ? <Badge>{texts.noCoreTeam}</Badge> : <Badge tone="done">{texts.hasCoreTeam}</Badge>,
    },
  };
}

/** The place, with its municipality where that is called otherwise. */
function placeOf({ place, municipality }: ListedSchool): string | null {
  if (place === null || municipality === null || place === municipality) return place ?? municipality;
  return texts.placeIn(place, municipality);
}
