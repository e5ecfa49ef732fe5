import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { retentionOf, retentionSelect } from "#lib/case-retention/lines";
import { consequencesOf, erasureDay, longestRetention, NOTICE_DAYS, type Retention, type RetentionTerm, type RoughCount } from "#lib/case-retention/rules";
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
