import { type CaseAnswers, writtenPart } from "#lib/case-discussions/answers";
import { caseSteps } from "#lib/case-discussions/rules";
import type { CasePart } from "#lib/case-discussions/schema";
import { defaultFunctions } from "#lib/core-teams/default-functions";
import { addDays, type Day, dayForDatabase, momentAt, weekdayOf } from "#lib/dates";
import type { WorldPlace } from "#prisma/demo/agreement-steps";
import { agendaRows, type AgendaRows, purposeOf } from "#prisma/demo/agendas";
import { type AvailabilityRows, availabilityRows } from "#prisma/demo/availability";
import { type DaysOff, schoolYearEnd, schoolYearStart } from "#prisma/demo/calendar";
import { type PerspectiveRows, perspectiveRows } from "#prisma/demo/perspectives";
import { worldAgreements, worldConcepts, worldDiscussions, type WorldAgreement, type WorldConcept, type WorldDiscussion } from "#prisma/demo/cases";
import { worldLines, worldMarks } from "#prisma/demo/circles";
import { type FollowUpRows, followUpRows, outcomePages } from "#prisma/demo/follow-ups";
import { guestRows, type GuestRows } from "#prisma/demo/guests";
import { type WorldMeeting, worldMeetings } from "#prisma/demo/meetings";
import { schoolOf, type WorldMember, worldMembers, worldPeople } from "#prisma/demo/members";
import { municipalityOf, worldSchools, type WorldTeam, worldTeams } from "#prisma/demo/schools";
import type { Prisma } from "#prisma/generated/client";
import { consortia, consortiumRoles, type ConsortiumCode, demoId, organisations, ownOrganisations } from "#prisma/world";

/** Every row of the demo world, table by table, in the order in which they refer to each other. */
export type DemoRows = AvailabilityRows & AgendaRows & GuestRows & FollowUpRows & PerspectiveRows & {
  consortium: Prisma.ConsortiumCreateManyInput[];
  organisation: Prisma.OrganisationCreateManyInput[];
  teamFunction: Prisma.TeamFunctionCreateManyInput[];
  person: Prisma.PersonCreateManyInput[];
  mailDigest: Prisma.MailDigestCreateManyInput[];
  consortiumRole: Prisma.ConsortiumRoleCreateManyInput[];
  school: Prisma.SchoolCreateManyInput[];
  coreTeam: Prisma.CoreTeamCreateManyInput[];
  coreTeamSchool: Prisma.CoreTeamSchoolCreateManyInput[];
  membership: Prisma.MembershipCreateManyInput[];
  changeReport: Prisma.ChangeReportCreateManyInput[];
  meeting: Prisma.MeetingCreateManyInput[];
  participation: Prisma.ParticipationCreateManyInput[];
  meetingMail: Prisma.MeetingMailCreateManyInput[];
  caseDiscussion: Prisma.CaseDiscussionCreateManyInput[];
  caseText: WrittenPart[];
  caseCircleMark: Prisma.CaseCircleMarkCreateManyInput[];
  agreement: Prisma.AgreementCreateManyInput[];
  agreementEvent: Prisma.AgreementEventCreateManyInput[];
};

/** A page of a casus as it was written; it is sealed when it is stored. */
export type WrittenPart = { caseDiscussionId: string; part: CasePart; consortiumId: string; coreTeamId: string; isWhole: boolean; written: string | null };

/** The demo world as it is on the reference day. The same day gives the same rows, ids included. */
export function demoRows(referenceDay: Day, daysOff: readonly DaysOff[]): DemoRows {
  const members = worldMembers(referenceDay);
  const meetings = worldMeetings(referenceDay, members, daysOff);
  const discussions = worldDiscussions(referenceDay, meetings);
  const concepts = worldConcepts(referenceDay, meetings, discussions);
  const agreements = worldAgreements(referenceDay, meetings, discussions);
  const people = worldPeople(members);
  const agenda = agendaRows(referenceDay, meetings);
  const monday = addDays(referenceDay, 1 - weekdayOf(referenceDay));
  return {
    ...consortiumRows(referenceDay),
    person: people.map(({ key, workingDays: _days, ...person }) => ({ id: demoId(`person:${key}`), ...person, deactivatedAt: key === "els" ? atNoon(schoolYearStart(referenceDay, 1)) : null })),
    // This week's overviews are out, so that a demo does not begin with a pile of mail.
    mailDigest: people.map(({ key }) => ({ personId: demoId(`person:${key}`), week: dayForDatabase(monday) })),
    school: schoolRows(referenceDay),
    ...availabilityRows(referenceDay, members, consortiumId("PO9901")),
    ...coreTeamRows(referenceDay, members),
    meeting: meetings.map((meeting) => meetingRow(meeting, referenceDay)),
    ...agenda,
    ...guestRows(referenceDay, meetings, agenda, ({ invitees }) => demoId(`person:${organiserOf(invitees)}`)),
    participation: meetings.flatMap(participationRows),
    meetingMail: meetings.filter(({ day }) => day > referenceDay).flatMap((meeting) => mailRows(meeting, referenceDay)),
    caseDiscussion: [...discussions.map(discussionRow), ...concepts.map(conceptRow)],
    caseCircleMark: discussions.flatMap(markRows),
    caseText: [...discussions.filter(({ erasedAt }) => erasedAt === null).flatMap(writtenParts), ...concepts.flatMap((concept) => partRows(concept, concept.answers).filter(({ written }) => written !== null)), ...outcomePages(discussions)],
    ...perspectiveRows(discussions),
    ...followUpRows(referenceDay, discussions),
    agreement: agreements.map(agreementRow),
    agreementEvent: agreements.flatMap(eventRows),
  };
}

function consortiumRows(referenceDay: Day): Pick<DemoRows, "consortium" | "organisation" | "teamFunction" | "consortiumRole"> {
  return {
    consortium: consortia.map((consortium) => ({ id: consortiumId(consortium.code), ...consortium })),
    organisation: consortia.flatMap(({ code }) =>
      [...organisations, ...ownOrganisations[code]].map(({ key, ...organisation }) => ({ id: organisationId(code, key), consortiumId: consortiumId(code), ...organisation })),
    ),
    teamFunction: consortia.flatMap(({ code, sector }) =>
      defaultFunctions(sector).map((fields) => ({ id: functionId(code, fields.sector, fields.code), consortiumId: consortiumId(code), ...fields })),
    ),
    consortiumRole: consortiumRoles.map(({ person, consortium, role, employer, endedYearsAgo }) => ({
      id: demoId(`role:${consortium}:${person}:${role}`),
      consortiumId: consortiumId(consortium),
      personId: demoId(`person:${person}`),
      role,
      organisationId: organisationId(consortium, employer),
      firstDay: dayForDatabase(schoolYearStart(referenceDay, 2)),
      lastDay: endedYearsAgo === undefined ? null : dayForDatabase(schoolYearEnd(referenceDay, endedYearsAgo)),
    })),
  };
}

function schoolRows(referenceDay: Day): DemoRows["school"] {
  return worldSchools.map(({ key, name, town, sector, denomination, educationTypes, closedYearsAgo }, index) => {
    const { name: municipality, code, postcode } = municipalityOf[town];
    const institutionCode = `9${Math.floor(index / 26)}Q${String.fromCharCode(65 + (index % 26))}`;
    return {
      id: demoId(`school:${key}`),
      consortiumId: consortiumId(sector === "VO" ? "VO9901" : "PO9901"),
      sector,
      locationCode: `${institutionCode}00`,
      institutionCode,
      boardCode: { "board-public": "99901", "board-faith": "99902", "board-free": "99903" }[boardOf(key)] ?? "99904",
      name,
      street: STREETS[index % STREETS.length] ?? null,
      houseNumber: String(2 + index * 3),
      postcode: `${postcode} ${String.fromCharCode(65 + (index % 18))}${String.fromCharCode(66 + (index % 16))}`,
      place: town,
      municipalityCode: code,
      municipality,
      province: "Noord-Holland",
      denomination,
      phone: `0999 ${300_100 + index}`.replace(/(\d{3})(\d{3})$/, "$1 $2"),
      website: `www.${key.replaceAll("-", "")}.example`,
      educationTypes: educationTypes ?? null,
      holidayRegion: "Noord",
      closedOn: closedYearsAgo === undefined ? null : dayForDatabase(schoolYearEnd(referenceDay, closedYearsAgo)),
    };
  });
}

const STREETS = ["Duinweg", "Schoolstraat", "Meeuwenlaan", "Marktplein", "Helmgras", "Kustpad", "Zilverschoon"] as const;

function boardOf(key: string): string {
  return worldSchools.find((school) => school.key === key)?.board ?? "";
}

function coreTeamRows(referenceDay: Day, members: readonly WorldMember[]): Pick<DemoRows, "coreTeam" | "coreTeamSchool" | "membership" | "changeReport"> {
  const times = (team: (typeof worldTeams)[number]) => ({
    first: dayForDatabase(schoolYearStart(referenceDay, team.startedYearsAgo)),
    last: team.endedYearsAgo === undefined ? null : dayForDatabase(schoolYearEnd(referenceDay, team.endedYearsAgo)),
  });
  return {
    coreTeam: worldTeams.map((team) => ({ id: teamId(team.key), consortiumId: consortiumId(team.consortium), sector: team.sector, name: team.name, startedOn: times(team).first, endedOn: times(team).last })),
    coreTeamSchool: worldTeams.flatMap((team) =>
      team.schools.map((school) => ({ coreTeamId: teamId(team.key), schoolId: demoId(`school:${school}`), consortiumId: consortiumId(team.consortium), firstDay: times(team).first, lastDay: times(team).last })),
    ),
    membership: members.map((member) => ({
      id: membershipId(member),
      consortiumId: consortiumId(member.team.consortium),
      coreTeamId: teamId(member.team.key),
      personId: demoId(`person:${member.person.key}`),
      functionId: functionId(member.team.consortium, member.team.sector, member.functionCode),
      organisationId: organisationId(member.team.consortium, member.organisation),
      firstDay: dayForDatabase(member.firstDay),
      createdAt: dayForDatabase(member.firstDay),
      lastDay: member.lastDay === null ? null : dayForDatabase(member.lastDay),
      temporaryReason: member.temporaryReason,
    })),
    changeReport: changeReportRows(referenceDay, members),
  };
}

/** At Het Anker somebody told that there is no onderwijsconsulent any more; an older report has been dealt with. */
function changeReportRows(referenceDay: Day, members: readonly WorldMember[]): DemoRows["changeReport"] {
  const reports = [
    { key: "het-anker", code: "EDUCATION_CONSULTANT", message: "Onze onderwijsconsulent is weg. Wie komt er voor in de plaats?", days: -12, handled: false },
    { key: "de-meerpaal", code: "YOUTH_NURSE", message: "Joke heeft een nieuw telefoonnummer, het oude doet het niet meer.", days: -45, handled: true },
  ];
  return reports.flatMap(({ key, code, message, days, handled }) => {
    const about = members.find(({ team, functionCode }) => team.key === key && functionCode === code);
    const reporter = members.find(({ team, functionCode }) => team.key === key && functionCode === "INTERNAL_COACH");
    if (!about || !reporter) return [];
    const { team } = about;
    return [
      {
        id: demoId(`change-report:${key}`),
        consortiumId: consortiumId(team.consortium),
        coreTeamId: teamId(key),
        membershipId: membershipId(about),
        reportedById: demoId(`person:${reporter.person.key}`),
        message,
        createdAt: atNoon(addDays(referenceDay, days)),
        handledAt: handled ? atNoon(addDays(referenceDay, days + 2)) : null,
      },
    ];
  });
}

function meetingRow(meeting: WorldMeeting, referenceDay: Day): DemoRows["meeting"][number] {
  const { key, team, day, startsAt, endsAt, state, invitees } = meeting;
  const digital = key.length % 7 === 3;
  const cancelledOn = day > referenceDay ? addDays(referenceDay, -3) : addDays(day, -2);
  const createdOn = addDays(day > referenceDay ? referenceDay : day, day > referenceDay ? -10 : -42);
  return {
    id: meetingId(key),
    consortiumId: consortiumId(team.consortium),
    coreTeamId: teamId(team.key),
    ...purposeOf(meeting),
    startsAt,
    endsAt,
    form: digital ? "DIGITAL" : "LIVE",
    place: digital ? null : `${schoolOf(team).name}, teamkamer`,
    link: digital ? `https://vergaderen.example/${team.key}` : null,
    organiserId: demoId(`person:${organiserOf(invitees)}`),
    sequence: state === "CANCELLED" ? 1 : 0,
    cancelled: state === "CANCELLED",
    cancelledAt: state === "CANCELLED" ? atNoon(cancelledOn) : null,
    cancellationReason: state === "CANCELLED" ? "Te veel mensen zijn ziek; we plannen een nieuwe datum." : null,
    recordedAt: state === "RECORDED" ? momentAt(day, "17:30") : null,
    recordRemindedAt: state === "UNRECORDED" ? momentAt(addDays(day, 1), "08:05") : null,
    createdAt: atNoon(createdOn),
  };
}

function organiserOf(invitees: WorldMeeting["invitees"]): string {
  return (invitees.find(({ member }) => ["INTERNAL_COACH", "CARE_COORDINATOR"].includes(member.functionCode)) ?? invitees[0])?.member.person.key ?? "";
}

function participationRows(meeting: WorldMeeting): DemoRows["participation"] {
  const { key, team, startsAt, endsAt, state } = meeting;
  return meeting.invitees.map(({ member, attendance, answer }, index) => ({
    id: participationId(key, member),
    consortiumId: consortiumId(team.consortium),
    coreTeamId: teamId(team.key),
    meetingId: meetingId(key),
    personId: demoId(`person:${member.person.key}`),
    functionId: functionId(team.consortium, team.sector, member.functionCode),
    attendance,
    answer,
    // Now and then somebody who was expected did not come, and of those on call every other one did.
    present: state === "RECORDED" ? answer === "ACCEPTED" && (attendance === "ON_CALL" ? (key.length + index) % 2 === 0 : (key.length * 3 + index) % 11 !== 0) : null,
    startsAt,
    endsAt,
    cancelled: state === "CANCELLED",
  }));
}

/** The invitations of what is still to come have gone; one came back from the address of somebody of De Brug. */
function mailRows(meeting: WorldMeeting, referenceDay: Day): DemoRows["meetingMail"] {
  const moves = meeting.state === "CANCELLED" ? (["REQUEST", "CANCEL"] as const) : (["REQUEST"] as const);
  return meeting.invitees.flatMap(({ member }) =>
    moves.map((method, sequence) => {
      const bounced = meeting.key === "de-brug:next" && member.functionCode === "DIRECTOR";
      const id = demoId(`mail:${meeting.key}:${member.person.key}:${sequence}`);
      const at = atNoon(addDays(referenceDay, sequence === 0 ? -10 : -3));
      return {
        id,
        consortiumId: consortiumId(meeting.team.consortium),
        coreTeamId: teamId(meeting.team.key),
        participationId: participationId(meeting.key, member),
        method,
        sequence,
        messageId: `<${id}@kernteam.example>`,
        state: bounced ? ("BOUNCED" as const) : ("SENT" as const),
        errorCode: bounced ? "550" : null,
        createdAt: at,
        sentAt: bounced ? null : at,
      };
    }),
  );
}

function discussionRow({ key, meeting, schoolYear, number, text, by, closedAt, stoppedAt, erasedAt }: WorldDiscussion): DemoRows["caseDiscussion"][number] {
  return {
    id: demoId(key),
    consortiumId: consortiumId(meeting.team.consortium),
    coreTeamId: teamId(meeting.team.key),
    meetingId: meetingId(meeting.key),
    schoolYear,
    number,
    stage: text.stage,
    theme: text.theme,
    lifeDomains: [...text.lifeDomains],
    since: text.since,
    parentsInformed: text.parentsInformed === true,
    createdById: demoId(`person:${by.person.key}`),
    createdAt: meeting.startsAt,
    sharedAt: meeting.startsAt,
    closedAt,
    stoppedAt,
    erasedAt,
  };
}

function conceptRow({ key, meeting, schoolYear, number, by, madeAt }: WorldConcept): DemoRows["caseDiscussion"][number] {
  const scope = { consortiumId: consortiumId(meeting.team.consortium), coreTeamId: teamId(meeting.team.key) };
  return { id: demoId(key), ...scope, meetingId: meetingId(meeting.key), schoolYear, number, createdById: demoId(`person:${by.person.key}`), createdAt: madeAt };
}

function writtenParts({ text, ...discussion }: WorldDiscussion): WrittenPart[] {
  const { question, situation, goesWell, needed, parents, pupil, parentsInformed } = text;
  const answers: CaseAnswers = {
    goesWell,
    question,
    situation,
    ...("say" in parents ? { parents: "SAID", parentsText: parents.say } : { parents: "NOT_ASKED", parentsText: parents.notAsked }),
    ...("says" in pupil ? { pupil: "SAID", pupilText: pupil.says } : { pupil: "NOT_ASKED", pupilText: pupil.notAsked }),
    ...(parentsInformed !== true && { parentsInformedWhy: parentsInformed }),
    ...(needed && { needed }),
    ...worldLines(text.circle),
  };
  return partRows(discussion, answers);
}

function markRows({ key, meeting, text }: WorldDiscussion): DemoRows["caseCircleMark"] {
  const scope = { consortiumId: consortiumId(meeting.team.consortium), coreTeamId: teamId(meeting.team.key) };
  return worldMarks(text.circle).map((each) => ({ caseDiscussionId: demoId(key), ...scope, ...each }));
}

function partRows({ key, meeting }: Pick<WorldDiscussion, "key" | "meeting">, answers: CaseAnswers): WrittenPart[] {
  const scope = { consortiumId: consortiumId(meeting.team.consortium), coreTeamId: teamId(meeting.team.key) };
  return caseSteps.map(({ part }) => ({ caseDiscussionId: demoId(key), part, ...scope, isWhole: true, written: writtenPart(part, answers) }));
}

function agreementRow({ key, meeting, discussion, kind, text, owner, dueOn, doneAt, underWayAt, passed, droppedBecause, applied }: WorldAgreement): DemoRows["agreement"][number] {
  const place = passed && placeColumns(meeting.team, passed.to);
  return {
    id: demoId(key),
    consortiumId: consortiumId(meeting.team.consortium),
    coreTeamId: teamId(meeting.team.key),
    meetingId: meetingId(meeting.key),
    caseDiscussionId: discussion === null ? null : demoId(discussion.key),
    kind,
    text: discussion?.erasedAt ? "" : text,
    ownerId: place?.ownerId ?? personId(owner),
    followerId: place?.ownerId ? personId(owner) : null,
    passedToFunctionId: place?.functionId ?? null,
    passedToOrganisationId: place?.organisationId ?? null,
    passedAt: passed?.at ?? null,
    dueOn: dayForDatabase(dueOn),
    state: doneAt ? (droppedBecause ? "DROPPED" : "DONE") : underWayAt ? "UNDER_WAY" : "OPEN",
    stateSince: doneAt ?? underWayAt ?? meeting.endsAt,
    droppedBecause: droppedBecause && (discussion?.erasedAt ? "" : droppedBecause),
    applied,
    createdAt: meeting.endsAt,
  };
}

/** The history that goes with it. */
function eventRows({ key, meeting, discussion, by, owner, dueOn, doneAt, underWayAt, passed, droppedBecause, applied }: WorldAgreement): DemoRows["agreementEvent"] {
  const common = { consortiumId: consortiumId(meeting.team.consortium), coreTeamId: teamId(meeting.team.key), agreementId: demoId(key) };
  const event = (name: string) => ({ id: demoId(`${key}:${name}`), ...common });
  return [
    { ...event("made"), at: meeting.endsAt, kind: "MADE", personId: personId(by), ownerId: personId(owner), dueOn: dayForDatabase(dueOn) },
    ...(passed ? [{ ...event("passed"), at: passed.at, kind: "PASSED", personId: personId(owner), ...placeColumns(meeting.team, passed.to) } as const] : []),
    ...(underWayAt ? [{ ...event("under-way"), at: underWayAt, kind: "STATE", state: "UNDER_WAY", personId: personId(owner) } as const] : []),
    ...(doneAt ? [{ ...event("closed"), at: doneAt, kind: "STATE", state: droppedBecause ? "DROPPED" : "DONE", reason: droppedBecause && (discussion?.erasedAt ? "" : droppedBecause), personId: personId(owner) } as const] : []),
    ...(doneAt && applied ? [{ ...event("applied"), at: doneAt, kind: "APPLIED", applied, personId: personId(owner) } as const] : []),
  ];
}

function placeColumns(team: WorldTeam, place: WorldPlace): { ownerId?: string; functionId?: string; organisationId?: string } {
  if (place.kind === "person") return { ownerId: personId(place.member) };
  return place.kind === "function" ? { functionId: functionId(team.consortium, team.sector, place.code) } : { organisationId: organisationId(team.consortium, place.key) };
}

function personId({ person }: WorldMember): string {
  return demoId(`person:${person.key}`);
}

function consortiumId(code: ConsortiumCode): string {
  return demoId(`consortium:${code}`);
}

function organisationId(code: ConsortiumCode, key: string): string {
  return demoId(`organisation:${code}:${key}`);
}

function functionId(consortium: ConsortiumCode, sector: string, code: string): string {
  return demoId(`function:${consortium}:${sector}:${code}`);
}

function teamId(key: string): string {
  return demoId(`team:${key}`);
}

function membershipId({ team, functionCode, person, firstDay, lastDay }: WorldMember): string {
  const which = lastDay === null ? "now" : firstDay;
  return demoId(`membership:${team.key}:${functionCode}:${person.key}${which === "now" ? "" : ":past"}`);
}

function meetingId(key: string): string {
  return demoId(`meeting:${key}`);
}

function participationId(key: string, member: WorldMember): string {
  return demoId(`participation:${key}:${member.person.key}`);
}

function atNoon(day: Day): Date {
  return momentAt(day, "12:00") ?? new Date(`${day}T11:00:00Z`);
}
