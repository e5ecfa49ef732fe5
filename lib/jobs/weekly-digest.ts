import { now } from "#lib/clock";
import { addDays, type Day, dayForDatabase, dayOf, momentAt, weekdayOf } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { refreshBefore } from "#lib/follow-up/rules";
import { listAgreementsDue } from "#lib/jobs/agreements-due";
import { enqueueAll } from "#lib/jobs/queue";
import { type Digest, isEmpty, type Waiting } from "#lib/mail/weekly-digest";

const MOST_A_ROUND = 500;
const WEDNESDAY = 3;
const DAYS_AHEAD = 14;

/**
 * Mails everybody once a week what waits for them over all schools: in the first working hour of the week, on Monday from
 * eight, or a day or two later while all of somebody's schools are closed. After Wednesday it waits for the next week.
 * Claimed is everybody, also who has nothing waiting or wants no overview: nobody gets one half-way through a week. Gives how many mails.
 */
export async function sendWeeklyDigests(moment: Date = now()): Promise<number> {
  const day = dayForDatabase(dayOf(moment));
  const week = mondayOf(dayOf(moment));
  if (weekdayOf(dayOf(moment)) > WEDNESDAY) return 0;
  return workerDatabase().$transaction(async (tx) => {
    const claimed = await tx.$queryRaw<{ personId: string }[]>`
      WITH open AS MATERIALIZED (SELECT id FROM core_team WHERE is_working_hour(id, ${moment}::timestamptz))
      INSERT INTO mail_digest AS last (person_id, week)
      SELECT p.id, ${dayForDatabase(week)}::date FROM person p
      WHERE p.deactivated_at IS NULL
        AND NOT EXISTS (SELECT 1 FROM mail_digest d WHERE d.person_id = p.id AND d.week >= ${dayForDatabase(week)}::date)
        AND EXISTS (
          SELECT 1 FROM membership m JOIN open ON open.id = m.core_team_id
          WHERE m.person_id = p.id AND m.first_day <= ${day}::date AND (m.last_day IS NULL OR m.last_day >= ${day}::date))
      ORDER BY p.id LIMIT ${MOST_A_ROUND}
      ON CONFLICT (person_id) DO UPDATE SET week = EXCLUDED.week WHERE last.week < EXCLUDED.week
      RETURNING person_id::text AS "personId"`;
    const digests = await listDigests(claimed.map(({ personId }) => personId), moment);
    await enqueueAll(tx, "person-mail", digests.map(({ personId }) => ({ kind: "DIGEST" as const, personId, week })));
    return digests.length;
  });
}

/** The last day up to which meetings and agreements stand in an overview that leaves at a moment. */
export function digestUntil(moment: Date): Day {
  return addDays(dayOf(moment), DAYS_AHEAD);
}

/**
 * What waits for these people at a moment, over all core teams they are a member of: the meetings of the coming two weeks, questions
 * and invitations without an answer, agreements, and casussen of which nothing was said for four weeks. Whoever has nothing
 * waiting, or wants no overview, is left out. Five statements for all of them.
 */
export async function listDigests(personIds: readonly string[], moment: Date): Promise<(Digest & { personId: string })[]> {
  const off = await workerDatabase().mailPreference.findMany({ where: { personId: { in: [...personIds] }, weeklyDigest: false }, select: { personId: true } });
  const wanted = personIds.filter((personId) => !off.some((each) => each.personId === personId));
  if (wanted.length === 0) return [];
  const [participations, proposals, agreements, cases] = await Promise.all([
    listParticipations(wanted, moment), listQuestions(wanted, moment), listAgreementsDue(wanted, digestUntil(moment)), listCasesWaiting(wanted, dayOf(moment)),
  ]);
  const end = momentAt(addDays(digestUntil(moment), 1), "00:00") ?? moment;
  const of = { participations: byPerson(participations), proposals: byPerson(proposals), agreements: byPerson(agreements), cases: byPerson(cases) };
  return wanted.flatMap((personId) => {
    const own = of.participations.get(personId) ?? [];
    const digest = {
      personId,
      meetings: own.filter(({ startsAt }) => startsAt < end),
      proposals: of.proposals.get(personId) ?? [],
      invitations: countedBySchool(own.filter(({ unanswered }) => unanswered)),
      agreements: (of.agreements.get(personId) ?? []).map(({ coreTeamName, overdue, due }) => ({ teamName: coreTeamName, overdue, due })),
      casesToRefresh: (of.cases.get(personId) ?? []).map(({ teamName, count }) => ({ teamName, count })),
    };
    return isEmpty(digest) ? [] : [digest];
  });
}

type Coming = { personId: string; teamName: string; startsAt: Date; endsAt: Date; onCall: boolean; unanswered: boolean };

// Only in teams they are still a member of on that day: who left may wait for the mail that takes the entry back.
async function listParticipations(personIds: readonly string[], moment: Date): Promise<Coming[]> {
  return workerDatabase().$queryRaw<Coming[]>`
    SELECT p.person_id::text AS "personId", t.name AS "teamName", p.starts_at AS "startsAt", p.ends_at AS "endsAt",
      p.attendance = 'ON_CALL' AS "onCall", p.answer = 'NONE' AS unanswered
    FROM participation p JOIN core_team t ON t.id = p.core_team_id
    WHERE p.person_id = ANY (${[...personIds]}::uuid[]) AND p.starts_at > ${moment}
      AND NOT p.cancelled AND p.withdrawn_at IS NULL AND p.answer <> 'DECLINED'
      AND EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = p.person_id AND m.core_team_id = p.core_team_id
          AND (m.last_day IS NULL OR m.last_day >= (p.starts_at AT TIME ZONE 'Europe/Amsterdam')::date))
    ORDER BY p.starts_at, t.name`;
}

async function listQuestions(personIds: readonly string[], moment: Date): Promise<(Waiting & { personId: string })[]> {
  return workerDatabase().$queryRaw<(Waiting & { personId: string })[]>`
    SELECT i.person_id::text AS "personId", t.name AS "teamName", count(*)::int AS count
    FROM proposal_invitee i JOIN date_proposal p ON p.id = i.date_proposal_id JOIN core_team t ON t.id = i.core_team_id
    WHERE i.person_id = ANY (${[...personIds]}::uuid[]) AND i.answered_at IS NULL AND i.attendance <> 'ON_CALL'
      AND p.state = 'OPEN' AND p.deadline > ${moment}
      AND EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = i.person_id AND m.core_team_id = i.core_team_id
          AND (m.last_day IS NULL OR m.last_day >= ${dayForDatabase(dayOf(moment))}::date))
    GROUP BY i.person_id, t.id, t.name ORDER BY t.name`;
}

// The worker sees no casus: the database counts.
async function listCasesWaiting(personIds: readonly string[], day: Day): Promise<(Waiting & { personId: string })[]> {
  return workerDatabase().$queryRaw<(Waiting & { personId: string })[]>`
    SELECT person_id::text AS "personId", core_team_name AS "teamName", cases AS count
    FROM cases_to_refresh(${[...personIds]}::uuid[], ${dayForDatabase(day)}::date, ${dayForDatabase(refreshBefore(day))}::date)`;
}

function countedBySchool(waiting: readonly { teamName: string }[]): Waiting[] {
  return [...Map.groupBy(waiting, ({ teamName }) => teamName)]
    .map(([teamName, all]) => ({ teamName, count: all.length }))
    .toSorted((a, b) => a.teamName.localeCompare(b.teamName, "nl"));
}

function byPerson<Row extends { personId: string }>(rows: readonly Row[]): Map<string, Row[]> {
  return Map.groupBy(rows, ({ personId }) => personId);
}

function mondayOf(day: Day): Day {
  return addDays(day, 1 - weekdayOf(day));
}
