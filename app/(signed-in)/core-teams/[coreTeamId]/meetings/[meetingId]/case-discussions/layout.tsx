import type { ReactNode } from "react";
import { CaseFrame } from "#components/case-discussions/case-frame";
import { ASSURED_MINUTES } from "#lib/access/assurance";

/** Around every page of a casus, as long as its second factor counts. */
export default function CaseLayout({ children }: { children: ReactNode }) {
  return <CaseFrame minutes={ASSURED_MINUTES}>{children}</CaseFrame>;
}
