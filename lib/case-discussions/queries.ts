import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Agreement, agreementOf, agreementSelect } from "#lib/agreements/lines";
import { inOrder } from "#lib/agreements/rules";
import { voiceOf, type Voice } from "#lib/case-discussions/rules";
import type { SchoolStage } from "#lib/case-discussions/schema";
import { dayForDatabase, dayFromDatabase, dayOf, type Day } from "#lib/dates";
import { aliasOf } from "#lib/texts/case-discussions";
import type { Sector } from "#prisma/generated/client";

/** A casus by its alias: all that a list shows of it. */
export type CaseDiscussionLine = { id: string; alias: string; stage: SchoolStage; open: boolean };

/** A casus without its text. */
export type CaseDiscussion = {
  id: string;
  alias: string;
  stage: SchoolStage;
  version: number;
  closedOn: Day | null;
  loggedBy: string;
  loggedOn: Day;
  /** A meeting that has not begun leaves its casussen open. */
  meeting: { id: string; startsAt: Date; day: Day; hasBegun: boolean };
  team: { id: string; name: string; sector: Sector; scope: Required<Scope> };
  /** Whether the viewer belonged to the team on the day of the meeting; who did not, cannot close the casus. */
  wasThere: boolean;
  /** How many members of today can still read it once it is closed, and how many cannot. */
  readersOnceClosed: { keep: number; lose: number };
  agreements: Agreement[];
};

/** What was said about a casus. */
export type CaseText = { goesWell: string; question: string; situation: string; parents: Voice; pupil: Voice };

const MOST_A_MEETING = 50;

/** The casussen of a meeting that this person may read, by alias. */
export async function listCaseDiscussionsOf(viewer: Viewer, meetingId: string): Promise<CaseDiscussionLine[]> {
  const found = await viewer.db.caseDiscussion.findMany({
    where: { meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:read") },
    select: { id: true, schoolYear: true, number: true, stage: true, closedAt: true },
    orderBy: [{ schoolYear: "asc" }, { number: "asc" }],
    take: MOST_A_MEETING,
  });
  return found.map(({ id, stage, closedAt, ...parts }) => ({ id, alias: aliasOf(parts), stage, open: closedAt === null }));
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

/** A casus at its meeting, without the text; null when this person may not read it. */
export async function findCaseDiscussion(viewer: Viewer, { coreTeamId, meetingId, discussionId }: { coreTeamId: string; meetingId: string; discussionId: string }): Promise<CaseDiscussion | null> {
  const today = dayForDatabase(viewer.today);
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeamId, meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:read") },
    select: {
      id: true, schoolYear: true, number: true, stage: true, version: true, closedAt: true, createdAt: true, consortiumId: true,
      createdBy: { select: { name: true } },
      meeting: { select: { id: true, startsAt: true } },
      coreTeam: {
        select: {
          id: true, name: true, sector: true,
          memberships: {
            where: { OR: [{ lastDay: null }, { lastDay: { gte: today } }, { personId: viewer.person.id }], person: { deactivatedAt: null } },
            select: { personId: true, firstDay: true, lastDay: true },
          },
        },
      },
      agreements: {
        select: agreementSelect(viewer),
      },
    },
  });
  if (!found) return null;
  const { coreTeam, meeting, closedAt, createdAt, createdBy, agreements, consortiumId, schoolYear, number, ...discussion } = found;
  const day = dayOf(meeting.startsAt);
  const members = coreTeam.memberships.map(({ personId, firstDay, lastDay }) => ({ personId, firstDay: dayFromDatabase(firstDay), lastDay: lastDay && dayFromDatabase(lastDay) }));
  const on = (each: Day) => new Set(members.filter(({ firstDay, lastDay }) => firstDay <= each && (lastDay === null || lastDay >= each)).map(({ personId }) => personId));
  const [then, now] = [on(day), [...on(viewer.today)]];
  const keep = now.filter((id) => then.has(id)).length;
  return {
    ...discussion,
    alias: aliasOf({ schoolYear, number }),
    closedOn: closedAt && dayOf(closedAt),
    loggedBy: createdBy.name,
    loggedOn: dayOf(createdAt),
    meeting: { ...meeting, day, hasBegun: meeting.startsAt <= viewer.now },
    team: { id: coreTeam.id, name: coreTeam.name, sector: coreTeam.sector, scope: { consortiumId, coreTeamId: coreTeam.id } },
    wasThere: then.has(viewer.person.id),
    readersOnceClosed: { keep, lose: now.length - keep },
    agreements: inOrder(agreements.map((agreement) => agreementOf(viewer, agreement))),
  };
}

type TextRow = {
  question: string;
  situation: string;
  goes_well: string;
  parents_say: string | null;
  parents_not_asked: string | null;
  pupil_says: string | null;
  pupil_not_asked: string | null;
};

/**
 * The text of a casus; null for who may not read it. The only way to it, and each call writes down in the same
 * transaction who read it (NEN 7513): call it once for each time it is shown.
 */
export async function readCaseDiscussion(viewer: Viewer, { id, team }: Pick<CaseDiscussion, "id" | "team">): Promise<CaseText | null> {
  const role = viewer.groundsFor("case-discussion:read", team.scope);
  const [row] = await viewer.db.$queryRaw<TextRow[]>`SELECT * FROM read_case_discussion(${id}::uuid, ${role}, ${viewer.requestId})`;
  return row
    ? {
        goesWell: row.goes_well,
        question: row.question,
        situation: row.situation,
        parents: voiceOf(row.parents_say, row.parents_not_asked),
        pupil: voiceOf(row.pupil_says, row.pupil_not_asked),
      }
    : null;
}
