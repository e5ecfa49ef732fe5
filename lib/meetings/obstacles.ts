import type { Period } from "#lib/meetings/rules";

/** What came in the way of a meeting after it was planned: the schools are closed that day, or somebody who is required is away. */
export type Obstacle =
  | { kind: "SCHOOL_HOLIDAY" | "PUBLIC_HOLIDAY" | "STUDY_DAY"; name: string }
  | { kind: "ABSENT"; name: string; functionName: string; replacement: string | null };

/** A meeting to come that cannot be held as it was planned, or perhaps not. */
export type ObstructedMeeting = Period & {
  id: string;
  obstacles: Obstacle[];
  /** Whether it misses somebody for whom nobody comes instead; otherwise it is for who plans to judge. */
  isImpossible: boolean;
};

/** A reason as it comes out of the database. */
export type ObstacleColumns = { kind: Obstacle["kind"]; name: string; functionName: string | null; replacement: string | null };

/** A reason with the meeting that it is about. */
export type ObstacleRow = Period & ObstacleColumns & { id: string };

/** The meetings with all that is in their way, in the order of the rows. */
export function obstructedMeetings(rows: readonly ObstacleRow[]): ObstructedMeeting[] {
  return [...Map.groupBy(rows, ({ id }) => id).values()].flatMap((all) => {
    const [first] = all;
    if (!first) return [];
    const obstacles = all.map(obstacleOf);
    return [{ id: first.id, startsAt: first.startsAt, endsAt: first.endsAt, obstacles, isImpossible: obstacles.some(misses) }];
  });
}

/** What a reason that comes out of the database says. */
export function obstacleOf({ kind, name, functionName, replacement }: ObstacleColumns): Obstacle {
  return kind === "ABSENT" ? { kind, name, functionName: functionName ?? "", replacement } : { kind, name };
}

function misses(obstacle: Obstacle): boolean {
  return obstacle.kind === "ABSENT" && obstacle.replacement === null;
}
