import { tokenOf } from "#lib/access/personal-links";
import { PREVIEW } from "#app/(signed-in)/members/import/kept-lines";
import type { AccessRole } from "#lib/access/permissions";
import { fingerprintOf, planImport } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";
import { findImportFacts } from "#lib/core-teams/queries";
import { listSwitchableMeetings } from "#lib/meeting-switches/queries";
import { fingerprintOf as fingerprintOfSwitch } from "#lib/meeting-switches/rules";
import { asTyped } from "#lib/invitations/schema";
import { operatorDatabase } from "#lib/db";
import { keepDraft } from "#lib/forms/drafts";
import { asPerson } from "#tests/support/as-person";
import type { LinkPurpose } from "#prisma/generated/client";
import type { Fields } from "#tests/support/browserless";
import { afterCaseActions, agreedPromise, agreementActions } from "#tests/support/matrix-case-actions";
import { linkOf } from "#tests/support/matrix-links";
import { firstMoment } from "#tests/support/matrix-rows/date-proposals";
import { invitedThen } from "#tests/support/matrix-rows/presentation";
import { dayFromNow, type Side } from "#tests/support/matrix-world";

/** What one action is sent to touch something of a samenwerkingsverband, and for whom that works. */
export type ActionRow = {
  /**
   * The access roles there for which it does something. `owner`: the school coordinator, whose own it is. `everyone`: who
   * is signed in, with what is the own. `public`: who is not, too. `link`: whoever sends the token of a personal link.
   */
  allowed: readonly AccessRole[] | "owner" | "everyone" | "public" | "link";
  /** For an action behind a personal link: for what the link is. Its fields have the token. */
  link?: LinkPurpose;
  fields: (side: Side) => Fields | Promise<Fields>;
  /** Where it leads when it worked, if not to a page with a notice. */
  leadsTo?: string;
  /** Ids among its fields that are of everybody, such as that of a national holiday. */
  ofEverybody?: readonly string[];
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
const switchedPeriod = { to: "DIGITAL" as const, from: "2026-01-01", until: "2030-01-01", municipality: "" };

/** What tells that a switch is about the bijeenkomsten as they are now. */
function switchFingerprint({ actors, consortium }: Side): Promise<string> {
  return asPerson(actors.organiser.id, async (viewer) => fingerprintOfSwitch(await listSwitchableMeetings(viewer, { ...switchedPeriod, consortiumId: consortium.id })));
}

const closed = { firstDay: dayFromNow(200), lastDay: dayFromNow(201) };
const agendaItem = { title: "Wanneer bellen we wie?", explanation: "", questions: "", minutes: "10" };
const newcomer = (side: Side) => ({ name: "Nieuwe Collega", email: `nieuw-${side.letter}@voorbeeld.nl` });

/** A row for every action of the build; the test fails without one. */
export const actionRows: Record<string, ActionRow> = {
  // Signing in.
  "/login:requestCodeAction": { allowed: "public", fields: () => ({ email: "niemand@voorbeeld.nl", next: "/" }), leadsTo: "/login/code" },
  "/login:enterCodeAction": { allowed: "public", fields: () => ({ code: "ABCD-EFGH", next: "/" }), worksElsewhere: "It takes a code from a mail." },
  "/login:demoSignInAction": { allowed: "public", fields: ({ actors }) => ({ email: actors.administrator.email, next: "/" }), worksElsewhere: "It only does something in the demo world." },

  // Behind a personal link.
  "/answer/[token]:answerProposalAction": {
    allowed: "link",
    link: "DATE_PROPOSAL",
    fields: (side) => ({ token: tokenOf(linkOf(side, "DATE_PROPOSAL")), moments: side.proposal.moments.map(({ id }) => id), all: "YES" }),
  },
  "/invitation/[token]:answerByLinkAction": {
    allowed: "link",
    link: "INVITATION",
    fields: async (side) => ({ token: tokenOf(linkOf(side, "INVITATION")), answer: "DECLINED", period: await periodOfComing(side) }),
  },
  "/guest/[token]:answerAsGuestAction": {
    allowed: "link",
    link: "GUEST",
    fields: async (side) => ({ token: tokenOf(linkOf(side, "GUEST")), answer: "DECLINED", period: await periodOfComing(side) }),
  },

  // What is one's own.
  "/profile:changeProfileAction": { allowed: "everyone", fields: () => ({ version: "1", name: "Andere Naam", phone: "", callMeFor: "" }) },
  "/profile:removeOwnPhotoAction": { allowed: "everyone", fields: () => ({}) },
  "/profile:askEmailChangeAction": { allowed: "everyone", fields: ({ letter }) => ({ email: `anders-${letter}@voorbeeld.nl` }), leadsTo: "/profile/email" },
  "/profile:proveEmailChangeAction": { allowed: "everyone", fields: () => ({ code: "ABCD-EFGH" }), worksElsewhere: "It takes a code from a mail." },
  "/profile:askProofAction": { allowed: "everyone", fields: () => ({ next: "/profile" }), leadsTo: "/profile/proof?next=%2Fprofile" },
  "/profile:proveAction": { allowed: "everyone", fields: () => ({ code: "ABCD-EFGH", next: "/profile" }), worksElsewhere: "It takes a code from a mail." },
  "/second-factor:enterAppCodeAction": { allowed: "everyone", fields: () => ({ code: "123456", next: "/" }), worksElsewhere: "It takes a code from an app." },
  "/second-factor:enterRecoveryCodeAction": { allowed: "everyone", fields: () => ({ recoveryCode: "ABCDE-FGHJK", next: "/" }), worksElsewhere: "It takes a code from paper." },
  "/profile/second-factor:beginSetUpAction": { allowed: "everyone", fields: () => ({ next: "/" }), leadsTo: "/profile/second-factor" },
  "/profile/second-factor:confirmSetUpAction": { allowed: "everyone", fields: () => ({ code: "123456", next: "/" }), worksElsewhere: "It takes a code from an app." },
  "/profile/second-factor:codesAreKeptAction": { allowed: "everyone", fields: () => ({ next: "/" }) },
  "/profile/second-factor:renewCodesAction": { allowed: "everyone", fields: () => ({}), worksElsewhere: "It takes a second factor that was set up." },
  "/profile/second-factor:removeSecondFactorAction": { allowed: "everyone", fields: () => ({}), worksElsewhere: "It takes a second factor that was set up." },
  "/profile:endSessionAction": { allowed: "owner", fields: ({ sessions }) => ({ sessionId: sessions.coordinator.id }) },
  "/profile:endOtherSessionsAction": { allowed: "everyone", fields: () => ({}) },
  "/profile/calendar:makeCalendarAddressAction": { allowed: "everyone", fields: () => ({}) },
  "/profile/calendar:stopCalendarAddressAction": { allowed: "everyone", fields: () => ({}) },
  "/profile/mail:chooseMailAction": { allowed: "everyone", fields: () => ({ proposalReminders: "yes" }) },
  "/profile:unlinkIdentityAction": { allowed: "owner", fields: ({ identity }) => ({ identityId: identity.id }) },

  // When people can be planned and schools are closed.
  "/availability:setWorkingPatternAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ colleague }) => ({ personId: colleague.id, version: "0", dayparts: ["1:MORNING"], validFrom: dayFromNow(1) }),
  },
  "/availability:dropWorkingPatternAction": { allowed: ["processCoach", "organiser"], fields: ({ colleague, comingPattern }) => ({ personId: colleague.id, patternId: comingPattern.id }) },
  "/availability:changeMostMeetingsAction": { allowed: ["processCoach", "organiser"], fields: ({ colleague }) => ({ personId: colleague.id, version: "0", most: "2" }) },
  "/availability:reportAbsenceAction": { allowed: ["processCoach", "organiser"], fields: ({ colleague }) => ({ personId: colleague.id, ...closed, replacementId: "" }) },
  "/availability:changeAbsenceAction": { allowed: ["processCoach", "organiser"], fields: ({ absence }) => ({ absenceId: absence.id, version: "1", ...closed, replacementId: "" }) },
  "/availability:withdrawAbsenceAction": { allowed: ["processCoach", "organiser"], fields: ({ absence }) => ({ absenceId: absence.id }) },
  "/core-teams/[coreTeamId]/study-days:addStudyDayAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ team }) => ({ coreTeamId: team.id, schoolId: team.schoolId, name: "Studiedag", ...closed }),
  },
  "/core-teams/[coreTeamId]/study-days:changeStudyDayAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ team, studyDay }) => ({ coreTeamId: team.id, studyDayId: studyDay.id, name: "Studiedag", ...closed }),
  },
  "/core-teams/[coreTeamId]/study-days:removeStudyDayAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ team, studyDay }) => ({ coreTeamId: team.id, studyDayId: studyDay.id }),
  },
  "/settings/holidays:addHolidayAction": { allowed: ["organiser", "administrator"], fields: ({ consortium }) => ({ consortiumId: consortium.id, name: "Vrij", ...closed }) },
  "/settings/holidays:correctHolidayAction": {
    allowed: ["organiser", "administrator"],
    ofEverybody: ["holidayId"],
    fields: async ({ consortium }) => {
      const { id } = await operatorDatabase().holiday.findFirstOrThrow({ select: { id: true } });
      return { consortiumId: consortium.id, holidayId: id, name: "Vrij", ...closed };
    },
  },
  "/settings/holidays:changeHolidayAction": { allowed: ["organiser", "administrator"], fields: ({ holiday }) => ({ holidayId: holiday.id, name: "Vrij", ...closed }) },
  "/settings/holidays:removeHolidayAction": { allowed: ["organiser", "administrator"], fields: ({ holiday }) => ({ holidayId: holiday.id }) },
  "/settings/planning:changePlanningRulesAction": {
    allowed: ["organiser", "administrator"],
    fields: ({ consortium }) => ({ consortiumId: consortium.id, version: "0", mostMeetings: "2", travelMinutes: "20" }),
  },

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
  "/core-teams/[coreTeamId]/members/[membershipId]/invitations:inviteMemberAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ memberships, coming }) => ({ membershipId: memberships.successor.id, meetings: [coming.id] }),
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
  "/core-teams/[coreTeamId]/meetings/[meetingId]/presentation:markPresentAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: async (side) => ({ meetingId: side.past.id, attendeeId: await invitedThen(side), present: "yes" }),
    leadsTo: "/presentation?version=",
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/presentation:agreeInMeetingAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ past, actors }) => ({ meetingId: past.id, ...agreedPromise, ownerId: actors.coordinator.id }),
    leadsTo: "/presentation?made=",
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/presentation:agreeInMeetingAction about a casus": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ meetingId: side.past.id, ...agreedPromise, ownerId: side.actors.coordinator.id, caseDiscussionId: side.case.id }),
    leadsTo: "/presentation?made=",
  },
  "/core-teams/[coreTeamId]/date-proposals/new:proposeDatesAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ team, actors }) => ({
      coreTeamId: team.id, kind: "IN_DEPTH", theme: "", minutes: "75", form: "LIVE", place: "Op school", link: "",
      invitees: [actors.partner.id], moments: [`${dayFromNow(60)} 14:15`, `${dayFromNow(61)} 14:15`], lastDay: dayFromNow(7),
    }),
  },
  "/core-teams/[coreTeamId]/date-proposals/[proposalId]:remindInviteesAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ proposal }) => ({ proposalId: proposal.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/date-proposals/[proposalId]/confirmation:confirmDateAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: (side) => {
      const moment = firstMoment(side);
      const day = moment.slice(0, 10);
      const away = [side.actors.partner, side.actors.coordinator].map(({ id }) => `UNAVAILABLE ${moment} ${id}`);
      return { proposalId: side.proposal.id, version: "1", moment, confirmed: [`WEEKEND ${day}`, `SCHOOL_HOLIDAY ${day}`, `PUBLIC_HOLIDAY ${day}`, ...away] };
    },
  },
  "/core-teams/[coreTeamId]/date-proposals/[proposalId]/withdrawal:withdrawProposalAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ proposal }) => ({ proposalId: proposal.id, version: "1" }),
  },
  "/meetings/switching:chooseSwitchAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ consortium }) => ({ consortiumId: consortium.id, to: "DIGITAL", fromDay: "1", fromMonth: "1", fromYear: "2026", untilDay: "1", untilMonth: "1", untilYear: "2030", municipality: "" }),
    leadsTo: "/meetings/switching/confirmation",
  },
  "/meetings/switching:switchMeetingsAction": {
    allowed: ["processCoach", "organiser"],
    fields: async (side) => ({ ...switchedPeriod, consortiumId: side.consortium.id, link: "", fingerprint: await switchFingerprint(side) }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]:answerInvitationAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ coming }) => ({ meetingId: coming.id, answer: "ACCEPTED" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]:resendInvitationAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ participations }) => ({ participationId: participations.colleague.id }),
  },

  // Agendas. What the school put there is changed by who plans.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda:addAgendaItemAction": {
    allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"],
    fields: ({ coming }) => ({ ...agendaItem, meetingId: coming.id, origin: "EDUCATION", next: "agenda" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda:changeAgendaItemAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ agendaItems }) => ({ ...agendaItem, itemId: agendaItems.ofSchool.id, version: "1", origin: "BOTH" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda:removeAgendaItemAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ agendaItems }) => ({ itemId: agendaItems.ofSchool.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda:restoreAgendaItemAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ agendaItems }) => ({ itemId: agendaItems.removed.id }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda:moveAgendaItemAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ agendaItems }) => ({ itemId: agendaItems.ofPartner.id, direction: "DOWN" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda:chooseTemplateAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ coming, agendaTemplate }) => ({ meetingId: coming.id, templateId: agendaTemplate.id }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/on-call:callInviteeAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ onCall, agendaItems }) => ({ participationId: onCall.id, itemId: agendaItems.ofSchool.id }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/agenda/on-call:takeBackCallAction": { allowed: ["schoolCoordinator", "processCoach", "organiser"], fields: ({ called }) => ({ participationId: called.id }) },
  "/settings/agenda-templates:changeTemplateAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ agendaTemplate }) => ({ templateId: agendaTemplate.id, version: "1", name: "Verdieping", goals: "Van elkaar leren." }),
  },
  "/settings/agenda-templates:addTemplateItemAction": { allowed: ["processCoach", "organiser"], fields: ({ agendaTemplate }) => ({ ...agendaItem, templateId: agendaTemplate.id }) },
  "/settings/agenda-templates:changeTemplateItemAction": { allowed: ["processCoach", "organiser"], fields: ({ templateItem }) => ({ ...agendaItem, itemId: templateItem.id, version: "1" }) },
  "/settings/agenda-templates:removeTemplateItemAction": { allowed: ["processCoach", "organiser"], fields: ({ templateItem }) => ({ itemId: templateItem.id, version: "1" }) },
  "/settings/agenda-templates:moveTemplateItemAction": { allowed: ["processCoach", "organiser"], fields: ({ templateItem }) => ({ itemId: templateItem.id, direction: "DOWN" }) },

  "/settings/opportunity-circle:nameElementAction": {
    allowed: ["processCoach", "organiser"],
    fields: ({ consortium }) => ({ consortiumId: consortium.id, element: "SAFE", version: "0", name: "Geborgen", meaning: "Voelt zich veilig." }),
  },

  // Casussen and agreements.
  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests:inviteGuestAction": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    fields: ({ coming, guest }) => ({ meetingId: coming.id, name: "Roos", organisation: "Veilig Thuis", email: `${coming.id}@elders.example`, items: [guest.itemId], request: "" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests:changeGuestAction": { allowed: ["schoolCoordinator", "processCoach", "organiser"], fields: ({ guest }) => ({ guestId: guest.id, version: "1", items: [guest.itemId], request: "" }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests:resendToGuestAction": { allowed: ["schoolCoordinator", "processCoach", "organiser"], fields: ({ guest }) => ({ guestId: guest.id }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/guests:withdrawGuestAction": { allowed: ["schoolCoordinator", "processCoach", "organiser"], fields: ({ guest }) => ({ guestId: guest.id }) },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/new:startCaseDiscussionAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: ({ past }) => ({ meetingId: past.id, goesWell: "Werkt graag samen met anderen." }),
    leadsTo: "/edit/question",
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit:saveCasePartAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, part: "NEEDED", version: "1", way: "next", needed: "Een rustige plek." }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/edit:shareCaseDiscussionAction": {
    allowed: "owner",
    fields: ({ concept }) => ({ discussionId: concept.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/discarding:discardConceptAction": {
    allowed: "owner",
    fields: ({ concept }) => ({ discussionId: concept.id, version: "1" }),
  },
  "/core-teams/[coreTeamId]/meetings/[meetingId]/case-discussions/[discussionId]/closing:closeCaseDiscussionAction": {
    allowed: ["schoolCoordinator", "partner"],
    fields: (side) => ({ discussionId: side.case.id, version: "1" }),
  },
  ...afterCaseActions,
  ...agreementActions,

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
  "/people:resetSecondFactorAction": { allowed: ["administrator"], fields: ({ colleague }) => ({ personId: colleague.id, check: "CALLED_BACK" }) },
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

/** The moment of the coming meeting, as a form behind a link sends it. */
async function periodOfComing({ coming }: Side): Promise<string> {
  return asTyped(await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: coming.id }, select: { startsAt: true, endsAt: true } }));
}
