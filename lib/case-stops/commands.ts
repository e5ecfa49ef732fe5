import type { Viewer } from "#lib/access/viewer";
import { findStoppedCase, type Hindrance } from "#lib/case-stops/queries";
import type { Outcome } from "#lib/case-stops/rules";
import { dayForDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { enqueue, enqueueAll } from "#lib/jobs/queue";
import { log } from "#lib/log";

/** Where a casus is. */
type Place = { coreTeamId: string; meetingId: string };

/**
 * Stops a casus because the viewer recognises the child: from this moment nobody reads what was typed, not its writer
 * either. Whoever may read it can, at once and without a second factor. The procesbegeleiders of the samenwerkingsverband
 * and its writer are told that it was stopped. Stopping what is stopped does nothing. Who did it stands in the audit line alone, which
 * the database writes itself.
 */
export async function stopCase(viewer: Viewer, { discussionId }: { discussionId: string }): Promise<{ ok: true } & Place> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, sharedAt: { not: null }, erasedAt: null, coreTeam: viewer.coreTeamsWhere("case-discussion:stop") },
    select: { consortiumId: true, coreTeamId: true, meetingId: true },
  });
  if (!found) throw new NotFoundError();
  const { consortiumId, coreTeamId, meetingId } = found;
  viewer.mustBeAbleTo("case-discussion:stop", { consortiumId, coreTeamId });
  const role = viewer.groundsFor("case-discussion:stop", { consortiumId, coreTeamId });
  const [answer] = await viewer.db.$queryRaw<{ stopped: boolean | null }[]>`SELECT stop_case(${discussionId}::uuid, ${viewer.now}, ${role}, ${viewer.requestId}) AS stopped`;
  if (!answer || answer.stopped === null) throw new NotFoundError();
  if (answer.stopped) {
    await tellProcessCoaches(viewer, consortiumId, discussionId);
    await tellWriter(viewer, discussionId, "STOPPED");
    log("info", "case-stopped", { objectId: discussionId });
  }
  return { ok: true, coreTeamId, meetingId };
}

/**
 * Gives a stopped casus back to its writer, as a concept that nobody else sees: to be mended and shared again. Perspectives
 * that were not revealed when it closed, and those of who left, go. Its writer is mailed. For its procesbegeleider, who reads nothing
 * of it. Refuses when its writer is no member of the team any more, or is the viewer while somebody else could.
 */
export async function releaseCase(viewer: Viewer, { discussionId }: { discussionId: string }): Promise<{ ok: true } | { ok: false; problem: Hindrance }> {
  const found = await findStoppedCase(viewer, discussionId);
  if (!found) throw new NotFoundError();
  viewer.mustBeAbleTo("case-stop:settle", found.team.scope);
  const [answer] = await viewer.db.$queryRaw<{ done: "DONE" | Hindrance | null }[]>`SELECT release_stopped_case(${discussionId}::uuid, ${viewer.now}, ${viewer.requestId}) AS done`;
  if (!answer?.done) throw new NotFoundError();
  if (answer.done !== "DONE") return { ok: false, problem: answer.done };
  await tellWriter(viewer, discussionId, "RELEASED");
  return { ok: true };
}

/** Erases a stopped casus now, its success and lesson too, and mails its writer. For its procesbegeleider, with a fresh proof: it cannot be undone. */
export async function eraseCase(viewer: Viewer, { discussionId }: { discussionId: string }): Promise<{ ok: true }> {
  const found = await findStoppedCase(viewer, discussionId);
  if (!found) throw new NotFoundError();
  viewer.mustBeAbleTo("case-stop:settle", found.team.scope);
  viewer.mustHaveProven();
  const [answer] = await viewer.db.$queryRaw<{ erased: boolean | null }[]>`SELECT erase_stopped_case(${discussionId}::uuid, ${viewer.now}, ${viewer.requestId}) AS erased`;
  if (!answer?.erased) throw new NotFoundError();
  // Erasing takes back the mails about this casus that have not left: this one comes after.
  await tellWriter(viewer, discussionId, "ERASED");
  // Whoever puts an older copy of the database back finds here what has to be erased again.
  log("info", "case-erased", { objectId: discussionId });
  return { ok: true };
}

/** Mails who wrote it, also when that is who stops it: a mail that is not sent would tell who did. */
async function tellWriter(viewer: Viewer, caseDiscussionId: string, became: Outcome): Promise<void> {
  await enqueue(viewer.db, "person-mail", { kind: "OWN_CASE", became, caseDiscussionId });
}

async function tellProcessCoaches(viewer: Viewer, consortiumId: string, caseDiscussionId: string): Promise<void> {
  const today = dayForDatabase(viewer.today);
  const coaches = await viewer.db.consortiumRole.findMany({
    where: { consortiumId, role: "PROCESS_COACH", firstDay: { lte: today }, OR: [{ lastDay: null }, { lastDay: { gte: today } }], person: { deactivatedAt: null } },
    select: { personId: true },
    distinct: ["personId"],
  });
  await enqueueAll(viewer.db, "person-mail", coaches.map(({ personId }) => ({ kind: "CASE_STOPPED" as const, caseDiscussionId, recipientId: personId })));
}
