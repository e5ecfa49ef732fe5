import { changeOwnProfile, chooseMail } from "#lib/profile/commands";
import { findMailPreferences, findOwnProfile } from "#lib/profile/queries";
import type { MatrixRows } from "#tests/support/matrix-row";

/** The own profile: for everyone, and only the own. */
export const profileRows: MatrixRows = {
  "profile/queries:findOwnProfile": { allowed: "everyone", call: (viewer) => findOwnProfile(viewer) },
  "profile/queries:findMailPreferences": { allowed: "everyone", call: (viewer) => findMailPreferences(viewer) },
  "profile/commands:chooseMail": { allowed: "everyone", call: (viewer) => chooseMail(viewer, { weeklyDigest: false, proposalReminders: true }) },
  "profile/commands:changeOwnProfile": {
    allowed: "everyone",
    call: (viewer) => changeOwnProfile(viewer, { version: 1, name: "Andere Naam", phone: null, sharesPhone: false, sharesEmail: false, callMeFor: null }),
  },
};
