import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import type { SchoolFacts } from "#lib/schools/queries";
import { schoolPageTexts as texts } from "#lib/texts/home";

type Team = SchoolFacts["teams"][number];

/** The core teams that serve a school, and those that did. */
export function SchoolTeams({ teams, today }: { teams: readonly Team[]; today: Day }) {
  if (teams.length === 0) return null;
  return (
    <Lines label={texts.teams}>
      {teams.map((team) => (
        <Line key={team.id} title={<InternalLink href={`/core-teams/${team.id}` as Route}>{texts.teamOf(team.name)}</InternalLink>}>
          <p className="text-ink-soft">{timeOf(team, today)}</p>
          {team.sharedWith.length > 0 && <p className="text-ink-soft">{texts.shared(team.sharedWith)}</p>}
        </Line>
      ))}
    </Lines>
  );
}

function timeOf({ startedOn, endedOn }: Team, today: Day): string {
  if (endedOn !== null) return texts.until(startedOn, endedOn);
  return startedOn > today ? texts.from(startedOn) : texts.since(startedOn);
}
