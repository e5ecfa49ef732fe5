import { defaultTemplates } from "#lib/agenda-templates/default-templates";
import { minutesTogether, PLACE, withKept } from "#lib/agenda/rules";
import { addDays, type Day, momentAt } from "#lib/dates";
import { functionCode } from "#prisma/demo/members";
import type { WorldMeeting } from "#prisma/demo/meetings";
import type { AgendaOrigin, AgendaStanding, MeetingKind, Prisma } from "#prisma/generated/client";
import { consortia, demoId } from "#prisma/world";

/** An agenda of the demo world with its items, without whose it is. */
type WorldAgenda = { meeting: WorldMeeting; kind: MeetingKind; name: string; goals: string[]; items: WorldItem[] };
type WorldItem = Pick<Prisma.AgendaItemCreateManyInput, "title" | "explanation" | "questions" | "minutes"> & {
  standing: AgendaStanding;
  version: number;
  key: string;
  position: number;
  origin: AgendaOrigin | null;
  /** The key of the person who put it there. */
  by: string | null;
  addedOn: Day;
};

type Contribution = { title: string; explanation: string | null; minutes: number; origin: AgendaOrigin };

const PURPOSES = [
  { kind: "IN_DEPTH", theme: "Samen vroeg signaleren" },
  { kind: "IN_DEPTH", theme: null },
  { kind: "PROFESSIONALISING", theme: "Praten met ouders over zorgen" },
  { kind: "AVAILABILITY", theme: null },
] as const;

/** What somebody of the school brings in, and what a partner does. */
const ofSchool: readonly Contribution[] = [
  { title: "Vaak te laat komen: wanneer bellen we wie?", explanation: "In de bovenbouw speelt dit bij meer leerlingen. Graag jullie ervaring.", minutes: 10, origin: "EDUCATION" },
  { title: "Hoe vertellen we nieuwe leerkrachten over het kernteam?", explanation: null, minutes: 5, origin: "EDUCATION" },
  { title: "Overstap naar de middelbare school", explanation: "Wie betrekken we, en hoe vroeg in het jaar?", minutes: 10, origin: "BOTH" },
];
const ofDoctor: readonly Contribution[] = [
  { title: "Langdurig ziek gemeld: wanneer schakel je de schoolarts in?", explanation: "We zien leerlingen vaak pas als het al maanden speelt. Wat helpt om eerder mee te kijken?", minutes: 10, origin: "YOUTH_CARE" },
  { title: "Slapen en schermgebruik", explanation: "Het komt veel terug in onze gesprekken. Herkennen jullie dat?", minutes: 5, origin: "YOUTH_CARE" },
];
const ofCoach: readonly Contribution[] = [
  { title: "Startgesprek op school: hoe bevalt het?", explanation: null, minutes: 10, origin: "BOTH" },
  { title: "Wachttijden bij de hulp in de buurt", explanation: "Wat kan er wel in de tussentijd?", minutes: 5, origin: "YOUTH_CARE" },
];

/** What a meeting is for: the first one of a team to get to know each other. */
export function purposeOf({ key, team }: WorldMeeting): { kind: MeetingKind; theme: string | null } {
  const isFirst = key.includes("autumn") && key.endsWith(String(team.startedYearsAgo));
  if (isFirst) return { kind: "ACQUAINTANCE", theme: "Kennismaken en elkaar weten te vinden" };
  return PURPOSES[key.endsWith(":next") ? key.length % 2 : key.length % PURPOSES.length] ?? PURPOSES[0];
}

/** The rows of standaardagenda's and of agendas. */
export type AgendaRows = {
  agendaTemplate: Prisma.AgendaTemplateCreateManyInput[];
  agendaTemplateItem: Prisma.AgendaTemplateItemCreateManyInput[];
  agenda: Prisma.AgendaCreateManyInput[];
  agendaItem: Prisma.AgendaItemCreateManyInput[];
};

/** The standaardagenda's of all samenwerkingsverbanden, and the agendas of all meetings that are or were held. */
export function agendaRows(referenceDay: Day, meetings: readonly WorldMeeting[]): AgendaRows {
  const agendas = worldAgendas(referenceDay, meetings);
  const templates = consortia.flatMap(({ code }) => defaultTemplates().map((template) => ({ ...template, id: demoId(`agenda-template:${code}:${template.kind}`), consortiumId: demoId(`consortium:${code}`) })));
  return {
    agendaTemplate: templates.map(({ items: _items, ...template }) => template),
    agendaTemplateItem: templates.flatMap(({ id: templateId, consortiumId, items }) =>
      items.map((item) => ({ id: demoId(`agenda-template-item:${templateId}:${item.position}`), consortiumId, templateId, ...item })),
    ),
    agenda: agendas.map(({ meeting, items: _items, ...agenda }) => ({ ...placeOf(meeting), ...agenda })),
    agendaItem: agendas.flatMap(({ meeting, items }) =>
      items.map(({ key, by, addedOn, ...item }) => ({ id: demoId(key), ...placeOf(meeting), ...item, addedById: by && demoId(`person:${by}`), createdAt: momentAt(addedOn, "12:00") ?? meeting.startsAt })),
    ),
  };
}

function placeOf({ key, team }: WorldMeeting): { meetingId: string; consortiumId: string; coreTeamId: string } {
  return { meetingId: demoId(`meeting:${key}`), consortiumId: demoId(`consortium:${team.consortium}`), coreTeamId: demoId(`team:${team.key}`) };
}

/** The agendas of all meetings that are held: of the next ones with what the IB'er and the schoolarts or the CJG-coach put on it. */
function worldAgendas(referenceDay: Day, meetings: readonly WorldMeeting[]): WorldAgenda[] {  const templates = new Map(defaultTemplates().map((template) => [template.kind, template]));
  return meetings.filter(({ state }) => state !== "CANCELLED").flatMap((meeting, index): WorldAgenda[] => {
    const template = templates.get(purposeOf(meeting).kind);
    if (!template) return [];
    const standing = template.items.map(({ position, ...item }) => ({ ...item, key: `agenda-item:${meeting.key}:standing-${position}`, origin: null, by: null, addedOn: plannedOn(meeting, referenceDay) }));
    const own = contributions(meeting, index, referenceDay);
    const items = withKept(inTime(standing, own), own).map((item, place) => ({ ...item, position: (place + 1) * PLACE }));
    return [{ meeting, kind: template.kind, name: template.name, goals: template.goals, items }];
  });
}

/** Whoever planned it made room for what people brought in, by shortening the longest item. */
function inTime<T extends { minutes: number }>(standing: readonly T[], own: readonly { minutes: number }[]): (T & { version: number })[] {
  const [longest, needed] = [Math.max(...standing.map(({ minutes }) => minutes)), minutesTogether(own)];
  const index = standing.findIndex(({ minutes }) => minutes === longest);
  return standing.map((item, place) => (needed > 0 && place === index ? { ...item, minutes: Math.max(10, longest - needed), version: 2 } : { ...item, version: 1 }));
}

function contributions(meeting: WorldMeeting, index: number, referenceDay: Day): Omit<WorldItem, "position">[] {
  const partner = bySomebody(meeting, "YOUTH_DOCTOR", ofDoctor, index) ?? bySomebody(meeting, "YOUTH_COACH", ofCoach, index);
  // Where the leerplichtambtenaar is on call there is something to call for.
  const school = bySomebody(meeting, functionCode(meeting.team, "internalCoach"), ofSchool, meeting.key === "de-zandloper:next" ? 0 : index);
  // Now and then only the school had something; often nobody did.
  const chosen = meeting.key.endsWith(":next") ? [school, partner] : [[school, partner], [school], [], [partner]][index % 4];
  const days = plannedOn(meeting, referenceDay);
  return (chosen ?? []).flatMap((each, place) =>
    each ? [{ ...each, key: `agenda-item:${meeting.key}:own-${place}`, questions: [], standing: "NONE" as const, version: 1, addedOn: addDays(days, 3 + place) }] : [],
  );
}

function bySomebody({ invitees }: WorldMeeting, code: string, from: readonly Contribution[], index: number): (Contribution & { by: string }) | null {
  const found = invitees.find(({ member }) => member.functionCode === code);
  const what = from[index % from.length];
  return found && what ? { ...what, by: found.member.person.key } : null;
}

/** The day on which the meeting was planned: ten days ago for what is to come, else six weeks before it. */
function plannedOn({ day }: WorldMeeting, referenceDay: Day): Day {
  return day > referenceDay ? addDays(referenceDay, -10) : addDays(day, -42);
}
