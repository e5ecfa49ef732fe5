import { type DefaultTemplate, defaultTemplates } from "#lib/agenda-templates/default-templates";
import { type DefaultFunction, defaultFunctions } from "#lib/core-teams/default-functions";
import type { Transaction } from "#lib/db";
import { demoTexts } from "#lib/texts/demo";
import { DEMO_CLEARED, DEMO_LOADED, demoState } from "#prisma/demo/state";
import { consortia, demoId } from "#prisma/world";

/** How much of the demo world went. */
export type Cleared = { people: number; schools: number; coreTeams: number; meetings: number };

/**
 * Takes the demo world away for a real start, as the owner of the database: people, schools, core teams and everything
 * that came of them, accounts and sessions included. What stays: a samenwerkingsverband without its invented name and
 * number, with the functions, standaardagenda's, names of the kansencirkel, holidays, rules for planning and how long casussen are kept as they were set, and the table of postcodes.
 * Answers null, and changes nothing, in a database that does not hold the demo world.
 */
export async function clearDemoWorld(db: Transaction): Promise<Cleared | null> {
  if ((await demoState(db)) !== "LOADED") return null;
  const [people, schools, coreTeams, meetings] = await Promise.all([db.person.count(), db.school.count(), db.coreTeam.count(), db.meeting.count()]);
  // Only here do audit lines go: they tell of nobody who exists.
  await db.$executeRaw`ALTER TABLE audit_line DISABLE TRIGGER audit_lines_stay`;
  await db.$executeRaw`
    DO $$
    DECLARE names text;
    BEGIN
      SELECT string_agg(quote_ident(tablename), ', ') INTO names FROM pg_tables
      WHERE schemaname = 'public' AND tablename NOT IN ('_prisma_migrations', 'consortium', 'team_function', 'holiday', 'consortium_holiday', 'planning_rules', 'agenda_template',
        'agenda_template_item', 'circle_name', 'case_retention', 'postcode_area');
      EXECUTE 'TRUNCATE ' || names;
      IF to_regclass('pgboss.job') IS NOT NULL THEN DELETE FROM pgboss.job; END IF;
    END $$`;
  await db.$executeRaw`ALTER TABLE audit_line ENABLE TRIGGER audit_lines_stay`;
  await keepSettings(db);
  await db.auditLine.createMany({
    data: [
      { ...DEMO_LOADED, requestId: "demo-clear" },
      { ...DEMO_CLEARED, requestId: "demo-clear", details: { people, schools, coreTeams, meetings } },
    ],
  });
  return { people, schools, coreTeams, meetings };
}

/**
 * Most start with one samenwerkingsverband, for primary education. The other one only stays when somebody changed its
 * functions, standaardagenda's or kansencirkel; else a new one begins with the very same.
 */
async function keepSettings(db: Transaction): Promise<void> {
  for (const { code, sector } of consortia) {
    const id = demoId(`consortium:${code}`);
    const functions = await db.teamFunction.findMany({ where: { consortiumId: id }, select: functionSelect });
    const templates = await db.agendaTemplate.findMany({ where: { consortiumId: id }, select: templateSelect, orderBy: { kind: "asc" } });
    const names = await db.circleName.count({ where: { consortiumId: id } });
    if (sector === "VO" && names === 0 && sameFunctions(functions, defaultFunctions(sector)) && sameTemplates(templates, defaultTemplates())) {
      await db.agendaTemplateItem.deleteMany({ where: { consortiumId: id } });
      await db.agendaTemplate.deleteMany({ where: { consortiumId: id } });
      await db.teamFunction.deleteMany({ where: { consortiumId: id } });
      await db.consortium.deleteMany({ where: { id } });
    } else {
      await db.consortium.updateMany({ where: { id }, data: { name: sector === "PO" ? demoTexts.newPrimary : demoTexts.newSecondary, code: null, version: { increment: 1 } } });
    }
  }
}

const functionSelect = { sector: true, code: true, name: true, expected: true, attendance: true, alternatives: true, coordinates: true, position: true } as const;

function sameFunctions(some: readonly DefaultFunction[], others: readonly DefaultFunction[]): boolean {
  const described = (functions: readonly DefaultFunction[]) =>
    functions.map(({ sector, code, name, expected, attendance, alternatives, coordinates, position }) => JSON.stringify([sector, code, name, expected, attendance, alternatives, coordinates, position])).toSorted();
  return described(some).join() === described(others).join();
}

const templateSelect = {
  kind: true, name: true, goals: true,
  items: { select: { position: true, title: true, explanation: true, questions: true, minutes: true, standing: true }, orderBy: { position: "asc" } },
} as const;

function sameTemplates(some: readonly DefaultTemplate[], others: readonly DefaultTemplate[]): boolean {
  const described = (templates: readonly DefaultTemplate[]) =>
    templates.map(({ kind, name, goals, items }) =>
      JSON.stringify([kind, name, goals, items.map(({ position, title, explanation, questions, minutes, standing }) => [position, title, explanation, questions, minutes, standing])])).toSorted();
  return described(some).join() === described(others).join();
}
