import type { Viewer } from "#lib/access/viewer";
import { teamAtMeeting, teamAtMeetingSelect, functionsOf } from "#lib/agreements/team-at-meeting";
import type { Owner } from "#lib/agreements/rules";
import { type NamedCase, namedCase, type NamedCaseRow } from "#lib/case-discussions/named-case";
import { dayForDatabase, dayFromDatabase, type Day } from "#lib/dates";
import { refreshBefore } from "#lib/follow-up/rules";
import type { Progress } from "#lib/follow-up/schema";

/** A casus of which the viewer is to say how it goes: nothing was said yet, or not for four weeks. */
export type CaseToRefresh = NamedCase & { progress: Progress | null; lastTold: Day };

const MOST = 10;

/** The casussen, of all core teams, of which the viewer has to say how it goes, for the first time or anew: longest ago first, at most ten. One statement. */
export async function listCasesToRefresh(viewer: Viewer): Promise<CaseToRefresh[]> {
  const rows = await viewer.db.$queryRaw<(NamedCaseRow & { progress: Progress | null; lastTold: Date })[]>`
    SELECT c.id, c.school_year AS "schoolYear", c.number, t.id AS "teamId", t.name AS "teamName", c.meeting_id AS "meetingId", k.progress::text AS progress, own.last_told AS "lastTold"
    FROM my_cases_to_refresh(${dayForDatabase(refreshBefore(viewer.today))}::date) own
    JOIN case_follow_up k ON k.case_discussion_id = own.case_discussion_id JOIN case_discussion c ON c.id = k.case_discussion_id JOIN core_team t ON t.id = c.core_team_id
    ORDER BY own.last_told, t.name, c.id LIMIT ${MOST}`;
  return rows.map(({ progress, lastTold, ...row }) => ({ ...namedCase(row), progress, lastTold: dayFromDatabase(lastTold) }));
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
