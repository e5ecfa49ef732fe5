import { switchMeetings } from "#lib/meeting-switches/commands";
import { listMunicipalities, listSwitchableMeetings } from "#lib/meeting-switches/queries";
import { fingerprintOf } from "#lib/meeting-switches/rules";
import type { MatrixRows } from "#tests/support/matrix-row";

const period = { to: "DIGITAL" as const, from: "2026-01-01", until: "2030-01-01", municipality: "" };

/** Making bijeenkomsten of a whole samenwerkingsverband digital is for who plans there. */
export const meetingSwitchRows: MatrixRows = {
  "meeting-switches/queries:listSwitchableMeetings": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a }) => listSwitchableMeetings(viewer, { ...period, consortiumId: a.consortium.id }),
  },
  "meeting-switches/queries:listMunicipalities": { allowed: ["processCoach", "organiser"], call: (viewer, { a }) => listMunicipalities(viewer, a.consortium.id) },
  "meeting-switches/commands:switchMeetings": {
    allowed: ["processCoach", "organiser"],
    call: async (viewer, { a }) => {
      const wanted = { ...period, consortiumId: a.consortium.id, skipped: [], link: null };
      return switchMeetings(viewer, { ...wanted, fingerprint: fingerprintOf(await listSwitchableMeetings(viewer, wanted)) });
    },
  },
};
