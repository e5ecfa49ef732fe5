import type { Viewer } from "#lib/access/viewer";
import { addMember, changeMembership, endMembership, handleChangeReport, importMembers, reportChange, startCoreTeam, withdrawMembership } from "#lib/core-teams/commands";
import { fingerprintOf, planImport } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";
import { findCoreTeam, findImportFacts, findMemberFormChoices, findMembership, findReportSubject, findSchoolToStart, listCheckedNames, listImportConsortia, listSchoolsWithoutTeam } from "#lib/core-teams/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow, type MatrixWorld } from "#tests/support/matrix-world";

const stay = { organisationId: null, firstDay: dayFromNow(1), temporary: false, lastDay: null, temporaryReason: null };
const from2024 = { ...stay, firstDay: "2024-08-01", version: 1 };

/** Core teams and their members. The school looks after its own people, the samenwerkingsverband after everybody. */
export const coreTeamRows: MatrixRows = {
  "core-teams/queries:findCoreTeam": {
    allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => findCoreTeam(viewer, a.team.id),
  },
  "core-teams/queries:findMemberFormChoices": { allowed: ["schoolCoordinator", "processCoach", "organiser"], call: (viewer, { a }) => findMemberFormChoices(viewer, a.team.id) },
  "core-teams/queries:findMembership": {
    allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"],
    call: (viewer, { a }) => findMembership(viewer, a.team.id, a.memberships.partner.id),
  },
  "core-teams/queries:findReportSubject": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => findReportSubject(viewer, a.team.id, a.memberships.colleague.id) },
  "core-teams/queries:listCheckedNames": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => listCheckedNames(viewer, a.team.id) },
  "core-teams/queries:findSchoolToStart": { allowed: ["processCoach", "organiser"], call: (viewer, { a }) => findSchoolToStart(viewer, a.idleSchool.id) },
  "core-teams/queries:listSchoolsWithoutTeam": { allowed: ["processCoach", "organiser"], kind: "list", call: (viewer) => listSchoolsWithoutTeam(viewer, null) },
  "core-teams/queries:listImportConsortia": { allowed: ["processCoach", "organiser"], kind: "list", call: (viewer) => listImportConsortia(viewer) },
  "core-teams/queries:findImportFacts": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a }) => findImportFacts(viewer, a.consortium.id, [a.actors.coordinator.email, a.actors.partner.email]),
  },

  "core-teams/commands:startCoreTeam": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a }) => startCoreTeam(viewer, { schoolId: a.idleSchool.id, moreSchoolIds: [], name: "Nieuw kernteam", startedOn: dayFromNow(0) }),
  },
  "core-teams/commands:addMember of the school itself": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a, newcomer }) => addMember(viewer, { ...stay, ...newcomer, coreTeamId: a.team.id, functionId: a.functions.coordinates.id }),
  },
  "core-teams/commands:addMember of another organisation": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a, newcomer }) => addMember(viewer, { ...stay, ...newcomer, coreTeamId: a.team.id, functionId: a.functions.partner.id, organisationId: a.organisation.id }),
  },
  "core-teams/commands:addMember oneself": {
    allowed: [],
    call: (viewer, { a }) => addMember(viewer, { ...stay, name: viewer.person.name, email: viewer.person.email, coreTeamId: a.team.id, functionId: a.functions.coordinates.id }),
  },
  "core-teams/commands:changeMembership of the school itself": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => changeMembership(viewer, { ...from2024, membershipId: a.memberships.colleague.id, organisationId: a.organisation.id }),
  },
  "core-teams/commands:changeMembership of another organisation": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a }) => changeMembership(viewer, { ...from2024, membershipId: a.memberships.partner.id }),
  },
  "core-teams/commands:endMembership of the school itself": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => endMembership(viewer, { membershipId: a.memberships.colleague.id, version: 1, lastDay: dayFromNow(7) }),
  },
  "core-teams/commands:endMembership of another organisation": {
    allowed: ["processCoach", "organiser"],
    call: (viewer, { a }) => endMembership(viewer, { membershipId: a.memberships.partner.id, version: 1, lastDay: dayFromNow(7) }),
  },
  "core-teams/commands:withdrawMembership": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => withdrawMembership(viewer, { membershipId: a.memberships.startsTomorrow.id, version: 1 }),
  },
  "core-teams/commands:importMembers": { allowed: ["processCoach", "organiser"], call: importOne },
  "core-teams/commands:reportChange": {
    allowed: ["schoolCoordinator", "partner"],
    call: (viewer, { a }) => reportChange(viewer, { coreTeamId: a.team.id, membershipId: a.memberships.colleague.id, message: "Er komt iemand anders." }),
  },
  "core-teams/commands:handleChangeReport": { allowed: ["processCoach", "organiser"], call: (viewer, { a }) => handleChangeReport(viewer, { changeReportId: a.changeReport.id }) },
};

/** Confirms the preview of one line, as somebody would who has seen it. */
async function importOne(viewer: Viewer, { a, newcomer }: MatrixWorld): Promise<unknown> {
  const lines = [a.team.name, a.functions.partner.name, newcomer.name, newcomer.email].join("\t");
  const read = readMemberLines(lines);
  if (!read.ok) throw new Error(read.problem);
  const facts = await findImportFacts(viewer, a.consortium.id, [newcomer.email]);
  const fingerprint = facts ? fingerprintOf(planImport(read.lines, facts)) : "0".repeat(64);
  return importMembers(viewer, { consortiumId: a.consortium.id, fingerprint, outcomes: "", teams: "start", lines });
}
