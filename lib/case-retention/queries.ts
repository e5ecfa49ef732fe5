import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type NamedCase, namedCase, type NamedCaseRow } from "#lib/case-discussions/named-case";
import { retentionFrom, retentionOf, retentionSelect } from "#lib/case-retention/lines";
import { consequencesOf, erasureDay, erasureLimits, longestRetention, NOTICE_DAYS, type Retention, type RetentionTerm, type RoughCount, shownUpTo } from "#lib/case-retention/rules";
import { addDays, dayFromDatabase, type Day } from "#lib/dates";

/** How long a samenwerkingsverband keeps the text of its casussen, as it is changed; version 0 was never settled. */
export type RetentionToChange = Retention & { version: number };

/** For who may change it; null for others. */
export async function findRetention(viewer: Viewer, consortiumId: string): Promise<RetentionToChange | null> {
  if (!viewer.can("case-retention:change", { consortiumId })) return null;
  const found = await viewer.db.caseRetention.findUnique({ where: { consortiumId }, select: { term: true, changedOn: true, version: true } });
  return found ? { ...found, changedOn: dayFromDatabase(found.changedOn) } : { ...longestRetention, version: 0 };
}

/** What another term, settled today, does to the casussen that are kept now: how many go sooner, from which day on, and how many stay longer. */
export type RetentionConsequences = { before: RetentionToChange; sooner: RoughCount; from: Day; later: RoughCount };

/** For who may change it; null for others. */
export async function findRetentionConsequences(viewer: Viewer, consortiumId: string, term: RetentionTerm): Promise<RetentionConsequences | null> {
  const before = await findRetention(viewer, consortiumId);
  if (!before) return null;
  const kept = await viewer.db.$queryRaw<{ discussedOn: Date; cases: number }[]>`SELECT discussed_on AS "discussedOn", cases FROM kept_cases(${consortiumId}::uuid)`;
  const byDay = kept.map(({ discussedOn, cases }) => ({ discussedOn: dayFromDatabase(discussedOn), cases }));
  return { before, from: addDays(viewer.today, NOTICE_DAYS), ...consequencesOf(byDay, before, { term, changedOn: viewer.today }) };
}

/** The day on which the text of a casus is erased that a core team begins today and discusses on a day; for a member of that team. */
export async function findErasureDay(viewer: Viewer, { consortiumId, coreTeamId }: Required<Scope>, discussedOn: Day): Promise<Day> {
  viewer.mustBeAbleTo("case-discussion:read", { consortiumId, coreTeamId });
  const consortium = await viewer.db.consortium.findUniqueOrThrow({ where: { id: consortiumId }, select: retentionSelect });
  return erasureDay({ madeOn: viewer.today, sharedOn: viewer.today, releasedOn: null, discussedOn }, retentionOf(consortium));
}

/** A casus that the viewer leads, and of which the text is soon erased. */
export type CaseToErase = NamedCase & { on: Day };

const MOST_TO_ERASE = 60;

type ToEraseRow = NamedCaseRow & { keptFrom: Date; term: RetentionTerm | null; changedOn: Date | null };

/** The casussen that the viewer leads and of which the text is erased within four weeks: soonest first, at most sixty. One statement. */
export async function listCasesToErase(viewer: Viewer): Promise<CaseToErase[]> {
  const until = shownUpTo(viewer.today);
  const { terms, discussedUpTo } = erasureLimits(until);
  const rows = await viewer.db.$queryRaw<ToEraseRow[]>`
    SELECT c.id, c.school_year AS "schoolYear", c.number, t.id AS "teamId", t.name AS "teamName", c.meeting_id AS "meetingId",
      kept.since AS "keptFrom", r.term::text AS term, r.changed_on AS "changedOn"
    FROM case_discussion c JOIN core_team t ON t.id = c.core_team_id JOIN meeting g ON g.id = c.meeting_id LEFT JOIN case_retention r ON r.consortium_id = c.consortium_id
    CROSS JOIN LATERAL (SELECT kept_from(g.starts_at, c.shared_at) AS since) kept
    WHERE c.core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND c.erased_at IS NULL AND c.shared_at IS NOT NULL AND c.stopped_at IS NULL
      AND (c.created_by_id = ${viewer.person.id}::uuid OR c.core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams())))
      AND EXISTS (SELECT 1 FROM unnest(${terms}::text[], ${discussedUpTo}::date[]) AS held (term, last) WHERE kept.since <= held.last AND held.term IN ('NEXT_SCHOOL_YEAR', r.term::text))
    ORDER BY kept.since, t.name, c.number LIMIT ${MOST_TO_ERASE}`;
  return rows.map(({ keptFrom, term, changedOn, ...row }) => ({ ...namedCase(row), on: erasureDayFrom(dayFromDatabase(keptFrom), retentionFrom({ term, changedOn })) })).filter(({ on }) => on <= until);
}

function erasureDayFrom(day: Day, retention: Retention): Day {
  return erasureDay({ madeOn: day, sharedOn: day, releasedOn: null, discussedOn: day }, retention);
}
