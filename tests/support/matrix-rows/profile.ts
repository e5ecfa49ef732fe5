import { changeOwnProfile } from "#lib/profile/commands";
import { findOwnProfile } from "#lib/profile/queries";
import type { MatrixRows } from "#tests/support/matrix-row";

/** The own profile: for everyone, and only the own. */
export const profileRows: MatrixRows = {
  "profile/queries:findOwnProfile": { allowed: "everyone", call: (viewer) => findOwnProfile(viewer) },
  "profile/commands:changeOwnProfile": {
    allowed: "everyone",
    call: (viewer) => changeOwnProfile(viewer, { version: 1, name: "Andere Naam", phone: null, sharesPhone: false, sharesEmail: false, workingDays: ["1"], callMeFor: null }),
  },
};
