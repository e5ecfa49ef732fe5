import type { Viewer } from "#lib/access/viewer";
import { datedPatterns, patternOn, type Pattern } from "#lib/availability/rules";
import { dayForDatabase } from "#lib/dates";
import { photoPath } from "#lib/photos/schema";

/** What somebody says about himself, for the own profile. */
export type OwnProfile = {
  name: string;
  photoUrl: string | null;
  email: string;
  phone: string | null;
  callMeFor: string | null;
  /** When this person works now; null when that is not known. */
  pattern: Pattern | null;
  sharesPhone: boolean;
  sharesEmail: boolean;
  version: number;
};

/** Which mails that may be switched off somebody wants. */
export type MailPreferences = { weeklyDigest: boolean; proposalReminders: boolean };

/** The own choice of mails; who never chose gets all of them. */
export async function findMailPreferences(viewer: Viewer): Promise<MailPreferences> {
  const chosen = await viewer.db.mailPreference.findUnique({ where: { personId: viewer.person.id }, select: { weeklyDigest: true, proposalReminders: true } });
  return chosen ?? { weeklyDigest: true, proposalReminders: true };
}

/** The own profile, as it is stored. */
export async function findOwnProfile(viewer: Viewer): Promise<OwnProfile> {
  const { workingPatterns, ...profile } = await viewer.db.person.findUniqueOrThrow({
    where: { id: viewer.person.id },
    select: {
      name: true, email: true, phone: true, callMeFor: true, sharesPhone: true, sharesEmail: true, version: true,
      workingPatterns: { where: { validFrom: { lte: dayForDatabase(viewer.today) } }, select: { validFrom: true, mornings: true, afternoons: true } },
    },
  });
  return { ...profile, photoUrl: photoPath(viewer.person.id, viewer.person.photoHash), pattern: patternOn(datedPatterns(workingPatterns), viewer.today) };
}
