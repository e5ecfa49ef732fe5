import { randomUUID } from "node:crypto";
import { defaultTemplates } from "#lib/agenda-templates/default-templates";
import { findAgenda } from "#lib/agenda/queries";
import { operatorDatabase } from "#lib/db";
import type { MeetingKind } from "#lib/meetings/schema";
import { asPerson } from "#tests/support/as-person";
import { makeFunction, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { planOf, scheduled, teamWorld } from "#tests/support/meeting-world";

// What the tests of agendas share: a team whose samenwerkingsverband has its standaardagenda's, and a meeting of two weeks on.

export type AgendaWorld = Awaited<ReturnType<typeof agendaWorld>>;

/** A team with a meeting that was scheduled, and everybody who has to do with it or has not. */
export async function agendaWorld(kind: MeetingKind = "IN_DEPTH") {
  const world = await teamWorld();
  await makeTemplates(world.consortiumId);
  const { team, noor, samira, joke, consortiumId } = world;
  const outsiders = { leftYesterday: await makePerson(), ofElsewhere: await makePerson(), board: await makePerson(), administrator: await makePerson() };
  const functionId = (await makeFunction(consortiumId)).id;
  await makeMembership(team, outsiders.leftYesterday.id, { functionId, lastDay: "2026-11-09" });
  await makeRole(consortiumId, outsiders.board.id, "BOARD");
  await makeRole(consortiumId, outsiders.administrator.id, "ADMINISTRATOR");
  const elsewhere = await teamWorld({ name: "De Meerpaal", consortiumId });
  await makeMembership(elsewhere.team, outsiders.ofElsewhere.id, { functionId });
  const meetingId = await scheduled(noor.id, { ...planOf(team.id, [noor.id, samira.id, joke.id]), kind: kind as "IN_DEPTH" });
  return { ...world, outsiders, meetingId };
}

/** Gives a samenwerkingsverband the standaardagenda's with which a new one begins. */
export async function makeTemplates(consortiumId: string): Promise<void> {
  for (const { items, ...template } of defaultTemplates()) {
    const id = randomUUID();
    await operatorDatabase().agendaTemplate.create({ data: { id, consortiumId, ...template } });
    await operatorDatabase().agendaTemplateItem.createMany({ data: items.map((item) => ({ ...item, consortiumId, templateId: id })) });
  }
}

/** The id of the standaardagenda of a kind. */
export async function templateOf(consortiumId: string, kind: MeetingKind): Promise<string> {
  return (await operatorDatabase().agendaTemplate.findFirstOrThrow({ where: { consortiumId, kind }, select: { id: true } })).id;
}

/** The titles on an agenda in their order, as somebody sees them. */
export async function titlesFor(personId: string, { team, meetingId }: Pick<AgendaWorld, "team" | "meetingId">): Promise<string[]> {
  const agenda = await asPerson(personId, (viewer) => findAgenda(viewer, team.id, meetingId));
  return (agenda?.items ?? []).map(({ title }) => title);
}

/** All that a refused command might have changed. */
export async function everythingOfAgendas(): Promise<unknown> {
  const db = operatorDatabase();
  return {
    agendas: await db.agenda.findMany({ orderBy: { meetingId: "asc" } }),
    items: await db.agendaItem.findMany({ orderBy: { id: "asc" } }),
    templates: await db.agendaTemplate.findMany({ orderBy: { id: "asc" } }),
    templateItems: await db.agendaTemplateItem.findMany({ orderBy: { id: "asc" } }),
    lines: await db.auditLine.count(),
  };
}
