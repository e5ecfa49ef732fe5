import { DataTable } from "#components/ui/data-table";
import { Disclosure } from "#components/ui/details";
import { memberImportTexts as texts } from "#lib/texts/member-import";

const COLUMNS = ["school", "function", "name", "email", "organisation", "firstDay"] as const;

/** What a pasted list looks like, and which functions it may name. */
export function ImportExample({ functionNames }: { functionNames: readonly string[] }) {
  return (
    <div className="space-y-6">
      <DataTable
        caption={texts.exampleCaption}
        captionHidden
        columns={COLUMNS.map((key) => ({ key, label: texts.columns[key] }))}
        rows={texts.examples.map((cells) => ({ key: cells.email, cells }))}
      />
      {functionNames.length > 0 && (
        <Disclosure summary={texts.functions}>
          <ul className="list-disc space-y-1 pl-5">
            {functionNames.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
