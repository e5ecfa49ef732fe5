import type { Viewer } from "#lib/access/viewer";
import { photoPath } from "#lib/photos/schema";

/** What somebody says about himself, for the own profile. */
export type OwnProfile = {
  name: string;
  photoUrl: string | null;
  email: string;
  phone: string | null;
  callMeFor: string | null;
  workingDays: number[];
  sharesPhone: boolean;
  sharesEmail: boolean;
  version: number;
};

/** The own profile, as it is stored. */
export async function findOwnProfile(viewer: Viewer): Promise<OwnProfile> {
  const profile = await viewer.db.person.findUniqueOrThrow({
    where: { id: viewer.person.id },
    select: { name: true, email: true, phone: true, callMeFor: true, workingDays: true, sharesPhone: true, sharesEmail: true, version: true },
  });
  return { ...profile, photoUrl: photoPath(viewer.person.id, viewer.person.photoHash) };
}
