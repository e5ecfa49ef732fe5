import { closeCaseDiscussion, discardConcept, saveCasePart, shareCaseDiscussion, startCaseDiscussion } from "#lib/case-discussions/commands";
import { countCaseDiscussions, countCaseSinces, countWrittenPages, findCaseDiscussion, hasVoices, listCaseDiscussionsOf, listCaseReaders, listOpenCaseDiscussions, readCaseDiscussion } from "#lib/case-discussions/queries";
import { caseSteps } from "#lib/case-discussions/rules";
import { partOf } from "#tests/support/case-world";
import type { MatrixRows } from "#tests/support/matrix-row";
import type { Side } from "#tests/support/matrix-world";

const place = ({ team, past, case: found }: Side) => ({ coreTeamId: team.id, meetingId: past.id, discussionId: found.id });
const scopeOf = ({ team, consortium }: Side) => ({ scope: { consortiumId: consortium.id, coreTeamId: team.id } });

/** A casus is for the members of its core team. The procesbegeleider may know how many there are, and no more. */
export const caseDiscussionRows: MatrixRows = {
  "case-discussions/queries:listCaseDiscussionsOf": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listCaseDiscussionsOf(viewer, a.past.id) },
  "case-discussions/queries:listOpenCaseDiscussions": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listOpenCaseDiscussions(viewer, [a.team.id]) },
  "case-discussions/queries:countCaseDiscussions": {
    allowed: ["schoolCoordinator", "partner", "processCoach"],
    call: (viewer, { a }) => countCaseDiscussions(viewer, [a.team.id], 2026),
  },
  "case-discussions/queries:countCaseSinces": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => countCaseSinces(viewer, a.team.id, 2026) },
  "case-discussions/queries:findCaseDiscussion": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findCaseDiscussion(viewer, place(a)) },
  "case-discussions/queries:readCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => readCaseDiscussion(viewer, { id: a.case.id, team: scopeOf(a) }),
  },

  "case-discussions/queries:listCaseReaders": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listCaseReaders(viewer, a.case.id) },

  "case-discussions/queries:hasVoices": { allowed: ["schoolCoordinator", "partner"], call: async (viewer, { a }) => (await hasVoices(viewer, a.case.id)) || null },

  "case-discussions/queries:countWrittenPages": { allowed: ["schoolCoordinator", "partner"], call: async (viewer, { a }) => (await countWrittenPages(viewer, a.case.id)) || null },

  "case-discussions/commands:startCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => startCaseDiscussion(viewer, { meetingId: a.past.id, goesWell: "Werkt graag samen met anderen.", goesWellReason: null }),
  },
  "case-discussions/commands:saveCasePart": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => saveCasePart(viewer, partOf(a.case.id, "NEEDED", {}, 1)),
  },
  "case-discussions/commands:shareCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: async (viewer, { a }) => {
      const started = await startCaseDiscussion(viewer, { meetingId: a.past.id, goesWell: "Werkt graag samen met anderen.", goesWellReason: null });
      if (!started.ok) return started;
      for (const { part } of caseSteps.slice(1)) await saveCasePart(viewer, partOf(started.discussionId, part));
      return shareCaseDiscussion(viewer, { discussionId: started.discussionId, version: caseSteps.length });
    },
  },
  "case-discussions/commands:discardConcept": {
    allowed: ["schoolCoordinator", "partner"],
    call: async (viewer, { a }) => {
      const started = await startCaseDiscussion(viewer, { meetingId: a.past.id, goesWell: "Werkt graag samen met anderen.", goesWellReason: null });
      return started.ok ? discardConcept(viewer, { discussionId: started.discussionId, version: 1 }) : started;
    },
  },
  "case-discussions/commands:closeCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => closeCaseDiscussion(viewer, { discussionId: a.case.id, version: 1 }),
  },
};
