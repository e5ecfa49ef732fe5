import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { type Agreement, agreementOf, agreementSelect } from "#lib/agreements/lines";
import { inOrder } from "#lib/agreements/rules";
import { answersIn, type CaseAnswers, type CaseSetting } from "#lib/case-discussions/answers";
import { type CaseState, caseStateOf, leadsCase, stateSelect } from "#lib/case-discussions/rules";
import type { CasePart, CaseSince, SchoolStage } from "#lib/case-discussions/schema";
import { retentionOf, retentionSelect } from "#lib/case-retention/lines";
import { erasureDay } from "#lib/case-retention/rules";
import { countsOn, placesOf } from "#lib/core-teams/rules";
import { dayForDatabase, dayFromDatabase, dayOf, type Day } from "#lib/dates";
import { type CaseCircle, caseCircle, circleNamesSelect, circleSelect } from "#lib/opportunity-circle/marks";
import { type FollowUp, followUpOf, followUpSelect } from "#lib/follow-up/lines";
import { type Offer, offerOf, offerSelect } from "#lib/offers/lines";
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

/** A casus without its text. */
export type CaseDiscussion = {
  id: string;
  alias: string;
  version: number;
  setting: CaseSetting;
  circle: CaseCircle;
  state: CaseState;
  /** Null for a concept, which nobody sees but its writer. */
  sharedOn: Day | null;
  closedOn: Day | null;
  /** Since when it is a concept again, after somebody stopped it. */
  releasedOn: Day | null;
  /** Whether somebody recognised the child in it. */
  wasStopped: boolean;
  /** Since when nothing is left of what was typed. */
  erasedOn: Day | null;
  /** The day on which what was typed is erased. */
  erasesOn: Day;
  /** Since when the perspectives of all can be read. */
  revealedOn: Day | null;
  /** When the team was last asked for them by mail. */
  perspectivesAskedOn: Day | null;
  /** Whether the viewer leads it: reveals the perspectives, and asks for them. */
  leads: boolean;
  loggedBy: string;
  /** A meeting that has not begun leaves its casussen open. */
  meeting: { id: string; startsAt: Date; day: Day; hasBegun: boolean };
  team: { id: string; name: string; sector: Sector; scope: Required<Scope> };
  /** How many people are members today. */
  members: number;
  /** The places at the table of an open casus that nobody has today, each by the names of its functions. */
  vacant: string[][];
  /** Whether the viewer belonged to the team on the day of the meeting; who did not, cannot close the casus. */
  wasThere: boolean;
  /** How many members of today can still read it once it is closed, and how many cannot. */
  readersOnceClosed: { keep: number; lose: number };
  /** What the school of the team can do. */
  offer: Offer;
  agreements: Agreement[];
  followUp: FollowUp;
  lesson: { success: string | null; lesson: string | null; version: number };
};

/** What was typed about a casus, and the version of each page that was kept. A page that does not open is named. */
export type CaseText = { answers: CaseAnswers; versions: Partial<Record<CasePart, number>>; unreadable: CasePart[] };

/** Somebody who read a casus since it was shared, and on which day last. */
export type CaseReader = { personId: string; name: string; lastReadOn: Day };

/** The columns with what was chosen about a casus. */
export const settingSelect = { kind: true, stage: true, theme: true, lifeDomains: true, since: true, parentsInformed: true } as const;

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
  const today = dayForDatabase(viewer.today);
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeamId, meetingId, coreTeam: viewer.coreTeamsWhere("case-discussion:read") },
    select: {
      id: true, schoolYear: true, number: true, version: true, ...stateSelect, releasedAt: true, perspectivesAskedAt: true, revealedAt: true, createdAt: true, consortiumId: true, ...settingSelect,
      createdBy: { select: { id: true, name: true } },
      meeting: { select: { id: true, startsAt: true } },
      circle: { select: circleSelect },
      coreTeam: {
        select: {
          id: true, name: true, sector: true, offer: { select: offerSelect },
          consortium: {
            select: { ...circleNamesSelect, ...retentionSelect, functions: { select: { id: true, name: true, sector: true, expected: true, alternatives: true, position: true } } },
          },
          memberships: {
            where: { OR: [{ lastDay: null }, { lastDay: { gte: today } }, { personId: viewer.person.id }], person: { deactivatedAt: null } },
            select: { personId: true, functionId: true, firstDay: true, lastDay: true },
          },
        },
      },
      agreements: {
        select: agreementSelect(viewer),
      },
      followUp: { select: followUpSelect },
      lesson: { select: { success: true, lesson: true, version: true } },
    },
  });
  if (!found) return null;
  const { id, version, coreTeam, meeting, sharedAt, perspectivesAskedAt, revealedAt, closedAt, stoppedAt, releasedAt, erasedAt, createdAt, createdBy, agreements, followUp, lesson, consortiumId, schoolYear, number, circle, ...setting } = found;
  const scope = { consortiumId, coreTeamId: coreTeam.id };
  const day = dayOf(meeting.startsAt);
  const members = coreTeam.memberships.map(({ personId, functionId, firstDay, lastDay }) => ({ personId, functionId, firstDay: dayFromDatabase(firstDay), lastDay: lastDay && dayFromDatabase(lastDay) }));
  const membersOn = (each: Day) => members.filter((member) => countsOn(each, member));
  const on = (each: Day) => new Set(membersOn(each).map(({ personId }) => personId));
  const [then, now] = [on(day), [...on(viewer.today)]];
  const ownFunctions = membersOn(viewer.today).filter(({ personId }) => personId === viewer.person.id).map(({ functionId }) => functionId);
  const held = new Set(membersOn(viewer.today).map(({ functionId }) => functionId));
  const places = placesOf(coreTeam.consortium.functions.filter(({ sector }) => sector === coreTeam.sector));
  const keep = now.filter((id) => then.has(id)).length;
  const since = { madeOn: dayOf(createdAt), sharedOn: sharedAt && dayOf(sharedAt), releasedOn: releasedAt && dayOf(releasedAt), discussedOn: day };
  return {
    id,
    version,
    setting,
    circle: caseCircle(coreTeam.consortium.circleNames, circle),
    alias: aliasOf({ schoolYear, number }),
    state: caseStateOf(found),
    sharedOn: since.sharedOn,
    closedOn: closedAt && dayOf(closedAt),
    releasedOn: since.releasedOn,
    wasStopped: stoppedAt !== null,
    erasedOn: erasedAt && dayOf(erasedAt),
    erasesOn: erasureDay(since, retentionOf(coreTeam.consortium)),
    revealedOn: revealedAt && dayOf(revealedAt),
    perspectivesAskedOn: perspectivesAskedAt && dayOf(perspectivesAskedAt),
    leads: leadsCase(viewer, { createdById: createdBy.id, scope }),
    loggedBy: createdBy.name,
    meeting: { ...meeting, day, hasBegun: meeting.startsAt <= viewer.now },
    team: { id: coreTeam.id, name: coreTeam.name, sector: coreTeam.sector, scope },
    members: now.length,
    vacant: closedAt === null ? places.filter(({ functionIds }) => !functionIds.some((each) => held.has(each))).map(({ functionNames }) => functionNames) : [],
    wasThere: then.has(viewer.person.id),
    readersOnceClosed: { keep, lose: now.length - keep },
    agreements: inOrder(agreements.map((agreement) => agreementOf(viewer, agreement))),
    offer: offerOf(coreTeam.offer),
    followUp: followUpOf(viewer, followUp, ownFunctions),
    lesson: lesson ?? { success: null, lesson: null, version: 0 },
  };
}

/** Whether a casus tells what parents and pupil say themselves, or why they were not asked; else it cannot close. */
export async function hasVoices(viewer: Viewer, discussionId: string): Promise<boolean> {
  const where = { caseDiscussionId: discussionId, part: "VOICES", isWhole: true, coreTeam: viewer.coreTeamsWhere("case-discussion:close") } as const;
  return (await viewer.db.caseText.findFirst({ where, select: { version: true } })) !== null;
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
