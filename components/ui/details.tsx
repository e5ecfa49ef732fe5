import type { ReactNode } from "react";
import { DownIcon } from "#components/ui/icons";

type DisclosureProps = { summary: ReactNode; children: ReactNode; open?: boolean };

/** Something that not everybody needs to read, folded away; it opens without script. */
export function Disclosure({ summary, children, open }: DisclosureProps) {
  return (
    <details open={open} className="group">
      <summary className="-ml-1 inline-flex min-h-11 cursor-pointer items-center gap-2 pr-2 font-semibold text-accent hover:underline">
        <DownIcon className="-rotate-90 group-open:rotate-0 motion-safe:transition-transform" />
        {summary}
      </summary>
      <div className="mt-1 mb-4 space-y-3 border-l-2 border-rule pl-5">{children}</div>
    </details>
  );
}
