import type { ViewerFacts } from "#lib/access/viewer";
import { navigationTexts } from "#lib/texts/navigation";

const STAFF = ["PROCESS_COACH", "ORGANISER", "ADMINISTRATOR"];
const MOST_WORDS = 5;

/** The main menu of somebody: at most five words, only those that lead somewhere for this person. */
export function navigationOf(facts: ViewerFacts): { href: string; label: string }[] {
  const teamIds = [...new Set(facts.memberships.map((membership) => membership.coreTeamId))];
  const entries: { href: string; label: string }[] = [{ href: "/", label: navigationTexts.home }];
  if (teamIds.length === 1) {
    entries.push({ href: `/core-teams/${teamIds[0]}`, label: navigationTexts.coreTeam }, { href: `/core-teams/${teamIds[0]}/meetings`, label: navigationTexts.meetings });
  }
  if (teamIds.length > 1) entries.push({ href: "/agreements", label: navigationTexts.agreements });
  if (facts.roles.some((role) => STAFF.includes(role.role))) {
    entries.push({ href: "/schools", label: navigationTexts.schools }, { href: "/people", label: navigationTexts.people }, { href: "/settings", label: navigationTexts.settings });
  }
  return entries.slice(0, MOST_WORDS);
}
