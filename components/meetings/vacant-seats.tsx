import type { Route } from "next";
import { InternalLink } from "#components/ui/link";
import { successorTexts as texts } from "#lib/texts/invitations";

/** Members who could take an empty seat at meetings to come, each with the way to invite them. */
export function VacantSeats({ members }: { members: readonly { membershipId: string; name: string; functionName: string; count: number; href: Route }[] }) {
  return (
    <ul className="space-y-3">
      {members.map(({ membershipId, name, functionName, count, href }) => (
        <li key={membershipId}>
          <p>{texts.onTeamPage(name, functionName, count)}</p>
          <InternalLink href={href} className="inline-flex min-h-11 items-center font-semibold">
            {texts.invite(name)}
          </InternalLink>
        </li>
      ))}
    </ul>
  );
}
