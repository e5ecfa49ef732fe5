import { randomUUID } from "node:crypto";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { record, recordAll } from "#lib/audit/record";
import { type ChangedLine, changedSince, fingerprintOf, type ImportPlan, newPeopleOf, planImport, withoutNewTeams } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";
import { findImportFacts } from "#lib/core-teams/queries";
import { addingTakes, endingTakes, mayHaveSeveralTeams } from "#lib/core-teams/rules";
import type {
  AddMember,
  ChangeMembership,
  EndMembership,
  HandleChangeReport,
  ImportMembers,
  ReportChange,
  StartCoreTeam,
  WithdrawMembership,
} from "#lib/core-teams/schema";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { enqueue, enqueueAll } from "#lib/jobs/queue";
import { withdrawInvitationsOfFormer } from "#lib/meetings/leaving";
import type { Prisma } from "#prisma/generated/client";

/** Whether a team was started, or what stands in its way. */
export type StartResult =
  | { ok: true; coreTeamId: string }
  | { ok: false; problem: "HAS_TEAM"; schoolName: string; teamName: string }
  | { ok: false; problem: "SCHOOL_CLOSED"; schoolName: string }
  | { ok: false; problem: "OTHER_SECTOR" | "SAME_NAME" };

/**
 * Starts a core team for a school, and for schools that share it, from its first day on.
 * A school has one core team at a time; only an mbo school may have several, each with a name of its own.
 */
export async function startCoreTeam(viewer: Viewer, input: StartCoreTeam): Promise<StartResult> {
  const ids = [...new Set([input.schoolId, ...input.moreSchoolIds])];
  const schools = await viewer.db.school.findMany({
    where: { id: { in: ids }, consortiumId: { in: viewer.consortiaFor("core-team:start") } },
    select: { id: true, name: true, consortiumId: true, sector: true, closedOn: true },
  });
  const school = schools.find(({ id }) => id === input.schoolId);
  if (!school?.consortiumId || schools.length !== ids.length) throw new NotFoundError("school");
  const scope = { consortiumId: school.consortiumId };
  viewer.mustBeAbleTo("core-team:start", scope);

  const closed = schools.find(({ closedOn }) => closedOn !== null);
  if (closed) return { ok: false, problem: "SCHOOL_CLOSED", schoolName: closed.name };
  if (schools.some((other) => other.sector !== school.sector || other.consortiumId !== school.consortiumId)) return { ok: false, problem: "OTHER_SECTOR" };
  await lockTeamsOf(viewer, scope.consortiumId);
  const day = dayForDatabase(input.startedOn);
  const earlier = await viewer.db.coreTeamSchool.findFirst({
    where: {
      schoolId: { in: ids },
      OR: [{ lastDay: null }, { lastDay: { gte: day } }],
      coreTeam: { is: { OR: [{ endedOn: null }, { endedOn: { gte: day } }], ...(mayHaveSeveralTeams(school.sector) ? { name: input.name } : {}) } },
    },
    select: { school: { select: { name: true } }, coreTeam: { select: { name: true } } },
  });
  if (earlier && mayHaveSeveralTeams(school.sector)) return { ok: false, problem: "SAME_NAME" };
  if (earlier) return { ok: false, problem: "HAS_TEAM", schoolName: earlier.school.name, teamName: earlier.coreTeam.name };

  const coreTeamId = randomUUID();
  await viewer.db.coreTeam.createMany({ data: [{ id: coreTeamId, ...scope, sector: school.sector, name: input.name, startedOn: day }] });
  await viewer.db.coreTeamSchool.createMany({ data: ids.map((schoolId) => ({ coreTeamId, schoolId, ...scope, firstDay: day })) });
  await record(viewer, "core-team:start", { ...scope, coreTeamId }, { objectType: "core_team", objectId: coreTeamId, details: { schools: ids.length } });
  return { ok: true, coreTeamId };
}

/** Whether somebody was added, or what stands in the way. */
export type AddResult =
  | { ok: true; membershipId: string }
  | { ok: false; problem: "ALREADY_MEMBER"; functionName: string }
  | { ok: false; problem: "BEFORE_TEAM"; startedOn: Day }
  | { ok: false; problem: "YOURSELF" | "DEACTIVATED" | "FUNCTION_NOT_HERE" | "ORGANISATION_NOT_HERE" };

/**
 * Puts somebody in a core team from a first day on, and mails an invitation. The school adds its own colleagues, the
 * samenwerkingsverband everybody, and nobody himself. Somebody with a known address keeps the name we know, and the answer
 * is the same whether we know it or not: that an account is off is told of who is known here already.
 */
export async function addMember(viewer: Viewer, input: AddMember): Promise<AddResult> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { id: input.coreTeamId, AND: [viewer.coreTeamsWhere("core-team:read")] },
    select: {
      consortiumId: true,
      sector: true,
      startedOn: true,
      consortium: {
        select: {
          functions: { where: { id: input.functionId }, select: { id: true, name: true, sector: true, coordinates: true } },
          organisations: { where: { id: { in: input.organisationId === null ? [] : [input.organisationId] } }, select: { id: true } },
        },
      },
    },
  });
  if (!team) throw new NotFoundError("core team");
  const scope = { consortiumId: team.consortiumId, coreTeamId: input.coreTeamId };
  viewer.mustBeAbleTo("colleague:add", scope);
  const held = team.consortium.functions.find(({ sector }) => sector === team.sector);
  if (!held) return { ok: false, problem: "FUNCTION_NOT_HERE" };
  viewer.mustBeAbleTo(addingTakes(held), scope);

  if (input.organisationId !== null && team.consortium.organisations.length === 0) return { ok: false, problem: "ORGANISATION_NOT_HERE" };
  if (input.firstDay < dayFromDatabase(team.startedOn)) return { ok: false, problem: "BEFORE_TEAM", startedOn: dayFromDatabase(team.startedOn) };
  if (input.email === viewer.person.email) return { ok: false, problem: "YOURSELF" };

  const known = await viewer.db.person.findFirst({ where: { email: input.email }, select: { deactivatedAt: true } });
  if (known?.deactivatedAt) return { ok: false, problem: "DEACTIVATED" };
  const membershipId = randomUUID();
  const [person] = await viewer.db.$queryRaw<{ person_id: string }[]>`SELECT person_id FROM invited_person(${input.email}, ${input.name})`;
  if (!person) throw new Error("Inviting gave nobody.");
  const refused = await attempt(viewer, () =>
    viewer.db.membership.createMany({ data: [{ id: membershipId, ...scope, personId: person.person_id, functionId: held.id, ...stayOf(input) }] }));
  if (refused === "membership_does_not_overlap") return { ok: false, problem: "ALREADY_MEMBER", functionName: held.name };
  if (refused !== null) throw new Error(`Adding a member was refused: ${refused}.`);

  await record(viewer, addingTakes(held), scope, {
    objectType: "membership",
    objectId: membershipId,
    details: { done: "ADDED", personId: person.person_id, functionId: held.id, firstDay: input.firstDay, lastDay: input.lastDay },
  });
  const isOver = input.lastDay !== null && input.lastDay < viewer.today;
  if (!isOver) await enqueue(viewer.db, "person-mail", { kind: "INVITED", personId: person.person_id, inviterId: viewer.person.id });
  return { ok: true, membershipId };
}

/** Somebody else was first: how the membership stands now. */
export type ChangedMeanwhile = {
  ok: false;
  problem: "CHANGED_MEANWHILE";
  now: { version: number; organisation: string | null; firstDay: Day; lastDay: Day | null; temporaryReason: string | null };
};

/** Whether a membership was changed, or what stands in the way. */
export type ChangeResult =
  | { ok: true; coreTeamId: string }
  | { ok: false; problem: "BEFORE_TEAM"; startedOn: Day }
  | ChangedMeanwhile
  | { ok: false; problem: "OWN_MEMBERSHIP" | "OVERLAPS" | "OVER" | "ORGANISATION_NOT_HERE" };

/** Changes for whom somebody sits in a core team, and from when to when. Nobody changes what is his own. */
export async function changeMembership(viewer: Viewer, input: ChangeMembership): Promise<ChangeResult> {
  const membership = await loadMembership(viewer, input.membershipId);
  const { scope, held } = membership;
  viewer.mustBeAbleTo(endingTakes(held), scope);
  if (membership.personId === viewer.person.id) return { ok: false, problem: "OWN_MEMBERSHIP" };
  if (input.firstDay !== membership.firstDay && input.firstDay < membership.teamStartedOn) return { ok: false, problem: "BEFORE_TEAM", startedOn: membership.teamStartedOn };
  if (input.organisationId !== null && !(await isOrganisationOf(viewer, scope.consortiumId, input.organisationId))) return { ok: false, problem: "ORGANISATION_NOT_HERE" };

  const outcome = await updateVersion(viewer, input, stayOf(input));
  if (outcome === "CHANGED_MEANWHILE") return changedMeanwhile(viewer, input.membershipId);
  if (outcome !== "DONE") return { ok: false, problem: outcome };
  await record(viewer, endingTakes(held), scope, { objectType: "membership", objectId: input.membershipId, details: { done: "CHANGED", firstDay: input.firstDay, lastDay: input.lastDay } });
  await withdrawInvitationsOfFormer(viewer, scope, membership.personId);
  return { ok: true, coreTeamId: scope.coreTeamId };
}

/** Whether a membership was ended, or what stands in the way. */
export type EndResult =
  | { ok: true; coreTeamId: string }
  | { ok: false; problem: "BEFORE_FIRST_DAY"; firstDay: Day }
  | ChangedMeanwhile
  | { ok: false; problem: "OWN_MEMBERSHIP" | "OVERLAPS" | "OVER" };

/**
 * Gives a membership its last day; the day after, this person sees nothing of the team any more, and invitations for later
 * meetings lapse, with a mail. Nobody ends his own.
 */
export async function endMembership(viewer: Viewer, input: EndMembership): Promise<EndResult> {
  const { scope, held, ...membership } = await loadMembership(viewer, input.membershipId);
  viewer.mustBeAbleTo(endingTakes(held), scope);
  if (membership.personId === viewer.person.id) return { ok: false, problem: "OWN_MEMBERSHIP" };
  if (input.lastDay < membership.firstDay) return { ok: false, problem: "BEFORE_FIRST_DAY", firstDay: membership.firstDay };
  const outcome = await updateVersion(viewer, input, { lastDay: dayForDatabase(input.lastDay) });
  if (outcome === "CHANGED_MEANWHILE") return changedMeanwhile(viewer, input.membershipId);
  if (outcome !== "DONE") return { ok: false, problem: outcome };
  await record(viewer, endingTakes(held), scope, { objectType: "membership", objectId: input.membershipId, details: { done: "ENDED", lastDay: input.lastDay } });
  await withdrawInvitationsOfFormer(viewer, scope, membership.personId);
  return { ok: true, coreTeamId: scope.coreTeamId };
}

/** Whether a membership that was to come is gone, or what stands in the way. */
export type WithdrawResult = { ok: true; coreTeamId: string } | ChangedMeanwhile | { ok: false; problem: "HAS_BEGUN" | "OWN_MEMBERSHIP" | "REPORTED" };

/** Takes back a membership that has not begun. It leaves no history, because nothing happened. */
export async function withdrawMembership(viewer: Viewer, input: WithdrawMembership): Promise<WithdrawResult> {
  const { scope, held, ...membership } = await loadMembership(viewer, input.membershipId);
  viewer.mustBeAbleTo(endingTakes(held), scope);
  if (membership.personId === viewer.person.id) return { ok: false, problem: "OWN_MEMBERSHIP" };
  if (membership.firstDay <= viewer.today) return { ok: false, problem: "HAS_BEGUN" };
  let removed = 0;
  const refused = await attempt(viewer, async () => {
    const { count } = await viewer.db.membership.deleteMany({ where: { id: input.membershipId, version: input.version } });
    removed = count;
  });
  if (refused !== null) return { ok: false, problem: "REPORTED" };
  if (removed === 0) return changedMeanwhile(viewer, input.membershipId);
  await record(viewer, endingTakes(held), scope, { objectType: "membership", objectId: input.membershipId, details: { done: "WITHDRAWN", personId: membership.personId, firstDay: membership.firstDay } });
  await withdrawInvitationsOfFormer(viewer, scope, membership.personId);
  return { ok: true, coreTeamId: scope.coreTeamId };
}

/** What an import asks for: a preview that was shown, and the lines it was about. */
export type ImportRequest = ImportMembers & { lines: string };

/** Whether the members were added, how many of what, or what has changed since the preview. */
export type ImportResult =
  | { ok: true; memberships: number; newPeople: number; newTeams: number }
  | { ok: false; problem: "CHANGED_MEANWHILE"; changes: ChangedLine[] }
  | { ok: false; problem: "STILL_WRONG" | "NOTHING_TO_ADD" };

/**
 * Adds the members of pasted lines to many core teams at once: exactly what the preview with this fingerprint showed, in
 * one transaction, or nothing. Every new person gets one invitation. The number of statements does not grow with the lines.
 */
export async function importMembers(viewer: Viewer, input: ImportRequest): Promise<ImportResult> {
  const scope = { consortiumId: input.consortiumId };
  if (!(await viewer.db.consortium.findFirst({ where: { id: input.consortiumId }, select: { id: true } }))) throw new NotFoundError("consortium");
  viewer.mustBeAbleTo("members:import", scope);
  const read = readMemberLines(input.lines);
  if (!read.ok || read.lines.some(({ faults }) => faults.length > 0)) return { ok: false, problem: "STILL_WRONG" };
  await lockTeamsOf(viewer, input.consortiumId);
  const facts = await findImportFacts(viewer, input.consortiumId, read.lines.map(({ email }) => email));
  if (!facts) throw new NotFoundError("consortium");
  const shown = planImport(read.lines, facts);
  if (fingerprintOf(shown) !== input.fingerprint) return { ok: false, problem: "CHANGED_MEANWHILE", changes: changedSince(input.outcomes, shown) };
  if (shown.wrong.length > 0) return { ok: false, problem: "STILL_WRONG" };
  const plan = input.teams === "start" ? shown : withoutNewTeams(shown);
  if (plan.additions.length === 0) return { ok: false, problem: "NOTHING_TO_ADD" };

  let added = nothingAdded;
  // With the new teams and accounts, so that none stays behind when somebody else adds one of these members just now.
  const refused = await attempt(viewer, async () => {
    added = await addPlanned(viewer, scope, plan);
  });
  if (refused !== null) return { ok: false, problem: "CHANGED_MEANWHILE", changes: [] };
  const { memberships, personIds, newTeams } = added;

  await recordAll(viewer, "members:import", memberships.map(({ id, coreTeamId, personId, functionId }) => ({
    scope: { ...scope, coreTeamId },
    objectType: "membership",
    objectId: id,
    details: { done: "ADDED", personId, functionId },
  })));
  const invited = newPeopleOf(plan).map(({ email }) => present(personIds.get(email)));
  await enqueueAll(viewer.db, "person-mail", invited.map((personId) => ({ kind: "INVITED", personId, inviterId: viewer.person.id })));
  return { ok: true, memberships: memberships.length, newPeople: invited.length, newTeams };
}

/** Tells whoever keeps a core team up to date that it has changed; each of them gets a mail without the text. */
export async function reportChange(viewer: Viewer, input: ReportChange): Promise<{ ok: true }> {
  const team = await viewer.db.coreTeam.findFirst({
    where: { id: input.coreTeamId, AND: [viewer.coreTeamsWhere("core-team:read")] },
    select: {
      consortiumId: true,
      memberships: { where: { id: { in: input.membershipId === null ? [] : [input.membershipId] } }, select: { id: true } },
      consortium: { select: { roles: { where: { role: { in: ["PROCESS_COACH", "ORGANISER"] }, ...heldOn(viewer.today) }, select: { personId: true } } } },
    },
  });
  if (!team || (input.membershipId !== null && team.memberships.length === 0)) throw new NotFoundError("core team");
  const scope = { consortiumId: team.consortiumId, coreTeamId: input.coreTeamId };
  viewer.mustBeAbleTo("change:report", scope);
  const changeReportId = randomUUID();
  await viewer.db.changeReport.createMany({ data: [{ id: changeReportId, ...scope, membershipId: input.membershipId, reportedById: viewer.person.id, message: input.message }] });
  await record(viewer, "change:report", scope, { objectType: "change_report", objectId: changeReportId, details: { membershipId: input.membershipId } });
  const recipients = new Set(team.consortium.roles.map(({ personId }) => personId));
  recipients.delete(viewer.person.id);
  await enqueueAll(viewer.db, "person-mail", [...recipients].map((recipientId) => ({ kind: "CHANGE_REPORTED", changeReportId, recipientId })));
  return { ok: true };
}

/** Marks a report as dealt with. A second time has no effect. */
export async function handleChangeReport(viewer: Viewer, input: HandleChangeReport): Promise<{ ok: true; coreTeamId: string }> {
  const report = await viewer.db.changeReport.findFirst({
    where: { id: input.changeReportId, coreTeam: { is: viewer.coreTeamsWhere("core-team:read") } },
    select: { consortiumId: true, coreTeamId: true },
  });
  if (!report) throw new NotFoundError("change report");
  viewer.mustBeAbleTo("change:handle", report);
  const { count } = await viewer.db.changeReport.updateMany({ where: { id: input.changeReportId, handledAt: null }, data: { handledAt: viewer.now } });
  if (count > 0) await record(viewer, "change:handle", report, { objectType: "change_report", objectId: input.changeReportId });
  return { ok: true, coreTeamId: report.coreTeamId };
}

type Added = { memberships: (Prisma.MembershipCreateManyInput & { id: string })[]; personIds: Map<string, string>; newTeams: number };

const nothingAdded: Added = { memberships: [], personIds: new Map(), newTeams: 0 };

async function addPlanned(viewer: Viewer, scope: { consortiumId: string }, plan: ImportPlan): Promise<Added> {
  const teamIds = await startPlannedTeams(viewer, scope, plan);
  const personIds = await invitePlannedPeople(viewer, plan);
  const memberships = plan.additions.map((planned) => ({
    id: randomUUID(),
    ...scope,
    coreTeamId: present(planned.coreTeamId ?? teamIds.get(planned.school.id)),
    personId: present(personIds.get(planned.email)),
    functionId: planned.functionId,
    organisationId: planned.organisationId,
    firstDay: dayForDatabase(planned.firstDay),
  }));
  await viewer.db.membership.createMany({ data: memberships });
  return { memberships, personIds, newTeams: teamIds.size };
}

/** Makes whoever starts or fills core teams of this samenwerkingsverband at the same moment wait for each other. */
async function lockTeamsOf(viewer: Viewer, consortiumId: string): Promise<void> {
  await viewer.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`core teams of ${consortiumId}`}, 0))`;
}

/** Gives the id of each new core team by the id of its school. */
async function startPlannedTeams(viewer: Viewer, scope: { consortiumId: string }, plan: ImportPlan): Promise<Map<string, string>> {
  const started = plan.schoolsWithoutTeam.map((school) => ({ ...school, coreTeamId: randomUUID() }));
  if (started.length === 0) return new Map();
  await viewer.db.coreTeam.createMany({
    data: started.map(({ coreTeamId, name, sector, firstDay }) => ({ id: coreTeamId, ...scope, sector, name, startedOn: dayForDatabase(firstDay) })),
  });
  await viewer.db.coreTeamSchool.createMany({ data: started.map(({ coreTeamId, id, firstDay }) => ({ coreTeamId, schoolId: id, ...scope, firstDay: dayForDatabase(firstDay) })) });
  await recordAll(viewer, "core-team:start", started.map(({ coreTeamId }) => ({ scope: { ...scope, coreTeamId }, objectType: "core_team", objectId: coreTeamId, details: { schools: 1 } })));
  return new Map(started.map(({ id, coreTeamId }) => [id, coreTeamId]));
}

/** Gives the id of each person by the address; who has an account already keeps it. */
async function invitePlannedPeople(viewer: Viewer, plan: ImportPlan): Promise<Map<string, string>> {
  const [emails, names] = [plan.people.map(({ email }) => email), plan.people.map(({ name }) => name)];
  const rows = await viewer.db.$queryRaw<{ email: string; person_id: string }[]>`
    SELECT typed.email, invited.person_id
    FROM unnest(${emails}::text[], ${names}::text[]) AS typed (email, name) CROSS JOIN LATERAL invited_person(typed.email, typed.name) AS invited`;
  return new Map(rows.map(({ email, person_id }) => [email, person_id]));
}

function present(id: string | undefined): string {
  if (id === undefined) throw new Error("An import missed an id.");
  return id;
}

type LoadedMembership = {
  scope: { consortiumId: string; coreTeamId: string };
  held: { coordinates: boolean };
  personId: string;
  firstDay: Day;
  teamStartedOn: Day;
};

async function loadMembership(viewer: Viewer, membershipId: string): Promise<LoadedMembership> {
  const membership = await viewer.db.membership.findFirst({
    where: { id: membershipId, coreTeam: { is: viewer.coreTeamsWhere("core-team:read") } },
    select: { consortiumId: true, coreTeamId: true, personId: true, firstDay: true, function: { select: { coordinates: true } }, coreTeam: { select: { startedOn: true } } },
  });
  if (!membership) throw new NotFoundError("membership");
  return {
    scope: { consortiumId: membership.consortiumId, coreTeamId: membership.coreTeamId },
    held: membership.function,
    personId: membership.personId,
    firstDay: dayFromDatabase(membership.firstDay),
    teamStartedOn: dayFromDatabase(membership.coreTeam.startedOn),
  };
}

type MembershipDays = { lastDay: Date | null; firstDay?: Date; organisationId?: string | null; temporaryReason?: string | null };

async function updateVersion(viewer: Viewer, { membershipId, version }: { membershipId: string; version: number }, data: MembershipDays): Promise<"DONE" | "OVERLAPS" | "OVER" | "CHANGED_MEANWHILE"> {
  let changed = 0;
  const refused = await attempt(viewer, async () => {
    const { count } = await viewer.db.membership.updateMany({ where: { id: membershipId, version }, data: { ...data, version: { increment: 1 } } });
    changed = count;
  });
  if (refused === "membership_does_not_overlap") return "OVERLAPS";
  if (refused === "membership_is_over_for_good") return "OVER";
  if (refused !== null) throw new Error(`Changing a membership was refused: ${refused}.`);
  return changed === 0 ? "CHANGED_MEANWHILE" : "DONE";
}

async function changedMeanwhile(viewer: Viewer, membershipId: string): Promise<ChangedMeanwhile> {
  const now = await viewer.db.membership.findUnique({
    where: { id: membershipId },
    select: { version: true, firstDay: true, lastDay: true, temporaryReason: true, organisation: { select: { name: true } } },
  });
  if (!now) throw new NotFoundError("membership");
  const { version, temporaryReason } = now;
  return {
    ok: false,
    problem: "CHANGED_MEANWHILE",
    now: { version, organisation: now.organisation?.name ?? null, firstDay: dayFromDatabase(now.firstDay), lastDay: now.lastDay && dayFromDatabase(now.lastDay), temporaryReason },
  };
}

async function isOrganisationOf(viewer: Viewer, consortiumId: string, organisationId: string): Promise<boolean> {
  return (await viewer.db.organisation.count({ where: { id: organisationId, consortiumId } })) > 0;
}

function stayOf({ organisationId, firstDay, lastDay, temporaryReason }: Pick<AddMember, "organisationId" | "firstDay" | "lastDay" | "temporaryReason">) {
  return { organisationId, firstDay: dayForDatabase(firstDay), lastDay: lastDay === null ? null : dayForDatabase(lastDay), temporaryReason };
}

function heldOn(today: Day): { firstDay: { lte: Date }; OR: [{ lastDay: null }, { lastDay: { gte: Date } }] } {
  const day = dayForDatabase(today);
  return { firstDay: { lte: day }, OR: [{ lastDay: null }, { lastDay: { gte: day } }] };
}
