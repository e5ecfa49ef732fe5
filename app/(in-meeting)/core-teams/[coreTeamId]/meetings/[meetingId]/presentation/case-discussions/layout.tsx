import type { ReactNode } from "react";
import { CaseFrame } from "#components/case-discussions/case-frame";
import { ASSURED_MINUTES } from "#lib/access/assurance";

/** Around a casus on the shared screen, as around its other pages. */
export default function PresentedCaseLayout({ children }: { children: ReactNode }) {
  return <CaseFrame minutes={ASSURED_MINUTES}>{children}</CaseFrame>;
}
