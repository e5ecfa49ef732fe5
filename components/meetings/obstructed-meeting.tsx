import type { Route } from "next";
import { Card } from "#components/ui/card";
import { LinkButton } from "#components/ui/button";
import { dayOf } from "#lib/dates";
import type { ObstructedMeeting } from "#lib/meetings/obstacles";
import { obstacleLine, obstacleTexts as texts } from "#lib/texts/obstacles";

/** Tells whoever may move a meeting what came in its way, with the way to move it. */
export function ObstructedMeetingCard({ meeting, path }: { meeting: ObstructedMeeting; path: Route }) {
  const { startsAt, obstacles, isImpossible } = meeting;
  const day = dayOf(startsAt);
  return (
    <Card tone="attention">
      <h2 className="text-lg">{texts.title(day, isImpossible)}</h2>
      <ul className="mt-2 space-y-1">
        {obstacles.map(obstacleLine).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <div className="mt-4">
        <LinkButton href={`${path}/rescheduling` as Route} variant="secondary" label={texts.moveLabel(day)}>
          {texts.move}
        </LinkButton>
      </div>
    </Card>
  );
}
