import pg from "pg";
import { describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import type { LinkHolder } from "#lib/access/link-holder";
import { tokenOf } from "#lib/access/personal-links";
import { momentAt } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { NotFoundError } from "#lib/errors";
import { answerByLink } from "#lib/invitations/commands";
import { findLinkedInvitation } from "#lib/invitations/queries";
import { answerByLinkSchema, asTyped } from "#lib/invitations/schema";
import { answerInvitation, cancelMeeting, changeInvitees, recordMeeting, rescheduleMeeting } from "#lib/meetings/commands";
import { findMeeting } from "#lib/meetings/queries";
import { asPerson } from "#tests/support/as-person";
import { untilSomebodyWaits } from "#tests/support/locks";
import { changeOf, everything, otherTeam, participationOf, planOf, scheduled, teamWorld, TODAY, useMeetings } from "#tests/support/meeting-world";

useMeetings();

const PLANNED = { startsAt: momentAt("2026-11-24", "14:15") as Date, endsAt: momentAt("2026-11-24", "15:30") as Date };

describe("everybody invited has a link", () => {
  test("of their own, that works until the meeting ends", async () => {
    const { team, noor, samira, id } = await planned();
    const links = await operatorDatabase().personalLink.findMany({ where: { coreTeamId: team.id }, select: { purpose: true, personId: true, expiresAt: true, revokedAt: true, participationId: true } });
    const { id: participationId } = await participationOf(id, samira.id);
    expect(links.map(({ personId }) => personId).toSorted()).toEqual([noor.id, samira.id].toSorted());
    expect(links.find(({ personId }) => personId === samira.id)).toEqual({ purpose: "INVITATION", personId: samira.id, expiresAt: PLANNED.endsAt, revokedAt: null, participationId });
  });

  test("that moves along with the meeting: it is the same one, until the new end", async () => {
    const { noor, samira, id } = await planned();
    const before = await linkOf(id, samira.id);
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2026-12-01" })));
    expect(await linkOf(id, samira.id)).toEqual({ id: before.id, expiresAt: momentAt("2026-12-01", "15:30") });
    expect((await shown(before.id))?.startsAt).toEqual(momentAt("2026-12-01", "14:15"));
  });

  test("that stops when the invitation lapses or the meeting is called off, and the others go on", async () => {
    const { noor, samira, id } = await planned();
    const [own, other] = [await linkOf(id, samira.id), await linkOf(id, noor.id)];
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id], attendance: [] }));
    await expect(shown(own.id)).rejects.toBeInstanceOf(NotFoundError);
    expect(await shown(other.id)).not.toBeNull();
    await asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 2, reason: null, reasonReason: null }));
    await expect(shown(other.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("and who is invited once more gets another one: the first stays dead", async () => {
    const { noor, samira, id } = await planned();
    const first = await linkOf(id, samira.id);
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id], attendance: [] }));
    await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 2, invitees: [noor.id, samira.id], attendance: [] }));
    const second = await linkOf(id, samira.id);
    expect(second.id).not.toBe(first.id);
    expect(await shown(second.id)).not.toBeNull();
    await expect(shown(first.id)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("that shows nothing of an invitation that lapsed or a meeting that is off, even if the link itself was forgotten", async () => {
    for (const forgotten of [{ withdrawnAt: new Date() }, { cancelled: true, cancelledAt: new Date() }] as const) {
      const { samira, id } = await planned();
      const { id: linkId } = await linkOf(id, samira.id);
      if ("cancelled" in forgotten) await operatorDatabase().meeting.update({ where: { id }, data: forgotten });
      else await operatorDatabase().participation.updateMany({ where: { meetingId: id, personId: samira.id }, data: forgotten });
      expect(await shown(linkId)).toBeNull();
    }
  });
});

describe("the page behind it", () => {
  test("has when, where and whom to call, and the own answer", async () => {
    const { team, samira, id, noor } = await planned();
    await operatorDatabase().person.update({ where: { id: noor.id }, data: { phone: "06 12 34 56 78", sharesPhone: true } });
    expect(await shown((await linkOf(id, samira.id)).id)).toEqual({
      meetingId: id,
      coreTeamId: team.id,
      teamName: "OBS De Wilgen",
      ...PLANNED,
      form: "LIVE",
      place: "De Wilgen, Dorpsstraat 1",
      link: null,
      state: "COMING",
      attendance: "REQUIRED",
      answer: "NONE",
      organiser: { name: "Noor de Wit", phone: "06 12 34 56 78" }, calledFor: null,
    });
  });

  test("keeps a number that the organiser does not share", async () => {
    const { samira, id, noor } = await planned();
    await operatorDatabase().person.update({ where: { id: noor.id }, data: { phone: "06 12 34 56 78", sharesPhone: false } });
    expect((await shown((await linkOf(id, samira.id)).id))?.organiser).toEqual({ name: "Noor de Wit", phone: null });
  });

  test("has no theme, no other invitee, no other meeting, and no table to look them up in", async () => {
    const { team, noor, samira, joke } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id], { theme: "KANARIE-thema" }));
    await scheduled(noor.id, planOf(team.id, [samira.id], { date: "2026-12-03", place: "KANARIE-plek" }));
    const { id: linkId } = await linkOf(id, samira.id);
    expect(JSON.stringify(await shown(linkId))).not.toMatch(/KANARIE|Joke/);
    for (const table of ["meeting", "participation", "meeting_mail", "membership", "person", "core_team", "agenda_item"]) {
      await expect(byLink(linkId, ({ db }) => db.$queryRawUnsafe(`SELECT * FROM ${table}`)), table).rejects.toThrow("42501");
    }
    await expect(byLink(linkId, ({ db }) => db.$queryRawUnsafe("SELECT * FROM linked_calendar()"))).resolves.toEqual([]);
  });
});

describe("an answer by link", () => {
  test("is the same answer as the one given when signed in, and can be changed", async () => {
    const { team, noor, samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    const seen = () => asPerson(noor.id, async (viewer) => (await findMeeting(viewer, team.id, id))?.invitees.find(({ personId }) => personId === samira.id)?.answer);
    expect(await answer(linkId, "ACCEPTED")).toEqual({ ok: true });
    expect(await seen()).toBe("ACCEPTED");
    expect(await answer(linkId, "DECLINED")).toEqual({ ok: true });
    expect(await seen()).toBe("DECLINED");
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }));
    expect((await shown(linkId))?.answer).toBe("ACCEPTED");
  });

  test("changes the own answer and nothing else, and is written down as given by link", async () => {
    const { noor, samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    const others = await participationOf(id, noor.id);
    await answer(linkId, "DECLINED");
    expect(await participationOf(id, noor.id)).toEqual(others);
    const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id, role: "link" }, select: { personId: true, action: true, details: true } });
    expect(lines).toEqual([{ personId: samira.id, action: "invitation:answer", details: { answer: "DECLINED" } }]);
  });

  test("twice the same has one effect", async () => {
    const { samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    expect(await Promise.all([answer(linkId, "ACCEPTED"), answer(linkId, "ACCEPTED")])).toEqual([{ ok: true }, { ok: true }]);
    expect((await participationOf(id, samira.id)).answer).toBe("ACCEPTED");
  });

  test("is about the moment that was shown: a meeting that moved meanwhile asks again", async () => {
    const { noor, samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, changeOf(id, { date: "2026-12-01" })));
    const before = await everything();
    expect(await answer(linkId, "ACCEPTED")).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everything()).toEqual(before);
  });

  test("is refused when this person has another meeting by then, and tells when but not where", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [samira.id]));
    const { id: linkId } = await linkOf(id, samira.id);
    await answer(linkId, "DECLINED");
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { start: "15:00" }));
    const before = await everything();
    const result = await answer(linkId, "ACCEPTED");
    expect(result).toEqual({ ok: false, problem: "PERSON_ALREADY_BOOKED", startsAt: momentAt("2026-11-24", "15:00") });
    expect(JSON.stringify(result)).not.toContain("Meerpaal");
    expect(await everything()).toEqual(before);
  });

  test("of somebody on call never clashes", async () => {
    const { team, noor, joke, consortiumId } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, joke.id]));
    const other = await otherTeam(joke.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [joke.id]));
    expect(await answer((await linkOf(id, joke.id)).id, "ACCEPTED")).toEqual({ ok: true });
  });

  test("can be changed while the meeting is under way, and no more once it was recorded or is over", async () => {
    const { noor, samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    // In these tests it is nine o'clock.
    const underWay = await held(id, linkId, "08:30", "10:00");
    expect((await shown(linkId))?.state).toBe("UNDER_WAY");
    expect(await answer(linkId, "DECLINED", underWay)).toEqual({ ok: true });
    expect(await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }))).toMatchObject({ ok: true });
    await asPerson(noor.id, (viewer) => recordMeeting(viewer, { meetingId: id, version: 1, present: [] }));
    expect(await answer(linkId, "DECLINED", underWay)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect((await participationOf(id, samira.id)).answer).toBe("ACCEPTED");
    await held(id, linkId, "07:00", "09:00");
    await expect(shown(linkId)).rejects.toBeInstanceOf(NotFoundError);
    expect(await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "DECLINED" }))).toMatchObject({ ok: false });
  });

  test("cannot be anything but coming or not coming", async () => {
    const period = asTyped(PLANNED);
    for (const typed of [{ answer: "NONE", period }, { answer: "ACCEPTED", period: "gisteren" }, { answer: "ACCEPTED", period: period.split("/").toReversed().join("/") }, { answer: "ACCEPTED" }]) {
      expect(answerByLinkSchema.safeParse(typed).success, JSON.stringify(typed)).toBe(false);
    }
    const { samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    await expect(answer(linkId, "NONE" as "ACCEPTED")).rejects.toBeInstanceOf(NotFoundError);
  });
});

describe("an answer at the very moment of something else", () => {
  test("either comes before the cancellation or is not given", async () => {
    const { noor, samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    const answered = await meanwhile(`UPDATE meeting SET cancelled = true, cancelled_at = now(), sequence = 1, version = version + 1 WHERE id = '${id}'`, () => answer(linkId, "ACCEPTED"));
    expect(answered).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "NONE", cancelled: true });
    expect(await participationOf(id, noor.id)).toMatchObject({ cancelled: true });
  });

  test("either comes before the withdrawal or is not given", async () => {
    const { samira, id } = await planned();
    const { id: linkId } = await linkOf(id, samira.id);
    const answered = await meanwhile(`UPDATE participation SET withdrawn_at = now() WHERE meeting_id = '${id}' AND person_id = '${samira.id}'`, () => answer(linkId, "ACCEPTED"));
    expect(answered).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "NONE" });
  });

  test("always ends in one of the two legal states, whoever is first", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { noor, samira, id } = await planned();
      const { id: linkId } = await linkOf(id, samira.id);
      const cancel = () => asPerson(noor.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason: null, reasonReason: null }));
      const both = round % 2 === 0 ? [cancel(), answer(linkId, "ACCEPTED").catch(gone)] : [answer(linkId, "ACCEPTED").catch(gone), cancel()];
      const [first, second] = await Promise.all(both);
      const answered = (round % 2 === 0 ? second : first) as { ok: boolean };
      const then = await participationOf(id, samira.id);
      expect(then).toMatchObject({ cancelled: true, answer: answered.ok ? "ACCEPTED" : "NONE" });
      const mails = await operatorDatabase().meetingMail.findMany({ where: { participationId: then.id }, select: { method: true }, orderBy: { sequence: "asc" } });
      expect(mails.map(({ method }) => method)).toEqual(["REQUEST", "CANCEL"]);
      await expect(shown(linkId)).rejects.toBeInstanceOf(NotFoundError);
    }
  });

  test("of coming after all at two schools at once, one is refused", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [samira.id]));
    const here = await linkOf(id, samira.id);
    await answer(here.id, "DECLINED");
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const elsewhere = await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    const there = await linkOf(elsewhere, samira.id);
    await answer(there.id, "DECLINED");
    const outcomes = await Promise.all([answer(here.id, "ACCEPTED"), answer(there.id, "ACCEPTED")]);
    expect(outcomes.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  });
});

async function planned() {
  const world = await teamWorld();
  return { ...world, id: await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id, world.samira.id])) };
}

/** Puts a meeting on today, and its link with it. */
async function held(id: string, linkId: string, from: string, to: string) {
  const period = { startsAt: momentAt(TODAY, from) as Date, endsAt: momentAt(TODAY, to) as Date };
  await operatorDatabase().meeting.update({ where: { id }, data: period });
  await operatorDatabase().personalLink.update({ where: { id: linkId }, data: { expiresAt: period.endsAt } });
  return period;
}

/** The working link of somebody's invitation. */
async function linkOf(meetingId: string, personId: string) {
  return operatorDatabase().personalLink.findFirstOrThrow({ where: { purpose: "INVITATION", revokedAt: null, personId, participation: { meetingId } }, select: { id: true, expiresAt: true } });
}

function byLink<T>(linkId: string, run: (holder: LinkHolder) => Promise<T>): Promise<T> {
  return inLinkTransaction("INVITATION", tokenOf(linkId), run, "test");
}

function shown(linkId: string) {
  return byLink(linkId, findLinkedInvitation);
}

function answer(linkId: string, given: "ACCEPTED" | "DECLINED", period = PLANNED) {
  return byLink(linkId, (holder) => answerByLink(holder, { answer: given, period }));
}

function gone(error: unknown): { ok: false } {
  if (error instanceof NotFoundError) return { ok: false };
  throw error;
}

/** Does something while the owner's statement is done but not yet committed; it is, as soon as the other waits for it. */
async function meanwhile<T>(statement: string, run: () => Promise<T>): Promise<T> {
  const owner = new pg.Client({ connectionString: env().OPERATOR_DATABASE_URL as string });
  await owner.connect();
  try {
    await owner.query("BEGIN");
    await owner.query(statement);
    const running = run();
    await untilSomebodyWaits();
    await owner.query("COMMIT");
    return await running;
  } finally {
    await owner.end();
  }
}
