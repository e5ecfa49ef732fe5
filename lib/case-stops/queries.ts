import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type NamedCase, namedCase, type NamedCaseRow } from "#lib/case-discussions/named-case";
import { type CaseState, caseStateOf, stateSelect } from "#lib/case-discussions/rules";
import { retentionFrom } from "#lib/case-retention/lines";
import { erasureDay, type RetentionTerm } from "#lib/case-retention/rules";
import { type Outcome, toldSince } from "#lib/case-stops/rules";
import { dayOf, type Day } from "#lib/dates";
import { aliasOf } from "#lib/texts/case-discussions";

/** A casus for whoever wants to stop it: which one it is, how it stands and whether the viewer wrote it, without a word of it. */
export type CaseToStop = { id: string; alias: string; state: CaseState; isOwn: boolean; team: { id: string; name: string; scope: Required<Scope> }; meeting: { id: string; startsAt: Date } };

/** A casus that its team reads, at its meeting; null for who does not read it. It holds no text, so it takes no second factor. */
export async function findCaseToStop(viewer: Viewer, { coreTeamId, meetingId, discussionId }: { coreTeamId: string; meetingId: string; discussionId: string }): Promise<CaseToStop | null> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeamId, meetingId, sharedAt: { not: null }, coreTeam: viewer.coreTeamsWhere("case-discussion:stop") },
    select: { id: true, schoolYear: true, number: true, consortiumId: true, createdById: true, ...stateSelect, coreTeam: { select: { id: true, name: true } }, meeting: { select: { id: true, startsAt: true } } },
  });
  if (!found) return null;
  const { id, coreTeam, meeting, consortiumId, createdById, ...columns } = found;
  return { id, alias: aliasOf(columns), state: caseStateOf(columns), isOwn: createdById === viewer.person.id, team: { ...coreTeam, scope: { consortiumId, coreTeamId: coreTeam.id } }, meeting };
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

/** A casus that the viewer leads and that somebody stopped: what became of it, and since when. Not who stopped it. */
export type StopToTell = NamedCase & {
  became: Outcome;
  on: Day;
  /** The day on which one that was given back is erased, unless it is shared again; null for the others. */
  erasesOn: Day | null;
};

const MOST_STOPS = 10;

type StopRow = NamedCaseRow & { became: Outcome; at: Date; madeAt: Date; startsAt: Date; term: RetentionTerm | null; changedOn: Date | null };

/**
 * What the viewer hears of casussen that were stopped, at most ten: who leads one, that it is stopped, and for two weeks that it was erased; its writer
 * alone, that it was given back, until this person opens it. First what asks for something. One statement.
 */
export async function listStopsToTell(viewer: Viewer): Promise<StopToTell[]> {
  const rows = await viewer.db.$queryRaw<StopRow[]>`
    SELECT c.id, c.school_year AS "schoolYear", c.number, t.id AS "teamId", t.name AS "teamName", c.meeting_id AS "meetingId",
      own.became, own.at, c.created_at AS "madeAt", g.starts_at AS "startsAt", r.term::text AS term, r.changed_on AS "changedOn"
    FROM case_discussion c JOIN core_team t ON t.id = c.core_team_id JOIN meeting g ON g.id = c.meeting_id LEFT JOIN case_retention r ON r.consortium_id = c.consortium_id
    CROSS JOIN LATERAL (SELECT CASE WHEN c.erased_at IS NOT NULL THEN 'ERASED' WHEN c.stopped_at IS NOT NULL THEN 'STOPPED' ELSE 'RELEASED' END AS became,
      coalesce(c.erased_at, c.stopped_at, c.released_at) AS at) own
    WHERE c.core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND (c.erased_at IS NULL OR c.erased_at >= ${toldSince(viewer.today)}::timestamp AT TIME ZONE 'Europe/Amsterdam')
      AND (c.id IN (SELECT my_released_cases())
        OR c.stopped_at IS NOT NULL AND (c.created_by_id = ${viewer.person.id}::uuid OR c.core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams()))))
    ORDER BY array_position(ARRAY['RELEASED', 'STOPPED', 'ERASED'], own.became), own.at DESC, t.name, c.number LIMIT ${MOST_STOPS}`;
  return rows.map(({ became, at, madeAt, startsAt, term, changedOn, ...row }) => {
    const on = dayOf(at);
    const since = { madeOn: dayOf(madeAt), sharedOn: null, releasedOn: on, discussedOn: dayOf(startsAt) };
    return { ...namedCase(row), became, on, erasesOn: became === "RELEASED" ? erasureDay(since, retentionFrom({ term, changedOn })) : null };
  });
}
