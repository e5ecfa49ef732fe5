import { changeOwnPhoto, removeOwnPhoto } from "#lib/photos/commands";
import { findPhoto } from "#lib/photos/queries";
import type { MatrixRows } from "#tests/support/matrix-row";

const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xd9]);

/** Photos: the own one is for everyone to send and remove, and seen by whoever sees its person. */
export const photoRows: MatrixRows = {
  "photos/queries:findPhoto": {
    allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => findPhoto(viewer, a.actors.partner.id, a.photo.hash),
  },
  "photos/commands:changeOwnPhoto": { allowed: "everyone", call: (viewer) => changeOwnPhoto(viewer, jpeg) },
  "photos/commands:removeOwnPhoto": {
    allowed: "everyone",
    call: async (viewer) => {
      await changeOwnPhoto(viewer, jpeg);
      return removeOwnPhoto(viewer);
    },
  },
};
