import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "#lib/env";
import { log } from "#lib/log";
import { type Prisma, PrismaClient } from "#prisma/generated/client";

/** A transaction that reaches the tables with the rights of one database role. */
export type Transaction = Prisma.TransactionClient;

// Next reloads modules while developing; the pools must survive that.
const pools = globalThis as unknown as { kernteamPools?: Map<string, PrismaClient> };
pools.kernteamPools ??= new Map();

function connect(role: string, url: string | undefined, connections: number): PrismaClient {
  const known = pools.kernteamPools?.get(role);
  if (known) return known;
  if (!url) throw new Error(`This process has no connection for the database role ${role}.`);
  // Prisma's adapter writes and reads moments as if every session were in UTC; a server that lives in another time zone
  // would silently shift them all.
  const adapter = new PrismaPg({ connectionString: url, options: "-c TimeZone=UTC", max: connections, connectionTimeoutMillis: 3_000 });
  const client = new PrismaClient({ adapter, log: [{ emit: "event", level: "query" }], transactionOptions: { timeout: 5_000, maxWait: 2_000 } });
  // With placeholders instead of values. For counting statements; nothing of it is printed unless somebody asks for it.
  client.$on("query", ({ query }) => log("debug", "statement", { action: role, code: query }));
  pools.kernteamPools?.set(role, client);
  return client;
}

/** The web app's own role: sees, under row-level security, what the person named in the transaction may see. */
export function appDatabase(): PrismaClient {
  return connect("app", env().APP_DATABASE_URL, 10);
}

/** The role for signing in: accounts and sessions, nothing of what they give access to. */
export function authDatabase(): PrismaClient {
  return connect("auth", env().AUTH_DATABASE_URL, 5);
}

/** The role of whoever holds a personal link: the one task it is for, and nothing else. */
export function linkDatabase(): PrismaClient {
  return connect("link", env().LINK_DATABASE_URL, 5);
}

/** The role of the worker that sends mail and tidies up. */
export function workerDatabase(): PrismaClient {
  return connect("worker", env().WORKER_DATABASE_URL, 5);
}

/** The owner's role, for whoever runs commands on the server itself. The web app has no connection for it. */
export function operatorDatabase(): PrismaClient {
  return connect("operator", env().OPERATOR_DATABASE_URL, 2);
}

/** Closes every connection, at the end of a command or a test. */
export async function disconnect(): Promise<void> {
  const clients = [...(pools.kernteamPools?.values() ?? [])];
  pools.kernteamPools?.clear();
  await Promise.all(clients.map((client) => client.$disconnect()));
}
