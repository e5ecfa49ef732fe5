import type { Scope } from "#lib/access/permissions";
import type { Viewer } from "#lib/access/viewer";
import { USUAL_MOST_MEETINGS } from "#lib/availability/queries";
import { dayForDatabase, dayFromDatabase, type Day } from "#lib/dates";
import { USUAL_TRAVEL_MINUTES } from "#lib/planning/queries";
import { daysOfSchoolYear } from "#lib/school-days/rules";
import type { Prisma } from "#prisma/generated/client";

/** A studiedag: a school is closed, the first and the last day included. */
export type StudyDay = { id: string; name: string; firstDay: Day; lastDay: Day; school: { id: string; name: string } };

/** A core team with the schools it serves and when those are closed in a school year. */
export type TeamStudyDays = { team: { id: string; name: string; scope: Required<Scope> }; schools: { id: string; name: string }[]; studyDays: StudyDay[] };

const daySelect = { id: true, name: true, firstDay: true, lastDay: true } as const;

/** The study days of the schools of a core team in the school year that began in this year; null for who does not see them. One statement. */
export async function findTeamStudyDays(viewer: Viewer, coreTeamId: string, year: number): Promise<TeamStudyDays | null> {
  const { from, until } = daysOfSchoolYear(year);
  const team = await viewer.db.coreTeam.findFirst({
    where: { AND: [{ id: coreTeamId }, viewer.coreTeamsWhere("study-day:read")] },
    select: {
      id: true,
      name: true,
      consortiumId: true,
      schools: {
        where: { OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(viewer.today) } }] },
        select: {
          school: {
            select: {
              id: true,
              name: true,
              studyDays: { where: { lastDay: { gte: dayForDatabase(from) }, firstDay: { lte: dayForDatabase(until) } }, select: daySelect, orderBy: { firstDay: "asc" } },
            },
          },
        },
        orderBy: { school: { name: "asc" } },
      },
    },
  });
  if (!team) return null;
  const schools = team.schools.map(({ school }) => school);
  return {
    team: { id: team.id, name: team.name, scope: { consortiumId: team.consortiumId, coreTeamId: team.id } },
    schools: schools.map(({ id, name }) => ({ id, name })),
    studyDays: schools
      .flatMap(({ studyDays, ...school }) => studyDays.map((each) => ({ ...inDays(each), school })))
      .toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.school.name.localeCompare(b.school.name, "nl")),
  };
}

/** One study day of a school that this core team serves, for who may change it. */
export async function findStudyDay(viewer: Viewer, coreTeamId: string, studyDayId: string): Promise<(StudyDay & { scope: Required<Scope>; teamName: string }) | null> {
  const serves = { some: { coreTeamId, OR: [{ lastDay: null }, { lastDay: { gte: dayForDatabase(viewer.today) } }], coreTeam: { is: viewer.coreTeamsWhere("study-day:manage") } } };
  const found = await viewer.db.studyDay.findFirst({
    where: { id: studyDayId, school: { is: { coreTeams: serves } } },
    select: { ...daySelect, consortiumId: true, school: { select: { id: true, name: true, coreTeams: { where: { coreTeamId }, select: { coreTeam: { select: { name: true } } } } } } },
  });
  if (!found) return null;
  const { school, consortiumId, ...rest } = found;
  return { ...inDays(rest), school: { id: school.id, name: school.name }, scope: { consortiumId, coreTeamId }, teamName: school.coreTeams[0]?.coreTeam.name ?? "" };
}

/** A holiday as a samenwerkingsverband sees it: of the country, corrected here, or its own. */
export type KnownHoliday = {
  id: string;
  region: string | null;
  name: string;
  firstDay: Day;
  lastDay: Day;
  isOwn: boolean;
  /** What holds here instead; `applies` is false when schools are open. */
  correction: { id: string; name: string; firstDay: Day; lastDay: Day; applies: boolean } | null;
};

/** The holidays of a school year in a samenwerkingsverband: those of the regions of its schools, of everybody, and its own. Three statements. */
export async function listConsortiumHolidays(viewer: Viewer, consortiumId: string, year: number): Promise<KnownHoliday[]> {
  if (!viewer.can("holiday:manage", { consortiumId })) return [];
  const { from, until } = daysOfSchoolYear(year);
  const within = { firstDay: { lte: dayForDatabase(until) }, lastDay: { gte: dayForDatabase(from) } };
  const regions = await viewer.db.school.findMany({ where: { consortiumId, holidayRegion: { not: null } }, select: { holidayRegion: true }, distinct: ["holidayRegion"] });
  const national = await viewer.db.holiday.findMany({
    where: { ...within, OR: [{ region: null }, { region: { in: regions.flatMap(({ holidayRegion }) => holidayRegion ?? []) } }] },
    select: nationalSelect(consortiumId),
  });
  const own = await viewer.db.consortiumHoliday.findMany({ where: { ...within, consortiumId, replacesId: null }, select: daySelect });
  return [...national.map(nationalHoliday), ...own.map(ownHoliday)].toSorted((a, b) => a.firstDay.localeCompare(b.firstDay) || a.name.localeCompare(b.name, "nl"));
}

/** One holiday as a samenwerkingsverband sees it, to correct or to change. */
export async function findConsortiumHoliday(viewer: Viewer, consortiumId: string, holidayId: string): Promise<KnownHoliday | null> {
  if (!viewer.can("holiday:manage", { consortiumId })) return null;
  const national = await viewer.db.holiday.findFirst({ where: { id: holidayId }, select: nationalSelect(consortiumId) });
  if (national) return nationalHoliday(national);
  const own = await viewer.db.consortiumHoliday.findFirst({ where: { id: holidayId, consortiumId, replacesId: null }, select: daySelect });
  return own && ownHoliday(own);
}

/** What a samenwerkingsverband holds to when it plans. `version` is 0 when nothing was settled yet. */
export type PlanningRules = { mostMeetings: number; travelMinutes: number; version: number };

/** The rules for planning of a samenwerkingsverband, for who may change them; null for others. */
export async function findPlanningRules(viewer: Viewer, consortiumId: string): Promise<PlanningRules | null> {
  if (!viewer.can("planning-rules:change", { consortiumId })) return null;
  const found = await viewer.db.planningRules.findUnique({ where: { consortiumId }, select: { mostMeetings: true, travelMinutes: true, version: true } });
  return found ?? { mostMeetings: USUAL_MOST_MEETINGS, travelMinutes: USUAL_TRAVEL_MINUTES, version: 0 };
}

function inDays<T extends { firstDay: Date; lastDay: Date }>(row: T): Omit<T, "firstDay" | "lastDay"> & { firstDay: Day; lastDay: Day } {
  return { ...row, firstDay: dayFromDatabase(row.firstDay), lastDay: dayFromDatabase(row.lastDay) };
}

function nationalSelect(consortiumId: string) {
  return { ...daySelect, region: true, corrections: { where: { consortiumId }, select: { ...daySelect, applies: true } } } satisfies Prisma.HolidaySelect;
}

function nationalHoliday({ corrections: [correction], ...row }: Prisma.HolidayGetPayload<{ select: ReturnType<typeof nationalSelect> }>): KnownHoliday {
  return { ...inDays(row), isOwn: false, correction: correction ? inDays(correction) : null };
}

function ownHoliday(row: { id: string; name: string; firstDay: Date; lastDay: Date }): KnownHoliday {
  return { ...inDays(row), region: null, isOwn: true, correction: null };
}
