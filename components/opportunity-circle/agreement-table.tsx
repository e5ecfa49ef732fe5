import { type Column, DataTable } from "#components/ui/data-table";
import { countedKinds } from "#lib/agreements/kinds";
import type { AgreementFigures } from "#lib/opportunity-circle/queries";
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
export function AgreementTable({ agreements: { kinds, applied }, whose }: { agreements: AgreementFigures; whose: string }) {
  return (
    <DataTable
      caption={texts.agreementsCaption(whose)}
      captionHidden
      columns={columns}
      rows={countedKinds.map((kind) => {
        const { agreed, done } = kinds[kind];
        return { key: kind, cells: { kind: agreementKindTexts.names[kind], agreed: texts.inFives(agreed), done: texts.inFives(done), applied: kind === "SHARED_ADVICE" ? texts.inFives(applied) : null } };
      })}
    />
  );
}
