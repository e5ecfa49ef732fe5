import pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { dayForDatabase, dayOf, momentAt, timeOf } from "#lib/dates";
import { operatorDatabase } from "#lib/db";
import { env } from "#lib/env";
import { answerInvitation, cancelMeeting, changeInvitees, rescheduleMeeting, scheduleMeeting, type MomentProblem } from "#lib/meetings/commands";
import type { FindingsProblem } from "#lib/meetings/free-text";
import { readTyped } from "#lib/forms/typed-input";
import { OFFERED, typeOffered } from "#lib/meetings/offered-moment";
import type { OtherMoment } from "#lib/meetings/other-moments";
import { scheduleMeetingSchema } from "#lib/meetings/schema";
import { offerLine } from "#lib/texts/planning";
import { momentOffer } from "#app/(signed-in)/core-teams/[coreTeamId]/meetings/refusals";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting, makeMembership, makePerson } from "#tests/support/builders";
import { untilSomebodyWaits } from "#tests/support/locks";
import { asForm, changeOf, everything, otherTeam, participationOf, planOf, scheduled, signIn, teamWorld, useMeetings } from "#tests/support/meeting-world";

useMeetings();

const DAY = "2026-11-24";

describe("nobody is booked twice", () => {
  test("and the refusal names person, time and school within the same samenwerkingsverband", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    const before = await everything();
    const result = await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id, samira.id], { start: "15:00" })));
    expect(result).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz", startsAt: momentAt(DAY, "14:15"), teamName: "De Meerpaal" }] });
    expect(await everything()).toEqual(before);
  });

  test("and of another samenwerkingsverband it only tells that there is a meeting", async () => {
    const { team, noor, samira } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal" });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    const result = await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id, samira.id])));
    expect(result).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz", teamName: null }] });
    expect(JSON.stringify(result)).not.toContain("Meerpaal");
  });

  test("and up to three other moments are offered, at which nobody is elsewhere and who is needed works: the asked week first", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { place: "De Meerpaal, Plein 2" }));
    await works(samira.id, 1, 2, 4);
    const result = await refusedMoment(noor.id, planOf(team.id, [noor.id, samira.id]));
    // On the day itself with time for the way between the two.
    expect(momentsOf(result)).toEqual(["2026-11-23 14:15", "2026-11-24 12:30", "2026-11-26 14:15"]);
    expect(result.alternatives.map(({ turnout, known }) => [offerLine(turnout), known])).toEqual(Array.from({ length: 3 }, () => ["iedereen kan", []]));
    for (const date of ["2026-11-23", "2026-11-26"]) await operatorDatabase().studyDay.create({ data: { consortiumId, schoolId: team.schoolId, name: "Studiedag", firstDay: dayForDatabase(date), lastDay: dayForDatabase(date) } });
    expect(momentsOf(await refusedMoment(noor.id, planOf(team.id, [noor.id, samira.id])))).toEqual(["2026-11-24 12:30", "2026-11-30 14:15", "2026-12-01 14:15"]);
    for (const { period } of result.alternatives.slice(1, 2)) {
      const plan = planOf(team.id, [noor.id, samira.id], { date: dayOf(period.startsAt), start: timeOf(period.startsAt) });
      expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, plan))).toMatchObject({ ok: true });
    }
  });

  test("and it is told who cannot come to an offered moment: taking it takes no more asking, but for what came after", async () => {
    const { team, noor, samira, karin, functions, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    const amira = await makePerson({ name: "Amira El Idrissi" });
    await makeMembership(team, amira.id, { functionId: functions.nurse.id });
    await works(amira.id, 5);
    await works(samira.id, 1, 2);
    const plan = planOf(team.id, [noor.id, samira.id, amira.id], { attendance: [`${amira.id}:PREFERRED`] });
    const result = await refusedMoment(noor.id, plan);
    const [monday] = result.alternatives;
    const key = `UNAVAILABLE 2026-11-23 14:15 ${amira.id}`;
    expect(monday).toMatchObject({ known: [key] });
    expect(offerLine(monday!.turnout)).toBe("2 van 3: jeugdverpleegkundige (gewenst) werkt niet op maandag");
    const taken = { ...plan, ...pressed(monday!) };
    expect(taken).toMatchObject({ date: "2026-11-23", start: "14:15", confirmed: [key] });
    const absence = { firstDay: dayForDatabase("2026-11-23"), lastDay: dayForDatabase("2026-11-23") };
    await operatorDatabase().absence.create({ data: { personId: noor.id, ...absence } });
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, taken))).toMatchObject({ problem: "NEEDS_CONFIRMATION", warnings: [{ code: "UNAVAILABLE", name: "Noor de Wit" }, { key }] });
    await operatorDatabase().absence.deleteMany({ where: { personId: noor.id } });
    expect(await asPerson(karin.id, (viewer) => scheduleMeeting(viewer, taken))).toMatchObject({ ok: true });
  });

  test("and no moment is offered at which somebody who is wanted is elsewhere, which would only be refused again", async () => {
    const { team, noor, samira, joke, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await makeMembership(other.team, joke.id, { functionId: (await operatorDatabase().teamFunction.findFirstOrThrow({ where: { consortiumId } })).id });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    for (const date of ["2026-11-23", "2026-11-25", "2026-11-26", "2026-11-27"]) {
      await scheduled(other.planner.id, planOf(other.team.id, [joke.id], { date, start: "09:00", minutes: 480, attendance: [`${joke.id}:REQUIRED`], confirmed: [] }));
    }
    const result = await refusedMoment(noor.id, planOf(team.id, [noor.id, samira.id, joke.id], { attendance: [`${joke.id}:PREFERRED`] }));
    for (const moment of momentsOf(result)) expect(["2026-11-23", "2026-11-25", "2026-11-26", "2026-11-27"]).not.toContain(moment.slice(0, 10));
    expect(result.alternatives).toHaveLength(3);
  });

  test("and none on a day on which the team meets already, while the meeting that moves is not in its own way", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-11-25" }));
    await scheduled(noor.id, planOf(team.id, [noor.id], { date: "2026-11-26", start: "09:00" }));
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const result = await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), date: "2026-11-25" }));
    expect(momentsOf(result)).toEqual(["2026-11-23 14:15", "2026-11-24 14:15", "2026-11-25 13:00"]);
  });

  test("and it is told who is no member any more at an offered moment: taking it moves the meeting at once, without this person", async () => {
    const { team, noor, samira, joke, memberships, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-11-30" }));
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id, joke.id], { attendance: [`${joke.id}:ON_CALL`] }));
    await operatorDatabase().membership.update({ where: { id: memberships.joke.id }, data: { lastDay: dayForDatabase("2026-12-01") } });
    const result = await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), date: "2026-11-30" }));
    const wednesday = result.ok || result.problem !== "PERSON_ALREADY_BOOKED" ? undefined : result.alternatives.find(({ period }) => dayOf(period.startsAt) === "2026-12-02");
    expect(offerLine(wednesday!.turnout)).toMatch(/^2 van 2: .* \(op afroep\) is dan geen lid meer$/);
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), ...pressed(wednesday!) }))).toMatchObject({ ok: true, change: "MOVED", mails: 3 });
    expect((await participationOf(id, joke.id)).withdrawnAt).not.toBeNull();
  });

  test("and none when this moment alone will do: for who is added, or comes after all", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    const result = await asPerson(noor.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [noor.id, samira.id], attendance: [] }));
    expect(result).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", alternatives: [] });
  });

  test("but one meeting may begin when another ends", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id]));
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [samira.id], { start: "15:30" })))).toMatchObject({ ok: true });
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [samira.id], { start: "13:00" })))).toMatchObject({ ok: true });
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [samira.id], { start: "12:59" })))).toMatchObject({ problem: "PERSON_ALREADY_BOOKED" });
  });

  test("but who is on call, has declined, is no longer invited or was called off is free", async () => {
    for (const free of ["on call", "declined", "withdrawn", "cancelled"] as const) {
      const { team, noor, samira, consortiumId } = await teamWorld();
      const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
      const invitees = [other.planner.id, samira.id];
      const attendance = free === "on call" ? [`${samira.id}:ON_CALL`] : [];
      const id = await scheduled(other.planner.id, planOf(other.team.id, invitees, { attendance }));
      if (free === "declined") await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "DECLINED" }));
      if (free === "withdrawn") await asPerson(other.planner.id, (viewer) => changeInvitees(viewer, { meetingId: id, version: 1, invitees: [other.planner.id], attendance: [] }));
      if (free === "cancelled") await asPerson(other.planner.id, (viewer) => cancelMeeting(viewer, { meetingId: id, version: 1, reason: null, reasonReason: null }));
      expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [samira.id]))), free).toMatchObject({ ok: true });
    }
  });

  test("and who is invited on call is not kept from elsewhere", async () => {
    const { team, noor, samira, joke, consortiumId } = await teamWorld();
    const other = await otherTeam(joke.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [joke.id]));
    expect(await asPerson(noor.id, (viewer) => scheduleMeeting(viewer, planOf(team.id, [samira.id, joke.id])))).toMatchObject({ ok: true });
  });
});

describe("later changes", () => {
  test("a meeting cannot move to where somebody is elsewhere, and nothing has changed", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-12-01" }));
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    const before = await everything();
    const move = { ...changeOf(id), date: "2026-12-01", start: "15:00" };
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, move))).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ teamName: "De Meerpaal" }] });
    expect(await everything()).toEqual(before);
  });

  test("a meeting may move by half its length: it does not stand in its own way", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), start: "14:45" }))).toMatchObject({ ok: true, change: "MOVED" });
  });

  test("who had declined and is elsewhere at the new moment is not asked again and stands in no way", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-12-01" }));
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "DECLINED" }));
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), date: "2026-12-01" }))).toMatchObject({ ok: true });
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "DECLINED" });
    await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), version: 2, date: "2026-12-03" }));
    expect(await participationOf(id, samira.id)).toMatchObject({ answer: "NONE" });
  });

  test("somebody who is no member on the new day does not keep the meeting from moving", async () => {
    const { team, noor, samira, memberships, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    await scheduled(other.planner.id, planOf(other.team.id, [samira.id], { date: "2026-12-01" }));
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await operatorDatabase().membership.update({ where: { id: memberships.samira.id }, data: { lastDay: dayForDatabase("2026-11-30") } });
    const move = { ...changeOf(id), date: "2026-12-01", confirmed: ["NOT_MEMBERS 2026-12-01"] };
    expect(await asPerson(noor.id, (viewer) => rescheduleMeeting(viewer, move))).toMatchObject({ ok: true });
  });

  test("who had declined can come after all, unless elsewhere by then", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id]));
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "DECLINED" }));
    const elsewhere = await scheduled(other.planner.id, planOf(other.team.id, [other.planner.id, samira.id]));
    const before = await everything();
    expect(await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }))).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ teamName: "De Meerpaal" }] });
    expect(await everything()).toEqual(before);
    await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: elsewhere, answer: "DECLINED" }));
    expect(await asPerson(samira.id, (viewer) => answerInvitation(viewer, { meetingId: id, answer: "ACCEPTED" }))).toMatchObject({ ok: true });
  });

  test("who was on call and is needed now, or is added, has to be free", async () => {
    const { team, noor, samira, joke, consortiumId } = await teamWorld();
    for (const person of [samira, joke]) {
      const other = await otherTeam(person.id, { name: "De Meerpaal", consortiumId });
      await scheduled(other.planner.id, planOf(other.team.id, [person.id]));
    }
    const id = await scheduled(noor.id, planOf(team.id, [noor.id, joke.id]));
    const change = { meetingId: id, version: 1, invitees: [noor.id, joke.id], attendance: [`${joke.id}:REQUIRED`] };
    const before = await everything();
    expect(await asPerson(noor.id, (viewer) => changeInvitees(viewer, change))).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Joke Bakker" }] });
    expect(await asPerson(noor.id, (viewer) => changeInvitees(viewer, { ...change, invitees: [...change.invitees, samira.id], attendance: [] }))).toMatchObject({ clashes: [{ name: "Samira Yilmaz" }] });
    expect(await everything()).toEqual(before);
  });
});

describe("at the same moment", () => {
  test("two planners confirm the same person: each time exactly one wins, and the other reads where that person is", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld({ name: "De Wilgen" });
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const [asNoor, asOther] = [await signIn(noor.id), await signIn(other.planner.id)];
    for (let round = 0; round < 20; round += 1) {
      const date = `2027-01-${String(11 + (round % 5)).padStart(2, "0")}`;
      const start = `${String(9 + Math.floor(round / 5) * 2).padStart(2, "0")}:00`;
      const results = await Promise.all([
        asForm(asNoor, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id, samira.id], { date, start }))),
        asForm(asOther, (viewer) => scheduleMeeting(viewer, planOf(other.team.id, [other.planner.id, samira.id], { date, start }))),
      ]);
      expect(results.filter(({ ok }) => ok)).toHaveLength(1);
      const teamName = results[0].ok ? "De Wilgen" : "De Meerpaal";
      expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz", startsAt: momentAt(date, start), teamName }] });
    }
    expect(await operatorDatabase().participation.count({ where: { personId: samira.id } })).toBe(20);
    expect(await operatorDatabase().meetingMail.count({ where: { participation: { personId: samira.id } } })).toBe(20);
  });

  test("a hundred try to book the same person: one booking, and ninety-nine sentences", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const [asNoor, asOther] = [await signIn(noor.id), await signIn(other.planner.id)];
    const tries = Array.from({ length: 100 }, (_, index) => {
      const [planner, coreTeamId] = index % 2 === 0 ? [asNoor, team.id] : [asOther, other.team.id];
      // All of these overlap each other.
      const start = `14:${String(index % 60).padStart(2, "0")}`;
      return patiently(() => asForm(planner, (viewer) => scheduleMeeting(viewer, planOf(coreTeamId, [samira.id], { start }))));
    });
    const results = await Promise.all(tries);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    for (const result of results.filter(({ ok }) => !ok)) expect(result).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz" }] });
    expect(await operatorDatabase().participation.count({ where: { personId: samira.id } })).toBe(1);
  });

  test("fifty save a change of the same version: one is kept, and the others see it", async () => {
    const { team, noor } = await teamWorld();
    const asNoor = await signIn(noor.id);
    const id = await scheduled(noor.id, planOf(team.id, [noor.id]));
    const tries = Array.from({ length: 50 }, (_, index) => patiently(() => asForm(asNoor, (viewer) => rescheduleMeeting(viewer, { ...changeOf(id), theme: `Thema ${index}` }))));
    const results = await Promise.all(tries);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    const { theme } = await operatorDatabase().meeting.findUniqueOrThrow({ where: { id } });
    expect(theme).toBe(`Thema ${results.findIndex(({ ok }) => ok)}`);
    for (const result of results.filter(({ ok }) => !ok)) expect(result).toMatchObject({ problem: "CHANGED_MEANWHILE", now: { version: 2, theme } });
  });

  test("two move their meetings to the same moment: one moves", async () => {
    const { team, noor, samira, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const [asNoor, asOther] = [await signIn(noor.id), await signIn(other.planner.id)];
    const first = await scheduled(noor.id, planOf(team.id, [noor.id, samira.id], { start: "09:00" }));
    const second = await scheduled(other.planner.id, planOf(other.team.id, [other.planner.id, samira.id], { start: "11:00" }));
    const results = await Promise.all([
      asForm(asNoor, (viewer) => rescheduleMeeting(viewer, { ...changeOf(first), start: "14:15" })),
      asForm(asOther, (viewer) => rescheduleMeeting(viewer, { ...changeOf(second), start: "14:15" })),
    ]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz" }] });
  });

  test("the same people are booked in another order: nobody waits for ever", async () => {
    const { team, noor, samira, joke, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const [asNoor, asOther] = [await signIn(noor.id), await signIn(other.planner.id)];
    const attendance = [`${joke.id}:REQUIRED`];
    const plans = Array.from({ length: 8 }, (_, index) => {
      const invitees = index % 2 === 0 ? [noor.id, samira.id, joke.id] : [joke.id, samira.id, noor.id];
      return asForm(asNoor, (viewer) => scheduleMeeting(viewer, planOf(team.id, invitees, { attendance })));
    });
    const results = await Promise.all([...plans, asForm(asOther, (viewer) => scheduleMeeting(viewer, planOf(other.team.id, [samira.id])))]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
  });
});

describe("the database has the last word", () => {
  let ownerUrl: string;
  beforeAll(() => {
    ownerUrl = env().OPERATOR_DATABASE_URL ?? "";
  });

  test("over somebody who takes no turn: the booking waits, is refused, and tells who is where", async () => {
    const { team, noor, samira, functions, consortiumId } = await teamWorld();
    const other = await otherTeam(samira.id, { name: "De Meerpaal", consortiumId });
    const asNoor = await signIn(noor.id);
    const meeting = await makeMeeting(other.team, other.planner.id, { day: DAY, from: "14:00", to: "15:00" });
    const rival = new pg.Client({ connectionString: ownerUrl });
    await rival.connect();
    await rival.query("BEGIN");
    await rival.query(
      `INSERT INTO participation (consortium_id, core_team_id, meeting_id, person_id, function_id, attendance, starts_at, ends_at)
       VALUES ($1, $2, $3, $4, $5, 'REQUIRED', $6, $7)`,
      [consortiumId, other.team.id, meeting.id, samira.id, functions.youth.id, meeting.startsAt, meeting.endsAt],
    );
    // It looked, saw nobody, and now waits for the rival's row.
    const booking = asForm(asNoor, (viewer) => scheduleMeeting(viewer, planOf(team.id, [noor.id, samira.id])));
    await untilSomebodyWaits();
    await rival.query("COMMIT");
    await rival.end();
    expect(await booking).toMatchObject({ problem: "PERSON_ALREADY_BOOKED", clashes: [{ name: "Samira Yilmaz", teamName: "De Meerpaal" }] });
    expect(await operatorDatabase().meeting.count({ where: { coreTeamId: team.id } })).toBe(0);
  });
});

/** A hundred share ten connections; who gets none within two seconds tries again, as a person would. */
async function patiently<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (error instanceof Error && error.message.includes("P2028")) return patiently(run);
    throw error;
  }
}

async function refusedMoment(personId: string, plan: Parameters<typeof scheduleMeeting>[1]) {
  const result: MomentProblem | FindingsProblem | { ok: true } = await asPerson(personId, (viewer) => scheduleMeeting(viewer, plan));
  if (result.ok || result.problem !== "PERSON_ALREADY_BOOKED") throw new Error("This was not refused for a clash.");
  return result;
}

function momentsOf(result: { ok: boolean; alternatives?: readonly { period: { startsAt: Date } }[] }): string[] {
  return (result.alternatives ?? []).map(({ period: { startsAt } }) => `${dayOf(startsAt)} ${timeOf(startsAt)}`);
}

/** What a form reads when an offered moment is pressed. */
function pressed(moment: OtherMoment): { date: string; start: string; confirmed: string[] } {
  const sent = new FormData();
  sent.append(OFFERED, momentOffer(moment).value);
  const { date = "", start, confirmed } = readTyped(scheduleMeetingSchema, typeOffered(sent)).input;
  return { date: String(date).split(" ").toReversed().map((part) => part.padStart(2, "0")).join("-"), start: String(start).replace(".", ":"), confirmed: confirmed as string[] };
}

async function works(personId: string, ...weekdays: number[]): Promise<void> {
  await operatorDatabase().workingPattern.deleteMany({ where: { personId } });
  await operatorDatabase().workingPattern.create({ data: { personId, validFrom: dayForDatabase("2020-01-01"), mornings: weekdays, afternoons: weekdays } });
}
