import { answerInvitation, cancelMeeting, changeInvitees, inviteMember, recordMeeting, rescheduleMeeting, resendInvitation, scheduleMeeting } from "#lib/meetings/commands";
import { findMeeting, findMeetingTeam, findMeetingToChange, findOpenInvitation, findPlanningTeam, listHolidays, listMeetings, listMeetingYears, listObstructedMeetings } from "#lib/meetings/queries";
import { schoolYearOf } from "#lib/dates";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow } from "#tests/support/matrix-world";

const date = dayFromNow(60);
const plan = {
  kind: "IN_DEPTH" as const,
  theme: null,
  themeReason: null,
  placeReason: null,
  date,
  start: "14:15",
  minutes: 75,
  form: "LIVE" as const,
  place: "Op school",
  link: null,
  // Whatever day it is, it is meant so.
  confirmed: [`WEEKEND ${date}`, `SCHOOL_HOLIDAY ${date}`, `PUBLIC_HOLIDAY ${date}`],
};

/** Meetings are for the members and for who guides them; the school and the samenwerkingsverband plan them, partners answer. */
export const meetingRows: MatrixRows = {
  "meetings/queries:findMeetingTeam": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => findMeetingTeam(viewer, a.team.id) },
  "meetings/queries:findPlanningTeam": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => findPlanningTeam(viewer, a.team.id) },
  "meetings/queries:findMeetingToChange": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => findMeetingToChange(viewer, a.coming.id) },
  "meetings/queries:findMeeting": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => findMeeting(viewer, a.team.id, a.past.id) },
  "meetings/queries:listMeetings": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => listMeetings(viewer, a.team.id, "coming", 1) },
  "meetings/queries:listObstructedMeetings": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => listObstructedMeetings(viewer, { consortiumId: a.consortium.id, coreTeamId: a.team.id }),
  },
  "meetings/queries:listMeetings of a school year": {
    allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"],
    call: (viewer, { a }) => listMeetings(viewer, a.team.id, schoolYearOf(dayFromNow(-40)), 1),
  },
  "meetings/queries:listMeetingYears": { allowed: ["schoolCoordinator", "partner", "processCoach", "organiser"], call: (viewer, { a }) => listMeetingYears(viewer, a.team.id) },
  // An invitation of one's own, wherever it is.
  "meetings/queries:findOpenInvitation": { allowed: ["schoolCoordinator", "partner"], kind: "list", call: (viewer) => findOpenInvitation(viewer) },
  "meetings/queries:listHolidays": { allowed: "everyone", call: (viewer) => listHolidays(viewer, { from: "2026-01-01", until: "2026-12-31", calendar: { consortiumId: null, regions: ["Noord"], schoolIds: [] } }) },

  "meetings/commands:scheduleMeeting": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => scheduleMeeting(viewer, { ...plan, coreTeamId: a.team.id, invitees: [a.actors.partner.id, a.actors.coordinator.id], attendance: [] }),
  },
  "meetings/commands:rescheduleMeeting": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => rescheduleMeeting(viewer, { ...plan, meetingId: a.coming.id, version: 1 }),
  },
  "meetings/commands:cancelMeeting": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => cancelMeeting(viewer, { meetingId: a.coming.id, version: 1, reason: null, reasonReason: null }),
  },
  "meetings/commands:recordMeeting": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => recordMeeting(viewer, { meetingId: a.past.id, version: 1, present: [] }),
  },
  "meetings/commands:changeInvitees": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => changeInvitees(viewer, { meetingId: a.coming.id, version: 1, invitees: [a.actors.coordinator.id], attendance: [] }),
  },
  "meetings/commands:inviteMember": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => inviteMember(viewer, { membershipId: a.memberships.successor.id, meetings: [a.coming.id] }),
  },
  "meetings/commands:answerInvitation": { allowed: ["schoolCoordinator", "partner"], call: (viewer, { a }) => answerInvitation(viewer, { meetingId: a.coming.id, answer: "ACCEPTED" }) },
  "meetings/commands:resendInvitation": {
    allowed: ["schoolCoordinator", "processCoach", "organiser"],
    call: (viewer, { a }) => resendInvitation(viewer, { participationId: a.participations.colleague.id }),
  },
};
