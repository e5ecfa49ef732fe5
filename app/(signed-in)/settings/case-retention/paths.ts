import type { Route } from "next";
import type { RetentionTerm } from "#lib/case-retention/rules";

/** The address of the page that tells what another term does, and asks for a yes. */
export function retentionConfirmationPath({ consortiumId, term }: { consortiumId: string; term: RetentionTerm }): Route {
  return `/settings/case-retention/confirmation?${new URLSearchParams({ in: consortiumId, term }).toString()}` as Route;
}
