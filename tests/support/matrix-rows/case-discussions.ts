import { closeCaseDiscussion, editCaseDiscussion, logCaseDiscussion } from "#lib/case-discussions/commands";
import { countCaseDiscussions, findCaseDiscussion, listCaseDiscussionsOf, readCaseDiscussion } from "#lib/case-discussions/queries";
import type { Story } from "#lib/case-discussions/schema";
import type { MatrixRows } from "#tests/support/matrix-row";
import type { Side } from "#tests/support/matrix-world";

const story: Story = {
  stage: "MIDDLE",
  goesWell: "Werkt graag samen met anderen.",
  goesWellReason: null,
  question: "Hoe helpen we bij het rekenen?",
  questionReason: null,
  situation: "Rekenen kost veel moeite.",
  situationReason: null,
  parents: "SAID",
  parentsText: "Thuis gaat het goed.",
  parentsTextReason: null,
  pupil: "NOT_ASKED",
  pupilText: "Dat doen we volgende week.",
  pupilTextReason: null,
};

const place = ({ team, past, case: found }: Side) => ({ coreTeamId: team.id, meetingId: past.id, discussionId: found.id });
const scopeOf = ({ team, consortium }: Side) => ({ id: team.id, name: team.name, sector: "PO" as const, scope: { consortiumId: consortium.id, coreTeamId: team.id } });

/** A casus is for the members of its core team. The procesbegeleider may know how many there are, and no more. */
export const caseDiscussionRows: MatrixRows = {
  "case-discussions/queries:listCaseDiscussionsOf": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => listCaseDiscussionsOf(viewer, a.past.id) },
  "case-discussions/queries:countCaseDiscussions": {
    allowed: ["schoolCoordinator", "partner", "processCoach"],
    call: (viewer, { a }) => countCaseDiscussions(viewer, [a.team.id], 2026),
  },
  "case-discussions/queries:findCaseDiscussion": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findCaseDiscussion(viewer, place(a)) },
  "case-discussions/queries:readCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => readCaseDiscussion(viewer, { id: a.case.id, team: scopeOf(a) }),
  },

  "case-discussions/commands:logCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => logCaseDiscussion(viewer, { ...story, meetingId: a.past.id, agreements: [] }),
  },
  "case-discussions/commands:editCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => editCaseDiscussion(viewer, { ...story, discussionId: a.case.id, version: 1 }),
  },
  "case-discussions/commands:closeCaseDiscussion": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => closeCaseDiscussion(viewer, { discussionId: a.case.id, version: 1 }),
  },
};
