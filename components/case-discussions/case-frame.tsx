import type { ReactNode } from "react";
import { UnattendedScreen } from "#components/case-discussions/unattended-screen";
import { KeepTyping } from "#components/forms/kept-typing";
import { casePageTexts } from "#lib/texts/case-discussions";

/**
 * Around every page of a casus: none stays on a screen that nobody looks at for so many minutes, none goes on paper, and what is
 * typed there is not lost when the page is left.
 */
export function CaseFrame({ minutes, children }: { minutes: number; children: ReactNode }) {
  return (
    <>
      <div className="contents print:hidden">
        <KeepTyping>{children}</KeepTyping>
      </div>
      <p className="hidden print:block">{casePageTexts.notPrinted}</p>
      <UnattendedScreen minutes={minutes} />
    </>
  );
}
