import type { Viewer } from "#lib/access/viewer";
import { addDays, type Day, momentAt } from "#lib/dates";
import { MOST_MEETINGS, type SwitchableMeeting } from "#lib/meeting-switches/rules";
import type { SwitchTarget } from "#lib/meeting-switches/schema";

/** The bijeenkomsten that are asked for: of one samenwerkingsverband, that begin on these days, both included. */
export type SwitchPeriod = { consortiumId: string; to: SwitchTarget; from: Day; until: Day; municipality: string };

/**
 * The bijeenkomsten to come in a period that are not yet what they should become, soonest first; one more than a switch
 * may change, so that too many can be told. Nothing for who plans no bijeenkomsten for the whole samenwerkingsverband.
 */
export async function listSwitchableMeetings(viewer: Viewer, { consortiumId, to, from, until, municipality }: SwitchPeriod): Promise<SwitchableMeeting[]> {
  if (!viewer.can("meetings:switch", { consortiumId })) return [];
  const begin = momentAt(from, "00:00");
  const end = momentAt(addDays(until, 1), "00:00");
  return viewer.db.$queryRaw<SwitchableMeeting[]>`
    SELECT g.id::text AS id, g.version, t.id::text AS "coreTeamId", t.name AS "teamName", g.starts_at AS "startsAt", g.ends_at AS "endsAt", g.place,
      (SELECT count(*)::int FROM participation p WHERE p.meeting_id = g.id AND p.withdrawn_at IS NULL)
        + (SELECT count(*)::int FROM meeting_guest x WHERE x.meeting_id = g.id AND x.withdrawn_at IS NULL) AS invited
    FROM meeting g JOIN core_team t ON t.id = g.core_team_id
    WHERE g.consortium_id = ${consortiumId}::uuid AND NOT g.cancelled AND g.starts_at > ${viewer.now}::timestamptz
      AND g.starts_at >= ${begin}::timestamptz AND g.starts_at < ${end}::timestamptz
      AND (CASE WHEN ${to} = 'DIGITAL' THEN g.form <> 'DIGITAL' ELSE g.form = 'DIGITAL' END)
      AND (${municipality} = '' OR EXISTS (
        SELECT 1 FROM core_team_school x JOIN school s ON s.id = x.school_id WHERE x.core_team_id = t.id AND s.municipality = ${municipality}))
    ORDER BY g.starts_at, t.name, g.id LIMIT ${MOST_MEETINGS + 1}`;
}

/** The municipalities in which a samenwerkingsverband has schools, by name. */
export async function listMunicipalities(viewer: Viewer, consortiumId: string): Promise<string[]> {
  const found = await viewer.db.school.findMany({
    where: { consortiumId, closedOn: null, municipality: { not: null }, coreTeams: { some: { coreTeam: viewer.coreTeamsWhere("meetings:switch") } } },
    select: { municipality: true },
    distinct: ["municipality"],
    orderBy: { municipality: "asc" },
  });
  return found.map(({ municipality }) => municipality as string);
}
