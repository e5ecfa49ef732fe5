import type { ReactNode } from "react";
import { UnattendedScreen } from "#components/case-discussions/unattended-screen";
import { ASSURED_MINUTES } from "#lib/access/assurance";

/** Around every page of a casus: none stays on a screen that nobody looks at, once the second factor is over. */
export default function CaseLayout({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <UnattendedScreen minutes={ASSURED_MINUTES} />
    </>
  );
}
