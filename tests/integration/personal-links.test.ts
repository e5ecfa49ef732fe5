import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, test } from "vitest";
import { inLinkTransaction } from "#lib/access/as-link-holder";
import type { LinkHolder } from "#lib/access/link-holder";
import { hashOfToken, linkPath, linkRow, tokenOf } from "#lib/access/personal-links";
import { recordByLink } from "#lib/audit/record";
import { linkDatabase, operatorDatabase } from "#lib/db";
import { NotFoundError } from "#lib/errors";
import { asPerson } from "#tests/support/as-person";
import { planOf, scheduled, type TeamWorld, teamWorld, useMeetings } from "#tests/support/meeting-world";

useMeetings();

let world: TeamWorld;
let participationId: string;

beforeAll(async () => {
  world = await teamWorld();
  const meetingId = await scheduled(world.noor.id, planOf(world.team.id, [world.samira.id]));
  participationId = (await operatorDatabase().participation.findFirstOrThrow({ where: { meetingId, personId: world.samira.id }, select: { id: true } })).id;
});

type Fields = { expiresAt?: string; revoked?: boolean; personId?: string };

async function makeLink({ expiresAt = "2026-11-24T14:00:00Z", revoked = false, personId = world.samira.id }: Fields = {}): Promise<string> {
  const { consortiumId, team } = world;
  const row = linkRow(randomUUID());
  await operatorDatabase().personalLink.create({
    data: { ...row, purpose: "INVITATION", consortiumId, coreTeamId: team.id, personId, participationId, expiresAt: new Date(expiresAt), ...(revoked ? { revokedAt: new Date() } : {}) },
  });
  return row.id;
}

function opened<T>(linkId: string, run: (holder: LinkHolder) => Promise<T>): Promise<T> {
  return inLinkTransaction("INVITATION", tokenOf(linkId), run, "test");
}

const who = async ({ link }: LinkHolder) => link.person?.name;

describe("a personal link", () => {
  test("opens as its person and its core team", async () => {
    const linkId = await makeLink();
    expect(await opened(linkId, async ({ link, today }) => ({ ...link, today }))).toEqual({
      id: linkId,
      purpose: "INVITATION",
      coreTeamId: world.team.id,
      consortiumId: world.consortiumId,
      person: { id: world.samira.id, name: "Samira Yilmaz" },
      today: "2026-11-10",
    });
  });

  test("leads to a task of its own, with a token of 256 bits that the database does not hold", async () => {
    const linkId = await makeLink();
    expect(linkPath("INVITATION", linkId)).toMatch(/^\/invitation\/[\w-]{43}$/);
    const stored = await operatorDatabase().personalLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(JSON.stringify(stored)).not.toContain(tokenOf(linkId));
    expect(stored.tokenHash).toBe(hashOfToken(tokenOf(linkId)));
  });

  test.each<[string, Fields]>([
    ["was taken back", { revoked: true }],
    ["is past its term", { expiresAt: "2026-11-10T07:59:00Z" }],
  ])("does not open when it %s", async (_why, fields) => {
    await expect(opened(await makeLink(fields), who)).rejects.toBeInstanceOf(NotFoundError);
  });

  test("does not open for another purpose, nor with another token", async () => {
    const token = tokenOf(await makeLink());
    await expect(inLinkTransaction("GUEST", token, who, "test")).rejects.toBeInstanceOf(NotFoundError);
    for (const other of [tokenOf(randomUUID()), `${token}A`, token.toLowerCase(), "", "%00"]) {
      await expect(inLinkTransaction("INVITATION", other, who, "test")).rejects.toBeInstanceOf(NotFoundError);
    }
  });

  test("stops when its person is switched off, and works again afterwards", async () => {
    const linkId = await makeLink({ personId: world.joke.id });
    await operatorDatabase().person.update({ where: { id: world.joke.id }, data: { deactivatedAt: new Date() } });
    await expect(opened(linkId, who)).rejects.toBeInstanceOf(NotFoundError);
    await operatorDatabase().person.update({ where: { id: world.joke.id }, data: { deactivatedAt: null } });
    expect(await opened(linkId, who)).toBe("Joke Bakker");
  });

  test("stops the day after its person left the core team, and opens for who joins later", async () => {
    const linkId = await makeLink({ personId: world.joke.id });
    const days = (firstDay: string, lastDay: string | null) =>
      operatorDatabase().membership.update({ where: { id: world.memberships.joke.id }, data: { firstDay: new Date(firstDay), lastDay: lastDay && new Date(lastDay) } });
    await days("2025-08-01", "2026-11-09");
    await expect(opened(linkId, who)).rejects.toBeInstanceOf(NotFoundError);
    await days("2026-11-20", null);
    expect(await opened(linkId, who)).toBe("Joke Bakker");
    await days("2025-08-01", null);
  });

  test("shows no table and no other link", async () => {
    const linkId = await makeLink();
    await makeLink({ personId: world.noor.id });
    for (const table of ["person", "membership", "core_team", "school", "agreement", "case_discussion", "personal_link", "session"]) {
      // A refused statement ends its transaction, so each has one of its own.
      await expect(opened(linkId, ({ db }) => db.$queryRawUnsafe(`SELECT * FROM ${table}`)), table).rejects.toThrow("42501");
    }
  });

  test("writes audit lines in the name of its own person only", async () => {
    const linkId = await makeLink();
    await opened(linkId, (holder) => recordByLink(holder, "invitation:answer", { objectType: "participation", objectId: participationId }));
    const [line] = await operatorDatabase().auditLine.findMany({ where: { role: "link" }, select: { personId: true, action: true, coreTeamId: true, objectId: true } });
    expect(line).toEqual({ personId: world.samira.id, action: "invitation:answer", coreTeamId: world.team.id, objectId: participationId });
    await expect(
      opened(linkId, ({ db }) => db.auditLine.createMany({ data: [{ personId: world.noor.id, role: "link", action: "x", objectType: "y", requestId: "z" }] })),
    ).rejects.toThrow("42501");
  });

  test("leaves nothing behind on the connection it used", async () => {
    await opened(await makeLink(), who);
    const [row] = await linkDatabase().$queryRaw<{ link: string | null }[]>`SELECT nullif(current_setting('app.link', true), '') AS link`;
    expect(row?.link).toBeNull();
  });

  test("is seen by who plans for its core team, without its fingerprint, and by nobody else", async () => {
    await makeLink();
    const links = (personId: string) => asPerson(personId, (viewer) => viewer.db.personalLink.findMany({ where: { coreTeamId: world.team.id }, select: { id: true, personId: true } }));
    expect((await links(world.noor.id)).length).toBeGreaterThan(0);
    expect(await links(world.samira.id)).toEqual([]);
    await expect(asPerson(world.noor.id, (viewer) => viewer.db.personalLink.findMany({ select: { tokenHash: true } }))).rejects.toThrow("42501");
  });
});
