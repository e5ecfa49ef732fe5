import { beforeEach, describe, expect, test } from "vitest";
import { operatorDatabase } from "#lib/db";
import { ForbiddenError } from "#lib/errors";
import { cancelMeeting } from "#lib/meetings/commands";
import { switchMeetings } from "#lib/meeting-switches/commands";
import { listSwitchableMeetings } from "#lib/meeting-switches/queries";
import { fingerprintOf, planSwitch } from "#lib/meeting-switches/rules";
import type { SwitchMeetings } from "#lib/meeting-switches/schema";
import { asPerson } from "#tests/support/as-person";
import { asForm, everything, otherTeam, planOf, scheduled, signIn, type TeamWorld, teamWorld, useMeetings } from "#tests/support/meeting-world";

useMeetings();

let world: TeamWorld;
let wilgen: string;
let meerpaal: string;
let meerpaalTeam: string;

beforeEach(async () => {
  world = await teamWorld();
  const other = await otherTeam(world.samira.id, { name: "De Meerpaal", consortiumId: world.consortiumId });
  meerpaalTeam = other.team.id;
  wilgen = await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id, world.samira.id], { date: "2026-12-01" }));
  meerpaal = await scheduled(other.planner.id, planOf(meerpaalTeam, [world.samira.id], { date: "2026-12-31", confirmed: ["SCHOOL_HOLIDAY 2026-12-31", "PUBLIC_HOLIDAY 2026-12-31"] }));
});

const december = { to: "DIGITAL" as const, from: "2026-12-01", until: "2026-12-31", municipality: "" };

async function asked(fields: Partial<SwitchMeetings> = {}): Promise<SwitchMeetings> {
  const wanted = { ...december, consortiumId: world.consortiumId, skipped: [], link: null, ...fields };
  const shown = await asPerson(world.karin.id, (viewer) => listSwitchableMeetings(viewer, wanted));
  return { ...wanted, fingerprint: fingerprintOf(planSwitch(shown, wanted).changing), ...fields };
}

async function switched(fields: Partial<SwitchMeetings> = {}) {
  const input = await asked(fields);
  return asForm(await signIn(world.karin.id), (viewer) => switchMeetings(viewer, input));
}

async function state(meetingId: string) {
  const found = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { form: true, place: true, link: true, sequence: true, participations: { select: { mails: { select: { method: true, sequence: true } } } } } });
  const { participations, ...meeting } = found;
  return { ...meeting, mails: participations.flatMap(({ mails }) => mails).filter(({ sequence }) => sequence > 0) };
}

describe("making bijeenkomsten of a period digital", () => {
  test("changes all of them at once, the last day included, and mails each invitee once under the next SEQUENCE", async () => {
    expect(await switched({ link: "https://video.example/kernteam" })).toEqual({ ok: true, meetings: 2, mails: 3 });
    expect(await state(wilgen)).toMatchObject({ form: "DIGITAL", link: "https://video.example/kernteam", sequence: 1, mails: [{ method: "REQUEST", sequence: 1 }, { method: "REQUEST", sequence: 1 }] });
    expect(await state(meerpaal)).toMatchObject({ form: "DIGITAL", sequence: 1, mails: [{ method: "REQUEST", sequence: 1 }] });
  });

  test("keeps the address, so that they can be held there again", async () => {
    const before = await state(wilgen);
    await switched();
    expect(await switched({ to: "LIVE" })).toEqual({ ok: true, meetings: 2, mails: 3 });
    expect(await state(wilgen)).toMatchObject({ form: "LIVE", place: before.place, link: null, sequence: 2 });
  });

  test("leaves one digital for which no address is known", async () => {
    await switched();
    await operatorDatabase().meeting.update({ where: { id: meerpaal }, data: { place: null } });
    expect(await switched({ to: "LIVE" })).toMatchObject({ meetings: 1 });
    expect((await state(meerpaal)).form).toBe("DIGITAL");
  });

  test("passes over the core teams that are skipped, what is cancelled and other days", async () => {
    await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id], { date: "2026-11-30" }));
    const off = await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id], { date: "2026-12-08" }));
    await asPerson(world.noor.id, (viewer) => cancelMeeting(viewer, { meetingId: off, version: 1, reason: null, reasonReason: null }));
    expect(await switched({ skipped: [meerpaalTeam] })).toEqual({ ok: true, meetings: 1, mails: 2 });
    expect((await state(meerpaal)).form).toBe("LIVE");
  });

  test("changes nothing when a bijeenkomst changed after it was shown", async () => {
    const input = await asked();
    await asPerson(world.noor.id, (viewer) => cancelMeeting(viewer, { meetingId: wilgen, version: 1, reason: null, reasonReason: null }));
    const before = await everything();
    expect(await asForm(await signIn(world.karin.id), (viewer) => switchMeetings(viewer, input))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everything()).toEqual(before);
  });

  test("happens once when two people say yes at the same moment", async () => {
    const input = await asked();
    const karin = await signIn(world.karin.id);
    const answers = await Promise.all([1, 2, 3].map(() => asForm(karin, (viewer) => switchMeetings(viewer, input))));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await state(wilgen)).sequence).toBe(1);
  });

  test("is not for a school, and touches nothing of another samenwerkingsverband", async () => {
    const input = await asked();
    const elsewhere = await teamWorld({ name: "De Verte" });
    const before = await everything();
    await expect(asPerson(world.noor.id, (viewer) => switchMeetings(viewer, input))).rejects.toBeInstanceOf(ForbiddenError);
    await expect(asPerson(elsewhere.karin.id, (viewer) => switchMeetings(viewer, input))).rejects.toBeInstanceOf(ForbiddenError);
    expect(await asPerson(elsewhere.karin.id, (viewer) => listSwitchableMeetings(viewer, input))).toEqual([]);
    expect(await everything()).toEqual(before);
  });
});
