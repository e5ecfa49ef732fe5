import { type Column, DataTable } from "#components/ui/data-table";
import { countedKinds } from "#lib/agreements/kinds";
import type { CircleFigures } from "#lib/opportunity-circle/queries";
import { agreementKindTexts } from "#lib/texts/agreements";
import { circleFiguresTexts as texts } from "#lib/texts/opportunity-circle";

type Key = keyof typeof texts.agreementColumns;

const columns: Column<Key>[] = [
  { key: "kind", label: texts.agreementColumns.kind },
  { key: "agreed", label: texts.agreementColumns.agreed, align: "end", compact: true },
  { key: "done", label: texts.agreementColumns.done, align: "end", compact: true },
  { key: "applied", label: texts.agreementColumns.applied, align: "end", compact: true },
];

/** What was agreed about casussen, a kind a line. `whose` casussen they are, in words. */
export function AgreementTable({ figures: { agreements, applied }, whose }: { figures: Pick<CircleFigures, "agreements" | "applied">; whose: string }) {
  return (
    <DataTable
      caption={texts.agreementsCaption(whose)}
      captionHidden
      columns={columns}
      rows={countedKinds.map((kind) => ({ key: kind, cells: { kind: agreementKindTexts.names[kind], ...agreements[kind], applied: kind === "SHARED_ADVICE" ? applied : null } }))}
    />
  );
}
