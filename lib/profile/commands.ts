import type { Viewer } from "#lib/access/viewer";
import { record } from "#lib/audit/record";
import type { ChangeProfile, ChooseMail } from "#lib/profile/schema";

/** Whether the profile was changed, or which version there is now. */
export type ChangeProfileResult = { ok: true } | { ok: false; problem: "CHANGED_MEANWHILE"; now: { version: number } };

/** Changes what colleagues see of the own person. Refuses when it was changed meanwhile, in another tab. */
export async function changeOwnProfile(viewer: Viewer, input: ChangeProfile): Promise<ChangeProfileResult> {
  const { version, ...fields } = input;
  const { count } = await viewer.db.person.updateMany({
    where: { id: viewer.person.id, version },
    data: { ...fields, version: version + 1 },
  });
  if (count === 0) return { ok: false, problem: "CHANGED_MEANWHILE", now: await viewer.db.person.findUniqueOrThrow({ where: { id: viewer.person.id }, select: { version: true } }) };
  await record(viewer, "profile:change", {}, { objectType: "person", objectId: viewer.person.id });
  return { ok: true };
}

/**
 * Chooses which of the mails come that may be switched off. Invitations, changes, cancellations and questions always come.
 * It is a state: of two choices the last one holds.
 */
export async function chooseMail(viewer: Viewer, { weeklyDigest, proposalReminders }: ChooseMail): Promise<{ ok: true }> {
  const [personId, choice] = [viewer.person.id, { weeklyDigest, proposalReminders }];
  await viewer.db.mailPreference.upsert({ where: { personId }, create: { personId, ...choice }, update: choice, select: { personId: true } });
  await record(viewer, "mail:choose", {}, { objectType: "mail_preference", objectId: personId, details: choice });
  return { ok: true };
}
