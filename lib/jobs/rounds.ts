import { eraseDueCases } from "#lib/jobs/case-erasure";
import { countCircle } from "#lib/jobs/circle-count";
import { remindOfProposals } from "#lib/jobs/proposal-reminders";
import { remindToRecord } from "#lib/jobs/record-reminders";
import { sendWeeklyDigests } from "#lib/jobs/weekly-digest";
import { log } from "#lib/log";

/** What the worker looks after by itself, each a step that does nothing when there is nothing to do. */
const rounds: Record<string, () => Promise<number>> = {
  "proposal-reminders": remindOfProposals,
  "weekly-digest": sendWeeklyDigests,
  "record-reminders": remindToRecord,
  "case-erasure": () => eraseDueCases(),
  "circle-count": () => countCircle(),
};

/**
 * Goes round once: sends what is due by the clock, erases what is, and counts. Each step claims what it does in the transaction that puts
 * the mail in its queue, so that two workers, or one that is killed half-way, mail nobody twice.
 */
export async function goRound(): Promise<void> {
  for (const [name, step] of Object.entries(rounds)) {
    try {
      await step();
    } catch {
      log("error", "round-failed", { action: name });
    }
  }
}
