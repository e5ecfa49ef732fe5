import { afterAll, beforeAll, expect, test } from "vitest";
import { disconnect, operatorDatabase } from "#lib/db";
import { listFactorHelpers } from "#lib/people/queries";
import { asPerson } from "#tests/support/as-person";
import { makeConsortium, makeCoreTeam, makeMembership, makePerson, makeRole } from "#tests/support/builders";
import { ownDatabase } from "#tests/support/own-database";

// Whom somebody asks who lost telephone and recovery codes.

let here: { id: string; name: string };
let team: Awaited<ReturnType<typeof makeCoreTeam>>;
let member: { id: string };

beforeAll(async () => {
  process.env.REFERENCE_DATE = "2026-11-10";
  await ownDatabase();
  here = await makeConsortium({ name: "SWV Duinstreek" });
  team = await makeCoreTeam(here.id);
  member = await makePerson();
  await makeMembership(team, member.id);
});

afterAll(disconnect);

const helpersOf = async (personId: string) => (await asPerson(personId, listFactorHelpers)).map(({ id: _id, ...helper }) => helper);

test("are the administrators of today, with what they share with colleagues; not those of before or later, nor who is off", async () => {
  const [open, closed, before, later, off, organiser] = [
    await makePerson({ name: "Anna Beheer", phone: "0612345678" }),
    await makePerson({ name: "Bert Beheer", phone: "0687654321", shares: false }),
    await makePerson(), await makePerson(), await makePerson(), await makePerson(),
  ];
  for (const { id } of [open, closed, off]) await makeRole(here.id, id, "ADMINISTRATOR");
  await makeRole(here.id, before.id, "ADMINISTRATOR", { lastDay: "2026-11-09" });
  await makeRole(here.id, later.id, "ADMINISTRATOR", { firstDay: "2026-11-11" });
  await makeRole(here.id, organiser.id, "ORGANISER");
  await operatorDatabase().person.update({ where: { id: off.id }, data: { deactivatedAt: new Date() } });
  const { email } = await operatorDatabase().person.findUniqueOrThrow({ where: { id: open.id } });
  expect(await helpersOf(member.id)).toEqual([
    { name: "Anna Beheer", phone: "0612345678", email, consortium: "SWV Duinstreek" },
    { name: "Bert Beheer", phone: null, email: null, consortium: "SWV Duinstreek" },
  ]);
  // An administrator cannot help himself.
  expect((await helpersOf(open.id)).map(({ name }) => name)).toEqual(["Bert Beheer"]);
});

test("are of the samenwerkingsverband that somebody has worked for longest: no other may take the second factor away", async () => {
  const elsewhere = await makeConsortium({ name: "SWV Elders" });
  const administrator = await makePerson({ name: "Carla Elders" });
  await makeRole(elsewhere.id, administrator.id, "ADMINISTRATOR");
  const partner = await makePerson();
  await makeMembership(await makeCoreTeam(elsewhere.id), partner.id, { createdAt: new Date("2026-08-01T08:00:00Z") });
  await makeMembership(team, partner.id, { createdAt: new Date("2026-09-01T08:00:00Z") });
  expect((await helpersOf(partner.id)).map(({ name }) => name)).toEqual(["Carla Elders"]);
});

test("are nobody for who works for no samenwerkingsverband today", async () => {
  const gone = await makePerson();
  await makeMembership(team, gone.id, { lastDay: "2026-11-09" });
  expect(await helpersOf(gone.id)).toEqual([]);
});
