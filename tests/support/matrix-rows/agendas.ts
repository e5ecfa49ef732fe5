import type { Viewer } from "#lib/access/viewer";
import { addAgendaItem, changeAgendaItem, chooseTemplate, moveAgendaItem, removeAgendaItem, restoreAgendaItem } from "#lib/agenda/commands";
import { findAgenda, findAgendaItem, findAgendaMeeting, listTemplateChoices } from "#lib/agenda/queries";
import { addTemplateItem, changeTemplate, changeTemplateItem, moveTemplateItem, removeTemplateItem } from "#lib/agenda-templates/commands";
import { findTemplate, findTemplateItem, listTemplates } from "#lib/agenda-templates/queries";
import type { MatrixRow, MatrixRows } from "#tests/support/matrix-row";
import type { MatrixWorld } from "#tests/support/matrix-world";

const readers: MatrixRow["allowed"] = ["schoolCoordinator", "partner", "processCoach", "organiser"];
const planners: MatrixRow["allowed"] = ["schoolCoordinator", "processCoach", "organiser"];
const guides: MatrixRow["allowed"] = ["processCoach", "organiser"];

const words = { title: "Wanneer bellen we wie?", explanation: null, minutes: 10 };
const reasons = { titleReason: null, explanationReason: null };
const change = { ...words, ...reasons, questionsReason: null, version: 1, origin: "BOTH" as const, questions: [] };
/** What a partner put on the agenda himself: each of the two has something there. */
const ownItem = ({ person }: Viewer, { a, twoJobs, itemOfTwoJobs }: MatrixWorld) => (person.id === twoJobs.id ? itemOfTwoJobs : a.agendaItems.ofPartner).id;
const idsOf = ({ a }: MatrixWorld) => ({ coreTeamId: a.team.id, meetingId: a.coming.id });

/** The agenda of a meeting is for the team and whoever guides it; its items are changed by who put them there and by who plans. */
export const agendaRows: MatrixRows = {
  "agenda/queries:findAgenda": { allowed: readers, call: (viewer, { a }) => findAgenda(viewer, a.team.id, a.coming.id) },
  "agenda/queries:findAgenda that is over": { allowed: readers, call: (viewer, { a }) => findAgenda(viewer, a.team.id, a.past.id) },
  "agenda/queries:findAgendaMeeting": { allowed: readers, call: (viewer, { a }) => findAgendaMeeting(viewer, a.team.id, a.coming.id) },
  "agenda/queries:findAgendaItem": { allowed: readers, call: (viewer, world) => findAgendaItem(viewer, { ...idsOf(world), itemId: world.a.agendaItems.ofPartner.id }) },
  "agenda/queries:listTemplateChoices": { allowed: planners, call: (viewer, { a }) => listTemplateChoices(viewer, a.team.id) },

  "agenda/commands:addAgendaItem": { allowed: readers, call: (viewer, { a }) => addAgendaItem(viewer, { ...words, ...reasons, meetingId: a.coming.id, origin: "EDUCATION", next: "agenda" }) },
  "agenda/commands:changeAgendaItem": { allowed: readers, call: (viewer, world) => changeAgendaItem(viewer, { ...change, itemId: ownItem(viewer, world) }) },
  "agenda/commands:changeAgendaItem of somebody else": { allowed: planners, call: (viewer, { a }) => changeAgendaItem(viewer, { ...change, itemId: a.agendaItems.ofSchool.id }) },
  "agenda/commands:removeAgendaItem": { allowed: readers, call: (viewer, world) => removeAgendaItem(viewer, { itemId: ownItem(viewer, world), version: 1 }) },
  "agenda/commands:removeAgendaItem of somebody else": { allowed: planners, call: (viewer, { a }) => removeAgendaItem(viewer, { itemId: a.agendaItems.ofSchool.id, version: 1 }) },
  "agenda/commands:restoreAgendaItem": { allowed: planners, call: (viewer, { a }) => restoreAgendaItem(viewer, { itemId: a.agendaItems.removed.id }) },
  "agenda/commands:moveAgendaItem": { allowed: planners, call: (viewer, { a }) => moveAgendaItem(viewer, { itemId: a.agendaItems.ofPartner.id, direction: "DOWN" }) },
  "agenda/commands:chooseTemplate": { allowed: planners, call: (viewer, { a }) => chooseTemplate(viewer, { meetingId: a.coming.id, templateId: a.agendaTemplate.id }) },

  "agenda-templates/queries:listTemplates": { allowed: guides, call: (viewer, { a }) => listTemplates(viewer, a.consortium.id) },
  "agenda-templates/queries:findTemplate": { allowed: guides, call: (viewer, { a }) => findTemplate(viewer, a.agendaTemplate.id) },
  "agenda-templates/queries:findTemplateItem": { allowed: guides, call: (viewer, { a }) => findTemplateItem(viewer, a.agendaTemplate.id, a.templateItem.id) },

  "agenda-templates/commands:changeTemplate": { allowed: guides, call: (viewer, { a }) => changeTemplate(viewer, { templateId: a.agendaTemplate.id, version: 1, name: "Verdieping", nameReason: null, goals: [], goalsReason: null }) },
  "agenda-templates/commands:addTemplateItem": { allowed: guides, call: (viewer, { a }) => addTemplateItem(viewer, { ...words, ...reasons, questions: [], questionsReason: null, templateId: a.agendaTemplate.id }) },
  "agenda-templates/commands:changeTemplateItem": { allowed: guides, call: (viewer, { a }) => changeTemplateItem(viewer, { ...words, ...reasons, questions: [], questionsReason: null, itemId: a.templateItem.id, version: 1 }) },
  "agenda-templates/commands:removeTemplateItem": { allowed: guides, call: (viewer, { a }) => removeTemplateItem(viewer, { itemId: a.templateItem.id, version: 1 }) },
  "agenda-templates/commands:moveTemplateItem": { allowed: guides, call: (viewer, { a }) => moveTemplateItem(viewer, { itemId: a.templateItem.id, direction: "DOWN" }) },
};
