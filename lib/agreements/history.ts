import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Day, dayForDatabase } from "#lib/dates";
import type { AdviceApplied, AgreementKind } from "#lib/agreements/kinds";
import type { AgreementState } from "#lib/agreements/rules";
import type { PassTarget } from "#lib/agreements/schema";

/** What happened to an agreement. */
export type AgreementEventEntry =
  | { kind: "MADE"; ownerId: string; dueOn: Day }
  | { kind: "STATE"; state: AgreementState; reason?: string }
  | { kind: "PASSED"; to: PassTarget }
  | { kind: "DUE"; dueOn: Day }
  | { kind: "TEXT" }
  | { kind: "KIND"; became: AgreementKind }
  | { kind: "APPLIED"; applied: AdviceApplied };

/** Adds to the history of agreements of one core team, in the transaction of the doing. */
export async function addHistory(viewer: Viewer, scope: Required<Scope>, entries: readonly (AgreementEventEntry & { agreementId: string })[]): Promise<void> {
  if (entries.length === 0) return;
  await viewer.db.agreementEvent.createMany({
    data: entries.map(({ agreementId, ...entry }) => ({ ...scope, agreementId, personId: viewer.person.id, at: viewer.now, ...columnsOf(entry) })),
  });
}

function columnsOf(entry: AgreementEventEntry) {
  switch (entry.kind) {
    case "MADE":
      return { kind: entry.kind, ownerId: entry.ownerId, dueOn: dayForDatabase(entry.dueOn) };
    case "STATE":
      return { kind: entry.kind, state: entry.state, reason: entry.reason ?? null };
    case "PASSED":
      return { kind: entry.kind, [`${entry.to.kind === "person" ? "owner" : entry.to.kind}Id`]: entry.to.id };
    case "DUE":
      return { kind: entry.kind, dueOn: dayForDatabase(entry.dueOn) };
    case "TEXT":
      return { kind: entry.kind };
    case "KIND":
      return { kind: entry.kind, agreementKind: entry.became };
    case "APPLIED":
      return { kind: entry.kind, applied: entry.applied };
  }
}
