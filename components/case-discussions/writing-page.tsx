import type { ReactNode } from "react";
import { SafetyReminder, ShortSafetyReminder } from "#components/case-discussions/safety-reminder";

/**
 * A page on which a casus is written: the questions, and in the margin where worries about safety belong. Without a margin
 * that stands above the first question: in full on the first page, where somebody may be in the wrong place, and shortly on the others.
 */
export function WritingPage({ isFirst = false, children }: { isFirst?: boolean; children: ReactNode }) {
  return (
    <div className="grid gap-x-12 gap-y-8 @5xl:grid-cols-[minmax(0,44rem)_minmax(0,18rem)]">
      <aside className="@5xl:col-start-2 @5xl:row-start-1 @5xl:pt-1">
        <div className={isFirst ? undefined : "hidden @5xl:block"}>
          <SafetyReminder />
        </div>
        {!isFirst && (
          <div className="@5xl:hidden">
            <ShortSafetyReminder />
          </div>
        )}
      </aside>
      <div className="min-w-0 @5xl:col-start-1 @5xl:row-start-1">{children}</div>
    </div>
  );
}
