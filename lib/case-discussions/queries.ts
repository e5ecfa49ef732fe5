import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { answersIn, type CaseAnswers } from "#lib/case-discussions/answers";
import { type CaseDiscussion, caseOf, caseSelect } from "#lib/case-discussions/lines";
import { type CaseState, caseStateOf, stateSelect } from "#lib/case-discussions/rules";
import type { CasePart, CaseSince, SchoolStage } from "#lib/case-discussions/schema";
import { dayOf, type Day } from "#lib/dates";
import { type FollowUp, followUpOf, followUpSelect } from "#lib/follow-up/lines";
import { caseTextPlace } from "#lib/sealing/columns";
import type { SealedPlace } from "#lib/sealing/envelope";
import { unsealOrNull } from "#lib/sealing/seal";
import { aliasOf } from "#lib/texts/case-discussions";
import type { Prisma, Sector } from "#prisma/generated/client";

/** A casus by its alias: all that a list shows of it. A concept has a stage only once its writer has come so far. */
export type CaseDiscussionLine = {
  id: string;
  alias: string;
  stage: SchoolStage | null;
  state: CaseState;
  /** Whether it is its writer's concept again, because somebody stopped it. */
  isReturned: boolean;
  /** Whether the viewer can still write a perspective before they are revealed, and did not. */
  lacksOwnPerspective: boolean;
  followUp: FollowUp;
};

/** The same where it does not stand with its meeting. */
export type OpenCaseDiscussion = CaseDiscussionLine & { team: { id: string; name: string; sector: Sector }; meeting: { id: string; day: Day } };

/** What was typed about a casus, and the version of each page that was kept. A page that does not open is named. */
export type CaseText = { answers: CaseAnswers; versions: Partial<Record<CasePart, number>>; unreadable: CasePart[] };

/** Somebody who read a casus since it was shared, and on which day last. */
export type CaseReader = { personId: string; name: string; lastReadOn: Day };

const [MOST_A_MEETING, MOST_OPEN] = [50, 100];

/**
 * The casussen of a meeting that this person may read, by alias. The own concepts are only among them when asked for: they
 * have no place on a screen that others see, or in minutes.
 */
export async function listCaseDiscussionsOf(viewer: Viewer, meetingId: string, { concepts = false } = {}): Promise<CaseDiscussionLine[]> {
  const found = await viewer.db.caseDiscussion.findMany({
    where: { meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:read"), ...(concepts ? {} : { sharedAt: { not: null } }) },
    select: lineSelect(viewer),
    orderBy: [{ schoolYear: "asc" }, { number: "asc" }],
    take: MOST_A_MEETING,
  });
  return found.map((row) => lineOf(viewer, row));
}

/**
 * The casussen of some core teams that the viewer may read and that are open, with the own concepts: those of a meeting to come first, soonest first,
 * then those of the latest meeting. At most a hundred; one statement.
 */
export async function listOpenCaseDiscussions(viewer: Viewer, coreTeamIds: readonly string[]): Promise<OpenCaseDiscussion[]> {
  const found = await viewer.db.caseDiscussion.findMany({
    where: { coreTeamId: { in: [...coreTeamIds] }, coreTeam: viewer.coreTeamsWhere("case-discussion:read"), closedAt: null, stoppedAt: null, erasedAt: null },
    select: { ...lineSelect(viewer), coreTeam: { select: { id: true, name: true, sector: true } }, meeting: { select: { id: true, startsAt: true } } },
    orderBy: [{ meeting: { startsAt: "desc" } }, { coreTeamId: "asc" }, { schoolYear: "asc" }, { number: "asc" }],
    take: MOST_OPEN,
  });
  const lines = found.map(({ coreTeam, meeting, ...row }) => ({ ...lineOf(viewer, row), team: coreTeam, meeting: { id: meeting.id, day: dayOf(meeting.startsAt) } }));
  const [coming, past] = [lines.filter(({ meeting }) => meeting.day >= viewer.today), lines.filter(({ meeting }) => meeting.day < viewer.today)];
  return [...coming.toSorted((one, other) => one.meeting.day.localeCompare(other.meeting.day)), ...past];
}

function lineSelect(viewer: Viewer) {
  return {
    id: true, schoolYear: true, number: true, stage: true, ...stateSelect, releasedAt: true, revealedAt: true,
    followUp: { select: followUpSelect },
    // Counted: joined, Prisma would select the text too, which nobody may.
    _count: { select: { perspectives: { where: { personId: viewer.person.id, isWritten: true } } } },
  } satisfies Prisma.CaseDiscussionSelect;
}

function lineOf(viewer: Viewer, { id, stage, followUp, _count, releasedAt, revealedAt, ...parts }: Prisma.CaseDiscussionGetPayload<{ select: ReturnType<typeof lineSelect> }>): CaseDiscussionLine {
  const state = caseStateOf(parts);
  return {
    id,
    alias: aliasOf(parts),
    stage,
    state,
    isReturned: state === "CONCEPT" && releasedAt !== null,
    // Whoever sees an open casus is a member today, and so has a seat at its table.
    lacksOwnPerspective: state === "OPEN" && revealedAt === null && _count.perspectives === 0,
    // A list says of a function who it is, and not whether that is the reader.
    followUp: followUpOf(viewer, followUp, []),
  };
}

/**
 * How many casussen core teams discussed in a school year (its first year: 2026 for 2026-2027), by core team: all that
 * the samenwerkingsverband may know of them. A team without, or that this person may not count, is left out.
 */
export async function countCaseDiscussions(viewer: Viewer, coreTeamIds: readonly string[], schoolYear: number): Promise<Map<string, number>> {
  const rows = await viewer.db.$queryRaw<{ id: string; number: number }[]>`
    SELECT id, count_case_discussions(id, ${schoolYear % 100}::int) AS number FROM unnest(${[...coreTeamIds]}::uuid[]) AS id`;
  return new Map(rows.flatMap(({ id, number }) => (number > 0 ? [[id, number]] : [])));
}

/** How many of the casussen that a core team of this person shared in a school year came how early: zeros for any other. One statement. */
export async function countCaseSinces(viewer: Viewer, coreTeamId: string, schoolYear: number): Promise<Record<CaseSince, number>> {
  const [row] = await viewer.db.$queryRaw<{ first: number; longer: number; stuck: number }[]>`
    SELECT first_concern AS first, longer, stuck FROM count_case_sinces(${coreTeamId}::uuid, ${schoolYear % 100}::int)`;
  return { FIRST_CONCERN: row?.first ?? 0, LONGER: row?.longer ?? 0, STUCK: row?.stuck ?? 0 };
}

/** A casus at its meeting, without the text; null when this person may not read it. */
export async function findCaseDiscussion(viewer: Viewer, { coreTeamId, meetingId, discussionId }: { coreTeamId: string; meetingId: string; discussionId: string }): Promise<CaseDiscussion | null> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeamId, meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:read") },
    select: caseSelect(viewer),
  });
  return found && caseOf(viewer, found);
}

/** Whether a casus tells what parents and pupil say themselves, or why they were not asked; else it cannot close. */
export async function hasVoices(viewer: Viewer, discussionId: string): Promise<boolean> {
  const where = { caseDiscussionId: discussionId, part: "VOICES", isWhole: true, coreTeam: viewer.coreTeamsWhere("case-discussion:close") } as const;
  return (await viewer.db.caseText.findFirst({ where, select: { version: true } })) !== null;
}

/** On how many pages of a casus something was kept; zero for who may not read it. */
export async function countWrittenPages(viewer: Viewer, discussionId: string): Promise<number> {
  return viewer.db.caseText.count({ where: { caseDiscussionId: discussionId, coreTeam: viewer.coreTeamsWhere("case-discussion:edit") } });
}

type PartRow = { part: CasePart; sealed: string | null; version: number };

/**
 * The text of a casus, after a second factor; null for who may not read it. The only way to it, and each call writes down in the same
 * transaction who read it (NEN 7513): call it once for each time it is shown.
 */
export async function readCaseDiscussion(viewer: Viewer, { id, team }: { id: string; team: { scope: Required<Scope> } }): Promise<CaseText | null> {
  viewer.mustBeHighlyAssured();
  const role = viewer.groundsFor("case-discussion:read", team.scope);
  const rows = await viewer.db.$queryRaw<PartRow[]>`SELECT * FROM read_case_discussion(${id}::uuid, ${role}, ${viewer.requestId})`;
  if (rows.length === 0) return null;
  const text: CaseText = { answers: {}, versions: {}, unreadable: [] };
  for (const { part, sealed, version } of rows) {
    text.versions[part] = version;
    const answers = sealed === null ? {} : await openedPart(viewer, caseTextPlace(team.scope.consortiumId, id, part), sealed);
    if (answers === null) text.unreadable.push(part);
    else Object.assign(text.answers, answers);
  }
  return text;
}

/** Who has read a casus since it was shared, last first; for who may read it themselves, and empty for anybody else. */
export async function listCaseReaders(viewer: Viewer, discussionId: string): Promise<CaseReader[]> {
  const rows = await viewer.db.$queryRaw<{ personId: string; name: string; lastReadAt: Date }[]>`
    SELECT person_id AS "personId", name, last_read_at AS "lastReadAt" FROM case_readers(${discussionId}::uuid)`;
  return rows.map(({ lastReadAt, ...reader }) => ({ ...reader, lastReadOn: dayOf(lastReadAt) }));
}

async function openedPart(viewer: Viewer, place: SealedPlace, sealed: string): Promise<CaseAnswers | null> {
  const written = await unsealOrNull(viewer, place, sealed);
  return written === null ? null : answersIn(written);
}
