import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Viewer } from "#lib/access/viewer";
import { addAgendaItem, changeAgendaItem, chooseTemplate, MOST_ITEMS, moveAgendaItem, removeAgendaItem, restoreAgendaItem } from "#lib/agenda/commands";
import { findAgenda, findAgendaItem } from "#lib/agenda/queries";
import type { AddAgendaItem, ChangeAgendaItem } from "#lib/agenda/schema";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { cancelMeeting, scheduleMeeting } from "#lib/meetings/commands";
import { type AgendaWorld, agendaWorld, everythingOfAgendas, templateOf, titlesFor } from "#tests/support/agenda-world";
import { asPerson } from "#tests/support/as-person";
import { makeMeeting } from "#tests/support/builders";
import { asForm, planOf, scheduled, signIn, teamWorld, TODAY } from "#tests/support/meeting-world";
import { type OwnDatabase, ownDatabase } from "#tests/support/own-database";

let database: OwnDatabase;
let world: AgendaWorld;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  database = await ownDatabase();
  world = await agendaWorld();
});

afterAll(disconnect);

const IN_DEPTH = ["Successen", "Vorige afspraken", "Nieuws uit de organisaties", "Casussen", "Preventie", "Evaluatie"];

async function tryAs<T extends { ok: boolean }>(person: { id: string }, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(person.id), run);
}

const itemOf = (fields: Partial<AddAgendaItem> = {}): AddAgendaItem => ({
  meetingId: world.meetingId, title: "Te laat komen", explanation: null, minutes: 10, origin: "YOUTH_CARE", titleReason: null, explanationReason: null, next: "agenda", ...fields,
});
const addAs = (person: { id: string }, fields: Partial<AddAgendaItem> = {}) => tryAs(person, (viewer) => addAgendaItem(viewer, itemOf(fields)));
const changeAs = (person: { id: string }, itemId: string, version: number, fields: Partial<ChangeAgendaItem> = {}) =>
  tryAs(person, (viewer) => {
    const { meetingId: _meeting, next: _next, ...words } = itemOf();
    return changeAgendaItem(viewer, { ...words, itemId, version, questions: [], questionsReason: null, ...fields });
  });
const removeAs = (person: { id: string }, itemId: string, version = 1) => tryAs(person, (viewer) => removeAgendaItem(viewer, { itemId, version }));
const moveAs = (person: { id: string }, itemId: string, direction: "UP" | "DOWN") => tryAs(person, (viewer) => moveAgendaItem(viewer, { itemId, direction }));

async function added(person: { id: string }, fields: Partial<AddAgendaItem> = {}): Promise<string> {
  const result = await addAs(person, fields);
  if (!result.ok) throw new Error(`This item was refused: ${result.problem}.`);
  return result.itemId;
}

async function stored(id: string) {
  return operatorDatabase().agendaItem.findUniqueOrThrow({ where: { id } });
}

async function standing(title: string, { meetingId } = world): Promise<string> {
  return (await operatorDatabase().agendaItem.findFirstOrThrow({ where: { meetingId, title, position: { not: null } }, select: { id: true } })).id;
}

async function linesAbout(id: string) {
  const lines = await operatorDatabase().auditLine.findMany({ where: { objectId: id }, select: { action: true, role: true, details: true }, orderBy: { id: "asc" } });
  return lines.map(({ action, role, details }) => [action, role, details]);
}

describe("a meeting that is scheduled", () => {
  test("gets the standaardagenda of its kind, as its own", async () => {
    const agenda = await asPerson(world.samira.id, (viewer) => findAgenda(viewer, world.team.id, world.meetingId));
    expect(agenda).toMatchObject({ templateName: "Verdieping met casuïstiek", fixed: null, removed: [], goals: ["Van elkaar leren aan de hand van casussen.", "Samen zien wat je los van elkaar niet ziet."] });
    expect(agenda?.items.map(({ title }) => title)).toEqual(IN_DEPTH);
    expect(agenda?.items[3]).toMatchObject({ standing: "CASES", minutes: 35, origin: null, addedBy: null, mayChange: false });
  });

  test("gets no agenda when it is refused, nor where the samenwerkingsverband has none", async () => {
    const before = await everythingOfAgendas();
    expect(await tryAs(world.noor, (viewer) => scheduleMeeting(viewer, planOf(world.team.id, [])))).toMatchObject({ ok: false });
    expect(await tryAs(world.noor, (viewer) => scheduleMeeting(viewer, planOf(world.team.id, [world.samira.id])))).toMatchObject({ ok: false, problem: "PERSON_ALREADY_BOOKED" });
    expect(await everythingOfAgendas()).toEqual(before);
    const bare = await teamWorld();
    const meetingId = await scheduled(bare.noor.id, planOf(bare.team.id, [bare.noor.id]));
    expect(await titlesFor(bare.noor.id, { ...bare, meetingId })).toEqual([]);
    await added(bare.samira, { meetingId, title: "Eerste punt" });
    expect(await titlesFor(bare.noor.id, { ...bare, meetingId })).toEqual(["Eerste punt"]);
  });
});

describe("putting something on the agenda", () => {
  test("is for every member and guide: at the end, before the evaluation, with who and from which side", async () => {
    const fresh = await agendaWorld();
    const meetingId = fresh.meetingId;
    const first = await added(fresh.samira, { meetingId, title: "Startgesprekken", origin: "BOTH" });
    await added(fresh.noor, { meetingId, title: "Overstap", origin: "EDUCATION" });
    await added(fresh.karin, { meetingId, title: "Nieuwe werkwijze" });
    expect(await titlesFor(fresh.joke.id, fresh)).toEqual([...IN_DEPTH.slice(0, -1), "Startgesprekken", "Overstap", "Nieuwe werkwijze", "Evaluatie"]);
    const seen = await asPerson(fresh.samira.id, (viewer) => findAgenda(viewer, fresh.team.id, meetingId));
    const [own, others] = [seen?.items[5], seen?.items[6]];
    expect(own).toMatchObject({ origin: "BOTH", addedBy: { name: "Samira Yilmaz", isOwn: true }, mayChange: true, version: 1 });
    expect(others).toMatchObject({ origin: "EDUCATION", addedBy: { name: "Noor de Wit", isOwn: false }, mayChange: false });
    expect(await linesAbout(first)).toEqual([["agenda:add-item", "partner", { done: "ADDED", origin: "BOTH" }]]);
  });

  test("is refused for words that may identify a child, in title and explanation, and writes nothing then", async () => {
    const before = await everythingOfAgendas();
    const refused = await addAs(world.samira, { title: "Jayden komt te laat", explanation: "Zijn moeder Fatima belt niet terug." });
    expect(refused).toMatchObject({ ok: false, problem: "FINDINGS", findings: { title: [{ text: "Jayden" }], explanation: [{ text: "Fatima" }] } });
    expect(await everythingOfAgendas()).toEqual(before);
  });

  test("goes with a reason, which is counted without the words, and a colleague may be called by name", async () => {
    const kept = await added(world.samira, { title: "De methode Jayden", titleReason: { reason: "NOT_A_PERSON", words: ["Jayden"] } });
    expect(await linesAbout(kept)).toEqual([["agenda:add-item", "partner", { done: "ADDED", origin: "YOUTH_CARE", overridden: 1, labels: "PERSON", reasons: "NOT_A_PERSON" }]]);
    expect(await addAs(world.noor, { title: "Samira vertelt over het wijkteam" })).toMatchObject({ ok: true });
  });

  test("is not for who is no member or guide, and such a one does not learn that there is an agenda", async () => {
    const before = await everythingOfAgendas();
    for (const person of Object.values(world.outsiders)) {
      await expect(addAs(person)).rejects.toThrow(NotFoundError);
      expect(await asPerson(person.id, (viewer) => findAgenda(viewer, world.team.id, world.meetingId))).toBeNull();
    }
    expect(await everythingOfAgendas()).toEqual(before);
  });

  test("ends with the day of the meeting, when it is cancelled, and when the agenda is full", async () => {
    const over = await makeMeeting(world.team, world.noor.id, { day: "2026-11-09" });
    const today = await makeMeeting(world.team, world.noor.id, { day: TODAY, from: "00:00", to: "00:30" });
    expect(await addAs(world.samira, { meetingId: over.id })).toEqual({ ok: false, problem: "OVER" });
    expect(await addAs(world.samira, { meetingId: today.id })).toMatchObject({ ok: true });
    const fresh = await agendaWorld();
    const own = await added(fresh.samira, { meetingId: fresh.meetingId });
    for (let count = 7; count < MOST_ITEMS; count += 1) await added(fresh.samira, { meetingId: fresh.meetingId });
    expect(await addAs(fresh.samira, { meetingId: fresh.meetingId })).toEqual({ ok: false, problem: "FULL" });
    await asPerson(fresh.noor.id, (viewer) => cancelMeeting(viewer, { meetingId: fresh.meetingId, version: 1, reason: null, reasonReason: null }));
    expect(await changeAs(fresh.samira, own, 1)).toEqual({ ok: false, problem: "CANCELLED" });
    expect(await removeAs(fresh.samira, own)).toEqual({ ok: false, problem: "CANCELLED" });
    expect(await moveAs(fresh.noor, own, "UP")).toEqual({ ok: false, problem: "CANCELLED" });
  });
});

describe("changing an item", () => {
  test("is for who put it there and for who plans, and not for another member", async () => {
    const id = await added(world.samira);
    expect(await changeAs(world.samira, id, 1, { title: "Vaak te laat", minutes: 5, origin: "BOTH" })).toMatchObject({ ok: true });
    expect(await changeAs(world.noor, id, 2, { title: "Vaak te laat komen", origin: "EDUCATION", questions: ["Blijft weg"] })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ title: "Vaak te laat komen", origin: "EDUCATION", questions: [], version: 3, addedById: world.samira.id });
    expect((await linesAbout(id)).map(([action, role]) => [action, role])).toEqual([["agenda:add-item", "partner"], ["agenda:add-item", "partner"], ["agenda:arrange", "schoolCoordinator"]]);
    const before = await everythingOfAgendas();
    await expect(changeAs(world.joke, id, 3)).rejects.toThrow(ForbiddenError);
    await expect(removeAs(world.joke, id, 3)).rejects.toThrow(ForbiddenError);
    for (const person of Object.values(world.outsiders)) await expect(changeAs(person, id, 3)).rejects.toThrow(NotFoundError);
    expect(await changeAs(world.samira, id, 3, { origin: null })).toEqual({ ok: false, problem: "ORIGIN_MISSING" });
    expect(await changeAs(world.samira, id, 3, { explanation: "Kevin doet dat ook." })).toMatchObject({ problem: "FINDINGS" });
    expect(await everythingOfAgendas()).toEqual(before);
  });

  test("of the standaardagenda is for who plans, its questions included and checked", async () => {
    const id = await standing("Preventie");
    await expect(changeAs(world.samira, id, 1)).rejects.toThrow(ForbiddenError);
    expect(await changeAs(world.noor, id, 1, { questions: ["Wat weten we over Jayden?"] })).toMatchObject({ problem: "FINDINGS", findings: { questions: [{ text: "Jayden" }] } });
    expect(await changeAs(world.noor, id, 1, { title: "Preventie", minutes: 15, questions: ["Wat zien we vaker?"] })).toMatchObject({ ok: true });
    expect(await stored(id)).toMatchObject({ minutes: 15, questions: ["Wat zien we vaker?"], origin: null, version: 2 });
  });

  test("from an older version is refused, and tells what stands there now or that it was taken off", async () => {
    const id = await added(world.samira);
    await changeAs(world.noor, id, 1, { title: "Iets anders", minutes: 20 });
    const before = await everythingOfAgendas();
    const now = { title: "Iets anders", explanation: null, minutes: 20, version: 2 };
    expect(await changeAs(world.samira, id, 1)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now });
    expect(await removeAs(world.samira, id, 1)).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now });
    expect(await everythingOfAgendas()).toEqual(before);
    await removeAs(world.noor, id, 2);
    expect(await changeAs(world.samira, id, 2)).toEqual({ ok: false, problem: "REMOVED_MEANWHILE" });
  });
});

describe("taking an item off", () => {
  test("keeps its words, to be put back by who put it there or who plans", async () => {
    const fresh = await agendaWorld();
    const id = await added(fresh.samira, { meetingId: fresh.meetingId, title: "Startgesprekken", explanation: "Hoe bevalt het?" });
    expect(await removeAs(fresh.noor, id)).toMatchObject({ ok: true });
    expect(await titlesFor(fresh.noor.id, fresh)).toEqual(IN_DEPTH);
    const removedFor = async (person: { id: string }) => (await asPerson(person.id, (viewer) => findAgenda(viewer, fresh.team.id, fresh.meetingId)))?.removed;
    expect(await removedFor(fresh.noor)).toEqual([{ id, title: "Startgesprekken" }]);
    expect(await removedFor(fresh.samira)).toEqual([{ id, title: "Startgesprekken" }]);
    expect(await removedFor(fresh.joke)).toEqual([]);
    const ids = { coreTeamId: fresh.team.id, meetingId: fresh.meetingId, itemId: id };
    expect(await asPerson(fresh.samira.id, (viewer) => findAgendaItem(viewer, ids))).toBeNull();
    await expect(tryAs(fresh.joke, (viewer) => restoreAgendaItem(viewer, { itemId: id }))).rejects.toThrow(ForbiddenError);
    for (let times = 0; times < 2; times += 1) expect(await tryAs(fresh.samira, (viewer) => restoreAgendaItem(viewer, { itemId: id }))).toMatchObject({ ok: true });
    expect(await titlesFor(fresh.joke.id, fresh)).toEqual([...IN_DEPTH.slice(0, -1), "Startgesprekken", "Evaluatie"]);
    expect(await stored(id)).toMatchObject({ explanation: "Hoe bevalt het?", removedAt: null });
    expect((await linesAbout(id)).map(([, , details]) => (details as { done: string }).done)).toEqual(["ADDED", "REMOVED", "RESTORED"]);
  });
});

describe("ordering", () => {
  test("moves one place, does nothing at the end, and is for who plans", async () => {
    const fresh = await agendaWorld();
    const id = await standing("Preventie", fresh);
    expect(await moveAs(fresh.noor, id, "UP")).toMatchObject({ ok: true, itemId: id });
    expect(await moveAs(fresh.karin, id, "UP")).toMatchObject({ ok: true });
    expect(await titlesFor(fresh.noor.id, fresh)).toEqual(["Successen", "Vorige afspraken", "Preventie", "Nieuws uit de organisaties", "Casussen", "Evaluatie"]);
    await moveAs(fresh.noor, await standing("Evaluatie", fresh), "DOWN");
    expect((await titlesFor(fresh.noor.id, fresh)).at(-1)).toBe("Evaluatie");
    expect(await stored(id)).toMatchObject({ version: 1 });
    const before = await everythingOfAgendas();
    const own = await standing("Successen", fresh);
    await expect(moveAs(fresh.samira, own, "DOWN")).rejects.toThrow(ForbiddenError);
    for (const person of Object.values(fresh.outsiders)) await expect(moveAs(person, own, "DOWN")).rejects.toThrow(NotFoundError);
    expect(await everythingOfAgendas()).toEqual(before);
  });

  test("by two people at once, while a third adds and a fourth takes off, keeps every item in a place of its own", async () => {
    const fresh = await agendaWorld();
    const ids = await operatorDatabase().agendaItem.findMany({ where: { meetingId: fresh.meetingId }, select: { id: true, title: true }, orderBy: { position: "asc" } });
    const [noor, karin, samira, joke] = [await signIn(fresh.noor.id), await signIn(fresh.karin.id), await signIn(fresh.samira.id), await signIn(fresh.joke.id)];
    const going = await added(fresh.joke, { meetingId: fresh.meetingId, title: "Gaat weg" });
    const idOf = (title: string) => ids.find((each) => each.title === title)?.id ?? "";
    const answers = await Promise.all([
      asForm(noor, (viewer) => moveAgendaItem(viewer, { itemId: idOf("Successen"), direction: "DOWN" })),
      asForm(karin, (viewer) => moveAgendaItem(viewer, { itemId: idOf("Successen"), direction: "DOWN" })),
      asForm(karin, (viewer) => moveAgendaItem(viewer, { itemId: idOf("Evaluatie"), direction: "UP" })),
      asForm(samira, (viewer) => addAgendaItem(viewer, itemOf({ meetingId: fresh.meetingId, title: "Komt erbij" }))),
      asForm(joke, (viewer) => removeAgendaItem(viewer, { itemId: going, version: 1 })),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true, true, true, true]);
    const titles = await titlesFor(fresh.noor.id, fresh);
    expect(titles.toSorted()).toEqual([...IN_DEPTH, "Komt erbij"].toSorted());
    // Both moves of the one item counted: two places, not one.
    expect(titles.indexOf("Successen")).toBe(2);
    const places = await operatorDatabase().agendaItem.findMany({ where: { meetingId: fresh.meetingId, position: { not: null } }, select: { position: true } });
    expect(new Set(places.map(({ position }) => position)).size).toBe(7);
  });

  test("the database refuses two items in one place, and a place for an item that was taken off", async () => {
    const { position, consortiumId, coreTeamId, meetingId } = await stored(await standing("Successen"));
    const row = { consortiumId, coreTeamId, meetingId, title: "Dubbel", questions: [], minutes: 5 };
    await expect(operatorDatabase().agendaItem.create({ data: { ...row, position } })).rejects.toThrow();
    await expect(operatorDatabase().agendaItem.create({ data: { ...row, position: 77, removedAt: new Date() } })).rejects.toThrow();
    await expect(operatorDatabase().agendaItem.create({ data: { ...row, position: 78, addedById: world.noor.id } })).rejects.toThrow();
    await expect(operatorDatabase().agendaItem.create({ data: { ...row, position: 79, minutes: 0 } })).rejects.toThrow();
  });
});

describe("choosing another standaardagenda", () => {
  test("replaces what nobody touched, and keeps what people added or changed", async () => {
    const fresh = await agendaWorld();
    await added(fresh.samira, { meetingId: fresh.meetingId, title: "Startgesprekken" });
    await changeAs(fresh.noor, await standing("Successen", fresh), 1, { title: "Successen vieren", minutes: 15 });
    await changeAs(fresh.noor, await standing("Preventie", fresh), 1, { title: "Preventie op school" });
    const choose = async (kind: "ACQUAINTANCE" | "IN_DEPTH") => {
      const templateId = await templateOf(fresh.consortiumId, kind);
      return tryAs(fresh.noor, (viewer) => chooseTemplate(viewer, { meetingId: fresh.meetingId, templateId }));
    };
    expect(await choose("ACQUAINTANCE")).toMatchObject({ ok: true });
    const expected = ["Successen vieren", "Kennismaken", "Vorige afspraken", "Nieuws uit de organisaties", "Wie vraag je wat?", "Preventie op school", "Startgesprekken", "Evaluatie"];
    expect(await titlesFor(fresh.samira.id, fresh)).toEqual(expected);
    expect(await choose("ACQUAINTANCE")).toMatchObject({ ok: true });
    expect(await titlesFor(fresh.samira.id, fresh)).toEqual(expected);
    const agenda = await asPerson(fresh.noor.id, (viewer) => findAgenda(viewer, fresh.team.id, fresh.meetingId));
    // What only made room for another standaardagenda was taken off by nobody.
    expect(agenda).toMatchObject({ templateName: "Kennismaken", removed: [] });
    await choose("IN_DEPTH");
    expect(await titlesFor(fresh.samira.id, fresh)).toEqual(["Successen vieren", "Vorige afspraken", "Nieuws uit de organisaties", "Casussen", "Preventie", "Preventie op school", "Startgesprekken", "Evaluatie"]);
  });

  test("is for who plans, from the own samenwerkingsverband, and gives a meeting without an agenda one", async () => {
    const templateId = await templateOf(world.consortiumId, "AVAILABILITY");
    const strange = await templateOf((await agendaWorld()).consortiumId, "AVAILABILITY");
    const before = await everythingOfAgendas();
    await expect(tryAs(world.samira, (viewer) => chooseTemplate(viewer, { meetingId: world.meetingId, templateId }))).rejects.toThrow(ForbiddenError);
    await expect(tryAs(world.noor, (viewer) => chooseTemplate(viewer, { meetingId: world.meetingId, templateId: strange }))).rejects.toThrow(NotFoundError);
    for (const person of Object.values(world.outsiders)) {
      await expect(tryAs(person, (viewer) => chooseTemplate(viewer, { meetingId: world.meetingId, templateId }))).rejects.toThrow(NotFoundError);
    }
    expect(await everythingOfAgendas()).toEqual(before);
    const bare = await makeMeeting(world.team, world.noor.id, { day: "2026-12-15" });
    expect(await tryAs(world.noor, (viewer) => chooseTemplate(viewer, { meetingId: bare.id, templateId }))).toMatchObject({ ok: true });
    expect((await titlesFor(world.noor.id, { ...world, meetingId: bare.id })).slice(0, 2)).toEqual(["Successen", "Vorige afspraken"]);
  });
});

describe("row-level security", () => {
  const written = (personId: string, run: (viewer: Viewer) => Promise<{ count: number } | number>) =>
    asPerson(personId, run).then((answer) => (typeof answer === "number" ? answer : answer.count), () => "refused" as const);

  test("lets a partner change the own items only, add in no other name, and delete nothing", async () => {
    const [own, ofSchool] = [await added(world.samira), await added(world.noor)];
    const { consortiumId, coreTeamId, meetingId } = await stored(own);
    const row = { consortiumId, coreTeamId, meetingId, title: "T", questions: [], minutes: 5, position: 90_000, origin: "BOTH" as const };
    expect(await written(world.samira.id, (viewer) => viewer.db.agendaItem.updateMany({ where: { meetingId }, data: { minutes: 1 } }))).toBeGreaterThan(0);
    expect((await stored(ofSchool)).minutes).toBe(10);
    expect((await stored(own)).minutes).toBe(1);
    expect(await written(world.samira.id, (viewer) => viewer.db.agendaItem.createMany({ data: [{ ...row, addedById: world.noor.id }] }))).toBe("refused");
    expect(await written(world.samira.id, (viewer) => viewer.db.agendaItem.createMany({ data: [{ ...row, origin: null }] }))).toBe("refused");
    for (const person of [world.samira, world.noor, world.karin]) expect(await written(person.id, (viewer) => viewer.db.agendaItem.deleteMany({ where: { id: own } }))).toBe("refused");
    expect(await written(world.samira.id, (viewer) => viewer.db.agenda.updateMany({ where: { meetingId }, data: { name: "T" } }))).toBe(0);
  });

  test("shows an agenda to nobody but the team and its guides", async () => {
    const seen = (person: { id: string }) => asPerson(person.id, (viewer) => viewer.db.agendaItem.count({ where: { meetingId: world.meetingId } }));
    for (const person of [world.noor, world.samira, world.joke, world.karin]) expect(await seen(person)).toBeGreaterThan(0);
    for (const person of Object.values(world.outsiders)) expect(await seen(person)).toBe(0);
  });

  test("shows nothing of an agenda to the worker, which writes the mails and calendar entries", async () => {
    const worker = new pg.Client({ connectionString: database.workerUrl });
    await worker.connect();
    for (const table of ["agenda", "agenda_item", "agenda_template", "agenda_template_item"]) await expect(worker.query(`SELECT * FROM ${table}`)).rejects.toMatchObject({ code: "42501" });
    await worker.end();
  });
});
