import type { LinkHolder } from "#lib/access/link-holder";
import { type Action, type OwnAction, permissions, type Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";

/** What an audit line says besides who, when and by which right. */
export type AuditEntry = {
  objectType: string;
  objectId?: string;
  /** Codes and counts only; never what somebody typed. */
  details?: Record<string, string | number | boolean | null>;
};

/**
 * Writes down that somebody did something, in the transaction of the doing: no line, no deed.
 * Fields after NEN 7513: who, by which role, what, when, which object, result, request.
 */
export async function record(viewer: Viewer, action: Action | OwnAction, scope: Partial<Scope>, entry: AuditEntry): Promise<void> {
  await recordAll(viewer, action, [{ scope, ...entry }]);
}

/** Writes down many acts of one kind, in one statement: a line for each. */
export async function recordAll(viewer: Viewer, action: Action | OwnAction, entries: readonly (AuditEntry & { scope: Partial<Scope> })[]): Promise<void> {
  await viewer.db.auditLine.createMany({
    data: entries.map(({ scope, ...entry }) => ({
      personId: viewer.isOperator ? null : viewer.person.id,
      role: groundsOf(viewer, action, scope),
      action,
      objectType: entry.objectType,
      objectId: entry.objectId ?? null,
      consortiumId: scope.consortiumId ?? null,
      coreTeamId: scope.coreTeamId ?? null,
      details: entry.details ?? {},
      requestId: viewer.requestId,
    })),
  });
}

/** Writes down what somebody did by a personal link, in the transaction of the doing. A guest's line names nobody. */
export async function recordByLink({ link, db, requestId }: LinkHolder, action: Action, entry: AuditEntry): Promise<void> {
  const { consortiumId, coreTeamId, person } = link;
  const { objectType, objectId = null, details = {} } = entry;
  await db.auditLine.createMany({ data: [{ personId: person?.id ?? null, role: "link", action, objectType, objectId, consortiumId, coreTeamId, details, requestId }] });
}

function groundsOf(viewer: Viewer, action: Action | OwnAction, scope: Partial<Scope>): string {
  if (viewer.isOperator) return "operator";
  if (!(action in permissions) || !scope.consortiumId) return "self";
  return viewer.groundsFor(action as Action, { consortiumId: scope.consortiumId, ...(scope.coreTeamId ? { coreTeamId: scope.coreTeamId } : {}) });
}
