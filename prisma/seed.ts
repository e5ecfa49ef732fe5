import { fileURLToPath } from "node:url";
import { seal } from "#lib/auth/second-factor/sealing";
import { today } from "#lib/clock";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { disconnect, operatorDatabase, type Transaction } from "#lib/db";
import { caseTextPlace, perspectivePlace } from "#lib/sealing/columns";
import { sealingKey } from "#lib/sealing/data-keys";
import { type DataKey, sealWith } from "#lib/sealing/envelope";
import { countMonths } from "#prisma/demo/figures";
import { type DemoRows, demoRows } from "#prisma/demo/rows";
import { DEMO_LOADED, demoState } from "#prisma/demo/state";
import type { Prisma } from "#prisma/generated/client";
import { DEMO_KEY, demoId, demoPeople, namedPeople } from "#prisma/world";

// Holds two seeds that start at once apart; any number that nobody else uses.
const LOCK = 72_707_370;
const MINUTE = 60_000;

/**
 * Loads the demo world, once: nothing happens in a database that has a samenwerkingsverband, or had the demo world
 * before. Answers whether it was loaded. All or nothing.
 */
export async function seed(referenceDay: Day): Promise<boolean> {
  return operatorDatabase().$transaction(
    async (db) => {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(${LOCK})`;
      if ((await demoState(db)) !== "NEVER" || (await db.consortium.count()) > 0) return false;
      await seedDemoWorld(db, referenceDay);
      return true;
    },
    { timeout: 2 * MINUTE, maxWait: 10_000 },
  );
}

/** Writes the demo world as it is on the reference day into an empty database, as its owner. */
export async function seedDemoWorld(db: Transaction, referenceDay: Day): Promise<DemoRows> {
  const holidays = await db.holiday.findMany({
    where: { OR: [{ region: null }, { region: "Noord" }] },
    select: { firstDay: true, lastDay: true },
  });
  const rows = demoRows(referenceDay, holidays.map((holiday) => ({ firstDay: dayFromDatabase(holiday.firstDay), lastDay: dayFromDatabase(holiday.lastDay) })));
  await db.consortium.createMany({ data: rows.consortium });
  await db.organisation.createMany({ data: rows.organisation });
  await db.teamFunction.createMany({ data: rows.teamFunction });
  await db.person.createMany({ data: rows.person });
  await db.secondFactor.createMany({ data: demoFactors() });
  await db.mailDigest.createMany({ data: rows.mailDigest });
  await db.workingPattern.createMany({ data: rows.workingPattern });
  await db.absence.createMany({ data: rows.absence });
  await db.availability.createMany({ data: rows.availability });
  await db.consortiumRole.createMany({ data: rows.consortiumRole });
  await db.school.createMany({ data: rows.school });
  await db.studyDay.createMany({ data: rows.studyDay });
  await db.coreTeam.createMany({ data: rows.coreTeam });
  await db.coreTeamSchool.createMany({ data: rows.coreTeamSchool });
  await db.membership.createMany({ data: rows.membership });
  await db.changeReport.createMany({ data: rows.changeReport });
  await db.meeting.createMany({ data: rows.meeting });
  await db.agendaTemplate.createMany({ data: rows.agendaTemplate });
  await db.agendaTemplateItem.createMany({ data: rows.agendaTemplateItem });
  await db.agenda.createMany({ data: rows.agenda });
  await db.agendaItem.createMany({ data: rows.agendaItem });
  await db.participation.createMany({ data: rows.participation });
  await db.meetingGuest.createMany({ data: rows.meetingGuest });
  await db.meetingGuestItem.createMany({ data: rows.meetingGuestItem });
  await db.meetingMail.createMany({ data: [...rows.meetingMail, ...rows.guestMail] });
  await db.caseDiscussion.createMany({ data: rows.caseDiscussion });
  await db.caseText.createMany({ data: await sealedParts(db, rows) });
  await db.caseCircleMark.createMany({ data: rows.caseCircleMark });
  await db.perspective.createMany({ data: await sealedViews(db, rows) });
  for (const { caseDiscussionId: id, revealedAt } of rows.reveal) await db.caseDiscussion.update({ where: { id }, data: { revealedAt } });
  for (const { caseDiscussionId: id, ...asked } of rows.ask) await db.caseDiscussion.update({ where: { id }, data: asked });
  await db.caseFollowUp.createMany({ data: rows.caseFollowUp });
  await db.caseLesson.createMany({ data: rows.caseLesson });
  await db.teamSuccess.createMany({ data: rows.teamSuccess });
  await db.teamOffer.createMany({ data: rows.teamOffer });
  await db.agreement.createMany({ data: rows.agreement });
  await db.agreementEvent.createMany({ data: rows.agreementEvent });
  await countMonths(db, referenceDay);
  await db.auditLine.create({ data: { ...DEMO_LOADED, at: dayForDatabase(referenceDay), requestId: "seed" } });
  return rows;
}

async function sealedParts(db: Transaction, { caseText }: DemoRows): Promise<Prisma.CaseTextCreateManyInput[]> {
  const keys = await keysOf(db, caseText);
  return caseText.map(({ written, ...row }) => {
    const key = keys.get(row.consortiumId);
    return { ...row, sealed: written && key ? sealWith(key, caseTextPlace(row.consortiumId, row.caseDiscussionId, row.part), written) : null };
  });
}

// Sealed with the secret of this deployment, so no part of the rows, which are the same everywhere.
function demoFactors(): Prisma.SecondFactorCreateManyInput[] {
  const people = namedPeople.filter(({ email }) => demoPeople.some((person) => person.email === email));
  return people.map(({ key }) => demoId(`person:${key}`)).map((personId) => ({ personId, sealedKey: seal("second-factor-key", personId, DEMO_KEY), lastStep: 0 }));
}

async function sealedViews(db: Transaction, { perspective }: DemoRows): Promise<Prisma.PerspectiveCreateManyInput[]> {
  const keys = await keysOf(db, perspective);
  return perspective.flatMap(({ written, ...row }) => {
    const key = keys.get(row.consortiumId);
    return key ? [{ ...row, isWritten: true, sealed: sealWith(key, perspectivePlace(row.consortiumId, row.caseDiscussionId, row.personId), written) }] : [];
  });
}

async function keysOf(db: Transaction, rows: readonly { consortiumId: string }[]): Promise<Map<string, DataKey>> {
  const keys = new Map<string, DataKey>();
  for (const id of new Set(rows.map(({ consortiumId }) => consortiumId))) keys.set(id, await sealingKey(db, id));
  return keys;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await seed(today());
  await disconnect();
}
