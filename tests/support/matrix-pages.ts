import type { AccessRole } from "#lib/access/permissions";
import type { Side } from "#tests/support/matrix-world";

/** For whom one page of the build opens. */
export type PageRow = {
  /**
   * The access roles for which it opens: in the samenwerkingsverband it is about, or, when its address names nothing, in
   * any. `everyone`: who is signed in. `public`: who is not, too. For anybody else it does not exist.
   */
  allowed: readonly AccessRole[] | "everyone" | "public" | "nobody";
  /** Where somebody is led who is signed in already. */
  signedIn?: string;
  /** Ids in its address, where they are not those of `usualIds`. */
  ids?: (side: Side) => Partial<PageIds>;
  /** What its address asks for besides. */
  search?: (side: Side) => Record<string, string>;
};

/** What the addresses of pages name, by the words between their brackets. */
export type PageIds = Record<
  "agreementId" | "coreTeamId" | "discussionId" | "functionId" | "importId" | "mailId" | "meetingId" | "membershipId" | "organisationId" | "personId" | "roleId" | "schoolId",
  string
>;

/** What a page is asked about, unless its row says otherwise. */
export function usualIds(side: Side): PageIds {
  return {
    agreementId: side.agreement.id,
    coreTeamId: side.team.id,
    discussionId: side.case.id,
    functionId: side.functions.partner.id,
    importId: side.schoolImport.id,
    mailId: side.coming.id,
    meetingId: side.coming.id,
    membershipId: side.memberships.partner.id,
    organisationId: side.organisation.id,
    personId: side.actors.partner.id,
    roleId: side.roles.board.id,
    schoolId: side.team.schoolId,
  };
}

const past = (side: Side) => ({ meetingId: side.past.id });
const here = (side: Side) => ({ in: side.consortium.id });

/** A row for every page of the build; the test fails without one. What comes after a blank tells apart ways to ask for one. */
export const pageRows: Record<string, PageRow> = {
  // Signing in, and what everybody may read.
  "/login": { allowed: "public", signedIn: "/" },
  "/login/code": { allowed: "public" },
  "/privacy": { allowed: "public" },
  "/accessibility": { allowed: "public" },
  // Only in the demo world.
  "/demo/mail": { allowed: "nobody" },
  "/demo/mail/[mailId]": { allowed: "nobody" },

  // What is one's own.
  "/": { allowed: "everyone" },
  "/ as the school": { allowed: "everyone", search: ({ team }) => ({ job: `team:${team.id}` }) },
  "/ as the samenwerkingsverband": { allowed: "everyone", search: ({ consortium }) => ({ job: `guide:${consortium.id}` }) },
  "/profile": { allowed: "everyone" },
  "/profile/photo": { allowed: "everyone" },
  "/profile/email": { allowed: "everyone" },
  "/profile/proof": { allowed: "everyone" },
  "/profile/sessions": { allowed: "everyone" },

  // Core teams and their members.
  "/core-teams/[coreTeamId]": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"] },
  "/core-teams/[coreTeamId] on a day": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"], search: () => ({ on: "2025-01-15" }) },
  "/core-teams/[coreTeamId]/welcome": { allowed: ["schoolCoordinator", "partner"] },
  "/core-teams/[coreTeamId]/change-reports/new": { allowed: ["schoolCoordinator", "partner"] },
  "/core-teams/[coreTeamId]/members/new": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/members/[membershipId]/change": { allowed: ["processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/members/[membershipId]/change of the school itself": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    ids: ({ memberships }) => ({ membershipId: memberships.colleague.id }),
  },
  // Who may not end it is told who may: the members.
  "/core-teams/[coreTeamId]/members/[membershipId]/ending": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"] },
  "/core-teams/new": { allowed: ["processCoach", "organiser"] },
  "/core-teams/new of a school": { allowed: ["processCoach", "organiser"], search: ({ idleSchool }) => ({ school: idleSchool.id }) },
  "/members/import": { allowed: ["processCoach", "organiser"] },

  // Meetings.
  "/core-teams/[coreTeamId]/meetings": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/new": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId] that is over": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/rescheduling": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/invitees": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/cancellation": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/recording": { allowed: ["schoolCoordinator", "processCoach", "organiser"], ids: past },

  // Casussen and agreements: for the members, and for nobody of the samenwerkingsverband.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/agreements": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements/[agreementId]/edit": { allowed: ["schoolCoordinator", "partner"] },

  // Schools.
  "/schools": { allowed: ["processCoach", "organiser", "administrator"] },
  "/schools/[schoolId]": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser", "administrator"] },
  "/schools/[schoolId] without a core team": { allowed: ["processCoach", "organiser", "administrator"], ids: ({ idleSchool }) => ({ schoolId: idleSchool.id }) },
  "/schools/import": { allowed: ["organiser", "administrator"] },
  "/schools/import/[importId]": { allowed: ["organiser", "administrator"] },

  // People, organisations and settings of a samenwerkingsverband.
  "/people": { allowed: ["processCoach", "organiser", "administrator"] },
  "/people of a samenwerkingsverband": { allowed: ["processCoach", "organiser", "administrator"], search: here },
  "/people/new": { allowed: ["administrator"] },
  "/people/new of a samenwerkingsverband": { allowed: ["administrator"], search: here },
  "/people/[personId]": { allowed: ["processCoach", "organiser", "administrator"] },
  "/people/[personId]/deactivation": { allowed: ["administrator"] },
  "/people/[personId]/reactivation": { allowed: ["administrator"], ids: ({ off }) => ({ personId: off.id }) },
  "/people/[personId]/roles/new": { allowed: ["administrator"] },
  "/people/[personId]/roles/[roleId]/ending": { allowed: ["administrator"], ids: ({ actors }) => ({ personId: actors.board.id }) },
  "/organisations": { allowed: ["processCoach", "organiser", "administrator"] },
  "/organisations of a samenwerkingsverband": { allowed: ["processCoach", "organiser", "administrator"], search: here },
  "/organisations/new": { allowed: ["processCoach", "organiser", "administrator"] },
  "/organisations/new of a samenwerkingsverband": { allowed: ["processCoach", "organiser", "administrator"], search: here },
  "/organisations/[organisationId]": { allowed: ["processCoach", "organiser", "administrator"] },
  "/settings": { allowed: ["organiser", "administrator"] },
  "/settings of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/consortium": { allowed: ["administrator"] },
  "/settings/consortium of a samenwerkingsverband": { allowed: ["administrator"], search: here },
  "/settings/functions": { allowed: ["organiser", "administrator"] },
  "/settings/functions of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/functions/new": { allowed: ["organiser", "administrator"] },
  "/settings/functions/new of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/functions/[functionId]": { allowed: ["organiser", "administrator"] },
  "/setup": { allowed: ["administrator"] },
  "/setup of a samenwerkingsverband": { allowed: ["administrator"], search: here },
};
