import type { ReactNode } from "react";

/** What something is, line by line. Lines without a description are left out. */
export type Definition = { term: string; description: ReactNode };

/** Facts as a list of names and values: side by side where there is room, below each other where there is not. */
export function DefinitionList({ items }: { items: readonly Definition[] }) {
  return (
    <div className="@container">
      <dl className="border-t border-rule">
        {items.map(({ term, description }) =>
          description === null || description === undefined || description === "" ? null : (
            <div key={term} className="grid gap-x-6 border-b border-rule py-2.5 @md:grid-cols-[minmax(9rem,1fr)_2.5fr]">
              <dt className="text-ink-soft">{term}</dt>
              <dd>{description}</dd>
            </div>
          ),
        )}
      </dl>
    </div>
  );
}
