import { formatDate, type Day } from "#lib/dates";
import { commonTexts } from "#lib/texts/common";

/** Where the figures come from: "Bron: DUO Open Onderwijsdata, 1 april 2026". */
export function SourceNote({ source, day }: { source: string; day?: Day }) {
  return (
    <p className="mt-4 text-sm [footer_&]:mt-0 text-ink-soft">
      {day === undefined ? commonTexts.source(source) : commonTexts.sourceOn(source, formatDate(day))}
    </p>
  );
}
