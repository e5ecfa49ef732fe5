import { now } from "#lib/clock";
import { addDays, dayForDatabase, dayOf, momentAt } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { enqueueAll } from "#lib/jobs/queue";

const MOST_A_ROUND = 500;
/** The longest school holiday is six weeks; what was over longer ago, nobody records any more. */
const DAYS_BACK = 60;

/**
 * Reminds whoever organised a meeting that it is over and nothing was recorded: once for each meeting, from eight on the first
 * working day after it. Who may record for the team gets it instead, when the organiser left or may not any more; a team in
 * which nobody may waits until somebody can. Gives how many.
 */
export async function remindToRecord(moment: Date = now()): Promise<number> {
  const today = dayOf(moment);
  const [day, oldest, midnight] = [dayForDatabase(today), dayForDatabase(addDays(today, -DAYS_BACK)), momentAt(today, "00:00") ?? moment];
  return workerDatabase().$transaction(async (tx) => {
    const claimed = await tx.$queryRaw<{ meetingId: string; recipientId: string }[]>`
      UPDATE meeting SET record_reminded_at = ${moment} FROM (
        SELECT m.id, recorder.person_id FROM meeting m
        CROSS JOIN LATERAL (
          SELECT p.id AS person_id FROM (
            SELECT s.person_id, s.first_day, s.last_day FROM membership s JOIN team_function f ON f.id = s.function_id
              WHERE s.core_team_id = m.core_team_id AND f.coordinates
            UNION ALL
            SELECT r.person_id, r.first_day, r.last_day FROM consortium_role r
              WHERE r.person_id = m.organiser_id AND r.consortium_id = m.consortium_id AND r.role IN ('PROCESS_COACH', 'ORGANISER')
          ) held JOIN person p ON p.id = held.person_id
          WHERE p.deactivated_at IS NULL AND held.first_day <= ${day}::date AND (held.last_day IS NULL OR held.last_day >= ${day}::date)
          ORDER BY p.id <> m.organiser_id, p.name, p.id LIMIT 1
        ) recorder
        WHERE m.record_reminded_at IS NULL AND m.recorded_at IS NULL AND NOT m.cancelled
          AND m.ends_at < ${midnight} AND m.ends_at > ${oldest} AND is_working_hour(m.core_team_id, ${moment}::timestamptz)
        LIMIT ${MOST_A_ROUND} FOR UPDATE OF m SKIP LOCKED) due
      WHERE meeting.id = due.id
      RETURNING meeting.id::text AS "meetingId", due.person_id::text AS "recipientId"`;
    await enqueueAll(tx, "person-mail", claimed.map((each) => ({ kind: "RECORD" as const, ...each })));
    return claimed.length;
  });
}
