import type { Route } from "next";
import { DateField } from "#components/forms/date-field";
import { buttonClass } from "#components/ui/button";
import { Disclosure } from "#components/ui/details";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import type { FormState } from "#lib/forms/form-state";
import { coreTeamTexts } from "#lib/texts/core-teams";

type TeamHistoryProps = {
  /** The page itself. */
  href: Route;
  /** The day that is shown or was typed, and what is wrong with it. */
  state: FormState;
  shownDay: Day | null;
  former: readonly { membershipId: string; name: string; functionName: string; firstDay: Day; lastDay: Day }[];
};

/** A look back: the team on another day, and who was in it before. A form that asks, so that its address can be shared. */
export function TeamHistory({ href, state, shownDay, former }: TeamHistoryProps) {
  return (
    <div className="space-y-6">
      <form action={href} method="get" noValidate className="space-y-4">
        <DateField state={state} name="on" label={coreTeamTexts.historyDay} />
        <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
          <button type="submit" className={buttonClass("secondary")}>
            {coreTeamTexts.historySubmit}
          </button>
          {shownDay !== null && (
            <InternalLink href={href} className="inline-flex min-h-11 items-center">
              {coreTeamTexts.historyBack}
            </InternalLink>
          )}
        </div>
      </form>
      {former.length > 0 && (
        <Disclosure summary={coreTeamTexts.former(former.length)}>
          <ul className="space-y-1.5">
            {former.map(({ membershipId, name, functionName, firstDay, lastDay }) => (
              <li key={membershipId} className="tabular-nums">
                {coreTeamTexts.formerLine(name, functionName, firstDay, lastDay)}
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
    </div>
  );
}
