import type { ReactNode } from "react";
import { SafetyReminder } from "#components/case-discussions/safety-reminder";

/**
 * A page on which a casus is written: the questions, and in the margin where worries about safety belong. Without a margin
 * that stands below; on the first page, where somebody may be in the wrong place, above.
 */
export function WritingPage({ isFirst = false, children }: { isFirst?: boolean; children: ReactNode }) {
  return (
    <div className="grid gap-x-12 gap-y-10 @5xl:grid-cols-[minmax(0,44rem)_minmax(0,18rem)]">
      <div className="min-w-0">{children}</div>
      <aside className={`@5xl:order-none @5xl:pt-1 ${isFirst ? "order-first" : ""}`}>
        <SafetyReminder />
      </aside>
    </div>
  );
}
