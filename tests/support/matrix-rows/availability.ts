import { changeAbsence, changeMostMeetings, dropWorkingPattern, reportAbsence, setWorkingPattern, withdrawAbsence } from "#lib/availability/commands";
import { findAbsence, findAvailability, findGuidedConsortium, listReplacements } from "#lib/availability/queries";
import { findSlotQuestion } from "#lib/planning/queries";
import { addHoliday, addStudyDay, changeHoliday, changePlanningRules, changeStudyDay, correctHoliday, removeHoliday, removeStudyDay } from "#lib/school-days/commands";
import { findConsortiumHoliday, findPlanningRules, findStudyDay, findTeamStudyDays, listConsortiumHolidays } from "#lib/school-days/queries";
import type { MatrixRows } from "#tests/support/matrix-row";
import { dayFromNow, type MatrixWorld } from "#tests/support/matrix-world";
import type { Viewer } from "#lib/access/viewer";

const days = { firstDay: dayFromNow(50), lastDay: dayFromNow(51) };
const year = Number(dayFromNow(15).slice(0, 4)) - (dayFromNow(15).slice(5) < "08-01" ? 1 : 0);
const guides = ["processCoach", "organiser"] as const;
const settlers = ["organiser", "administrator"] as const;
const planners = ["schoolCoordinator", ...guides] as const;

async function nationalHoliday(viewer: Viewer): Promise<string> {
  return (await viewer.db.holiday.findFirstOrThrow({ select: { id: true }, orderBy: { id: "asc" } })).id;
}

/** Another member of the core team of A, whom none of the actors is; what is one's own stands in rows of its own. */
const colleagueOf = ({ a }: MatrixWorld) => a.colleague.id;

/** When people can be planned and schools are closed. */
export const availabilityRows: MatrixRows = {
  "availability/queries:findAvailability": { allowed: guides, call: (viewer, world) => findAvailability(viewer, colleagueOf(world)) },
  "availability/queries:findAvailability of oneself": { allowed: "everyone", call: (viewer) => findAvailability(viewer, viewer.person.id) },
  "availability/queries:listReplacements": { allowed: guides, call: (viewer, world) => listReplacements(viewer, colleagueOf(world)) },
  "availability/queries:findAbsence": { allowed: guides, call: (viewer, { a }) => findAbsence(viewer, a.absence.id) },
  "availability/queries:findGuidedConsortium": { allowed: guides, call: (viewer, world) => findGuidedConsortium(viewer, colleagueOf(world)) },
  "planning/queries:findSlotQuestion": {
    allowed: planners,
    call: (viewer, { a }) =>
      findSlotQuestion(viewer, a.team.id, { invitees: null, from: dayFromNow(1), until: dayFromNow(60), minutes: 75, form: "LIVE", place: "Op school", besides: null, alsoOnMeetingDays: false, around: null, limit: 6 }),
  },
  "school-days/queries:findTeamStudyDays": { allowed: ["partner", ...planners], call: (viewer, { a }) => findTeamStudyDays(viewer, a.team.id, year) },
  "school-days/queries:findStudyDay": { allowed: planners, call: (viewer, { a }) => findStudyDay(viewer, a.team.id, a.studyDay.id) },
  "school-days/queries:listConsortiumHolidays": { allowed: settlers, call: (viewer, { a }) => listConsortiumHolidays(viewer, a.consortium.id, year) },
  "school-days/queries:findConsortiumHoliday": { allowed: settlers, call: (viewer, { a }) => findConsortiumHoliday(viewer, a.consortium.id, a.holiday.id) },
  "school-days/queries:findPlanningRules": { allowed: settlers, call: (viewer, { a }) => findPlanningRules(viewer, a.consortium.id) },

  "availability/commands:setWorkingPattern": {
    allowed: guides,
    call: (viewer, world) => setWorkingPattern(viewer, { personId: colleagueOf(world), version: 0, validFrom: dayFromNow(1), mornings: [1], afternoons: [] }),
  },
  "availability/commands:setWorkingPattern of oneself": {
    allowed: "everyone",
    call: (viewer) => setWorkingPattern(viewer, { personId: viewer.person.id, version: 0, validFrom: dayFromNow(1), mornings: [1], afternoons: [] }),
  },
  "availability/commands:dropWorkingPattern": { allowed: guides, call: (viewer, world) => dropWorkingPattern(viewer, { personId: colleagueOf(world), patternId: world.a.comingPattern.id }) },
  "availability/commands:changeMostMeetings": { allowed: guides, call: (viewer, world) => changeMostMeetings(viewer, { personId: colleagueOf(world), version: 0, most: 2 }) },
  "availability/commands:changeMostMeetings of oneself": { allowed: "everyone", call: (viewer) => changeMostMeetings(viewer, { personId: viewer.person.id, version: 0, most: 2 }) },
  "availability/commands:reportAbsence": { allowed: guides, call: (viewer, world) => reportAbsence(viewer, { personId: colleagueOf(world), ...days, replacementId: world.a.actors.partner.id }) },
  "availability/commands:reportAbsence of oneself": { allowed: "everyone", call: (viewer) => reportAbsence(viewer, { personId: viewer.person.id, ...days, replacementId: null }) },
  "availability/commands:changeAbsence": { allowed: guides, call: (viewer, { a }) => changeAbsence(viewer, { absenceId: a.absence.id, version: 1, ...days, replacementId: null }) },
  "availability/commands:withdrawAbsence": { allowed: guides, call: (viewer, { a }) => withdrawAbsence(viewer, { absenceId: a.absence.id }) },

  "school-days/commands:addStudyDay": { allowed: planners, call: (viewer, { a }) => addStudyDay(viewer, { coreTeamId: a.team.id, schoolId: a.team.schoolId, name: "Studiedag", ...days }) },
  "school-days/commands:changeStudyDay": { allowed: planners, call: (viewer, { a }) => changeStudyDay(viewer, { coreTeamId: a.team.id, studyDayId: a.studyDay.id, name: "Studiedag", ...days }) },
  "school-days/commands:removeStudyDay": { allowed: planners, call: (viewer, { a }) => removeStudyDay(viewer, { coreTeamId: a.team.id, studyDayId: a.studyDay.id }) },
  "school-days/commands:addHoliday": { allowed: settlers, call: (viewer, { a }) => addHoliday(viewer, { consortiumId: a.consortium.id, name: "Vrij", ...days }) },
  "school-days/commands:correctHoliday": {
    allowed: settlers,
    call: async (viewer, { a }) => correctHoliday(viewer, { consortiumId: a.consortium.id, holidayId: await nationalHoliday(viewer), name: "Vrij", open: false, ...days }),
  },
  "school-days/commands:changeHoliday": { allowed: settlers, call: (viewer, { a }) => changeHoliday(viewer, { holidayId: a.holiday.id, name: "Vrij", ...days }) },
  "school-days/commands:removeHoliday": { allowed: settlers, call: (viewer, { a }) => removeHoliday(viewer, { holidayId: a.holiday.id }) },
  "school-days/commands:changePlanningRules": { allowed: settlers, call: (viewer, { a }) => changePlanningRules(viewer, { consortiumId: a.consortium.id, version: 0, mostMeetings: 2, travelMinutes: 20 }) },
};
