import type { Viewer } from "#lib/access/viewer";
import { type CircleName, circleElements, type CircleMarks, circleMarksOf, circleNames } from "#lib/opportunity-circle/rules";
import type { Prisma } from "#prisma/generated/client";

/** The kansencirkel of a casus without its lines, which are part of the text: what each element is called and how it stands. */
export type CaseCircle = { names: CircleName[]; marks: CircleMarks };

/** The columns with the names that a samenwerkingsverband gave the elements. */
export const circleNamesSelect = { circleNames: { select: { element: true, name: true, meaning: true } } } as const satisfies Prisma.ConsortiumSelect;

/** The columns with how the elements stand in a casus. */
export const circleSelect = { element: true, mark: true } as const satisfies Prisma.CaseCircleMarkSelect;

/** Puts the columns together. */
export function caseCircle(own: Parameters<typeof circleNames>[0], given: Parameters<typeof circleMarksOf>[0]): CaseCircle {
  return { names: circleNames(own), marks: circleMarksOf(given) };
}

/** Stores how the eight elements stand in a casus, the unknown ones too. */
export async function keepMarks(viewer: Viewer, { discussionId, consortiumId, coreTeamId }: { discussionId: string; consortiumId: string; coreTeamId: string }, marks: CircleMarks): Promise<void> {
  await viewer.db.$executeRaw`
    INSERT INTO case_circle_mark (case_discussion_id, consortium_id, core_team_id, element, mark)
    SELECT ${discussionId}::uuid, ${consortiumId}::uuid, ${coreTeamId}::uuid, element::"CircleElement", mark::"CircleMark"
    FROM unnest(${[...circleElements]}::text[], ${circleElements.map((element) => marks[element])}::text[]) AS given (element, mark)
    ON CONFLICT (case_discussion_id, element) DO UPDATE SET mark = EXCLUDED.mark`;
}
