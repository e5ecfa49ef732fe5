import type { AccessRole } from "#lib/access/permissions";
import { dayForDatabase, type Day } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { makeCase, makeConsortium, makeCoreTeam, makeFunction, makeMeeting, makeMembership, makeOrganisation, makePerson, makePerspective, makePhoto, makeRole, makeSchool, makeSecondFactor } from "#tests/support/builders";
import { type ActorName, actorNames, marker, type MarkerKind, type Reader } from "#tests/support/markers";
import { makeDays, type SideDays } from "#tests/support/matrix-days";
import { makeGuests, type SideGuests } from "#tests/support/matrix-guests";
import { makeLinks, type SideLinks } from "#tests/support/matrix-links";
import { makeOnCall, type SideOnCall } from "#tests/support/matrix-on-call";
import { askAboutDates, makeProposal, type SideProposal } from "#tests/support/matrix-proposals";
import { makeSchoolImport } from "#tests/support/matrix-import";

export type Person = { id: string; name: string; email: string };
/** Somebody with the markers that are about this person alone. */
type Actor = Person & { own: string[] };
type Team = { id: string; consortiumId: string; name: string; schoolId: string };

/** One samenwerkingsverband with everything in it, each free text a marker that must not turn up elsewhere. */
export type Side = SideDays & SideGuests & SideOnCall & SideProposal & {
  /** What its markers are known by: "a" in "KANARIE-a-meeting-3". */
  letter: string;
  consortium: { id: string; name: string };
  organisation: { id: string };
  functions: Record<"coordinates" | "partner" | "vacant", { id: string; name: string }>;
  /** The core team the matrix asks about, and a sibling of it. */
  team: Team;
  sibling: Team;
  /** A school without a core team. */
  idleSchool: { id: string; name: string };
  coming: { id: string };
  past: { id: string };
  case: { id: string };
  /** A casus that the coordinator has not shared yet. */
  concept: { id: string };
  /** A casus of the coordinator that was stopped, and one whose text was erased. */
  stopped: { id: string };
  erased: { id: string };
  agreement: { id: string };
  /** What the partner put on the agenda of the coming meeting, what somebody of the school did, and what was taken off of that. */
  agendaItems: Record<"ofPartner" | "ofSchool" | "removed", { id: string }>;
  agendaTemplate: { id: string };
  templateItem: { id: string };
  doneAgreement: { id: string };
  memberships: Record<"coordinator" | "partner" | "colleague" | "startsTomorrow" | "successor", { id: string }>;
  /** Invitations to the coming meeting; the mail to the colleague came back. */
  participations: Record<"partner" | "colleague", { id: string }>;
  changeReport: { id: string };
  /** What the coordinator wrote that went well, without a casus. */
  success: { id: string };
  /** Roles of others than the administrator: one that runs, one that is to come. */
  roles: Record<"board" | "coming", { id: string }>;
  schoolImport: { id: string };
  /** Browsers in which they are signed in. */
  sessions: Record<"coordinator" | "colleague", { id: string }>;
  /** The personal links of the partner and the guest, and some that no longer work. */
  links: SideLinks;
  /** The work account of the school coordinator. */
  identity: { id: string };
  /** The photo of the partner; the colleague has one too. */
  photo: { hash: string };
  actors: Record<ActorName, Actor>;
  /** Another member of the school itself, and somebody whose account is off. */
  colleague: Person;
  off: Person;
};

export type MatrixWorld = {
  a: Side;
  b: Side;
  /** Partner in the core team of A, school coordinator of its sibling, and procesbegeleider in B. */
  twoJobs: Person;
  /** What that partner put on the agenda of the coming meeting. */
  itemOfTwoJobs: { id: string };
  /** A casus that this partner wrote, and on which the colleague asked the others for a perspective. */
  caseOfTwoJobs: { id: string };
  stranger: Person;
  newcomer: { name: string; email: string };
};

/** The access role an actor has for the core team the matrix asks about; null for none. */
export const roleOfActor: Record<ActorName, AccessRole | null> = {
  coordinator: "schoolCoordinator",
  partner: "partner",
  processCoach: "processCoach",
  organiser: "organiser",
  board: "board",
  administrator: "administrator",
  siblingMember: null,
  leftYesterday: null,
  startsTomorrow: null,
};

/** Two samenwerkingsverbanden, alike but for their names. */
export async function makeMatrixWorld(): Promise<MatrixWorld> {
  const [a, b] = [await makeSide("a"), await makeSide("b")];
  const twoJobs = await makeTwoJobs(a, b);
  return { a, b, twoJobs, itemOfTwoJobs: await makeAgendaItem(a, twoJobs.id), caseOfTwoJobs: await makeAskedCase(a, twoJobs.id), stranger: await makePerson(), newcomer: { name: "Nieuwe Collega", email: "nieuw@voorbeeld.nl" } };
}

/** Somebody of a side as the reader of an answer. */
export function readerOf({ letter, actors }: Side, name: ActorName): Reader {
  return [{ letter, name, own: actors[name].own }];
}

/** Who has two jobs, as the reader of an answer. */
export function readerWithTwoJobs({ a, b }: MatrixWorld): Reader {
  return [
    { letter: a.letter, name: "partner", own: [] },
    { letter: a.letter, name: "siblingMember", own: [] },
    { letter: b.letter, name: "processCoach", own: [] },
  ];
}

/** An Amsterdam day, counted from today. */
export function dayFromNow(days: number): Day {
  return new Date(Date.now() + days * 86_400_000).toLocaleDateString("sv-SE", { timeZone: "Europe/Amsterdam" });
}

/** One samenwerkingsverband with all its actors; give each its own letter. */
export async function makeSide(letter: string): Promise<Side> {
  const consortium = await makeConsortium({ name: marker(letter, "consortium") });
  const organisation = await makeOrganisation(consortium.id, marker(letter, "organisation"));
  const functions = {
    coordinates: await makeFunction(consortium.id, { name: marker(letter, "function"), coordinates: true }),
    partner: await makeFunction(consortium.id, { name: marker(letter, "function"), alternatives: "JGZ" }),
    // Of whoever left yesterday, and of whoever starts tomorrow.
    vacant: await makeFunction(consortium.id, { name: marker(letter, "function") }),
  };
  const team = await makeTeam(letter, "team", consortium.id);
  const sibling = await makeTeam(letter, "sibling", consortium.id);
  const idleSchool = await makeSchool(consortium.id, { name: marker(letter, "idle") });
  const actors = await makeActors(letter);
  const colleague = await makePerson({ name: marker(letter, "member") });
  const off = await makePerson({ name: marker(letter, "staff"), deactivatedAt: new Date() });

  const [ofSchool, ofPartner] = [{ functionId: functions.coordinates.id }, { functionId: functions.partner.id, organisationId: organisation.id }];
  const memberships = {
    coordinator: await makeMembership(team, actors.coordinator.id, ofSchool),
    colleague: await makeMembership(team, colleague.id, ofSchool),
    partner: await makeMembership(team, actors.partner.id, ofPartner),
    startsTomorrow: await makeMembership(team, actors.startsTomorrow.id, { ...ofSchool, firstDay: dayFromNow(1) }),
    successor: await makeMembership(team, actors.startsTomorrow.id, { functionId: functions.vacant.id, firstDay: dayFromNow(1) }),
  };
  await makeMembership(team, actors.leftYesterday.id, { ...ofSchool, lastDay: dayFromNow(-1) });
  await makeMembership(sibling, actors.siblingMember.id, ofSchool);

  await makeRole(consortium.id, actors.processCoach.id, "PROCESS_COACH");
  await makeRole(consortium.id, actors.organiser.id, "ORGANISER");
  await makeRole(consortium.id, actors.administrator.id, "ADMINISTRATOR");
  await makeRole(consortium.id, off.id, "BOARD");
  const roles = {
    board: await makeRole(consortium.id, actors.board.id, "BOARD"),
    coming: await makeRole(consortium.id, colleague.id, "BOARD", { firstDay: dayFromNow(30) }),
  };

  const invitees = [
    { personId: actors.coordinator.id, functionId: functions.coordinates.id },
    { personId: colleague.id, functionId: functions.coordinates.id },
    { personId: actors.partner.id, functionId: functions.partner.id },
  ];
  const coming = await makeMeeting(team, actors.coordinator.id, { day: dayFromNow(40), theme: marker(letter, "meeting"), invitees });
  const past = await makeMeeting(team, actors.coordinator.id, { day: dayFromNow(-40), theme: marker(letter, "meeting"), invitees });
  const sessions = { coordinator: await makeSession(actors.coordinator.id), colleague: await makeSession(colleague.id) };
  const identity = await operatorDatabase().identity.create({
    data: { personId: actors.coordinator.id, provider: "entra", issuer: "https://login.voorbeeld.nl", subject: actors.coordinator.id },
    select: { id: true },
  });
  await makePhoto(colleague.id);
  await makeSecondFactor(colleague.id);
  const photo = await makePhoto(actors.partner.id);
  const made = { letter, photo, consortium, organisation, functions, team, sibling, idleSchool, coming, past, memberships, roles, sessions, identity, actors, colleague, off };
  const contents = await makeContents(made);
  const asked = await makeProposal(made, dayFromNow);
  const guests = await makeGuests({ ...made, ...contents });
  return { ...made, ...contents, ...asked, ...guests, ...(await makeOnCall(contents)), ...(await makeDays(made, dayFromNow)), links: await makeLinks({ ...made, ...contents, ...asked, ...guests }), schoolImport: await makeSchoolImport(consortium.id, actors.organiser.id, marker(letter, "import")) };
}

async function makeTwoJobs(a: Side, b: Side): Promise<Person> {
  const person = await makePerson();
  await makeMembership(a.team, person.id, { functionId: a.functions.partner.id });
  await makeMembership(a.sibling, person.id, { functionId: a.functions.coordinates.id });
  await makeRole(b.consortium.id, person.id, "PROCESS_COACH");
  const db = operatorDatabase();
  const meetings = await db.meeting.findMany({ where: { id: { in: [a.coming.id, a.past.id] } }, select: { id: true, startsAt: true, endsAt: true } });
  await db.participation.createMany({
    data: meetings.map(({ id, ...period }) => ({ consortiumId: a.consortium.id, coreTeamId: a.team.id, meetingId: id, personId: person.id, functionId: a.functions.partner.id, attendance: "REQUIRED", ...period })),
  });
  await askAboutDates(a, person.id, a.functions.partner.id);
  return person;
}

async function makeSession(personId: string): Promise<{ id: string }> {
  const [tokenHash, expiresAt] = [`${personId} elsewhere`, new Date(Date.now() + 3_600_000)];
  return operatorDatabase().session.create({ data: { tokenHash, personId, device: "Firefox op Windows", expiresAt }, select: { id: true } });
}

async function makeTeam(letter: string, kind: "team" | "sibling", consortiumId: string): Promise<Team> {
  const school = await makeSchool(consortiumId, { name: marker(letter, kind) });
  return makeCoreTeam(consortiumId, { name: school.name, schoolId: school.id });
}

const KINDS: Record<ActorName, MarkerKind> = {
  coordinator: "member",
  partner: "member",
  processCoach: "guide",
  organiser: "guide",
  board: "staff",
  administrator: "administrator",
  siblingMember: "sibling",
  leftYesterday: "member",
  startsTomorrow: "member",
};

async function makeActors(letter: string): Promise<Record<ActorName, Actor>> {
  const actors = {} as Record<ActorName, Actor>;
  for (const actor of actorNames) {
    const [name, phone] = [marker(letter, KINDS[actor]), marker(letter, actor === "coordinator" ? "private-phone" : KINDS[actor])];
    // The coordinator shares neither address nor number with colleagues.
    const address = actor === "coordinator" ? marker(letter, "private-mail").toLowerCase() : null;
    const person = await makePerson({ name, phone, ...(address && { email: `${address}@voorbeeld.nl`, shares: false }) });
    actors[actor] = { ...person, own: [name, phone, ...(address ? [address] : [])] };
  }
  return actors;
}

type Made = Pick<Side, "letter" | "consortium" | "functions" | "team" | "past" | "coming" | "actors" | "colleague" | "memberships">;

async function makeContents({ letter, consortium, functions, team, past, coming, actors, colleague, memberships }: Made) {
  const db = operatorDatabase();
  const scope = { consortiumId: consortium.id, coreTeamId: team.id };
  const said = () => marker(letter, "case");
  const answers = { goesWell: said(), question: said(), situation: said(), parents: "SAID", parentsText: said(), pupil: "NOT_ASKED", pupilText: said(), parentsInformedWhy: said(), needed: said() };
  const found = await makeCase(team, past.id, actors.partner.id, { answers });
  const concept = await makeCase(team, past.id, actors.coordinator.id, { answers, sharedAt: null });
  const stopped = await makeCase(team, past.id, actors.coordinator.id, { answers });
  await makePerspective(team, stopped.id, { personId: actors.coordinator.id, functionId: functions.coordinates.id }, said());
  await db.caseLesson.create({ data: { ...scope, caseDiscussionId: stopped.id, lesson: said() } });
  await db.agreement.create({ data: { ...scope, meetingId: past.id, ownerId: actors.partner.id, dueOn: dayForDatabase(dayFromNow(7)), caseDiscussionId: stopped.id, text: said() } });
  await db.caseDiscussion.update({ where: { id: stopped.id }, data: { stoppedAt: new Date() } });
  const erased = await makeCase(team, past.id, actors.coordinator.id);
  await db.caseText.deleteMany({ where: { caseDiscussionId: erased.id } });
  await db.caseDiscussion.update({ where: { id: erased.id }, data: { schoolYear: 25, number: 9_000, erasedAt: new Date(), closedAt: new Date() } });
  // It lies with the function of the partner, who said something of it long ago.
  const followUp = { ...scope, caseDiscussionId: found.id, atPlayFunctionId: functions.partner.id, atPlaySince: dayForDatabase(dayFromNow(-60)) };
  await db.caseFollowUp.create({ data: { ...followUp, progress: "TAKEN_UP", progressAt: dayForDatabase(dayFromNow(-50)), progressById: actors.partner.id } });
  await db.caseLesson.create({ data: { ...scope, caseDiscussionId: found.id, success: marker(letter, "lesson"), lesson: marker(letter, "lesson") } });
  const success = await db.teamSuccess.create({ data: { ...scope, text: marker(letter, "lesson"), writtenById: actors.coordinator.id, writtenAt: new Date() }, select: { id: true } });
  await db.agendaItem.create({ data: { ...scope, meetingId: past.id, title: marker(letter, "template"), questions: [], minutes: 5, position: 1000, standing: "SUCCESSES" } });
  await db.teamOffer.create({ data: { ...scope, can: marker(letter, "lesson"), cannot: marker(letter, "lesson"), changedAt: new Date() } });
  const seen = marker(letter, "perspective");
  await makePerspective(team, found.id, { personId: actors.partner.id, functionId: functions.partner.id }, seen);
  actors.partner.own.push(seen);
  await db.auditLine.create({ data: { ...scope, personId: actors.partner.id, role: "partner", action: "case-discussion:read", objectType: "case_discussion", objectId: found.id, requestId: "matrix" } });
  const promise = { ...scope, meetingId: past.id, ownerId: actors.partner.id, dueOn: dayForDatabase(dayFromNow(7)) };
  const agreement = await db.agreement.create({ data: { ...promise, caseDiscussionId: found.id, text: marker(letter, "agreement") }, select: { id: true } });
  const doneAgreement = await db.agreement.create({ data: { ...promise, caseDiscussionId: found.id, kind: "SHARED_ADVICE", text: marker(letter, "agreement"), state: "DONE" }, select: { id: true } });
  // Passed on to the function of the partner, who is to act now.
  await db.agreement.create({
    data: { ...promise, ownerId: actors.coordinator.id, text: marker(letter, "agreement"), passedToFunctionId: functions.partner.id, passedAt: new Date() },
  });
  const changeReport = await db.changeReport.create({
    data: { ...scope, membershipId: memberships.partner.id, reportedById: actors.coordinator.id, message: marker(letter, "report") },
    select: { id: true },
  });
  const invitationOf = (personId: string) => db.participation.findFirstOrThrow({ where: { meetingId: coming.id, personId }, select: { id: true } });
  const participations = { partner: await invitationOf(actors.partner.id), colleague: await invitationOf(colleague.id) };
  await db.meetingMail.create({
    data: { ...scope, participationId: participations.colleague.id, method: "REQUEST", sequence: 0, messageId: `<${participations.colleague.id}@voorbeeld.nl>`, state: "BOUNCED", errorCode: "550" },
  });
  return { case: found, concept, stopped, erased, success, ...(await makeAgenda({ letter, scope, coming, actors, colleague })), agreement, doneAgreement, changeReport, participations };
}

async function makeAskedCase({ team, past, colleague }: Side, writerId: string): Promise<{ id: string }> {
  const made = await makeCase(team, past.id, writerId);
  // Not today: then it could not be asked again.
  await operatorDatabase().caseDiscussion.update({ where: { id: made.id }, data: { perspectivesAskedAt: dayForDatabase(dayFromNow(-2)), perspectivesAskedById: colleague.id } });
  return made;
}

async function makeAgendaItem({ consortium, team, coming }: Side, addedById: string): Promise<{ id: string }> {
  const words = { title: "Wie vraag je wat?", questions: [], minutes: 10, origin: "YOUTH_CARE" as const };
  return operatorDatabase().agendaItem.create({ data: { consortiumId: consortium.id, coreTeamId: team.id, meetingId: coming.id, position: 2500, ...words, addedById }, select: { id: true } });
}

type Planned = Pick<Side, "letter" | "coming" | "actors" | "colleague"> & { scope: { consortiumId: string; coreTeamId: string } };

/** A standaardagenda, and the agenda of the coming meeting that was made from it. */
async function makeAgenda({ letter, scope, coming, actors, colleague }: Planned) {
  const db = operatorDatabase();
  const [said, standard] = [() => marker(letter, "agenda"), () => marker(letter, "template")];
  const words = () => ({ title: standard(), explanation: standard(), questions: [standard()], minutes: 10 });
  const template = { consortiumId: scope.consortiumId, kind: "IN_DEPTH" as const, name: standard(), goals: [standard()] };
  const agendaTemplate = await db.agendaTemplate.create({ data: template, select: { id: true } });
  const itemOf = { consortiumId: scope.consortiumId, templateId: agendaTemplate.id };
  const templateItem = await db.agendaTemplateItem.create({ data: { ...itemOf, ...words(), position: 1 }, select: { id: true } });
  await db.agendaTemplateItem.create({ data: { ...itemOf, ...words(), position: 2, standing: "EVALUATION" } });
  await db.agenda.create({ data: { ...scope, meetingId: coming.id, kind: template.kind, name: template.name, goals: template.goals } });
  await db.agendaItem.create({ data: { ...scope, meetingId: coming.id, ...words(), position: 4000, standing: "AGREEMENTS" } });
  const added = (position: number, addedById: string) =>
    db.agendaItem.create({
      data: { ...scope, meetingId: coming.id, position, title: said(), explanation: said(), questions: [], minutes: 10, origin: "BOTH", addedById },
      select: { id: true },
    });
  const agendaItems = { ofPartner: await added(1000, actors.partner.id), ofSchool: await added(2000, colleague.id), removed: await added(3000, colleague.id) };
  await db.agendaItem.update({ where: { id: agendaItems.removed.id }, data: { position: null, removedAt: new Date(), version: 2 } });
  return { agendaItems, agendaTemplate, templateItem };
}
