import { setAtPlay, tellFamily, tellProgress, writeLesson } from "#lib/follow-up/commands";
import { listCandidates, listCasesToRefresh } from "#lib/follow-up/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

const nobody = { pupil: "no", pupilOn: null, pupilById: null } as const;

/** What comes of a casus is for the members of its core team; how it goes is said by who is to act. */
export const followUpRows: MatrixRows = {
  "follow-up/queries:listCasesToRefresh": { allowed: ["partner"], kind: "list", call: (viewer) => listCasesToRefresh(viewer) },
  "follow-up/queries:listCandidates": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listCandidates(viewer, a.case.id) },

  "follow-up/commands:setAtPlay": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => setAtPlay(viewer, { discussionId: a.case.id, version: 1, to: { kind: "person", id: a.colleague.id } }),
  },
  "follow-up/commands:tellProgress": { allowed: ["partner"], call: (viewer, { a }) => tellProgress(viewer, { discussionId: a.case.id, progress: "COMPLETED" }) },
  "follow-up/commands:tellFamily": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => tellFamily(viewer, { discussionId: a.case.id, version: 1, parents: "yes", parentsOn: dayFromNow(-1), parentsById: a.actors.partner.id, ...nobody }),
  },
  "follow-up/commands:writeLesson": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => writeLesson(viewer, { discussionId: a.case.id, version: 1, success: "Samen aan tafel.", successReason: null, lesson: "Eerder bellen.", lessonReason: null }),
  },
};
