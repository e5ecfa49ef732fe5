import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { saveCasePart } from "#lib/case-discussions/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { nameElement } from "#lib/opportunity-circle/commands";
import { findCircleName, listCircleNames, listCircleNamesOf } from "#lib/opportunity-circle/queries";
import { circleTexts } from "#lib/texts/opportunity-circle";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeRole } from "#tests/support/builders";
import { type CaseWorld, caseWorld, everythingOfCases, opened, partOf, sharedCase, startedCase, TODAY, type Typed } from "#tests/support/case-world";
import { asForm, signIn } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: CaseWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await caseWorld();
});

afterAll(disconnect);

type Person = keyof CaseWorld["people"];

const idOf = (person: Person) => world.people[person].id;

/** Runs as a form does: a refusal undoes what was written. */
async function tryAs<T extends { ok: boolean }>(person: Person, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(idOf(person)), run);
}

const keepAs = (person: Person, id: string, fields: Typed, version = 0) => tryAs(person, (viewer) => saveCasePart(viewer, partOf(id, "CIRCLE", fields, version)));
const openAs = (person: Person, discussionId: string) => asPerson(idOf(person), (viewer) => opened(viewer, { coreTeamId: world.team.id, meetingId: world.meeting.id, discussionId }));

describe("the kansencirkel of a casus", () => {
  test("keeps its marks to be counted, and its lines sealed with the casus", async () => {
    const id = await startedCase(idOf("noor"), world.meeting.id);
    expect((await openAs("noor", id))?.discussion.circle.marks).toMatchObject({ ACTIVE: "UNKNOWN", SAFE: "UNKNOWN" });
    expect(await keepAs("noor", id, { markACTIVE: "GOES_WELL", markSAFE: "ATTENTION", lineACTIVE: "Speelt graag buiten." })).toMatchObject({ ok: true });
    const found = await openAs("noor", id);
    expect(found?.discussion.circle.marks).toEqual({
      ACTIVE: "GOES_WELL", RESPECTED: "UNKNOWN", RESPONSIBLE: "UNKNOWN", INCLUDED: "UNKNOWN", SAFE: "ATTENTION", HEALTHY: "UNKNOWN", ACHIEVING: "UNKNOWN", NURTURED: "UNKNOWN",
    });
    expect(found?.text?.answers).toMatchObject({ goesWell: "De leerling speelt graag buiten.", lineACTIVE: "Speelt graag buiten." });
    expect(found?.text?.versions.CIRCLE).toBe(1);
    expect(await operatorDatabase().caseCircleMark.count({ where: { caseDiscussionId: id, mark: "UNKNOWN" } })).toBe(6);
    expect(await operatorDatabase().caseText.findFirst({ where: { caseDiscussionId: id, part: "CIRCLE" }, select: { sealed: true } })).toEqual({ sealed: expect.stringMatching(/^v1\./) });
  });

  test("may be left as it is: all unknown, and the team can read along", async () => {
    const id = await sharedCase(idOf("noor"), world.meeting.id);
    expect(Object.values((await openAs("samira", id))?.discussion.circle.marks ?? {})).toEqual(Array.from({ length: 8 }, () => "UNKNOWN"));
  });

  test("is changed by a member of the team, and tells who was second instead of overwriting", async () => {
    const id = await sharedCase(idOf("noor"), world.meeting.id, { markSAFE: "ATTENTION" });
    expect(await keepAs("samira", id, { markSAFE: "GOES_WELL" }, 1)).toMatchObject({ ok: true, shared: true });
    const before = await everythingOfCases();
    expect(await keepAs("noor", id, { markSAFE: "UNKNOWN", lineSAFE: "Dit weten we niet." }, 1)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE" });
    expect(await everythingOfCases()).toEqual(before);
    expect((await openAs("noor", id))?.discussion.circle.marks.SAFE).toBe("GOES_WELL");
  });

  test("takes no name in a line as long as nobody explains it, and stores nothing then", async () => {
    const id = await startedCase(idOf("noor"), world.meeting.id);
    const before = await everythingOfCases();
    expect(await keepAs("noor", id, { markSAFE: "ATTENTION", lineSAFE: "Jayden is bang op het plein." })).toMatchObject({ ok: false, problem: "FINDINGS", findings: { lineSAFE: [{ text: "Jayden" }] } });
    expect(await everythingOfCases()).toEqual(before);
  });

  test("is nobody's but the writer's while it is a concept, and stays as it is once the casus is closed", async () => {
    const id = await startedCase(idOf("noor"), world.meeting.id);
    await keepAs("noor", id, { markSAFE: "ATTENTION" });
    const marks = (viewer: Viewer) => viewer.db.caseCircleMark.count({ where: { caseDiscussionId: id } });
    for (const person of ["samira", "endedYesterday", "ofSibling", "processCoach", "organiser", "board", "administrator"] as const) {
      expect(await asPerson(idOf(person), marks), person).toBe(0);
      expect(await asPerson(idOf(person), (viewer) => listCircleNamesOf(viewer, id)), person).toEqual([]);
      await expect(keepAs(person, id, { markSAFE: "GOES_WELL" }, 1), person).rejects.toThrow(NotFoundError);
    }
    expect(await asPerson(idOf("noor"), marks)).toBe(8);
    const closed = await sharedCase(idOf("noor"), world.meeting.id, { markSAFE: "ATTENTION" });
    await operatorDatabase().caseDiscussion.update({ where: { id: closed }, data: { closedAt: new Date() } });
    expect(await keepAs("noor", closed, { markSAFE: "GOES_WELL" }, 1)).toEqual({ ok: false, problem: "CLOSED" });
    expect(await asPerson(idOf("noor"), (viewer) => viewer.db.$executeRaw`UPDATE case_circle_mark SET mark = 'GOES_WELL' WHERE case_discussion_id = ${closed}::uuid`)).toBe(0);
  });
});

describe("the names of the elements", () => {
  const named = (fields: Partial<Parameters<typeof nameElement>[1]> = {}) => ({ consortiumId: world.consortiumId, element: "INCLUDED" as const, version: 0, name: "Meedoen", meaning: "Hoort erbij.", ...fields });
  const nameAs = (person: Person, fields: Parameters<typeof named>[0] = {}) => tryAs(person, (viewer) => nameElement(viewer, named(fields)));
  const namesNow = () => operatorDatabase().circleName.findMany({ orderBy: { element: "asc" } });

  test("are changed by who guides, and stand in every casus of that samenwerkingsverband alone", async () => {
    const id = await sharedCase(idOf("noor"), world.meeting.id);
    expect(await nameAs("processCoach")).toEqual({ ok: true });
    expect((await openAs("samira", id))?.discussion.circle.names[3]).toEqual({ element: "INCLUDED", name: "Meedoen", meaning: "Hoort erbij." });
    expect((await asPerson(idOf("noor"), (viewer) => listCircleNamesOf(viewer, id)))[3]?.name).toBe("Meedoen");
    expect(await nameAs("organiser", { version: 1, name: "Erbij zijn" })).toEqual({ ok: true });
    expect(await operatorDatabase().auditLine.count({ where: { action: "opportunity-circle:manage", consortiumId: world.consortiumId } })).toBe(2);

    const other = await makeConsortium();
    await makeRole(other.id, idOf("board"), "ORGANISER");
    expect(await asPerson(idOf("board"), (viewer) => findCircleName(viewer, other.id, "INCLUDED"))).toEqual({ ...circleTexts.elements.INCLUDED, version: 0 });
  });

  test("are each there once, whether somebody chose them or they are the usual ones", async () => {
    const before = await namesNow();
    for (const name of ["Veilig", "veilig", "ERBIJ ZIJN"]) expect(await nameAs("organiser", { element: "ACTIVE", name })).toEqual({ ok: false, problem: "NAME_IN_USE" });
    expect(await namesNow()).toEqual(before);
    expect(await nameAs("organiser", { version: 2, name: "erbij horen" })).toEqual({ ok: true });
  });

  test("changed by two at once are the first one's, and the second hears what stands there", async () => {
    expect(await nameAs("processCoach", { element: "HEALTHY", name: "Fit", meaning: "Voelt zich fit." })).toEqual({ ok: true });
    for (const version of [0, 7]) {
      expect(await nameAs("organiser", { element: "HEALTHY", version, name: "Gezondheid" })).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now: { name: "Fit", meaning: "Voelt zich fit.", version: 1 } });
    }
  });

  test("are for nobody else to change or to look at in the settings", async () => {
    const before = await namesNow();
    for (const person of ["noor", "samira", "board", "administrator"] as const) {
      await expect(nameAs(person, { element: "SAFE", name: "Geborgen" }), person).rejects.toThrow(ForbiddenError);
      await expect(asPerson(idOf(person), (viewer) => listCircleNames(viewer, world.consortiumId)), person).rejects.toThrow(ForbiddenError);
    }
    expect(await namesNow()).toEqual(before);
  });
});
