import { now } from "#lib/clock";
import { dayForDatabase, dayOf } from "#lib/dates";
import { workerDatabase } from "#lib/db";
import { enqueueAll } from "#lib/jobs/queue";

const MOST_A_ROUND = 500;

/**
 * Reminds who has not answered an open question whose reminder is due: once, never who left the team, was reminded by hand or
 * wants no reminders, and only in a working hour of that team. What is due at another hour waits for the next working hour, or for the deadline. Gives how many.
 */
export async function remindOfProposals(): Promise<number> {
  const moment = now();
  return workerDatabase().$transaction(async (tx) => {
    const claimed = await tx.$queryRaw<{ id: string }[]>`
      UPDATE proposal_invitee SET reminded_at = ${moment}
      WHERE id IN (
        SELECT i.id FROM date_proposal p JOIN proposal_invitee i ON i.date_proposal_id = p.id
        WHERE p.state = 'OPEN' AND p.remind_at <= ${moment} AND p.deadline > ${moment}
          AND i.answered_at IS NULL AND i.reminded_at IS NULL AND i.attendance <> 'ON_CALL' AND is_working_hour(p.core_team_id, ${moment}::timestamptz)
          AND EXISTS (
            SELECT 1 FROM membership m WHERE m.person_id = i.person_id AND m.core_team_id = i.core_team_id
              AND (m.last_day IS NULL OR m.last_day >= ${dayForDatabase(dayOf(moment))}::date))
          AND NOT EXISTS (SELECT 1 FROM mail_preference w WHERE w.person_id = i.person_id AND NOT w.proposal_reminders)
        LIMIT ${MOST_A_ROUND} FOR UPDATE OF i SKIP LOCKED)
      RETURNING id::text`;
    await enqueueAll(tx, "proposal-mail", claimed.map(({ id }) => ({ kind: "REMINDER" as const, inviteeId: id })));
    return claimed.length;
  });
}
