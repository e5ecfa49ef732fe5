import { describe, expect, test } from "vitest";
import { keptValue } from "#lib/anonymity/findings";
import { operatorDatabase } from "#lib/db";
import { cancelMeeting, rescheduleMeeting, scheduleMeeting } from "#lib/meetings/commands";
import { cancelMeetingSchema, scheduleMeetingSchema } from "#lib/meetings/schema";
import { asForm, changeOf, everything, planOf, scheduled, signIn, teamWorld, useMeetings } from "#tests/support/meeting-world";

useMeetings();

const kept = (words: string) => ({ reason: "NOT_A_PERSON" as const, words: [words] });

describe("words about a meeting that may identify a child", () => {
  test("are shown back at the theme and the place, and nothing is planned", async () => {
    const { team, noor, samira } = await teamWorld();
    const facts = await signIn(noor.id);
    const before = await everything();
    const plan = planOf(team.id, [samira.id], { theme: "Gesprek over Jayden", place: "Thuis bij Fatima" });
    expect(await asForm(facts, (viewer) => scheduleMeeting(viewer, plan))).toMatchObject({
      problem: "FINDINGS",
      findings: { theme: [{ text: "Jayden", label: "PERSON" }], place: [{ text: "Fatima", label: "PERSON" }] },
    });
    expect(await everything()).toEqual(before);
  });

  test("are not colleagues, schools, addresses and days", async () => {
    const { team, noor, samira } = await teamWorld();
    const plan = planOf(team.id, [samira.id], { theme: "Kennismaken met Samira op OBS De Wilgen", place: "Cultuurhuis De Meerpaal, Dorpsstraat 12, 1791 AB Den Burg" });
    expect(await scheduled(noor.id, plan)).toEqual(expect.any(String));
  });

  test("may stay with a reason, of which the audit line tells and never the words", async () => {
    const { team, noor, samira } = await teamWorld();
    const plan = planOf(team.id, [samira.id], { theme: "De methode Jayden", themeReason: kept("Jayden") });
    const id = await scheduled(noor.id, plan);
    const { details } = await operatorDatabase().auditLine.findFirstOrThrow({ where: { objectId: id }, select: { details: true } });
    expect(details).toMatchObject({ overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" });
    expect(JSON.stringify(details)).not.toContain("Jayden");

    // What stands there already is not asked about again, and something new is.
    const facts = await signIn(noor.id);
    expect(await asForm(facts, (viewer) => rescheduleMeeting(viewer, changeOf(id, { theme: plan.theme, start: "15:00" })))).toMatchObject({ ok: true });
    expect(await asForm(facts, (viewer) => rescheduleMeeting(viewer, changeOf(id, { version: 2, theme: "Jayden en Fatima", start: "15:00" })))).toMatchObject({ problem: "FINDINGS" });
  });

  test("do not stand in the reason of a cancellation, unless explained", async () => {
    const { team, noor, samira } = await teamWorld();
    const id = await scheduled(noor.id, planOf(team.id, [samira.id]));
    const facts = await signIn(noor.id);
    const before = await everything();
    const cancellation = { meetingId: id, version: 1, reason: "Jayden is verhuisd; Samira weet ervan.", reasonReason: null };
    const refused = await asForm(facts, (viewer) => cancelMeeting(viewer, cancellation));
    expect(refused).toMatchObject({ problem: "FINDINGS", findings: { reason: [{ text: "Jayden" }] } });
    expect(await everything()).toEqual(before);
    expect(await asForm(facts, (viewer) => cancelMeeting(viewer, { ...cancellation, reasonReason: kept("Jayden") }))).toMatchObject({ ok: true });
  });

  test("come with their reason as the form sends it", () => {
    const finding = { start: 0, end: 6, label: "PERSON" as const, text: "Jayden", suggestion: "de leerling" };
    const id = crypto.randomUUID();
    expect(cancelMeetingSchema.parse({ meetingId: id, version: "1", reason: "Jayden", reasonReason: keptValue("NOT_TRACEABLE", [finding]) })).toMatchObject({ reasonReason: { reason: "NOT_TRACEABLE", words: ["Jayden"] } });
    const plan = { coreTeamId: id, kind: "OTHER", date: "24 11 2026", start: "14.15", minutes: "75", form: "LIVE", place: "Op school", themeReason: "onzin" };
    expect(scheduleMeetingSchema.parse(plan)).toMatchObject({ themeReason: null, placeReason: null });
  });
});
