import type { Route } from "next";
import type { ReactNode } from "react";
import { InternalLink } from "#components/ui/link";

type CaseLinkProps = {
  casus: { id: string; team: { id: string }; meetingId: string };
  /** Which page below it: "/perspective". */
  below?: string;
  className?: string;
  children: ReactNode;
};

/** A link to a casus from a page that is not about its meeting. An ordinary link: each reading is written down. */
export function CaseLink({ casus: { id, team, meetingId }, below = "", className, children }: CaseLinkProps) {
  return (
    <InternalLink href={`/core-teams/${team.id}/meetings/${meetingId}/case-discussions/${id}${below}` as Route} className={className} plain>
      {children}
    </InternalLink>
  );
}
