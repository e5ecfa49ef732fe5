import type { Viewer } from "#lib/access/viewer";
import { type CountedKind, countedKinds } from "#lib/agreements/kinds";
import type { CaseSince } from "#lib/case-discussions/schema";
import { type Day, dayFromDatabase } from "#lib/dates";
import { circleNamesSelect } from "#lib/opportunity-circle/marks";
import { type CircleCounts, type CircleElement, circleElements, type CircleName, circleNames } from "#lib/opportunity-circle/rules";
import { circleTexts } from "#lib/texts/opportunity-circle";

/** What the elements are called in the samenwerkingsverband of a casus that this person may read; none for any other. */
export async function listCircleNamesOf(viewer: Viewer, discussionId: string): Promise<CircleName[]> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeam: viewer.coreTeamsWhere("case-discussion:read") },
    select: { coreTeam: { select: { consortium: { select: circleNamesSelect } } } },
  });
  return found ? circleNames(found.coreTeam.consortium.circleNames) : [];
}

/** What the elements are called in a samenwerkingsverband, for who may change that. */
export async function listCircleNames(viewer: Viewer, consortiumId: string): Promise<CircleName[]> {
  viewer.mustBeAbleTo("opportunity-circle:manage", { consortiumId });
  return namesIn(viewer, consortiumId);
}

/** What one element is called, for who may change that; version 0 as long as that is the usual name. */
export async function findCircleName(viewer: Viewer, consortiumId: string, element: CircleElement): Promise<{ name: string; meaning: string; version: number }> {
  viewer.mustBeAbleTo("opportunity-circle:manage", { consortiumId });
  const own = await viewer.db.circleName.findUnique({ where: { consortiumId_element: { consortiumId, element } }, select: { name: true, meaning: true, version: true } });
  return own ?? { ...circleTexts.elements[element], version: 0 };
}

/** How many core teams stand on a page of figures. */
export const teamsPerPage = 25;

/** Agreements of one kind about these casussen, without those that are no longer needed. */
export type AgreementCount = { agreed: number; done: number };

/** What was agreed about casussen, and how many of the advices that were shared are applied in class; in fives. */
export type AgreementFigures = { kinds: Record<CountedKind, AgreementCount>; applied: number };

/**
 * How often each mark was given over so many casussen, how early they were brought in, and what was agreed once the year is
 * closed. All but `cases` to the nearest five, and 0 for few: so nobody can tell how one of them stands.
 */
export type CircleFigures = {
  cases: number;
  counts: Record<CircleElement, CircleCounts>;
  since: Record<CaseSince | "UNTOLD", number>;
  agreements: AgreementFigures | null;
};

/** Why a core team has no figures: fewer than five casussen, or those of others could be worked out from them. */
export type HiddenFigures = "FEW" | "WITHHELD";

/** The casussen of a school year in figures: of all core teams together, and once the year is closed of a page of them, those that can be shown first. */
export type CircleOverview = {
  names: CircleName[];
  /** Null as long as there were too few to be counted. */
  all: CircleFigures | null;
  /** On which day casussen were last counted. */
  countedOn: Day | null;
  isClosed: boolean;
  teams: { id: string; name: string; figures: CircleFigures | HiddenFigures }[];
  total: number;
  page: number;
};

/**
 * How often each mark of the kansencirkel was given, how early something was brought in, and what was agreed and done, over the
 * casussen of a school year (its first year: 2026 for 2026-2027) that were counted: `countCircle` does so once a month, for good.
 * Postgres itself keeps what would tell of a few casussen from whoever asks. A page that is not there gives the first.
 */
export async function findCircleFigures(viewer: Viewer, { consortiumId, schoolYear, page }: { consortiumId: string; schoolYear: number; page: number }): Promise<CircleOverview> {
  viewer.mustBeAbleTo("opportunity-circle:count", { consortiumId });
  const rows = await figureRows(viewer, consortiumId, schoolYear, page);
  const isBeyond = rows.length < 2 && page > 1;
  const [together, ...teams] = isBeyond ? await figureRows(viewer, consortiumId, schoolYear, 1) : rows;
  return {
    names: await namesIn(viewer, consortiumId),
    all: together?.state === "SHOWN" ? figuresOf(together) : null,
    countedOn: together?.countedOn ? dayFromDatabase(together.countedOn) : null,
    isClosed: together?.closed ?? false,
    teams: teams.map((row) => ({ id: row.id ?? "", name: row.name ?? "", figures: row.state === "SHOWN" ? figuresOf(row) : row.state })),
    total: teams[0]?.teams ?? 0,
    page: isBeyond ? 1 : page,
  };
}

type FigureRow = {
  id: string | null; name: string | null; state: "SHOWN" | HiddenFigures; cases: number | null;
  goesWell: number[] | null; attention: number[] | null; unknown: number[] | null; since: number[] | null;
  agreed: number[] | null; done: number[] | null; applied: number | null; countedOn: Date | null; closed: boolean; teams: number | null;
};

async function figureRows(viewer: Viewer, consortiumId: string, schoolYear: number, page: number): Promise<FigureRow[]> {
  return viewer.db.$queryRaw<FigureRow[]>`
    SELECT core_team_id::text AS id, name, state, cases, goes_well AS "goesWell", attention, unknown, since, agreed, done, applied, counted_on AS "countedOn", closed, teams
    FROM circle_figures(${consortiumId}::uuid, ${schoolYear % 100}::int, ${page}::int, ${teamsPerPage}::int)`;
}

function figuresOf({ cases, goesWell, attention, unknown, since, agreed, done, applied }: FigureRow): CircleFigures {
  const counts = circleElements.map((element, index) => [element, { GOES_WELL: goesWell?.[index] ?? 0, ATTENTION: attention?.[index] ?? 0, UNKNOWN: unknown?.[index] ?? 0 }] as const);
  const [first = 0, longer = 0, stuck = 0, untold = 0] = since ?? [];
  const kinds = countedKinds.map((kind, index) => [kind, { agreed: agreed?.[index] ?? 0, done: done?.[index] ?? 0 }] as const);
  return {
    cases: cases ?? 0,
    counts: Object.fromEntries(counts) as CircleFigures["counts"],
    since: { FIRST_CONCERN: first, LONGER: longer, STUCK: stuck, UNTOLD: untold },
    agreements: agreed && { kinds: Object.fromEntries(kinds) as AgreementFigures["kinds"], applied: applied ?? 0 },
  };
}

async function namesIn(viewer: Viewer, consortiumId: string): Promise<CircleName[]> {
  return circleNames(await viewer.db.circleName.findMany({ where: { consortiumId }, select: circleNamesSelect.circleNames.select }));
}
