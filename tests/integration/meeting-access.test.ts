import { describe, expect, test } from "vitest";
import { asOperator } from "#lib/access/transaction";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { answerInvitation, cancelMeeting, changeInvitees, recordMeeting, rescheduleMeeting, resendInvitation, scheduleMeeting } from "#lib/meetings/commands";
import { findMeeting, findMeetingToChange, findPlanningTeam, listMeetings, listMeetingYears } from "#lib/meetings/queries";
import { asPerson } from "#tests/support/as-person";
import { makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { changeOf, everything, participationOf, planOf, scheduled, teamWorld, useMeetings, type TeamWorld } from "#tests/support/meeting-world";

useMeetings();

describe("whoever may not", () => {
  test("as a partner, sees the meetings of the team, and neither schedules, moves, cancels, records nor invites", async () => {
    const world = await teamWorld();
    const { noor, samira, team } = world;
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const before = await everything();
    for (const attempt of attempts(world, id, samira.id)) await expect(attempt()).rejects.toThrow(ForbiddenError);
    expect(await everything()).toEqual(before);
    expect(await asPerson(samira.id, (viewer) => findPlanningTeam(viewer, team.id))).not.toBeNull();
  });

  test("because of another school, a membership that ended, or a role on the board or as administrator, finds nothing", async () => {
    const world = await teamWorld();
    const { noor, team, consortiumId } = world;
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    const elsewhere = await teamWorld({ consortiumId });
    const [former, board, administrator, stranger] = [await makePerson(), await makePerson(), await makePerson(), (await teamWorld()).karin];
    await makeMembership(team, former.id, { coordinates: true, lastDay: "2026-11-09" });
    await makeRole(consortiumId, board.id, "BOARD");
    await makeRole(consortiumId, administrator.id, "ADMINISTRATOR");
    const before = await everything();
    for (const person of [elsewhere.noor, former, board, administrator, stranger]) {
      for (const attempt of attempts(world, id, person.id)) await expect(attempt()).rejects.toThrow(NotFoundError);
      await expect(asPerson(person.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "DECLINED" }))).rejects.toThrow(NotFoundError);
      expect(await asPerson(person.id, (viewer) => findMeeting(viewer, team.id, id))).toBeNull();
      expect(await asPerson(person.id, (viewer) => findMeetingToChange(viewer, id))).toBeNull();
      expect((await asPerson(person.id, (viewer) => listMeetings(viewer, team.id, "coming", 1))).total).toBe(0);
      expect(await asPerson(person.id, (viewer) => listMeetingYears(viewer, team.id))).toEqual([]);
    }
    expect(await everything()).toEqual(before);
  });

  test("because of running commands on the server, has no meetings either", async () => {
    const { noor, team } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    expect(await asOperator((viewer) => findMeeting(viewer, team.id, id))).toBeNull();
  });
});

function attempts({ team, noor }: TeamWorld, meetingId: string, personId: string): (() => Promise<unknown>)[] {
  const as = (run: Parameters<typeof asPerson<unknown>>[1]) => () => asPerson(personId, run);
  return [
    as((viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id], { start: "10:00" }))),
    as((viewer) => rescheduleMeeting(viewer, changeOf(meetingId, { start: "16:00" }))),
    as((viewer) => cancelMeeting(viewer, { meetingId, version: 1, reason: null, reasonReason: null })),
    as((viewer) => changeInvitees(viewer, { meetingId, version: 1, invitees: [noor.id], attendance: [] })),
    as((viewer) => recordMeeting(viewer, { meetingId, version: 1, present: [] })),
    as(async (viewer) => resendInvitation(viewer, { participationId: (await participationOf(meetingId, noor.id)).id })),
  ];
}
