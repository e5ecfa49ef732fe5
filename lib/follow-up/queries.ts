import type { Viewer } from "#lib/access/viewer";
import { teamAtMeeting, teamAtMeetingSelect, functionsOf } from "#lib/agreements/team-at-meeting";
import type { Owner } from "#lib/agreements/rules";
import { dayForDatabase, dayFromDatabase, type Day } from "#lib/dates";
import { refreshBefore } from "#lib/follow-up/rules";
import type { Progress } from "#lib/follow-up/schema";
import { aliasOf } from "#lib/texts/case-discussions";

/** A casus of which the viewer is to say anew how it goes. */
export type CaseToRefresh = { id: string; alias: string; team: { id: string; name: string }; meetingId: string; progress: Progress | null; lastTold: Day };

const MOST = 10;

/** The casussen that wait for the viewer, who is to act and has said nothing for four weeks, over all core teams; at most ten. */
export async function listCasesToRefresh(viewer: Viewer): Promise<CaseToRefresh[]> {
  const rows = await viewer.db.$queryRaw<{ id: string; schoolYear: number; number: number; teamId: string; teamName: string; meetingId: string; progress: Progress | null; lastTold: Date }[]>`
    SELECT c.id, c.school_year AS "schoolYear", c.number, t.id AS "teamId", t.name AS "teamName", c.meeting_id AS "meetingId", k.progress::text AS progress, own.last_told AS "lastTold"
    FROM my_cases_to_refresh(${dayForDatabase(refreshBefore(viewer.today))}::date) own
    JOIN case_follow_up k ON k.case_discussion_id = own.case_discussion_id JOIN case_discussion c ON c.id = k.case_discussion_id JOIN core_team t ON t.id = c.core_team_id
    ORDER BY own.last_told, t.name, c.id LIMIT ${MOST}`;
  return rows.map(({ id, teamId, teamName, meetingId, progress, lastTold, ...parts }) => ({
    id, alias: aliasOf(parts), team: { id: teamId, name: teamName }, meetingId, progress, lastTold: dayFromDatabase(lastTold),
  }));
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
