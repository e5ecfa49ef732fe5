import type { Route } from "next";
import { coreTeamTexts } from "#lib/texts/core-teams";

/** The way back to a core team, called as that page is called. */
export function teamCrumb({ id, name }: { id: string; name: string }) {
  return { href: `/core-teams/${id}` as Route, label: coreTeamTexts.title(name) };
}
