import type { Viewer } from "#lib/access/viewer";
import { findAgenda } from "#lib/agenda/queries";
import { timetable } from "#lib/agenda/rules";
import { record } from "#lib/audit/record";
import { listCaseDiscussionsOf } from "#lib/case-discussions/queries";
import { dayOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { findMeeting } from "#lib/meetings/queries";
import type { Minutes } from "#lib/minutes/document";
import { hasMinutes } from "#lib/minutes/rules";
import type { MinutesParams } from "#lib/minutes/schema";
import { guestTexts } from "#lib/texts/guests";

/**
 * What the minutes of a meeting tell, for a member of its team, and writes down in the same transaction that they were taken
 * away as a file. They know a casus by its alias only: its text is not read for them. A meeting that is to come or was cancelled has none.
 */
export async function readMinutes(viewer: Viewer, { coreTeamId, meetingId }: MinutesParams, format: "WORD" | "PDF"): Promise<Minutes> {
  const meeting = await findMeeting(viewer, coreTeamId, meetingId);
  if (!meeting) throw new NotFoundError("meeting");
  const { team, state, kind, theme, startsAt, endsAt, form, place } = meeting;
  viewer.mustBeAbleTo("minutes:download", team.scope);
  if (!hasMinutes(state)) throw new NotFoundError("minutes");
  const agenda = await findAgenda(viewer, coreTeamId, meetingId);
  const cases = await listCaseDiscussionsOf(viewer, meetingId);
  await record(viewer, "minutes:download", team.scope, { objectType: "meeting", objectId: meetingId, details: { format } });
  const guests = (agenda?.guests ?? []).map(({ organisation, ...guest }) => ({ ...guest, functionName: guestTexts.asGuest(organisation) }));
  const invited = [...meeting.invitees, ...guests];
  const isKnown = state === "RECORDED" || invited.some(({ present }) => present !== null);
  return {
    day: dayOf(startsAt),
    team: team.name,
    kind, theme, startsAt, endsAt, form, place,
    people: invited.map(({ name, functionName, present }) => ({ name, functionName, present: isKnown ? present === true : null })),
    items: timetable(agenda?.items ?? [], startsAt).map((item) => ({ title: item.title, startsAt: item.startsAt, addedBy: item.addedBy, origin: item.origin })),
    agreements: meeting.agreements.map(({ kind: kindOfIt, text, owner, dueOn, state: stateOfIt, caseDiscussion }) => ({ kind: kindOfIt, text, owner: owner.name, dueOn, state: stateOfIt, caseAlias: caseDiscussion?.alias ?? null })),
    caseAliases: cases.map(({ alias }) => alias),
  };
}
