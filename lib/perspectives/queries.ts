import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type NamedCase, namedCase, type NamedCaseRow } from "#lib/case-discussions/named-case";
import { dayOf, type Day } from "#lib/dates";
import { perspectiveIn, type Reminder, reminderOf, type WrittenPerspective } from "#lib/perspectives/rules";
import { perspectivePlace } from "#lib/sealing/columns";
import { unsealOrNull } from "#lib/sealing/seal";

/** Somebody at the table of a casus, and what this person wrote as far as the viewer may read it. */
export type PerspectiveSeat = {
  personId: string;
  name: string;
  functionName: string;
  isYou: boolean;
  isWritten: boolean;
  /** Whether it was last changed when the others could be read. */
  afterReveal: boolean;
  /** Null before the reveal, but for the viewer's own; and for one that is empty or does not open. */
  text: string | null;
  isUnreadable: boolean;
};

/** What the form of the own perspective begins with. */
export type OwnPerspective = Partial<WrittenPerspective> & { version: number; functionName: string; reminder: Reminder; isUnreadable: boolean };

type Row = {
  personId: string;
  name: string;
  functionName: string;
  functionCode: string;
  functionGroup: string | null;
  isWritten: boolean;
  afterReveal: boolean;
  sealed: string | null;
  version: number | null;
};

/**
 * After a second factor: who is at the table of a casus that is shared, in the order of their functions, each with the own perspective once these are
 * revealed; empty for who may not read the casus. Reading those of others is written down.
 */
export async function listPerspectives(viewer: Viewer, casus: { id: string; team: { scope: Required<Scope> } }): Promise<PerspectiveSeat[]> {
  const seats: PerspectiveSeat[] = [];
  for (const row of await rowsOf(viewer, casus)) {
    const { personId, name, functionName, isWritten, afterReveal, sealed } = row;
    const opened = sealed === null ? null : await opens(viewer, casus, row);
    seats.push({ personId, name, functionName, isYou: personId === viewer.person.id, isWritten, afterReveal, text: opened?.perspective ?? null, isUnreadable: sealed !== null && opened === null });
  }
  return seats;
}

/** What the viewer wrote on a casus, and as what in the team; null for who has no seat at its table. */
export async function findOwnPerspective(viewer: Viewer, casus: { id: string; team: { scope: Required<Scope> } }): Promise<OwnPerspective | null> {
  const own = (await rowsOf(viewer, casus)).find(({ personId }) => personId === viewer.person.id);
  if (!own) return null;
  const { functionName, functionCode: code, functionGroup: group, sealed, version } = own;
  const opened = sealed === null ? null : await opens(viewer, casus, own);
  return { ...opened, version: version ?? 0, functionName, reminder: reminderOf({ code, group }), isUnreadable: sealed !== null && opened === null };
}

/** How many are at the table of a casus, and how many of them have written; zero for who may not read it. */
export async function countPerspectives(viewer: Viewer, caseDiscussionId: string): Promise<{ seats: number; written: number }> {
  const [counts] = await viewer.db.$queryRaw<{ seats: number; written: number }[]>`
    SELECT count(*)::int AS seats, (count(*) FILTER (WHERE is_written))::int AS written FROM perspective_seats(${caseDiscussionId}::uuid)`;
  return counts ?? { seats: 0, written: 0 };
}

/** A casus on which the viewer's perspective is asked; `askedBy` is null for somebody the viewer does not see any more. */
export type AskedPerspective = NamedCase & { askedBy: string | null; meetingDay: Day };

const MOST_ASKED = 10;

/**
 * The casussen, of all core teams, on which the viewer was asked for a perspective by somebody else and wrote none yet, at most ten: the soonest meeting
 * first, and those that are over last. Until it is written, or the perspectives are revealed; a meeting that is off asks for none. One statement.
 */
export async function listAskedPerspectives(viewer: Viewer): Promise<AskedPerspective[]> {
  const rows = await viewer.db.$queryRaw<(NamedCaseRow & { askedBy: string | null; startsAt: Date })[]>`
    SELECT c.id, c.school_year AS "schoolYear", c.number, t.id AS "teamId", t.name AS "teamName", c.meeting_id AS "meetingId", p.name AS "askedBy", g.starts_at AS "startsAt"
    FROM case_discussion c JOIN core_team t ON t.id = c.core_team_id JOIN meeting g ON g.id = c.meeting_id LEFT JOIN person p ON p.id = c.perspectives_asked_by_id
    CROSS JOIN LATERAL (SELECT g.ends_at < ${viewer.now}::timestamptz AS past) is_over
    WHERE c.core_team_id = ANY (ARRAY(SELECT my_core_teams())) AND c.perspectives_asked_at IS NOT NULL AND c.perspectives_asked_by_id IS DISTINCT FROM ${viewer.person.id}::uuid
      AND c.shared_at IS NOT NULL AND c.revealed_at IS NULL AND c.closed_at IS NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL AND NOT g.cancelled
      AND NOT EXISTS (SELECT 1 FROM perspective w WHERE w.case_discussion_id = c.id AND w.person_id = ${viewer.person.id}::uuid AND w.is_written)
    ORDER BY is_over.past, CASE WHEN is_over.past THEN - extract(epoch FROM g.starts_at) ELSE extract(epoch FROM g.starts_at) END, t.name, c.number LIMIT ${MOST_ASKED}`;
  return rows.map(({ askedBy, startsAt, ...row }) => ({ ...namedCase(row), askedBy, meetingDay: dayOf(startsAt) }));
}

async function rowsOf(viewer: Viewer, { id, team }: { id: string; team: { scope: Required<Scope> } }): Promise<Row[]> {
  viewer.mustBeHighlyAssured();
  const role = viewer.groundsFor("perspective:read", team.scope);
  return viewer.db.$queryRaw<Row[]>`
    SELECT person_id AS "personId", name, function_name AS "functionName", function_code AS "functionCode", function_group AS "functionGroup",
      is_written AS "isWritten", after_reveal AS "afterReveal", sealed, version
    FROM read_perspectives(${id}::uuid, ${role}, ${viewer.requestId})`;
}

async function opens(viewer: Viewer, { id, team }: { id: string; team: { scope: Required<Scope> } }, { personId, sealed }: Row): Promise<WrittenPerspective | null> {
  const written = sealed && (await unsealOrNull(viewer, perspectivePlace(team.scope.consortiumId, id, personId), sealed));
  return written ? perspectiveIn(written) : null;
}
