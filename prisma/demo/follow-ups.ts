import { writtenPart } from "#lib/case-discussions/answers";
import { addDays, type Day, dayForDatabase, momentAt } from "#lib/dates";
import type { WorldDiscussion } from "#prisma/demo/cases";
import { functionOf } from "#prisma/demo/members";
import type { Prisma } from "#prisma/generated/client";
import { demoId } from "#prisma/world";

/** What came of the casussen of the demo world. */
export type FollowUpRows = { caseFollowUp: Prisma.CaseFollowUpCreateManyInput[]; caseLesson: Prisma.CaseLessonCreateManyInput[]; teamSuccess: Prisma.TeamSuccessCreateManyInput[]; teamOffer: Prisma.TeamOfferCreateManyInput[] };

const outcome = {
  together: "Ieder zag een ander stuk van de dag. Samen zien we dat vooral de wisselingen zwaar zijn, en dat één vaste volwassene rust geeft.",
  notDoing: "Nog geen aanmelding of onderzoek. Eerst rust en een gewoon gesprek op school.",
  atHome: "Wisselen kost jullie kind veel kracht, daarom krijgt het op school een vaste plek en een vaste volwassene.",
};

const LESSONS = [
  { success: "Ouders en school zaten binnen twee weken samen aan tafel.", lesson: "Eerder bellen, ook als je het nog niet zeker weet." },
  { success: "De leerkracht kreeg handvatten en hoefde het niet alleen te doen.", lesson: null },
  { success: null, lesson: "Spreek af wie de ouders belt, anders doet niemand het." },
];

const OFFER = {
  can: "Een rustige plek in de bieb, elke ochtend een onderwijsassistent in de onderbouw, en binnen een week een gesprek met ouders.",
  cannot: "Verzorging onder schooltijd, en de hele dag begeleiding voor één leerling.",
};

// In days after the latest meeting.
const SUCCESSES = [
  { after: 4, text: "Een leerkracht belde zelf, nog voor er een zorg was. Dat scheelde weken." },
  { after: 1, text: "De schoolarts sloot aan, en daarna liep alles via één vaste contactpersoon." },
  { after: -198, text: "Een hele klas oefende met ‘even stil’. In de pauze is het rustiger." },
];

/**
 * The first casus of the latest meeting of De Wilgen lies with the CJG-coach, who said long ago that it is under way. Of the
 * closed ones the parents were told, and some left a success or a lesson.
 */
export function followUpRows(referenceDay: Day, discussions: readonly WorldDiscussion[]): FollowUpRows {
  const talked = withOutcome(discussions);
  const closed = discussions.filter(({ closedAt }) => closedAt !== null);
  return {
    caseFollowUp: [...talked.map((each) => underWay(referenceDay, each)), ...closed.map(completed)],
    caseLesson: closed.flatMap((each, index) => {
      const lesson = LESSONS[index % 7];
      // Of what was stopped nothing that was typed is left.
      return lesson && !(each.stoppedAt && each.erasedAt) ? [{ ...keysOf(each), ...lesson, ...(each.closedAt && { addedAt: each.closedAt }) }] : [];
    }),
    teamSuccess: talked.flatMap((each) => successRows(referenceDay, each)),
    teamOffer: talked.map(({ meeting }) => ({ ...teamKeys(meeting.team), ...OFFER, changedAt: meeting.endsAt })),
  };
}

/** What the team of De Wilgen saw together, as a page of that casus. */
export function outcomePages(discussions: readonly WorldDiscussion[]) {
  return withOutcome(discussions).map((each) => ({ ...keysOf(each), part: "OUTCOME" as const, isWhole: true, written: writtenPart("OUTCOME", outcome) }));
}

function withOutcome(discussions: readonly WorldDiscussion[]): WorldDiscussion[] {
  return discussions.filter(({ meeting, closedAt }) => meeting.key === "de-wilgen:latest" && closedAt === null).slice(0, 1);
}

function underWay(referenceDay: Day, discussion: WorldDiscussion): FollowUpRows["caseFollowUp"][number] {
  const { meeting: { team, day, invitees } } = discussion;
  const coach = invitees.find(({ member }) => member.functionCode === "YOUTH_COACH")?.member;
  const told = addDays(day, 4);
  const progress = coach && told < referenceDay ? { progress: "UNDER_WAY" as const, progressAt: momentAt(told, "10:00"), progressById: demoId(`person:${coach.person.key}`) } : {};
  const held = functionOf(team, "YOUTH_COACH");
  return { ...keysOf(discussion), atPlayFunctionId: demoId(`function:${team.consortium}:${team.sector}:${held.code}`), atPlaySince: dayForDatabase(day), ...progress };
}

/** What the people of a team wrote without a casus: after its latest meeting, and in the school year before. */
function successRows(referenceDay: Day, { by, meeting }: WorldDiscussion): FollowUpRows["teamSuccess"] {
  const coach = meeting.invitees.find(({ member }) => member.functionCode === "YOUTH_COACH")?.member ?? by;
  return SUCCESSES.map(({ after, text }, index) => ({ member: index % 2 === 0 ? coach : by, day: addDays(meeting.day, after), text }))
    .filter(({ day }) => day < referenceDay)
    .map(({ member, day, text }, index) => ({ id: demoId(`success:${meeting.team.key}-${index}`), ...teamKeys(meeting.team), text, writtenById: demoId(`person:${member.person.key}`), writtenAt: momentAt(day, "11:30") ?? meeting.endsAt }));
}

function completed(discussion: WorldDiscussion): FollowUpRows["caseFollowUp"][number] {
  const { by, meeting: { day } } = discussion;
  const [personId, told] = [demoId(`person:${by.person.key}`), addDays(day, 30)];
  return {
    ...keysOf(discussion),
    atPlayPersonId: personId, atPlaySince: dayForDatabase(day),
    progress: "COMPLETED", progressAt: momentAt(told, "15:00"), progressById: personId,
    parentsToldOn: dayForDatabase(told), parentsToldById: personId,
  };
}

function keysOf({ key, meeting: { team } }: WorldDiscussion) {
  return { caseDiscussionId: demoId(key), ...teamKeys(team) };
}

function teamKeys({ key, consortium }: WorldDiscussion["meeting"]["team"]) {
  return { consortiumId: demoId(`consortium:${consortium}`), coreTeamId: demoId(`team:${key}`) };
}
