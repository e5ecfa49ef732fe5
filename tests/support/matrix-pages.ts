import type { AccessRole } from "#lib/access/permissions";
import { schoolYearOf } from "#lib/dates";
import type { LinkPurpose } from "#prisma/generated/client";
import { firstMoment } from "#tests/support/matrix-rows/date-proposals";
import { dayFromNow, type Side } from "#tests/support/matrix-world";

/** For whom one page of the build opens. */
export type PageRow = {
  /**
   * The access roles for which it opens: in the samenwerkingsverband it is about, or, when its address names nothing, in
   * any. `everyone`: who is signed in. `public`: who is not, too. `link`: whoever holds the personal link. For anybody
   * else it does not exist.
   */
  allowed: readonly AccessRole[] | "everyone" | "public" | "nobody" | "link";
  /** For a page behind a personal link: for what the link is, and which markers it may show. */
  link?: LinkedRow;
  /** Where somebody is led who is signed in already. */
  signedIn?: string;
  /** Ids in its address, where they are not those of `usualIds`. */
  ids?: (side: Side) => Partial<PageIds>;
  /** What its address asks for besides. */
  search?: (side: Side) => Record<string, string>;
};

/** What is behind a personal link: for what the link is, and the texts of its side that it shows. */
export type LinkedRow = { purpose: LinkPurpose; shows: (side: Side) => readonly string[] };

/** What the addresses of pages name, by the words between their brackets. */
export type PageIds = Record<
  "absenceId" | "agreementId" | "coreTeamId" | "discussionId" | "element" | "functionId" | "guestId" | "holidayId" | "importId" | "itemId" | "mailId" | "meetingId" | "membershipId" | "organisationId" | "participationId" | "personId" | "proposalId" | "roleId" | "schoolId" | "step" | "studyDayId" | "successId" | "templateId",
  string
>;

/** What a page is asked about, unless its row says otherwise. */
export function usualIds(side: Side): PageIds {
  return {
    absenceId: side.absence.id,
    agreementId: side.agreement.id,
    coreTeamId: side.team.id,
    discussionId: side.case.id,
    element: "safe",
    functionId: side.functions.partner.id,
    guestId: side.guest.id,
    holidayId: side.holiday.id,
    importId: side.schoolImport.id,
    itemId: side.agendaItems.ofSchool.id,
    mailId: side.coming.id,
    meetingId: side.coming.id,
    membershipId: side.memberships.partner.id,
    organisationId: side.organisation.id,
    participationId: side.onCall.id,
    personId: side.actors.partner.id,
    proposalId: side.proposal.id,
    roleId: side.roles.board.id,
    schoolId: side.team.schoolId,
    step: "question",
    studyDayId: side.studyDay.id,
    successId: side.success.id,
    templateId: side.agendaTemplate.id,
  };
}

const ofTemplate = (side: Side) => ({ itemId: side.templateItem.id });
const past = (side: Side) => ({ meetingId: side.past.id });
const ofColleague = ({ colleague }: Side) => ({ person: colleague.id });
const here = (side: Side) => ({ in: side.consortium.id });

/** A row for every page of the build; the test fails without one. What comes after a blank tells apart ways to ask for one. */
export const pageRows: Record<string, PageRow> = {
  // Signing in, and what everybody may read.
  "/login": { allowed: "public", signedIn: "/" },
  "/login/code": { allowed: "public" },
  "/blank": { allowed: "public" },
  "/privacy": { allowed: "public" },
  "/accessibility": { allowed: "public" },
  // Only in the demo world.
  "/demo/mail": { allowed: "nobody" },
  "/demo/mail/[mailId]": { allowed: "nobody" },

  // Behind a personal link: the one thing it is for.
  "/answer/[token]": {
    allowed: "link",
    link: { purpose: "DATE_PROPOSAL", shows: ({ team, functions, actors }) => [team.name, functions.partner.name, actors.partner.name, actors.coordinator.name] },
  },
  "/guest/[token]": { allowed: "link", link: { purpose: "GUEST", shows: ({ team, actors, guest }) => [team.name, actors.coordinator.name, ...guest.shows] } },
  "/invitation/[token]": { allowed: "link", link: { purpose: "INVITATION", shows: ({ team, actors }) => [team.name, actors.partner.name, actors.coordinator.name] } },

  // What is one's own.
  "/": { allowed: "everyone" },
  "/ as the school": { allowed: "everyone", search: ({ team }) => ({ job: `team:${team.id}` }) },
  "/ as the samenwerkingsverband": { allowed: "everyone", search: ({ consortium }) => ({ job: `guide:${consortium.id}` }) },
  "/profile": { allowed: "everyone" },
  "/profile/photo": { allowed: "everyone" },
  "/availability": { allowed: "everyone" },
  "/availability of somebody": { allowed: ["processCoach", "organiser"], search: ofColleague },
  "/availability/working-days": { allowed: "everyone" },
  "/availability/working-days of somebody": { allowed: ["processCoach", "organiser"], search: ofColleague },
  "/availability/most-meetings": { allowed: "everyone" },
  "/availability/most-meetings of somebody": { allowed: ["processCoach", "organiser"], search: ofColleague },
  "/availability/absences/new": { allowed: "everyone" },
  "/availability/absences/new of somebody": { allowed: ["processCoach", "organiser"], search: ofColleague },
  "/availability/absences/[absenceId]": { allowed: ["processCoach", "organiser"] },
  "/profile/email": { allowed: "everyone" },
  "/profile/proof": { allowed: "everyone" },
  "/second-factor": { allowed: "everyone" },
  "/profile/second-factor": { allowed: "everyone" },
  "/profile/second-factor/recovery-codes": { allowed: "everyone" },
  "/profile/second-factor/removal": { allowed: "everyone" },
  "/profile/sessions": { allowed: "everyone" },
  "/profile/calendar": { allowed: "everyone" },
  "/profile/mail": { allowed: "everyone" },

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
  "/core-teams/[coreTeamId]/members/[membershipId]/invitations": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    ids: ({ memberships }) => ({ membershipId: memberships.successor.id }),
  },
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
  "/core-teams/[coreTeamId]/meetings/[meetingId]/presentation": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/presentation/case-discussions/[discussionId]": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/recording": { allowed: ["schoolCoordinator", "processCoach", "organiser"], ids: past },

  "/core-teams/[coreTeamId]/date-proposals/new": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/date-proposals/new for the small team": { allowed: ["schoolCoordinator", "processCoach", "organiser"], search: () => ({ kind: "SMALL_TEAM", weeks: "52" }) },
  "/core-teams/[coreTeamId]/date-proposals/[proposalId]": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/date-proposals/[proposalId]/confirmation": { allowed: ["schoolCoordinator", "processCoach", "organiser"], search: (side) => ({ moment: firstMoment(side) }) },
  "/core-teams/[coreTeamId]/date-proposals/[proposalId]/withdrawal": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/opportunity-circle": { allowed: ["processCoach"] },
  "/opportunity-circle of a samenwerkingsverband": { allowed: ["processCoach"], search: here },
  "/meetings/switching": { allowed: ["processCoach", "organiser"] },
  "/meetings/switching of a samenwerkingsverband": { allowed: ["processCoach", "organiser"], search: here },
  "/meetings/switching/confirmation": { allowed: ["processCoach", "organiser"], search: ({ consortium }) => ({ in: consortium.id, to: "DIGITAL", from: "2026-01-01", until: "2030-01-01" }) },

  // Agendas: for the team and whoever guides it; an item that somebody else put there is changed by who plans.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda that is over": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/new": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/template": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/[itemId]/edit": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/[itemId]/removal": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },

  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/on-call/[participationId]": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/on-call/[participationId] of who was called": { allowed: ["schoolCoordinator", "processCoach", "organiser"], ids: ({ called }) => ({ participationId: called.id }) },

  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests/new": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests/[guestId]/edit": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests/[guestId]/withdrawal": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },

  // Casussen and agreements: for the members, and for nobody of the samenwerkingsverband.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId] that was stopped": { allowed: ["schoolCoordinator", "partner"], ids: (side) => ({ ...past(side), discussionId: side.stopped.id }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId] that was erased": { allowed: ["schoolCoordinator", "partner"], ids: (side) => ({ ...past(side), discussionId: side.erased.id }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/stopping": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/[step]": { allowed: ["schoolCoordinator", "partner"], ids: (side) => ({ ...past(side), step: "voices" }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit/[step] of the kansencirkel": { allowed: ["schoolCoordinator", "partner"], ids: (side) => ({ ...past(side), step: "opportunity-circle" }) },
  // For who wrote the concept, and nobody else.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/discarding": { allowed: ["schoolCoordinator"], ids: (side) => ({ ...past(side), discussionId: side.concept.id }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/perspective": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/revealing": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/at-play": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/feedback": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/lesson": { allowed: ["schoolCoordinator", "partner"], ids: past },
  // Once stopped it is for the procesbegeleider, without a word of it.
  "/stopped-cases/[discussionId]": { allowed: ["processCoach"], ids: ({ stopped }) => ({ discussionId: stopped.id }) },
  "/stopped-cases/[discussionId]/erasing": { allowed: ["processCoach"], ids: ({ stopped }) => ({ discussionId: stopped.id }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new": { allowed: ["schoolCoordinator", "partner"], ids: past },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements/new of a casus": { allowed: ["schoolCoordinator", "partner"], ids: past, search: (side) => ({ case: side.case.id }) },
  "/core-teams/[coreTeamId]/agreements": { allowed: ["schoolCoordinator", "partner"] },
  "/core-teams/[coreTeamId]/agreements of a school year": { allowed: ["schoolCoordinator", "partner"], search: () => ({ year: String(schoolYearOf(dayFromNow(0))) }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agreements-review": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements/[agreementId]": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements/[agreementId]/passing-on": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements/[agreementId]/dropping": { allowed: ["schoolCoordinator", "partner"] },
  "/agreements/[agreementId]/edit": { allowed: ["schoolCoordinator", "partner"] },

  "/core-teams/[coreTeamId]/offer": { allowed: ["schoolCoordinator"] },
  // What went well, of casussen and without.
  "/core-teams/[coreTeamId]/successes": { allowed: ["schoolCoordinator", "partner"] },
  "/core-teams/[coreTeamId]/successes of a school year": { allowed: ["schoolCoordinator", "partner"], search: () => ({ year: String(schoolYearOf(dayFromNow(0))) }) },
  "/core-teams/[coreTeamId]/successes/new": { allowed: ["schoolCoordinator", "partner"] },
  "/core-teams/[coreTeamId]/successes/year": { allowed: ["schoolCoordinator", "partner"] },
  "/core-teams/[coreTeamId]/successes/[successId]/edit": { allowed: ["schoolCoordinator"] },

  "/core-teams/[coreTeamId]/study-days": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/study-days/new": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },
  "/core-teams/[coreTeamId]/study-days/[studyDayId]": { allowed: ["schoolCoordinator", "processCoach", "organiser"] },

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
  "/people/[personId]/second-factor-reset": { allowed: ["administrator"] },
  "/people/[personId]/reactivation": { allowed: ["administrator"], ids: ({ off }) => ({ personId: off.id }) },
  "/people/[personId]/roles/new": { allowed: ["administrator"] },
  "/people/[personId]/roles/[roleId]/ending": { allowed: ["administrator"], ids: ({ actors }) => ({ personId: actors.board.id }) },
  "/organisations": { allowed: ["processCoach", "organiser", "administrator"] },
  "/organisations of a samenwerkingsverband": { allowed: ["processCoach", "organiser", "administrator"], search: here },
  "/organisations/new": { allowed: ["processCoach", "organiser", "administrator"] },
  "/organisations/new of a samenwerkingsverband": { allowed: ["processCoach", "organiser", "administrator"], search: here },
  "/organisations/[organisationId]": { allowed: ["processCoach", "organiser", "administrator"] },
  "/settings": { allowed: ["processCoach", "organiser", "administrator"] },
  "/settings of a samenwerkingsverband": { allowed: ["processCoach", "organiser", "administrator"], search: here },
  "/settings/agenda-templates": { allowed: ["processCoach", "organiser"] },
  "/settings/agenda-templates of a samenwerkingsverband": { allowed: ["processCoach", "organiser"], search: here },
  "/settings/agenda-templates/[templateId]": { allowed: ["processCoach", "organiser"] },
  "/settings/agenda-templates/[templateId]/edit": { allowed: ["processCoach", "organiser"] },
  "/settings/agenda-templates/[templateId]/items/new": { allowed: ["processCoach", "organiser"] },
  "/settings/agenda-templates/[templateId]/items/[itemId]/edit": { allowed: ["processCoach", "organiser"], ids: ofTemplate },
  "/settings/agenda-templates/[templateId]/items/[itemId]/removal": { allowed: ["processCoach", "organiser"], ids: ofTemplate },
  "/settings/consortium": { allowed: ["administrator"] },
  "/settings/consortium of a samenwerkingsverband": { allowed: ["administrator"], search: here },
  "/settings/functions": { allowed: ["organiser", "administrator"] },
  "/settings/functions of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/functions/new": { allowed: ["organiser", "administrator"] },
  "/settings/functions/new of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/functions/[functionId]": { allowed: ["organiser", "administrator"] },
  "/settings/case-retention": { allowed: ["administrator"] },
  "/settings/case-retention of a samenwerkingsverband": { allowed: ["administrator"], search: here },
  "/settings/case-retention/confirmation": { allowed: ["administrator"], search: ({ consortium }) => ({ in: consortium.id, term: "SIX_MONTHS" }) },
  "/settings/holidays": { allowed: ["organiser", "administrator"] },
  "/settings/holidays of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/holidays/new": { allowed: ["organiser", "administrator"] },
  "/settings/holidays/new of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/settings/holidays/[holidayId]": { allowed: ["organiser", "administrator"], search: here },
  "/settings/opportunity-circle": { allowed: ["processCoach", "organiser"] },
  "/settings/opportunity-circle of a samenwerkingsverband": { allowed: ["processCoach", "organiser"], search: here },
  "/settings/opportunity-circle/[element]": { allowed: ["processCoach", "organiser"], search: here },
  "/settings/planning": { allowed: ["organiser", "administrator"] },
  "/settings/planning of a samenwerkingsverband": { allowed: ["organiser", "administrator"], search: here },
  "/setup": { allowed: ["administrator"] },
  "/setup of a samenwerkingsverband": { allowed: ["administrator"], search: here },
};

/** Whether a page may tell the text of a casus: the casus itself, and the pages on which it is written. */
export function mayTellCase(key: string): boolean {
  return !/ that was /.test(key) && /^\S*\[discussionId\](?:\/edit(?:\/\[step\])?|\/perspective|\/feedback)?(?: |$)/.test(key);
}
