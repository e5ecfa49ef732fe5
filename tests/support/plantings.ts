import { partTexts } from "#lib/case-discussions/answers";
import { type CasePart, caseParts } from "#lib/case-discussions/schema";
import { operatorDatabase } from "#lib/db";
import type { Fields } from "#tests/support/browserless";
import type { ActorName, MarkerKind } from "#tests/support/markers";
import { actionRows } from "#tests/support/matrix-actions";
import { dayFromNow, type Side } from "#tests/support/matrix-world";

/** Where a text may go, besides the pages of whoever reads texts of its kind. */
export type Way = "mail" | "calendar" | "minutes" | "link";

/** A text that is planted in one field: what it stands in for, in which tables it lies as it was typed, and where it may go. */
export type Plant = { kind: MarkerKind; tables: readonly string[]; ways?: readonly Way[] };

/** A form that is filled in as somebody who may, with a text of its own in each of its free fields. */
export type Planting = {
  /** As the rows of the access matrix name it. */
  action: string;
  schema: string;
  as: ActorName;
  fields: (side: Side) => Fields | Promise<Fields>;
  plants: Record<string, Plant>;
};

const meetings = "/core-teams/[coreTeamId]/meetings";
const meeting = `${meetings}/[meetingId]`;
const cases = `${meeting}/case-discussions`;
const casus = `${cases}/[discussionId]`;
const successes = "/core-teams/[coreTeamId]/successes";

const LATER = dayFromNow(70);

// A theme is for whoever plans and comes; mails and calendars tell where a meeting is, and neither theme nor agenda.
const theme: Plant = { kind: "meeting", tables: ["meeting"], ways: ["minutes"] };
const place: Plant = { kind: "meeting", tables: ["meeting"], ways: ["mail", "calendar", "minutes", "link"] };
const agreement: Plant = { kind: "agreement", tables: ["agreement"], ways: ["minutes"] };
// A guest sees the titles of the own items.
const item: Plant = { kind: "agenda", tables: ["agenda_item"] };
const title: Plant = { ...item, ways: ["minutes", "link"] };
// An agenda is a copy of its standaardagenda.
const template: Plant = { kind: "template", tables: ["agenda_template", "agenda"] };
const ofTemplate: Plant = { kind: "template", tables: ["agenda_template_item", "agenda_item"] };
// Plain words for the members of the team.
const success: Plant = { kind: "lesson", tables: ["team_success"] };
/** Sealed: in no table as it was typed. */
const sealed: Plant = { kind: "case", tables: [] };

/** Every form in which something can be written about a child, and those in which somebody might all the same. */
export const plantings: readonly Planting[] = [
  ...caseParts.filter((part) => partTexts[part].length > 0).map((part) => ({
    action: `${casus}/edit:saveCasePartAction`,
    schema: "saveCasePartSchema",
    as: "partner" as const,
    fields: async (side: Side) => ({ discussionId: side.case.id, part, version: await versionOfPart(side.case.id, part), way: "next", parents: "SAID", pupil: "NOT_ASKED", parentsInformed: "no" }),
    plants: Object.fromEntries(partTexts[part].map((name) => [name, sealed])),
  })),
  { action: `${cases}/new:startCaseDiscussionAction`, schema: "startCaseDiscussionSchema", as: "coordinator", fields: usual(`${cases}/new:startCaseDiscussionAction`), plants: { goesWell: { kind: "concept", tables: [] } } },
  { action: `${casus}/perspective:savePerspectiveAction`, schema: "savePerspectiveSchema", as: "coordinator", fields: usual(`${casus}/perspective:savePerspectiveAction`), plants: { perspective: { kind: "perspective", tables: [] } } },
  {
    action: `${casus}/lesson:writeLessonAction`,
    schema: "writeLessonSchema",
    as: "coordinator",
    fields: usual(`${casus}/lesson:writeLessonAction`),
    plants: { success: { kind: "lesson", tables: ["case_lesson"] }, lesson: { kind: "lesson", tables: ["case_lesson"] } },
  },

  { action: `${successes}:writeSuccessAction`, schema: "writeSuccessSchema", as: "coordinator", fields: usual(`${successes}:writeSuccessAction`), plants: { text: success } },
  { action: `${successes}:changeSuccessAction`, schema: "changeSuccessSchema", as: "coordinator", fields: usual(`${successes}:changeSuccessAction`), plants: { text: success } },
  {
    action: "/core-teams/[coreTeamId]/offer:writeOfferAction",
    schema: "writeOfferSchema",
    as: "coordinator",
    fields: usual("/core-teams/[coreTeamId]/offer:writeOfferAction"),
    plants: { can: { kind: "lesson", tables: ["team_offer"] }, cannot: { kind: "lesson", tables: ["team_offer"] } },
  },

  { action: `${meeting}/agenda:addAgendaItemAction`, schema: "addAgendaItemSchema", as: "partner", fields: usual(`${meeting}/agenda:addAgendaItemAction`), plants: { title, explanation: item } },
  {
    action: `${meeting}/agenda:changeAgendaItemAction`,
    schema: "changeAgendaItemSchema",
    as: "coordinator",
    // One of the standaardagenda, which has questions.
    fields: async (side) => ({ ...(await standingItem(side)), minutes: "10" }),
    plants: { title, explanation: item, questions: item },
  },
  { action: "/settings/agenda-templates:changeTemplateAction", schema: "changeTemplateSchema", as: "processCoach", fields: usual("/settings/agenda-templates:changeTemplateAction"), plants: { name: template, goals: template } },
  { action: "/settings/agenda-templates:addTemplateItemAction", schema: "addTemplateItemSchema", as: "processCoach", fields: usual("/settings/agenda-templates:addTemplateItemAction"), plants: { title: ofTemplate, explanation: ofTemplate, questions: ofTemplate } },
  { action: "/settings/agenda-templates:changeTemplateItemAction", schema: "changeTemplateItemSchema", as: "processCoach", fields: usual("/settings/agenda-templates:changeTemplateItemAction"), plants: { title: ofTemplate, explanation: ofTemplate, questions: ofTemplate } },

  { action: `${meeting}/agreements/new:makeAgreementAction`, schema: "makeAgreementSchema", as: "coordinator", fields: usual(`${meeting}/agreements/new:makeAgreementAction`), plants: { text: agreement } },
  { action: `${meeting}/presentation:agreeInMeetingAction`, schema: "agreeInMeetingSchema", as: "coordinator", fields: usual(`${meeting}/presentation:agreeInMeetingAction`), plants: { text: agreement } },
  { action: "/agreements/[agreementId]/edit:changeAgreementAction", schema: "changeAgreementSchema", as: "partner", fields: usual("/agreements/[agreementId]/edit:changeAgreementAction"), plants: { text: agreement } },
  {
    action: "/agreements/[agreementId]/dropping:dropAgreementAction",
    schema: "dropAgreementSchema",
    as: "partner",
    fields: async (side) => ({ agreementId: await passedAgreement(side), version: "1" }),
    plants: { reason: { kind: "agreement", tables: ["agreement", "agreement_event"] } },
  },

  {
    action: "/core-teams/[coreTeamId]/date-proposals/new:proposeDatesAction",
    schema: "proposeDatesSchema",
    as: "coordinator",
    fields: usual("/core-teams/[coreTeamId]/date-proposals/new:proposeDatesAction"),
    plants: { theme: { ...theme, tables: ["date_proposal"] }, place: { ...place, tables: ["date_proposal"] } },
  },
  { action: `${meetings}/new:scheduleMeetingAction`, schema: "scheduleMeetingSchema", as: "coordinator", fields: usual(`${meetings}/new:scheduleMeetingAction`), plants: { theme, place } },
  {
    action: `${meeting}/rescheduling:rescheduleMeetingAction`,
    schema: "rescheduleMeetingSchema",
    as: "coordinator",
    // On another day than the one that was just planned.
    fields: async (side) => ({ ...(await usual(`${meeting}/rescheduling:rescheduleMeetingAction`)(side)), date: LATER, confirmed: ["WEEKEND", "SCHOOL_HOLIDAY", "PUBLIC_HOLIDAY"].map((code) => `${code} ${LATER}`) }),
    plants: { theme, place },
  },
  {
    action: `${meeting}/cancellation:cancelMeetingAction`,
    schema: "cancelMeetingSchema",
    as: "coordinator",
    fields: async (side) => ({ meetingId: await plannedMeeting(side), version: "1" }),
    plants: { reason: { kind: "meeting", tables: ["meeting"] } },
  },
  {
    action: `${meeting}/guests:inviteGuestAction`,
    schema: "inviteGuestSchema",
    as: "coordinator",
    fields: usual(`${meeting}/guests:inviteGuestAction`),
    // For the guest and for who plans; the organisation stands beside the name.
    plants: { organisation: { kind: "guest", tables: ["meeting_guest"], ways: ["minutes"] }, request: { kind: "guest-private", tables: ["meeting_guest"], ways: ["mail", "link"] } },
  },
  {
    action: `${meeting}/guests:changeGuestAction`,
    schema: "changeGuestSchema",
    as: "coordinator",
    fields: usual(`${meeting}/guests:changeGuestAction`),
    plants: { request: { kind: "guest-private", tables: ["meeting_guest"], ways: ["mail", "link"] } },
  },

  // Not checked, and still no text for a log or a mail.
  { action: "/core-teams/[coreTeamId]/change-reports/new:reportChangeAction", schema: "reportChangeSchema", as: "coordinator", fields: usual("/core-teams/[coreTeamId]/change-reports/new:reportChangeAction"), plants: { message: { kind: "report", tables: ["change_report"] } } },
  {
    action: "/core-teams/[coreTeamId]/members/new:addMemberAction",
    schema: "addMemberSchema",
    as: "processCoach",
    fields: async (side) => ({ ...(await usual("/core-teams/[coreTeamId]/members/new:addMemberAction")(side)), temporary: "on", lastDay: dayFromNow(90) }),
    plants: { temporaryReason: { kind: "member", tables: ["membership"] } },
  },
  {
    action: "/core-teams/[coreTeamId]/members/[membershipId]/change:changeMembershipAction",
    schema: "changeMembershipSchema",
    as: "processCoach",
    fields: async (side) => ({ ...(await usual("/core-teams/[coreTeamId]/members/[membershipId]/change:changeMembershipAction")(side)), membershipId: side.memberships.colleague.id, organisationId: "", temporary: "on", lastDay: dayFromNow(90) }),
    plants: { temporaryReason: { kind: "member", tables: ["membership"] } },
  },
];

/** What the access matrix sends, in which the planted texts take the place of its own. */
function usual(action: string): (side: Side) => Promise<Fields> {
  const row = actionRows[action];
  if (!row) throw new Error(`The access matrix has no row for ${action}.`);
  return async (side) => row.fields(side);
}

async function versionOfPart(caseDiscussionId: string, part: CasePart): Promise<string> {
  const found = await operatorDatabase().caseText.findFirst({ where: { caseDiscussionId, part }, select: { version: true } });
  return String(found?.version ?? 0);
}

async function standingItem({ coming }: Side): Promise<Fields> {
  const { id, version } = await operatorDatabase().agendaItem.findFirstOrThrow({ where: { meetingId: coming.id, standing: "AGREEMENTS" }, select: { id: true, version: true } });
  return { itemId: id, version: String(version) };
}

/** The one that lies with a function, which nobody else of these asks for. */
async function passedAgreement({ team }: Side): Promise<string> {
  return (await operatorDatabase().agreement.findFirstOrThrow({ where: { coreTeamId: team.id, passedToFunctionId: { not: null } }, select: { id: true } })).id;
}

/** The meeting that was planned before, or else the one that comes. */
async function plannedMeeting({ team, coming, past }: Side): Promise<string> {
  const planned = await operatorDatabase().meeting.findFirst({ where: { coreTeamId: team.id, id: { notIn: [coming.id, past.id] } }, select: { id: true } });
  return planned?.id ?? coming.id;
}
