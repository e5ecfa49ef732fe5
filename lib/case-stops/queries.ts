import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type CaseState, caseStateOf, stateSelect } from "#lib/case-discussions/rules";
import { dayOf, type Day } from "#lib/dates";
import { aliasOf } from "#lib/texts/case-discussions";

/** A casus for whoever wants to stop it: which one it is and how it stands, without a word of it. */
export type CaseToStop = { id: string; alias: string; state: CaseState; team: { id: string; name: string; scope: Required<Scope> }; meeting: { id: string; startsAt: Date } };

/** A casus that its team reads, at its meeting; null for who does not read it. It holds no text, so it takes no second factor. */
export async function findCaseToStop(viewer: Viewer, { coreTeamId, meetingId, discussionId }: { coreTeamId: string; meetingId: string; discussionId: string }): Promise<CaseToStop | null> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeamId, meetingId, sharedAt: { not: null }, coreTeam: viewer.coreTeamsWhere("case-discussion:stop") },
    select: { id: true, schoolYear: true, number: true, consortiumId: true, ...stateSelect, coreTeam: { select: { id: true, name: true } }, meeting: { select: { id: true, startsAt: true } } },
  });
  if (!found) return null;
  const { id, coreTeam, meeting, consortiumId, ...columns } = found;
  return { id, alias: aliasOf(columns), state: caseStateOf(columns), team: { ...coreTeam, scope: { consortiumId, coreTeamId: coreTeam.id } }, meeting };
}

/** Why a stopped casus cannot be given back: its writer left the team, or is the viewer while there is another procesbegeleider. */
export type Hindrance = "WRITER_LEFT" | "OWN";

/** A casus that waits for its procesbegeleider: which one it is and of which team. Not what it says, not who wrote or stopped it. */
export type StoppedCase = { id: string; alias: string; team: { id: string; name: string; scope: Required<Scope> }; stoppedOn: Day; hindrance: Hindrance | null };

/** A stopped casus, for a procesbegeleider of its samenwerkingsverband; null for anybody else, and once it was settled. */
export async function findStoppedCase(viewer: Viewer, discussionId: string): Promise<StoppedCase | null> {
  const [found] = await viewer.db.$queryRaw<{ id: string; consortiumId: string; coreTeamId: string; teamName: string; schoolYear: number; number: number; stoppedAt: Date; hindrance: Hindrance | null }[]>`
    SELECT case_discussion_id::text AS id, consortium_id::text AS "consortiumId", core_team_id::text AS "coreTeamId", core_team_name AS "teamName",
      school_year AS "schoolYear", number, stopped_at AS "stoppedAt", hindrance
    FROM stopped_cases() WHERE case_discussion_id = ${discussionId}::uuid`;
  if (!found) return null;
  const { id, consortiumId, coreTeamId, teamName, stoppedAt, hindrance, ...parts } = found;
  return { id, alias: aliasOf(parts), team: { id: coreTeamId, name: teamName, scope: { consortiumId, coreTeamId } }, stoppedOn: dayOf(stoppedAt), hindrance };
}

/** A casus that was stopped and waits for the viewer, its procesbegeleider. */
export type CaseToSettle = { id: string; alias: string; team: { id: string; name: string }; stoppedOn: Day };

/** The stopped casussen that wait for the viewer as procesbegeleider, longest first. One statement. */
export async function listCasesToSettle(viewer: Viewer): Promise<CaseToSettle[]> {
  const rows = await viewer.db.$queryRaw<{ id: string; teamId: string; teamName: string; schoolYear: number; number: number; stoppedAt: Date }[]>`
    SELECT case_discussion_id::text AS id, core_team_id::text AS "teamId", core_team_name AS "teamName", school_year AS "schoolYear", number, stopped_at AS "stoppedAt" FROM stopped_cases()`;
  return rows.map(({ id, teamId, teamName, stoppedAt, ...parts }) => ({ id, alias: aliasOf(parts), team: { id: teamId, name: teamName }, stoppedOn: dayOf(stoppedAt) }));
}
