import type { ReactNode } from "react";

/** A column of a `DataTable`. The first column names the row and becomes the heading of its card on a phone. */
export type Column<Key extends string> = {
  key: Key;
  label: string;
  align?: "start" | "end";
  /** Keeps dates and short words on one line on a laptop. */
  compact?: boolean;
  /** For a column of buttons: the label is only for who listens, and the card shows no label. */
  unlabelled?: boolean;
  /** The card shows no label, because what stands there speaks for itself: a function, an address. */
  bare?: boolean;
};

/** A row of a `DataTable`; a cell that is missing or null is left out of the card. */
export type Row<Key extends string> = { key: string; cells: Partial<Record<Key, ReactNode>> };

type DataTableProps<Key extends string> = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Key>[];
  rows: readonly Row<Key>[];
};

/**
 * A table where there is room and a stack of cards where there is not, from the same markup. The roles are written out,
 * because a browser forgets that something is a table once its rows are drawn as blocks.
 */
export function DataTable<Key extends string>({ caption, captionHidden, columns, rows }: DataTableProps<Key>) {
  return (
    <div className="data-table">
      <table role="table">
        <caption className={captionHidden ? "sr-only" : undefined}>{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <th key={column.key} role="columnheader" scope="col" data-align={column.align}>
                {column.unlabelled ? <span className="sr-only">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={row.key} role="row">
              {columns.map((column, index) => (
                <Cell key={column.key} column={column} heading={index === 0}>
                  {row.cells[column.key]}
                </Cell>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type CellProps = { column: Column<string>; heading: boolean; children: ReactNode };

function Cell({ column, heading, children }: CellProps) {
  const attributes = {
    "data-align": column.align,
    "data-compact": column.compact || undefined,
    "data-empty": children === undefined || children === null || children === "" || undefined,
  };
  if (heading) {
    return (
      <th role="rowheader" scope="row" {...attributes}>
        {children}
      </th>
    );
  }
  return (
    <td role="cell" data-label={column.unlabelled || column.bare ? undefined : column.label} {...attributes}>
      <div>{children}</div>
    </td>
  );
}
