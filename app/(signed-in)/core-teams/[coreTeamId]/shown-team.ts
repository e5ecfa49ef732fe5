import type { Route } from "next";
import type { ShownMember, ShownSeat, ShownVacancy } from "#components/core-teams/team-people";
import type { Viewer } from "#lib/access/viewer";
import { absenceToTell, patternOn } from "#lib/availability/rules";
import type { CoreTeam } from "#lib/core-teams/queries";
import { addingTakes, completenessOn, countsOn, endingTakes, seatsOn, type Vacancy } from "#lib/core-teams/rules";
import type { TeamMember } from "#lib/core-teams/team-people";
import { formatDayMonth, type Day } from "#lib/dates";
import { availabilityTexts, nearDaysInWords, workingDays } from "#lib/texts/availability";
import { changeReportTexts, coreTeamTexts, guideNames } from "#lib/texts/core-teams";

/** A core team as its page draws it on a day, with the links this reader has a use for. */
export type ShownTeam = {
  seats: ShownSeat[];
  joining: ShownSeat[];
  former: { membershipId: string; name: string; functionName: string; firstDay: Day; lastDay: Day }[];
  filled: number;
  places: number;
};

/** Makes the list of a day. On another day than today nothing can be changed, so there are no links. */
export function shownTeam(viewer: Viewer, team: CoreTeam, day: Day): ShownTeam {
  const isToday = day === viewer.today;
  const { filled, places } = completenessOn(day, team.functions, team.members, team.startedOn);
  const seats = seatsOn(day, team.functions, team.members, team.startedOn).map((seat): ShownSeat =>
    seat.kind === "MEMBER"
      ? { kind: "MEMBER", member: shownMember(viewer, team, seat.member, day) }
      : { kind: "VACANCY", vacancy: isToday ? shownVacancy(viewer, team, seat.vacancy) : { ...seat.vacancy, advice: null, ask: null, action: null } },
  );
  const joining = team.members.filter(({ firstDay }) => firstDay > day).map((member): ShownSeat => ({ kind: "MEMBER", member: shownMember(viewer, team, member, day) }));
  const former = team.members
    .flatMap(({ lastDay, ...member }) => (lastDay !== null && lastDay < day && !holdsStill(team, member, day) ? [{ ...member, lastDay }] : []))
    .toSorted((a, b) => b.lastDay.localeCompare(a.lastDay))
    .map(({ membershipId, name, functionName, firstDay, lastDay }) => ({ membershipId, name, functionName, firstDay, lastDay }));
  // Nobody is expected at a table that is not there yet.
  const isEmpty = !team.members.some((member) => countsOn(day, member)) && (isToday || day < team.startedOn);
  return { seats: isEmpty ? [] : seats, joining, former, filled, places };
}

function shownMember(viewer: Viewer, team: CoreTeam, member: TeamMember, day: Day): ShownMember {
  const { membershipId, name, photoUrl, functionName, phone, email, patterns, absences, callMeFor, firstDay, lastDay, temporaryReason } = member;
  return {
    membershipId,
    name,
    photoUrl,
    functionName,
    organisation: member.organisation ?? ownSchoolOf(team),
    phone,
    email,
    workingDays: workingDays(patternOn(patterns, day)),
    away: shownAbsence(absences, day),
    callMeFor,
    firstDay,
    lastDay,
    temporaryReason,
    links: day === viewer.today ? linksFor(viewer, team, member) : [],
  };
}

/** What colleagues are told of an absence, near enough to matter. */
function shownAbsence(absences: TeamMember["absences"], day: Day): ShownMember["away"] {
  const absence = absenceToTell(absences, day);
  if (!absence) return null;
  const when = absence.firstDay <= day ? availabilityTexts.awayUntil(formatDayMonth(absence.lastDay)) : availabilityTexts.awayFrom(nearDaysInWords(absence));
  return { when, replacement: absence.replacement };
}

function linksFor(viewer: Viewer, team: CoreTeam, member: TeamMember): ShownMember["links"] {
  const at = `/core-teams/${team.id}`;
  const scope = scopeOf(team);
  if (member.personId === viewer.person.id) return [];
  if (viewer.can(endingTakes(member), scope)) {
    return [
      { href: `${at}/members/${member.membershipId}/change` as Route, label: coreTeamTexts.change, about: coreTeamTexts.changeOf(member.name) },
      { href: `${at}/members/${member.membershipId}/ending` as Route, label: coreTeamTexts.end, about: coreTeamTexts.endOf(member.name) },
    ];
  }
  if (!viewer.can("change:report", scope)) return [];
  return [{ href: `${at}/change-reports/new?member=${member.membershipId}` as Route, label: coreTeamTexts.report, about: changeReportTexts.reportOf(member.name) }];
}

function shownVacancy(viewer: Viewer, team: CoreTeam, vacancy: Vacancy): ShownVacancy {
  const scope = scopeOf(team);
  const own = team.functions.find(({ id }) => vacancy.functionIds.includes(id));
  if (own && viewer.can(addingTakes(own), scope)) {
    const href = `/core-teams/${team.id}/members/new?function=${own.id}` as Route;
    const advice = own.coordinates && !viewer.can("member:manage", scope) ? coreTeamTexts.vacancyForSchool : coreTeamTexts.vacancyForGuide;
    return { ...vacancy, advice, ask: null, action: { href, label: coreTeamTexts.fillVacancy } };
  }
  const [guide] = team.guides;
  const advice = guide ? coreTeamTexts.vacancyAsk(guide.name, guideNames[guide.role].toLowerCase()) : coreTeamTexts.vacancyNobody;
  return { ...vacancy, advice, ask: guide?.phone ? { name: guide.name, phone: guide.phone } : null, action: null };
}

function ownSchoolOf(team: CoreTeam): string {
  return team.schools.length === 1 ? (team.schools[0]?.name ?? team.name) : team.name;
}

// Whoever stopped in a function and holds it again is no former member.
function holdsStill(team: CoreTeam, former: Pick<TeamMember, "personId" | "functionId">, day: Day): boolean {
  return team.members.some((member) => member.personId === former.personId && member.functionId === former.functionId && countsOn(day, member));
}

function scopeOf({ id, consortiumId }: CoreTeam): { consortiumId: string; coreTeamId: string } {
  return { consortiumId, coreTeamId: id };
}
