import { createHash, randomUUID } from "node:crypto";
import { seal } from "#lib/auth/second-factor/sealing";
import { type CaseAnswers, writtenPart } from "#lib/case-discussions/answers";
import { caseSteps } from "#lib/case-discussions/rules";
import { now } from "#lib/clock";
import { dayForDatabase, momentAt } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { circleElements } from "#lib/opportunity-circle/rules";
import { writtenPerspective } from "#lib/perspectives/rules";
import { caseTextPlace, perspectivePlace } from "#lib/sealing/columns";
import { sealingKey } from "#lib/sealing/data-keys";
import { sealWith } from "#lib/sealing/envelope";
import type { Attendance, MeetingKind, RoleName, Sector } from "#prisma/generated/client";

// Each builder makes one thing and fills in what a test does not care about. They write as the owner of the database,
// so that a test can set up what no single person may.

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

let counter = 0;

/** A number no other thing of this test file has, for names and codes. */
export function nextNumber(): number {
  counter += 1;
  return counter;
}

/** A marker that must never turn up outside its own field: "KANARIE-meeting-3". */
export function canary(table: string): string {
  return `KANARIE-${table}-${nextNumber()}`;
}

export async function makeConsortium(fields: { name?: string; code?: string; sector?: Sector } = {}): Promise<{ id: string; name: string }> {
  const name = fields.name ?? `Samenwerkingsverband ${nextNumber()}`;
  return operatorDatabase().consortium.create({ data: { name, code: fields.code ?? null, sector: fields.sector ?? "PO" }, select: { id: true, name: true } });
}

export async function makePerson(fields: { name?: string; email?: string; phone?: string | null; shares?: boolean; deactivatedAt?: Date } = {}): Promise<{ id: string; name: string; email: string }> {
  const number = nextNumber();
  return operatorDatabase().person.create({
    data: {
      name: fields.name ?? `Persoon ${number}`,
      email: fields.email ?? `persoon${number}-${randomUUID().slice(0, 8)}@voorbeeld.nl`,
      phone: fields.phone ?? null,
      // Every day, so that no meeting of a test falls on a day off unless the test says so.
      workingPatterns: { create: { validFrom: dayForDatabase("2020-01-01"), mornings: EVERY_DAY, afternoons: EVERY_DAY } },
      sharesPhone: fields.shares ?? true,
      sharesEmail: fields.shares ?? true,
      deactivatedAt: fields.deactivatedAt ?? null,
    },
    select: { id: true, name: true, email: true },
  });
}

/** A photo of somebody: not a real one, but what the database takes for it. */
export async function makePhoto(personId: string): Promise<{ hash: string }> {
  const bytes = new Uint8Array(Buffer.from(`\xff\xd8\xff${personId} ${nextNumber()}`, "latin1"));
  const hash = createHash("sha256").update(bytes).digest("hex");
  return operatorDatabase().personPhoto.create({ data: { personId, hash, bytes }, select: { hash: true } });
}

/** The key of the app of whoever has a second factor by `makeSecondFactor`. */
export const APP_KEY = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

/** A second factor of somebody, of which no code was used yet. */
export async function makeSecondFactor(personId: string): Promise<void> {
  await operatorDatabase().secondFactor.create({ data: { personId, sealedKey: seal("second-factor-key", personId, APP_KEY), lastStep: 0 } });
}

export async function makeOrganisation(consortiumId: string, name = `Organisatie ${nextNumber()}`): Promise<{ id: string; name: string }> {
  return operatorDatabase().organisation.create({ data: { consortiumId, name, kind: "OTHER" }, select: { id: true, name: true } });
}

export async function makeRole(consortiumId: string, personId: string, role: RoleName, days: { firstDay?: string; lastDay?: string } = {}): Promise<{ id: string }> {
  return operatorDatabase().consortiumRole.create({
    data: { consortiumId, personId, role, firstDay: dayForDatabase(days.firstDay ?? "2020-01-01"), lastDay: days.lastDay ? dayForDatabase(days.lastDay) : null },
    select: { id: true },
  });
}

export async function makeSchool(consortiumId: string | null, fields: { name?: string; sector?: Sector; municipality?: string; locationCode?: string; holidayRegion?: string } = {}): Promise<{ id: string; name: string }> {
  const number = nextNumber();
  const locationCode = fields.locationCode ?? `${String(number % 100).padStart(2, "0")}ZZ${randomUUID().slice(0, 4)}`;
  return operatorDatabase().school.create({
    data: {
      consortiumId,
      sector: fields.sector ?? "PO",
      locationCode,
      institutionCode: locationCode.slice(0, 4),
      name: fields.name ?? `OBS De ${number}`,
      municipality: fields.municipality ?? "Duinstede",
      holidayRegion: fields.holidayRegion ?? "Noord",
    },
    select: { id: true, name: true },
  });
}

/** A core team that serves one school, both made here when no school is given. */
export async function makeCoreTeam(consortiumId: string, fields: { name?: string; schoolId?: string; startedOn?: string; sector?: Sector } = {}): Promise<{ id: string; consortiumId: string; name: string; schoolId: string }> {
  const schoolId = fields.schoolId ?? (await makeSchool(consortiumId)).id;
  const startedOn = dayForDatabase(fields.startedOn ?? "2024-08-01");
  const team = await operatorDatabase().coreTeam.create({
    data: { consortiumId, sector: fields.sector ?? "PO", name: fields.name ?? `OBS De ${nextNumber()}`, startedOn },
    select: { id: true, consortiumId: true, name: true },
  });
  await operatorDatabase().coreTeamSchool.create({ data: { coreTeamId: team.id, schoolId, consortiumId, firstDay: startedOn } });
  return { ...team, schoolId };
}

export async function makeFunction(consortiumId: string, fields: { code?: string; name?: string; coordinates?: boolean; attendance?: Attendance; alternatives?: string | null; expected?: boolean; sector?: Sector } = {}): Promise<{ id: string; name: string }> {
  const number = nextNumber();
  return operatorDatabase().teamFunction.create({
    data: {
      consortiumId,
      sector: fields.sector ?? "PO",
      code: fields.code ?? `FUNCTION_${number}`,
      name: fields.name ?? `Functie ${number}`,
      coordinates: fields.coordinates ?? false,
      attendance: fields.attendance ?? "REQUIRED",
      alternatives: fields.alternatives ?? null,
      expected: fields.expected ?? true,
      position: number,
    },
    select: { id: true, name: true },
  });
}

/** Puts somebody in a core team; with `coordinates` as a school coordinator, else as a partner. */
export async function makeMembership(
  team: { id: string; consortiumId: string },
  personId: string,
  fields: { functionId?: string; coordinates?: boolean; firstDay?: string; lastDay?: string; organisationId?: string; createdAt?: Date } = {},
): Promise<{ id: string; functionId: string }> {
  const functionId = fields.functionId ?? (await makeFunction(team.consortiumId, { coordinates: fields.coordinates ?? false })).id;
  const { id } = await operatorDatabase().membership.create({
    data: {
      consortiumId: team.consortiumId,
      coreTeamId: team.id,
      personId,
      functionId,
      organisationId: fields.organisationId ?? null,
      firstDay: dayForDatabase(fields.firstDay ?? "2024-08-01"),
      lastDay: fields.lastDay ? dayForDatabase(fields.lastDay) : null,
      createdAt: fields.createdAt ?? dayForDatabase(fields.firstDay ?? "2024-08-01"),
    },
    select: { id: true },
  });
  return { id, functionId };
}

/** A meeting in Amsterdam wall time, with invitees. */
export async function makeMeeting(
  team: { id: string; consortiumId: string },
  organiserId: string,
  fields: { day?: string; from?: string; to?: string; kind?: MeetingKind; theme?: string; invitees?: { personId: string; functionId: string; attendance?: Attendance }[]; recordedAt?: Date } = {},
): Promise<{ id: string; startsAt: Date; endsAt: Date }> {
  const day = fields.day ?? "2026-12-01";
  const [startsAt, endsAt] = [momentAt(day, fields.from ?? "14:00"), momentAt(day, fields.to ?? "15:15")];
  if (!startsAt || !endsAt) throw new Error("This wall time does not exist.");
  return operatorDatabase().meeting.create({
    data: {
      consortiumId: team.consortiumId,
      coreTeamId: team.id,
      kind: fields.kind ?? "IN_DEPTH",
      theme: fields.theme ?? null,
      startsAt,
      endsAt,
      form: "LIVE",
      place: "Op school",
      organiserId,
      recordedAt: fields.recordedAt ?? null,
      participations: {
        create: (fields.invitees ?? []).map((invitee) => ({
          consortiumId: team.consortiumId,
          personId: invitee.personId,
          functionId: invitee.functionId,
          attendance: invitee.attendance ?? "REQUIRED",
        })),
      },
    },
    select: { id: true, startsAt: true, endsAt: true },
  });
}

/** A casus that the team reads, with sealed texts: every answer as given. A concept when `sharedAt` is null. */
export async function makeCase(
  { id: coreTeamId, consortiumId }: { id: string; consortiumId: string },
  meetingId: string,
  createdById: string,
  { answers = {}, sharedAt = now(), createdAt = new Date() }: { answers?: CaseAnswers; sharedAt?: Date | null; createdAt?: Date } = {},
): Promise<{ id: string }> {
  const db = operatorDatabase();
  const id = randomUUID();
  const setting = { stage: "MIDDLE", theme: "LEARNING", lifeDomains: ["SCHOOL"], since: "LONGER", parentsInformed: false } as const;
  await db.caseDiscussion.create({
    data: { id, consortiumId, coreTeamId, meetingId, schoolYear: 26, number: nextNumber(), ...setting, lifeDomains: [...setting.lifeDomains], createdById, createdAt, sharedAt },
  });
  const key = await sealingKey(db, consortiumId);
  const texts = caseSteps.map(({ part }) => ({ part, written: writtenPart(part, answers) }));
  await db.caseText.createMany({
    data: texts.map(({ part, written }) => ({ caseDiscussionId: id, part, consortiumId, coreTeamId, isWhole: true, sealed: written && sealWith(key, caseTextPlace(consortiumId, id, part), written) })),
  });
  await db.caseCircleMark.createMany({ data: circleElements.map((element) => ({ caseDiscussionId: id, consortiumId, coreTeamId, element, mark: "ATTENTION" })) });
  return { id };
}

/** What somebody wrote on a casus from a function of the team. */
export async function makePerspective(
  { id: coreTeamId, consortiumId }: { id: string; consortiumId: string },
  caseDiscussionId: string,
  { personId, functionId }: { personId: string; functionId: string },
  text: string,
): Promise<void> {
  const db = operatorDatabase();
  const sealed = sealWith(await sealingKey(db, consortiumId), perspectivePlace(consortiumId, caseDiscussionId, personId), writtenPerspective({ perspective: text }) ?? "");
  await db.perspective.create({ data: { caseDiscussionId, personId, functionId, consortiumId, coreTeamId, sealed, isWritten: true } });
}
