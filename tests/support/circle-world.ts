import { randomUUID } from "node:crypto";
import { type CaseSince, caseSinces } from "#lib/case-discussions/schema";
import { momentAt } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { countCircle } from "#lib/jobs/circle-count";
import { findCircleFigures } from "#lib/opportunity-circle/queries";
import { circleElements, type CircleMark } from "#lib/opportunity-circle/rules";
import type { AdviceApplied, AgreementKind, AgreementState } from "#prisma/generated/client";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMeeting, makePerson, makeRole } from "#tests/support/builders";

/** The marks of one casus in the order of the elements; null where nobody answered. */
export type Casus = (CircleMark | null)[];

/** What was agreed about a casus. */
export type Made = { kind: AgreementKind; state?: AgreementState; applied?: AdviceApplied };

type Team = { id: string; meetingId: string };

/** A samenwerkingsverband with so many core teams and a procesbegeleider, to count the casussen of the school year 2026-2027 in. */
export class CircleWorld {
  readonly consortiumId: string;
  readonly coach: { id: string };
  readonly teams: Team[];
  #number = 0;

  constructor(consortiumId: string, coach: { id: string }, teams: Team[]) {
    this.consortiumId = consortiumId;
    this.coach = coach;
    this.teams = teams;
  }

  /** Stores casussen of a core team that were talked about in September, and gives their ids. */
  async share(index: number, casussen: readonly Casus[], { sharedAt = on("2026-09-10") as Date | null, schoolYear = 26 } = {}): Promise<string[]> {
    const db = operatorDatabase();
    const { id: coreTeamId, meetingId } = this.team(index);
    const made = casussen.map((marks) => ({ id: randomUUID(), number: (this.#number += 1), marks }));
    const scope = { consortiumId: this.consortiumId, coreTeamId };
    await db.caseDiscussion.createMany({ data: made.map(({ id, number, marks }) => ({ id, ...scope, meetingId, schoolYear, number, createdById: this.coach.id, sharedAt, since: sinceOf(marks) })) });
    await db.caseCircleMark.createMany({
      data: made.flatMap(({ id, marks }) => circleElements.flatMap((element, place) => (marks[place] ? [{ caseDiscussionId: id, ...scope, element, mark: marks[place] }] : []))),
    });
    return made.map(({ id }) => id);
  }

  /** Stores what was agreed about a casus of a core team. */
  async agree(index: number, caseDiscussionId: string, agreed: readonly Made[]): Promise<void> {
    const { id: coreTeamId, meetingId } = this.team(index);
    await operatorDatabase().agreement.createMany({
      data: agreed.map(({ state = "OPEN", ...made }) => ({
        consortiumId: this.consortiumId, coreTeamId, meetingId, caseDiscussionId, text: "x", ownerId: this.coach.id, dueOn: new Date("2026-12-01"), state, droppedBecause: state === "DROPPED" ? "x" : null, ...made,
      })),
    });
  }

  team(index: number): Team {
    const team = this.teams[index];
    if (!team) throw new Error(`There is no core team ${index}.`);
    return team;
  }

  /** Forgets all casussen and what was counted of them. */
  async clear(): Promise<void> {
    const [db, where] = [operatorDatabase(), { consortiumId: this.consortiumId }];
    await db.agreement.deleteMany({ where });
    await db.caseDiscussion.deleteMany({ where });
    await db.circleCount.deleteMany({ where });
    await db.circleYear.deleteMany({ where });
  }

  /** What the procesbegeleider sees. */
  figures(page = 1, schoolYear = 2026): ReturnType<typeof findCircleFigures> {
    return asPerson(this.coach.id, (viewer) => findCircleFigures(viewer, { consortiumId: this.consortiumId, schoolYear, page }));
  }
}

export async function makeCircleWorld(teams: number): Promise<CircleWorld> {
  const { id: consortiumId } = await makeConsortium();
  const coach = await makePerson();
  await makeRole(consortiumId, coach.id, "PROCESS_COACH");
  const made: Team[] = [];
  for (let index = 0; index < teams; index += 1) {
    const team = await makeCoreTeam(consortiumId, { name: `Kernteam ${index}` });
    made.push({ id: team.id, meetingId: (await makeMeeting(team, coach.id, { day: "2026-09-10" })).id });
  }
  return new CircleWorld(consortiumId, coach, made);
}

/** Lets the worker count as it would do on a day. */
export function countOn(day: string): Promise<number> {
  return countCircle(on(day));
}

/** The early morning of a day. */
export function on(day: string): Date {
  const moment = momentAt(day, "03:00");
  if (!moment) throw new Error(`${day} is no day.`);
  return moment;
}

/** How early a casus came; it follows from its marks, so that it is as various as they are. Some of before do not tell. */
function sinceOf(marks: Casus): CaseSince | null {
  return caseSinces[marks.filter((mark) => mark === "ATTENTION").length % 4] ?? null;
}
