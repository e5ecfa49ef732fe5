import type { ReactNode } from "react";
import { DataTable, type Column, type Row } from "#components/ui/data-table";
import { formatDate } from "#lib/dates";
import type { ImportChange } from "#lib/schools/queries";
import type { Difference, ImportReport } from "#lib/schools/schema";
import { importPreviewTexts as texts } from "#lib/texts/school-import";
import { schoolTexts } from "#lib/texts/schools";

/** The lists behind the numbers of an import, each with an address of its own. */
export type ImportListName = keyof typeof texts.captions;

type ColumnKey = keyof typeof texts.columns;

const COLUMNS: Record<ImportListName, readonly ColumnKey[]> = {
  added: ["name", "code", "place"],
  changed: ["name", "code", "what"],
  closed: ["name", "code"],
  without: ["name", "code", "postcode", "place"],
  elsewhere: ["name", "code", "stays"],
  held: ["name", "code"],
  rejected: ["line", "reason"],
};

/** One of the lists of an import. */
export function ImportList({ list, rows }: { list: ImportListName; rows: readonly Row<ColumnKey>[] }) {
  const columns: Column<ColumnKey>[] = COLUMNS[list].map((key) => ({ key, label: texts.columns[key], compact: key === "code" || key === "line" || key === "postcode" }));
  return <DataTable caption={texts.captions[list]} captionHidden columns={columns} rows={rows} />;
}

/** The rows of what is added, changed or closed. */
export function changeRows(changes: readonly ImportChange[]): Row<ColumnKey>[] {
  return changes.map(({ locationCode, name, place, differences }) => ({
    key: locationCode,
    cells: { name, code: locationCode, place, what: <Differences differences={differences} /> },
  }));
}

/** The rows of what else is known about an import: the part of each list that stands on this page. */
export function reportRows(report: ImportReport, list: Exclude<ImportListName, "added" | "changed" | "closed">, first: number, most: number): Row<ColumnKey>[] {
  const part = <T,>(items: readonly T[]) => items.slice(first, first + most);
  if (list === "rejected") {
    return part(report.rejected).map(({ line, reason }) => ({ key: `${line}`, cells: { line, reason: schoolTexts.rejected[reason] } }));
  }
  if (list === "without") {
    return part(report.schoolsWithoutConsortium).map(({ locationCode, name, postcode, place }) => ({ key: locationCode, cells: { name, code: locationCode, postcode, place } }));
  }
  if (list === "held") return part(report.schoolsHeldOpen).map(({ locationCode, name }) => ({ key: locationCode, cells: { name, code: locationCode } }));
  return part(report.schoolsElsewhere).map(({ locationCode, name, ours }) => ({
    key: locationCode,
    cells: { name, code: locationCode, stays: ours ? texts.staysOurs : texts.staysTheirs },
  }));
}

function Differences({ differences }: { differences: readonly Difference[] }) {
  return (
    <ul className="space-y-0.5">
      {differences.map((difference) => (
        <li key={difference.field}>{differenceLine(difference)}</li>
      ))}
    </ul>
  );
}

function differenceLine({ field, from, to }: Difference): ReactNode {
  if (field === "closedOn") return texts.opensAgain(formatDate(from ?? to ?? ""));
  if (field === "consortiumId") return texts.joinsConsortium;
  return (
    <>
      <span className="text-ink-soft">{texts.field(schoolTexts.fieldNames[field])}</span>
      <del className="decoration-edge">{from ?? texts.nothing}</del>
      {texts.arrow}
      <ins className="font-semibold no-underline">{to ?? texts.nothing}</ins>
    </>
  );
}
