import type { Viewer } from "#lib/access/viewer";
import type { Scope } from "#lib/access/permissions";
import { type Agreement, agreementOf, agreementSelect } from "#lib/agreements/lines";
import { inOrder } from "#lib/agreements/rules";
import type { CaseSetting } from "#lib/case-discussions/answers";
import { type CaseState, caseStateOf, leadsCase, stateSelect } from "#lib/case-discussions/rules";
import { retentionOf, retentionSelect } from "#lib/case-retention/lines";
import { erasureDay } from "#lib/case-retention/rules";
import { countsOn, placesOf } from "#lib/core-teams/rules";
import { dayForDatabase, dayFromDatabase, dayOf, type Day } from "#lib/dates";
import { type FollowUp, followUpOf, followUpSelect } from "#lib/follow-up/lines";
import { type Offer, offerOf, offerSelect } from "#lib/offers/lines";
import { type CaseCircle, caseCircle, circleNamesSelect, circleSelect } from "#lib/opportunity-circle/marks";
import { aliasOf } from "#lib/texts/case-discussions";
import type { Prisma, Sector } from "#prisma/generated/client";

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
  /** Whether the viewer wrote it, and so knows the child. */
  isOwn: boolean;
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

/** The columns with what was chosen about a casus. */
export const settingSelect = { kind: true, stage: true, theme: true, lifeDomains: true, since: true, parentsInformed: true } as const;

/** The columns of a casus at its meeting: without the text, and with the members of today and the viewer's own memberships. */
export function caseSelect(viewer: Viewer) {
  return {
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
          where: { OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(viewer.today) } }, { personId: viewer.person.id }], person: { deactivatedAt: null } },
          select: { personId: true, functionId: true, firstDay: true, lastDay: true },
        },
      },
    },
    agreements: { select: agreementSelect(viewer) },
    followUp: { select: followUpSelect },
    lesson: { select: { success: true, lesson: true, version: true } },
  } satisfies Prisma.CaseDiscussionSelect;
}

type Row = Prisma.CaseDiscussionGetPayload<{ select: ReturnType<typeof caseSelect> }>;

/** Puts the columns together, as this person sees them today. */
export function caseOf(viewer: Viewer, row: Row): CaseDiscussion {
  const { id, version, coreTeam, meeting, createdBy, agreements, followUp, lesson, consortiumId, perspectivesAskedAt, revealedAt, kind, stage, theme, lifeDomains, since, parentsInformed } = row;
  const scope = { consortiumId, coreTeamId: coreTeam.id };
  const day = dayOf(meeting.startsAt);
  const { ownFunctions, ...table } = tableOf(viewer, row, day);
  return {
    id,
    version,
    setting: { kind, stage, theme, lifeDomains, since, parentsInformed },
    circle: caseCircle(coreTeam.consortium.circleNames, row.circle),
    alias: aliasOf(row),
    state: caseStateOf(row),
    ...historyOf(row, day),
    revealedOn: revealedAt && dayOf(revealedAt),
    perspectivesAskedOn: perspectivesAskedAt && dayOf(perspectivesAskedAt),
    leads: leadsCase(viewer, { createdById: createdBy.id, scope }),
    loggedBy: createdBy.name,
    isOwn: createdBy.id === viewer.person.id,
    meeting: { ...meeting, day, hasBegun: meeting.startsAt <= viewer.now },
    team: { id: coreTeam.id, name: coreTeam.name, sector: coreTeam.sector, scope },
    ...table,
    agreements: inOrder(agreements.map((agreement) => agreementOf(viewer, agreement))),
    offer: offerOf(coreTeam.offer),
    followUp: followUpOf(viewer, followUp, ownFunctions),
    lesson: lesson ?? { success: null, lesson: null, version: 0 },
  };
}

/** When a casus was shared, closed, given back and erased, and when it will be. */
function historyOf({ sharedAt, closedAt, releasedAt, stoppedAt, erasedAt, createdAt, coreTeam }: Row, discussedOn: Day) {
  const [sharedOn, releasedOn] = [sharedAt && dayOf(sharedAt), releasedAt && dayOf(releasedAt)];
  return {
    sharedOn,
    closedOn: closedAt && dayOf(closedAt),
    releasedOn,
    wasStopped: stoppedAt !== null,
    erasedOn: erasedAt && dayOf(erasedAt),
    erasesOn: erasureDay({ madeOn: dayOf(createdAt), sharedOn, releasedOn, discussedOn }, retentionOf(coreTeam.consortium)),
  };
}

/** Who is at the table of a casus today, and who was on the day of its meeting. */
function tableOf(viewer: Viewer, { coreTeam, closedAt }: Row, meetingDay: Day) {
  const members = coreTeam.memberships.map(({ firstDay, lastDay, ...member }) => ({ ...member, firstDay: dayFromDatabase(firstDay), lastDay: lastDay && dayFromDatabase(lastDay) }));
  const membersOn = (day: Day) => members.filter((member) => countsOn(day, member));
  const ofToday = membersOn(viewer.today);
  const now = new Set(ofToday.map(({ personId }) => personId));
  const then = new Set(membersOn(meetingDay).map(({ personId }) => personId));
  const held = new Set(ofToday.map(({ functionId }) => functionId));
  const places = placesOf(coreTeam.consortium.functions.filter(({ sector }) => sector === coreTeam.sector));
  const keep = [...now].filter((id) => then.has(id)).length;
  return {
    members: now.size,
    vacant: closedAt === null ? places.filter(({ functionIds }) => !functionIds.some((each) => held.has(each))).map(({ functionNames }) => functionNames) : [],
    wasThere: then.has(viewer.person.id),
    readersOnceClosed: { keep, lose: now.size - keep },
    ownFunctions: ofToday.filter(({ personId }) => personId === viewer.person.id).map(({ functionId }) => functionId),
  };
}
