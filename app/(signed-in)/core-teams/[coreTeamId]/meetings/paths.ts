import type { Route } from "next";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { dayOf, formatDate, formatDayMonth, schoolYearOf, type Day } from "#lib/dates";
import type { MeetingTeam } from "#lib/meetings/planning-team";
import { meetingTexts } from "#lib/texts/meetings";

/** The address of the meetings of a core team, or of a page below it. */
export function meetingsPath(coreTeamId: string, below = ""): Route {
  return `/core-teams/${coreTeamId}/meetings${below}` as Route;
}

/** The way back from one meeting: to the team, and to its meetings. */
export function meetingsCrumbs(team: MeetingTeam) {
  return [teamCrumb(team), { href: meetingsPath(team.id), label: meetingTexts.all }];
}

/** The day of a meeting as its pages name it: with the year when it is of another school year. */
export function meetingDay({ startsAt }: { startsAt: Date }, today: Day): string {
  const day = dayOf(startsAt);
  return schoolYearOf(day) === schoolYearOf(today) ? formatDayMonth(day) : formatDate(day);
}

/** The way back from a page about one meeting: also to that meeting. */
export function meetingCrumbs(team: MeetingTeam, meeting: { id: string; startsAt: Date }) {
  return [...meetingsCrumbs(team), { href: meetingsPath(team.id, `/${meeting.id}`), label: meetingTexts.on(formatDayMonth(dayOf(meeting.startsAt))) }];
}
