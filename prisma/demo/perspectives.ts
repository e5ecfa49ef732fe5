import { writtenPerspective } from "#lib/perspectives/rules";
import type { WorldDiscussion } from "#prisma/demo/cases";
import { demoId } from "#prisma/world";

/** A perspective as it was written; it is sealed when it is stored. */
type WrittenView = { caseDiscussionId: string; personId: string; functionId: string; consortiumId: string; coreTeamId: string; written: string };

/** The perspectives of the demo world; which were revealed, and when: after they were written; and on which they are asked, by whom. */
export type PerspectiveRows = {
  perspective: WrittenView[];
  reveal: { caseDiscussionId: string; revealedAt: Date }[];
  ask: { caseDiscussionId: string; perspectivesAskedAt: Date; perspectivesAskedById: string }[];
};

// By the code of a function; whoever has none here left the place empty.
const TEXTS: Readonly<Record<string, string>> = {
  INTERNAL_COACH: "In de klas zie ik dat een vaste volgorde en één rustige volwassene bij de start helpen. Wat ik niet weet, is hoe de avonden thuis lopen.",
  CARE_COORDINATOR: "De mentor heeft een goede band. Op dagen met veel wisselingen zie ik de leerling afhaken. Wat ik niet weet, is wie er buiten school meekijkt.",
  YOUTH_COACH: "Ouders vertellen in zo'n periode vaak dat alles tegelijk komt. Een gesprek op school, met de leerkracht erbij, is dan minder zwaar dan een aanmelding.",
  YOUTH_NURSE: "Bij deze leeftijdsgroep kijk ik eerst naar slapen, eten en bewegen. Ouders kunnen daarvoor ook zonder zorgen bij ons terecht.",
  EDUCATION_CONSULTANT: "Ik zou eerst kijken wat er al werkt en dat groter maken, voor we iets nieuws beginnen. De leerkracht weet meer dan wij.",
  EDUCATION_GUIDE: "Ik zou eerst kijken wat er al werkt en dat groter maken, voor we iets nieuws beginnen. De docenten weten meer dan wij.",
};

/**
 * The perspectives on the casussen of the latest meeting of De Wilgen: those on the first were revealed there. On the other two have
 * written, and whoever wrote the casus asked the rest, the CJG-coach among them.
 */
export function perspectiveRows(discussions: readonly WorldDiscussion[]): PerspectiveRows {
  const [first, ...others] = discussions.filter(({ meeting, closedAt }) => meeting.key === "de-wilgen:latest" && closedAt === null);
  return {
    perspective: [...(first ? viewsOn(first) : []), ...others.flatMap((each) => viewsOn(each, "YOUTH_COACH").slice(0, 2))],
    reveal: first ? [{ caseDiscussionId: demoId(first.key), revealedAt: first.meeting.endsAt }] : [],
    ask: others.map(({ key, meeting, by }) => ({ caseDiscussionId: demoId(key), perspectivesAskedAt: meeting.endsAt, perspectivesAskedById: demoId(`person:${by.person.key}`) })),
  };
}

function viewsOn({ key, meeting: { team, invitees } }: WorldDiscussion, without?: string): WrittenView[] {
  const scope = { caseDiscussionId: demoId(key), consortiumId: demoId(`consortium:${team.consortium}`), coreTeamId: demoId(`team:${team.key}`) };
  return invitees.flatMap(({ member: { functionCode, person } }) => {
    const written = writtenPerspective({ perspective: functionCode === without ? null : (TEXTS[functionCode] ?? null) });
    return written ? [{ ...scope, personId: demoId(`person:${person.key}`), functionId: demoId(`function:${team.consortium}:${team.sector}:${functionCode}`), written }] : [];
  });
}
