import { PREVIEW } from "#app/(signed-in)/members/import/kept-lines";
import type { AccessRole } from "#lib/access/permissions";
import { fingerprintOf, planImport } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";
import { findImportFacts } from "#lib/core-teams/queries";
import { keepDraft } from "#lib/forms/drafts";
import { asPerson } from "#tests/support/as-person";
import type { Fields } from "#tests/support/browserless";
import { dayFromNow, type Side } from "#tests/support/matrix-world";

/** What one action is sent to touch something of a samenwerkingsverband, and for whom that works. */
export type ActionRow = {
  /**
   * The access roles there for which it does something. `owner`: the school coordinator, whose own it is. `everyone`: who
   * is signed in, with what is the own. `public`: who is not, too.
   */
  allowed: readonly AccessRole[] | "owner" | "everyone" | "public";
  fields: (side: Side) => Fields | Promise<Fields>;
  /** Where it leads when it worked, if not to a page with a notice. */
  leadsTo?: string;
  /** Why it cannot be seen to work here; its own tests show that it does. */
  worksElsewhere?: string;
};

const onTheAgenda = dayFromNow(60);
const plan = {
  kind: "IN_DEPTH",
  theme: "",
  date: onTheAgenda,
  start: "14:15",
  minutes: "75",
  form: "LIVE",
  place: "Op school",
  link: "",
  // Whatever day it is, it is meant so.
  confirmed: [`WEEKEND ${onTheAgenda}`, `SCHOOL_HOLIDAY ${onTheAgenda}`, `PUBLIC_HOLIDAY ${onTheAgenda}`],
};
const story = {
  stage: "MIDDLE",
  goesWell: "Werkt graag samen met anderen.",
  question: "Hoe helpen we bij het rekenen?",
  situation: "Rekenen kost veel moeite.",
  parents: "SAID",
  parentsText: "Thuis gaat het goed.",
  pupil: "NOT_ASKED",
  pupilText: "Dat doen we volgende week.",
};
const promise = { text: "Vervolg bespreken met de wijkcoach", dueOn: dayFromNow(14) };
const newcomer = (side: Side) => ({ name: "Nieuwe Collega", email: `nieuw-${side.letter}@voorbeeld.nl` });

/** A row for every action of the build; the test fails without one. */
export const actionRows: Record<string, ActionRow> = {
  // Signing in.
  "/login:requestCodeAction": { allowed: "public", fields: () => ({ email: "niemand@voorbeeld.nl", next: "/" }), leadsTo: "/login/code" },
  "/login:enterCodeAction": { allowed: "public", fields: () => ({ code: "ABCD-EFGH", next: "/" }), worksElsewhere: "It takes a code from a mail." },
  "/login:demoSignInAction": { allowed: "public", fields: ({ actors }) => ({ email: actors.administrator.email, next: "/" }), worksElsewhere: "It only does something in the demo world." },

  // What is one's own.
  "/profile:changeProfileAction": { allowed: "everyone", fields: () => ({ version: "1", name: "Andere Naam", phone: "", callMeFor: "", workingDays: ["1"] }) },
  "/profile:removeOwnPhotoAction": { allowed: "everyone", fields: () => ({}) },
  "/profile:askEmailChangeAction": { allowed: "everyone", fields: ({ letter }) => ({ email: `anders-${letter}@voorbeeld.nl` }), leadsTo: "/profile/email" },
  "/profile:proveEmailChangeAction": { allowed: "everyone", fields: () => ({ code: "ABCD-EFGH" }), worksElsewhere: "It takes a code from a mail." },
  "/profile:askProofAction": { allowed: "everyone", fields: () => ({ next: "/profile" }), leadsTo: "/profile/proof?next=%2Fprofile" },
  "/profile:proveAction": { allowed: "everyone", fields: () => ({ code: "ABCD-EFGH", next: "/profile" }), worksElsewhere: "It takes a code from a mail." },
  "/profile:endSessionAction": { allowed: "owner", fields: ({ sessions }) => ({ sessionId: sessions.coordinator.id }) },
  "/profile:endOtherSessionsAction": { allowed: "everyone", fields: () => ({}) },
  "/profile:unlinkIdentityAction": { allowed: "owner", fields: ({ identity }) => ({ identityId: identity.id }) },

  // Core teams and their members.
  "/core-teams/new:startCoreTeamAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ idleSchool }) => ({ schoolId: idleSchool.id, name: "Nieuw kernteam", startedOn: dayFromNow(0) }),
  },
  "/core-teams/[coreTeamId]:handleChangeReportAction": { allowed: ["processCoach", "organiser"], fields: ({ changeReport }) => ({ changeReportId: changeReport.id }) },
  "/core-teams/[coreTeamId]/change-reports/new:reportChangeAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ team, memberships }) => ({ coreTeamId: team.id, membershipId: memberships.colleague.id, message: "Er komt iemand anders." }),
  },
  "/core-teams/[coreTeamId]/members/new:addMemberAction": {
    allowed: ["processCoach", "organiser"],
    fields: (side) => ({ ...newcomer(side), coreTeamId: side.team.id, functionId: side.functions.partner.id, organisationId: side.organisation.id, firstDay: dayFromNow(1) }),
  },
  "/core-teams/[coreTeamId]/members/new:addMemberAction of the school itself": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: (side) => ({ ...newcomer(side), coreTeamId: side.team.id, functionId: side.functions.coordinates.id, firstDay: dayFromNow(1) }),
  },
  "/core-teams/[coreTeamId]/members/[membershipId]/change:changeMembershipAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ memberships, organisation }) => ({ membershipId: memberships.partner.id, version: "1", organisationId: organisation.id, firstDay: "2024-09-01" }),
  },
  "/core-teams/[coreTeamId]/members/[membershipId]/ending:endMembershipAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ memberships }) => ({ membershipId: memberships.partner.id, version: "1", lastDay: dayFromNow(7) }),
  },
  "/core-teams/[coreTeamId]/members/[membershipId]/ending:withdrawMembershipAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ memberships }) => ({ membershipId: memberships.startsTomorrow.id, version: "1" }),
  },
  "/members/import:previewImportAction": { allowed: ["processCoach", "organiser"], fields: ({ consortium }) => ({ consortiumId: consortium.id, lines: "Een regel" }), leadsTo: "/members/import?step=preview" },
  "/members/import:importMembersAction": { allowed: ["processCoach", "organiser"], fields: previewed },

  // Meetings.
  "/core-teams/[coreTeamId]/meetings/new:scheduleMeetingAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ team, actors }) => ({ ...plan, coreTeamId: team.id, invitees: [actors.partner.id] }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/rescheduling:rescheduleMeetingAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ coming }) => ({ ...plan, meetingId: coming.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/invitees:changeInviteesAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ coming, actors }) => ({ meetingId: coming.id, version: "1", invitees: [actors.partner.id] }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/cancellation:cancelMeetingAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ coming }) => ({ meetingId: coming.id, version: "1", reason: "" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/recording:recordMeetingAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ past }) => ({ meetingId: past.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]:answerInvitationAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ coming }) => ({ meetingId: coming.id, answer: "ACCEPTED" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]:resendInvitationAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ participations }) => ({ participationId: participations.colleague.id }),
  },

  // Casussen and agreements.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new:logCaseDiscussionAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ past, actors }) => ({ ...story, meetingId: past.id, agreement1Text: promise.text, agreement1Owner: actors.partner.id, agreement1Due: promise.dueOn }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit:editCaseDiscussionAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ ...story, discussionId: side.case.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing:closeCaseDiscussionAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new:makeAgreementAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ past, actors }) => ({ ...promise, meetingId: past.id, ownerId: actors.partner.id, next: "meeting" }),
  },
  "/agreements/[agreementId]/edit:changeAgreementAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ agreement, actors }) => ({ ...promise, agreementId: agreement.id, version: "1", ownerId: actors.coordinator.id }),
  },
  "/agreements:finishAgreementAction": { allowed: ["schoolCoordinator", "partner"], fields: ({ agreement }) => ({ agreementId: agreement.id, back: "team" }) },
  "/agreements:reopenAgreementAction": { allowed: ["schoolCoordinator", "partner"], fields: ({ doneAgreement }) => ({ agreementId: doneAgreement.id, back: "team" }) },

  // Schools.
  "/schools/import/[importId]:confirmSchoolImportAction": { allowed: ["organiser", "administrator"], fields: ({ schoolImport }) => ({ importId: schoolImport.id }) },
  "/schools/import/[importId]:discardSchoolImportAction": { allowed: ["organiser", "administrator"], fields: ({ schoolImport }) => ({ importId: schoolImport.id }) },

  // People, organisations and settings of a samenwerkingsverband.
  "/people:invitePersonAction": {
    allowed: ["administrator"],
    fields: (side) => ({ ...newcomer(side), consortiumId: side.consortium.id, role: "PROCESS_COACH", organisationId: side.organisation.id, firstDay: dayFromNow(0) }),
  },
  "/people:grantRoleAction": {
    allowed: ["administrator"],
    fields: ({ colleague, consortium, organisation }) => ({ personId: colleague.id, consortiumId: consortium.id, role: "PROCESS_COACH", organisationId: organisation.id, firstDay: dayFromNow(0) }),
  },
  "/people:endRoleAction": { allowed: ["administrator"], fields: ({ roles }) => ({ roleId: roles.board.id, lastDay: dayFromNow(0) }) },
  "/people:withdrawRoleAction": { allowed: ["administrator"], fields: ({ roles }) => ({ roleId: roles.coming.id }) },
  "/people:deactivatePersonAction": { allowed: ["administrator"], fields: ({ colleague }) => ({ personId: colleague.id }) },
  "/people:reactivatePersonAction": { allowed: ["administrator"], fields: ({ off }) => ({ personId: off.id }) },
  "/people:signOutPersonAction": { allowed: ["administrator"], fields: ({ colleague }) => ({ personId: colleague.id }) },
  "/people:removePhotoAction": { allowed: ["administrator"], fields: ({ colleague }) => ({ personId: colleague.id }) },
  "/organisations:addOrganisationAction": {
    allowed: ["processCoach", "organiser", "administrator"],
    fields: ({ consortium }) => ({ consortiumId: consortium.id, name: "GGD Kust", kind: "YOUTH_HEALTH", phone: "" }),
  },
  "/organisations:changeOrganisationAction": {
    allowed: ["processCoach", "organiser", "administrator"],
    fields: ({ organisation }) => ({ organisationId: organisation.id, version: "1", name: "GGD Duin", kind: "YOUTH_HEALTH", phone: "" }),
  },
  "/settings:changeConsortiumAction": { allowed: ["administrator"], fields: ({ consortium }) => ({ consortiumId: consortium.id, version: "1", name: "Andere naam", code: "" }) },
  "/settings:addFunctionAction": {
    allowed: ["organiser", "administrator"],
    fields: ({ consortium }) => ({ consortiumId: consortium.id, sector: "PO", name: "Logopedist", attendance: "ON_CALL", enoughWith: "", heldBy: "PARTNER" }),
  },
  "/settings:changeFunctionAction": {
    allowed: ["organiser", "administrator"],
    fields: ({ functions }) => ({ functionId: functions.partner.id, name: "Ergotherapeut", attendance: "ON_CALL", enoughWith: "" }),
  },
  "/settings:moveFunctionAction": { allowed: ["organiser", "administrator"], fields: ({ functions }) => ({ functionId: functions.partner.id, direction: "UP" }) },
};

function linesOf(side: Side): string {
  const { name, email } = newcomer(side);
  return [side.team.name, side.functions.partner.name, name, email].join("\t");
}

/** The confirmation of a preview that the procesbegeleider has just seen. */
async function previewed(side: Side): Promise<Fields> {
  const [{ id: personId }, consortiumId, lines] = [side.actors.processCoach, side.consortium.id, linesOf(side)];
  await keepDraft(personId, PREVIEW, { consortiumId, lines });
  const read = readMemberLines(lines);
  const facts = await asPerson(personId, (viewer) => findImportFacts(viewer, consortiumId, [newcomer(side).email]));
  if (!read.ok || !facts) throw new Error("There is nothing to confirm.");
  return { consortiumId, fingerprint: fingerprintOf(planImport(read.lines, facts)), outcomes: "", teams: "start" };
}
