import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
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
