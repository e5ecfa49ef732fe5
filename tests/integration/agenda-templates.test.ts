import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { asOperator } from "#lib/access/transaction";
import type { Viewer } from "#lib/access/viewer";
import { addTemplateItem, changeTemplate, changeTemplateItem, MOST_TEMPLATE_ITEMS, moveTemplateItem, removeTemplateItem } from "#lib/agenda-templates/commands";
import { defaultTemplates } from "#lib/agenda-templates/default-templates";
import { findTemplate, listTemplates } from "#lib/agenda-templates/queries";
import { findAgenda } from "#lib/agenda/queries";
import { appointAdministrator } from "#lib/consortia/commands";
import { disconnect, operatorDatabase } from "#lib/db";
import { ForbiddenError, NotFoundError } from "#lib/errors";
import { type AgendaWorld, agendaWorld, everythingOfAgendas, templateOf, titlesFor } from "#tests/support/agenda-world";
import { asPerson } from "#tests/support/as-person";
import { asForm, planOf, scheduled, signIn, TODAY } from "#tests/support/meeting-world";
import { ownDatabase } from "#tests/support/own-database";

let world: AgendaWorld;
let templateId: string;

beforeAll(async () => {
  process.env.REFERENCE_DATE = TODAY;
  await ownDatabase();
  world = await agendaWorld();
  templateId = await templateOf(world.consortiumId, "IN_DEPTH");
});

afterAll(disconnect);

const words = { title: "Wie vraag je wat?", titleReason: null, explanation: null, explanationReason: null, questions: ["Met welke vraag ga je naar wie?"], questionsReason: null, minutes: 10 };
const unexplained = { nameReason: null, goalsReason: null };

async function tryAs<T extends { ok: boolean }>(person: { id: string }, run: (viewer: Viewer) => Promise<T>): Promise<T> {
  return asForm(await signIn(person.id), run);
}

async function itemsOf(id = templateId) {
  return operatorDatabase().agendaTemplateItem.findMany({ where: { templateId: id }, orderBy: { position: "asc" } });
}

async function itemNamed(title: string) {
  const item = (await itemsOf()).find((each) => each.title === title);
  if (!item) throw new Error(`There is no item called ${title}.`);
  return item;
}

describe("a new samenwerkingsverband", () => {
  test("begins with the usual standaardagenda's", async () => {
    const appointed = await asOperator((viewer) => appointAdministrator(viewer, { email: "eerste@voorbeeld.nl", name: null, consortium: "VO9999", isNew: true }));
    expect(appointed).toMatchObject({ ok: true, isNewConsortium: true });
    const made = await operatorDatabase().agendaTemplate.findMany({
      where: { consortium: { code: "VO9999" } },
      select: { kind: true, name: true, goals: true, items: { select: { position: true, title: true, explanation: true, questions: true, minutes: true, standing: true }, orderBy: { position: "asc" } } },
      orderBy: { name: "asc" },
    });
    expect(made).toEqual(defaultTemplates().toSorted((one, other) => (one.name < other.name ? -1 : 1)));
  });

  test("has one for each kind of meeting, and no second", async () => {
    await expect(operatorDatabase().agendaTemplate.create({ data: { consortiumId: world.consortiumId, kind: "IN_DEPTH", name: "Nog een", goals: [] } })).rejects.toThrow();
  });
});

describe("changing a standaardagenda", () => {
  test("is for procesbegeleider and organiser, and changes no agenda that is there", async () => {
    const before = await titlesFor(world.noor.id, world);
    expect(await tryAs(world.karin, (viewer) => changeTemplate(viewer, { ...unexplained, templateId, version: 1, name: "Verdieping", goals: ["Van elkaar leren."] }))).toEqual({ ok: true, templateId });
    const cases = await itemNamed("Casussen");
    expect(await tryAs(world.karin, (viewer) => changeTemplateItem(viewer, { ...words, itemId: cases.id, version: 1 }))).toMatchObject({ ok: true });
    await tryAs(world.karin, async (viewer) => removeTemplateItem(viewer, { itemId: (await itemNamed("Preventie")).id, version: 1 }));
    expect(await titlesFor(world.noor.id, world)).toEqual(before);
    const agenda = await asPerson(world.noor.id, (viewer) => findAgenda(viewer, world.team.id, world.meetingId));
    expect(agenda).toMatchObject({ templateName: "Verdieping met casuïstiek", goals: ["Van elkaar leren aan de hand van casussen.", "Samen zien wat je los van elkaar niet ziet."] });
    // A meeting that is planned from now on begins with it, standing kinds and all.
    const next = await scheduled(world.noor.id, planOf(world.team.id, [world.noor.id], { date: "2026-12-08" }));
    expect(await titlesFor(world.noor.id, { ...world, meetingId: next })).toEqual(["Successen", "Vorige afspraken", "Nieuws uit de organisaties", "Wie vraag je wat?", "Evaluatie"]);
    expect((await itemNamed("Wie vraag je wat?")).standing).toBe("CASES");
    const lines = await operatorDatabase().auditLine.findMany({ where: { action: "agenda-template:manage", consortiumId: world.consortiumId }, select: { role: true, details: true }, orderBy: { id: "asc" } });
    expect(lines).toEqual(["CHANGED", "CHANGED", "REMOVED"].map((done) => ({ role: "processCoach", details: { done } })));
  });

  test("from an older version is refused, and tells what stands there now", async () => {
    const item = await itemNamed("Successen");
    await tryAs(world.karin, (viewer) => changeTemplateItem(viewer, { ...words, title: "Successen", itemId: item.id, version: item.version }));
    const before = await everythingOfAgendas();
    const now = { name: "Successen", version: item.version + 1 };
    expect(await tryAs(world.karin, (viewer) => changeTemplateItem(viewer, { ...words, itemId: item.id, version: item.version }))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now });
    expect(await tryAs(world.karin, (viewer) => removeTemplateItem(viewer, { itemId: item.id, version: item.version }))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now });
    expect(await tryAs(world.karin, (viewer) => changeTemplate(viewer, { ...unexplained, templateId, version: 1, name: "Anders", goals: [] }))).toEqual({ ok: false, problem: "CHANGED_MEANWHILE", now: { name: "Verdieping", version: 2 } });
    expect(await everythingOfAgendas()).toEqual(before);
  });

  test("puts a new item before the evaluation, until there are enough", async () => {
    const id = await templateOf(world.consortiumId, "SMALL_TEAM");
    expect(await tryAs(world.karin, (viewer) => addTemplateItem(viewer, { ...words, templateId: id }))).toEqual({ ok: true, templateId: id });
    expect((await itemsOf(id)).map(({ title }) => title).slice(-2)).toEqual(["Wie vraag je wat?", "Evaluatie"]);
    for (let count = (await itemsOf(id)).length; count < MOST_TEMPLATE_ITEMS; count += 1) await tryAs(world.karin, (viewer) => addTemplateItem(viewer, { ...words, templateId: id }));
    expect(await tryAs(world.karin, (viewer) => addTemplateItem(viewer, { ...words, templateId: id }))).toEqual({ ok: false, problem: "FULL" });
  });

  test("lets two people order at once, and keeps every item in a place of its own", async () => {
    const id = await templateOf(world.consortiumId, "AVAILABILITY");
    const [first] = await itemsOf(id);
    const karin = await signIn(world.karin.id);
    const move = () => asForm(karin, (viewer) => moveTemplateItem(viewer, { itemId: first?.id ?? "", direction: "DOWN" }));
    await Promise.all([move(), move(), move()]);
    const after = await itemsOf(id);
    expect(after.map(({ position }) => position)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(after[3]?.title).toBe("Successen");
  });

  test("names nobody, unless explained, because it stands on the agendas of all schools", async () => {
    const id = await templateOf(world.consortiumId, "PROFESSIONALISING");
    const [item] = await itemsOf(id);
    const before = await everythingOfAgendas();
    const named = { ...words, title: "Hoe gaat het met Jayden?", explanation: "Fatima vertelt.", questions: ["Wat wil Jayden zelf?"] };
    const found = { title: [{ text: "Jayden" }], explanation: [{ text: "Fatima" }], questions: [{ text: "Jayden" }] };
    expect(await tryAs(world.karin, (viewer) => addTemplateItem(viewer, { ...named, templateId: id }))).toMatchObject({ problem: "FINDINGS", findings: found });
    expect(await tryAs(world.karin, (viewer) => changeTemplateItem(viewer, { ...named, itemId: item?.id ?? "", version: 1 }))).toMatchObject({ problem: "FINDINGS", findings: found });
    const goals = { ...unexplained, templateId: id, version: 1, name: "Casus Jayden", goals: ["Leren.", "Fatima helpen."] };
    expect(await tryAs(world.karin, (viewer) => changeTemplate(viewer, goals))).toMatchObject({ problem: "FINDINGS", findings: { name: [{ text: "Jayden" }], goals: [{ text: "Fatima" }] } });
    expect(await everythingOfAgendas()).toEqual(before);

    const kept = (...words: string[]) => ({ reason: "NOT_A_PERSON" as const, words });
    expect(await tryAs(world.karin, (viewer) => changeTemplate(viewer, { ...goals, nameReason: kept("Jayden"), goalsReason: kept("Fatima") }))).toMatchObject({ ok: true });
    const { details } = await operatorDatabase().auditLine.findFirstOrThrow({ where: { objectId: id }, select: { details: true }, orderBy: { id: "desc" } });
    expect(details).toEqual({ done: "CHANGED", overridden: 2, labels: "PERSON", reasons: "NOT_A_PERSON" });
  });

  test("is for nobody else", async () => {
    const [item, { karin: stranger }] = [await itemNamed("Evaluatie"), await agendaWorld()];
    const before = await everythingOfAgendas();
    for (const [person, refusal] of [[world.noor, ForbiddenError], [world.samira, ForbiddenError], [world.outsiders.administrator, ForbiddenError], [world.outsiders.board, NotFoundError]] as const) {
      await expect(tryAs(person, (viewer) => changeTemplate(viewer, { ...unexplained, templateId, version: 2, name: "Anders", goals: [] }))).rejects.toThrow(refusal);
      await expect(tryAs(person, (viewer) => addTemplateItem(viewer, { ...words, templateId }))).rejects.toThrow(refusal);
      await expect(tryAs(person, (viewer) => changeTemplateItem(viewer, { ...words, itemId: item.id, version: 1 }))).rejects.toThrow(refusal);
      await expect(tryAs(person, (viewer) => removeTemplateItem(viewer, { itemId: item.id, version: 1 }))).rejects.toThrow(refusal);
      await expect(tryAs(person, (viewer) => moveTemplateItem(viewer, { itemId: item.id, direction: "UP" }))).rejects.toThrow(refusal);
      await expect(asPerson(person.id, (viewer) => listTemplates(viewer, world.consortiumId))).rejects.toThrow(ForbiddenError);
      expect(await asPerson(person.id, (viewer) => findTemplate(viewer, templateId))).toBeNull();
      expect(await asPerson(person.id, (viewer) => viewer.db.agendaTemplate.updateMany({ where: { id: templateId }, data: { name: "Anders" } }))).toEqual({ count: 0 });
      expect(await asPerson(person.id, (viewer) => viewer.db.agendaTemplateItem.deleteMany({ where: { templateId } }))).toEqual({ count: 0 });
    }
    await expect(tryAs(stranger, (viewer) => changeTemplate(viewer, { ...unexplained, templateId, version: 2, name: "Anders", goals: [] }))).rejects.toThrow(NotFoundError);
    expect(await everythingOfAgendas()).toEqual(before);
  });
});
