import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { LinkHolder, type LinkFacts } from "#lib/access/link-holder";
import { hashOfToken } from "#lib/access/personal-links";
import { clientAddress, type RateLimit, withinLimit } from "#lib/access/request";
import { concealed } from "#lib/access/transaction";
import { isWorthRepeating } from "#lib/access/violations";
import { now, today } from "#lib/clock";
import { linkDatabase, type Transaction } from "#lib/db";
import { env } from "#lib/env";
import { NotFoundError } from "#lib/errors";
import type { LinkPurpose } from "#prisma/generated/client";

/** What a token looks like; nothing else is looked up. */
export const TOKEN = /^[\w-]{43}$/;
const MOST_TRIES = 3;
// Nobody can guess 256 bits; this keeps whoever tries from costing the others anything.
const PER_ADDRESS: RateLimit = { name: "personal-link", most: 300, seconds: 300 };

/**
 * The door for pages behind a personal link: loads all a page shows in one transaction of whoever holds the link.
 * A link that does not work, was taken back, has expired, or is for something else, leads to no page: all alike.
 */
export async function asLinkHolder<T>(purpose: LinkPurpose, token: string, load: (holder: LinkHolder) => Promise<T>): Promise<T> {
  if (!(await withinLimit(PER_ADDRESS, clientAddress(await headers())))) notFound();
  try {
    return await inLinkTransaction(purpose, token, load, `link ${purpose}`);
  } catch (error) {
    if (error instanceof NotFoundError) notFound();
    throw error;
  }
}

/** Runs one transaction as the holder of a link, done as a whole or not at all. Throws `NotFoundError` for a link that does not work. */
export async function inLinkTransaction<T>(purpose: LinkPurpose, token: string, run: (holder: LinkHolder) => Promise<T>, action: string): Promise<T> {
  if (!TOKEN.test(token)) throw new NotFoundError();
  const moment = { now: now(), today: today(), requestId: randomUUID() };
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await linkDatabase().$transaction(async (db) => {
        await nameLink(db, token, moment);
        const link = await openLink(db);
        if (link?.purpose !== purpose) throw new NotFoundError();
        return run(LinkHolder.open(link, moment, db));
      });
    } catch (error) {
      if (isWorthRepeating(error) && attempt < MOST_TRIES) continue;
      throw concealed(error, { action, requestId: moment.requestId });
    }
  }
}

// Local to the transaction: a setting that outlived it would reach the next user of the connection.
async function nameLink(db: Transaction, token: string, moment: { now: Date; today: string }): Promise<void> {
  const elsewhen = env().REFERENCE_DATE ? { now: moment.now.toISOString(), today: moment.today } : { now: "", today: "" };
  await db.$executeRaw`
    SELECT set_config('app.link', ${hashOfToken(token)}, true), set_config('app.now', ${elsewhen.now}, true), set_config('app.today', ${elsewhen.today}, true)`;
}

async function openLink(db: Transaction): Promise<LinkFacts | null> {
  type Row = { id: string; purpose: LinkPurpose; consortium_id: string | null; core_team_id: string | null; person_id: string | null; person_name: string | null };
  const [row] = await db.$queryRaw<Row[]>`SELECT * FROM open_link()`;
  if (!row) return null;
  const person = row.person_id === null ? null : { id: row.person_id, name: row.person_name ?? "" };
  return { id: row.id, purpose: row.purpose, coreTeamId: row.core_team_id, consortiumId: row.consortium_id, person };
}
