import type { Route } from "next";
import type { ReactNode } from "react";
import { DataTable } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import type { TeamFunction } from "#lib/consortia/queries";
import { functionTexts as texts } from "#lib/texts/consortia";

type FunctionTableProps<T extends TeamFunction> = {
  caption: string;
  functions: readonly T[];
  /** The buttons that move a function up and down. */
  moves: (each: T, index: number) => ReactNode;
};

/** The functions of one sector, in the order in which every team page shows them. */
export function FunctionTable<T extends TeamFunction>({ caption, functions, moves }: FunctionTableProps<T>) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: "name", label: texts.columns.name },
        { key: "attendance", label: texts.columns.attendance, compact: true },
        { key: "expected", label: texts.columns.expected, compact: true },
        { key: "people", label: texts.columns.people, compact: true },
        { key: "order", label: texts.columns.order, unlabelled: true },
      ]}
      rows={functions.map((each, index) => ({
        key: each.id,
        cells: {
          name: <Name function={each} replacing={replacedBy(each, functions)} />,
          attendance: texts.attendances[each.attendance],
          expected: each.expected ? texts.expectedYes : texts.expectedNo,
          people: texts.people(each.people),
          order: moves(each, index),
        },
      }))}
    />
  );
}

function Name({ function: each, replacing }: { function: TeamFunction; replacing: string | null }) {
  return (
    <>
      <InternalLink href={`/settings/functions/${each.id}` as Route}>{each.name}</InternalLink>
      {each.coordinates && <span className="block text-sm font-normal text-ink-soft">{texts.ofSchool}</span>}
      {replacing && <span className="block text-sm font-normal text-ink-soft">{texts.oneOf(replacing)}</span>}
    </>
  );
}

function replacedBy({ id, alternatives }: TeamFunction, functions: readonly TeamFunction[]): string | null {
  const others = functions.filter((other) => other.id !== id && alternatives !== null && other.alternatives === alternatives);
  return others.length > 0 ? new Intl.ListFormat("nl", { type: "disjunction" }).format([texts.thisOne, ...others.map(({ name }) => name)]) : null;
}
