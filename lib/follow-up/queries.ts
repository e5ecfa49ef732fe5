import type { Viewer } from "#lib/access/viewer";
import { teamAtMeeting, teamAtMeetingSelect, functionsOf } from "#lib/agreements/team-at-meeting";
import type { Owner } from "#lib/agreements/rules";
import { dayForDatabase, dayFromDatabase, type Day } from "#lib/dates";
import { erasureDay, erasureLimits, longestRetention, type RetentionTerm, shownUpTo } from "#lib/case-retention/rules";
import { refreshBefore } from "#lib/follow-up/rules";
import type { Progress } from "#lib/follow-up/schema";
import { aliasOf } from "#lib/texts/case-discussions";

/** A casus of which the viewer is to say how it goes: nothing was said yet, or not for four weeks. */
export type CaseToRefresh = { id: string; alias: string; team: { id: string; name: string }; meetingId: string; progress: Progress | null; lastTold: Day };

/** A casus that the viewer leads, and of which the text is soon erased. */
export type CaseToErase = { id: string; alias: string; team: { id: string; name: string }; meetingId: string; on: Day };

/** A casus that was stopped and waits for the viewer, its procesbegeleider. */
export type CaseToSettle = { id: string; alias: string; team: { id: string; name: string }; stoppedOn: Day };

/** What waits for the viewer about casussen, over all core teams: by alias and team, and without a word of them. */
export type WaitingCases = { toRefresh: CaseToRefresh[]; toErase: CaseToErase[]; toSettle: CaseToSettle[] };

type Row = {
  kind: "REFRESH" | "ERASE" | "SETTLE";
  id: string;
  schoolYear: number;
  number: number;
  teamId: string;
  teamName: string;
  meetingId: string | null;
  progress: Progress | null;
  day: Date;
  term: RetentionTerm | null;
  changedOn: Date | null;
};

const [MOST, MOST_TO_ERASE] = [10, 60];

/**
 * The casussen of which the viewer has to say how it goes, for the first time or anew (at most ten), those the viewer leads whose text is erased
 * within four weeks (at most sixty), and, for a procesbegeleider, those that were stopped. One statement, for the home page.
 */
export async function listWaitingCases(viewer: Viewer): Promise<WaitingCases> {
  const { terms, discussedUpTo } = erasureLimits(shownUpTo(viewer.today));
  const rows = await viewer.db.$queryRaw<Row[]>`
    (SELECT 'REFRESH' AS kind, c.id, c.school_year AS "schoolYear", c.number, t.id AS "teamId", t.name AS "teamName", c.meeting_id AS "meetingId", k.progress::text AS progress,
      own.last_told AS day, NULL::text AS term, NULL::date AS "changedOn"
    FROM my_cases_to_refresh(${dayForDatabase(refreshBefore(viewer.today))}::date) own
    JOIN case_follow_up k ON k.case_discussion_id = own.case_discussion_id JOIN case_discussion c ON c.id = k.case_discussion_id JOIN core_team t ON t.id = c.core_team_id
    ORDER BY own.last_told, t.name, c.id LIMIT ${MOST})
    UNION ALL
    (SELECT 'ERASE', c.id, c.school_year, c.number, t.id, t.name, c.meeting_id, NULL, kept.since, r.term::text, r.changed_on
    FROM case_discussion c JOIN core_team t ON t.id = c.core_team_id JOIN meeting g ON g.id = c.meeting_id LEFT JOIN case_retention r ON r.consortium_id = c.consortium_id
    CROSS JOIN LATERAL (SELECT kept_from(g.starts_at, c.shared_at) AS since) kept
    WHERE c.shared_at IS NOT NULL AND c.stopped_at IS NULL AND c.erased_at IS NULL
      AND (c.created_by_id = ${viewer.person.id}::uuid OR c.core_team_id = ANY (ARRAY(SELECT my_coordinated_core_teams())))
      AND EXISTS (SELECT 1 FROM unnest(${terms}::text[], ${discussedUpTo}::date[]) AS held (term, last) WHERE kept.since <= held.last AND held.term IN ('NEXT_SCHOOL_YEAR', r.term::text))
    ORDER BY kept.since, t.name, c.number LIMIT ${MOST_TO_ERASE})
    UNION ALL
    (SELECT 'SETTLE', case_discussion_id, school_year, number, core_team_id, core_team_name, NULL, NULL, (stopped_at AT TIME ZONE 'Europe/Amsterdam')::date, NULL, NULL FROM stopped_cases())`;
  const of = (wanted: Row["kind"]) => rows.filter(({ kind }) => kind === wanted);
  const named = ({ id, teamId, teamName, ...parts }: Row) => ({ id, alias: aliasOf(parts), team: { id: teamId, name: teamName } });
  const until = shownUpTo(viewer.today);
  return {
    toRefresh: of("REFRESH").map((row) => ({ ...named(row), meetingId: row.meetingId ?? "", progress: row.progress, lastTold: dayFromDatabase(row.day) })),
    toErase: of("ERASE").map((row) => ({ ...named(row), meetingId: row.meetingId ?? "", on: erasureDayOf(row) })).filter(({ on }) => on <= until),
    toSettle: of("SETTLE").map((row) => ({ ...named(row), stoppedOn: dayFromDatabase(row.day) })),
  };
}

function erasureDayOf({ day, term, changedOn }: Row): Day {
  const from = dayFromDatabase(day);
  const retention = term && changedOn ? { term, changedOn: dayFromDatabase(changedOn) } : longestRetention;
  return erasureDay({ madeOn: from, sharedOn: from, releasedOn: null, discussedOn: from }, retention);
}

/** Who of a casus's team can be to act or can have told somebody: the members of today, and their functions. */
export async function listCandidates(viewer: Viewer, discussionId: string): Promise<{ people: Owner[]; functions: { id: string; name: string }[] } | null> {
  const found = await viewer.db.caseDiscussion.findFirst({
    where: { id: discussionId, coreTeam: viewer.coreTeamsWhere("follow-up:change") },
    select: { meeting: { select: teamAtMeetingSelect } },
  });
  if (!found) return null;
  const atMeeting = teamAtMeeting(found.meeting, viewer.today);
  return { people: atMeeting.members, functions: functionsOf(atMeeting, atMeeting.members) };
}
