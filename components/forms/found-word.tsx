import type { ReactNode } from "react";
import { ForwardIcon } from "#components/ui/icons";
import type { Finding } from "#lib/anonymity/findings";
import { formTexts } from "#lib/texts/forms";

/** A line of a list: words that may identify somebody, what to write instead, and what can be done about it. */
export function FoundWord({ finding, children }: { finding: Finding; children: ReactNode }) {
  return (
    <li className="flex items-center justify-between gap-x-4">
      <p className="flex min-w-0 flex-wrap items-center gap-x-2 py-2 leading-snug">
        <mark className="wrap-anywhere">{finding.text}</mark>
        <ForwardIcon className="text-ink-soft" />
        <span>
          <span className="sr-only">{formTexts.findingInstead} </span>
          {finding.suggestion}
        </span>
      </p>
      <div className="shrink-0">{children}</div>
    </li>
  );
}
