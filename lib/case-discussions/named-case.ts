import { aliasOf } from "#lib/texts/case-discussions";

/** Which casus it is and where it is found, without a word of it. */
export type NamedCase = { id: string; alias: string; team: { id: string; name: string }; meetingId: string };

/** The columns that it takes in a statement of one's own. */
export type NamedCaseRow = { id: string; schoolYear: number; number: number; teamId: string; teamName: string; meetingId: string };

/** Puts the columns together. */
export function namedCase({ id, teamId, teamName, meetingId, ...parts }: NamedCaseRow): NamedCase {
  return { id, alias: aliasOf(parts), team: { id: teamId, name: teamName }, meetingId };
}
