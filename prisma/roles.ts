import { createHash, createHmac, pbkdf2Sync, randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import pg from "pg";
import { Fault } from "#lib/cli/steps.mjs";
import { cliTexts } from "#lib/texts/cli.mjs";

/** The owner's role: makes the tables and the other roles. Its policies let migrations see every row. */
export const OWNER = "kt_owner";

/** How long a statement of each role may take, wait for a lock, and leave its transaction idle (security.md, decision 9). */
const limits = {
  kt_app: { statement_timeout: "5s", lock_timeout: "3s", idle_in_transaction_session_timeout: "10s" },
  kt_auth: { statement_timeout: "5s", lock_timeout: "3s", idle_in_transaction_session_timeout: "10s" },
  kt_link: { statement_timeout: "5s", lock_timeout: "3s", idle_in_transaction_session_timeout: "10s" },
  kt_worker: { statement_timeout: "60s", lock_timeout: "3s", idle_in_transaction_session_timeout: "60s" },
} as const;

type Role = keyof typeof limits;

const roles = Object.keys(limits) as Role[];

// What Postgres answers when two databases of one cluster make or change the same role at the same moment.
const SOMEBODY_ELSE_JUST_DID = new Set(["23505", "42710", "XX000", "40001"]);
const INSUFFICIENT_PRIVILEGE = "42501";
const TRIES = 20;

/** The password of a role: it follows from the secret, so that nobody has to keep or copy it. */
export function rolePassword(secret: string, role: string): string {
  return createHmac("sha256", secret).update(`database-role:${role}`).digest("hex");
}

/** The addresses at which the web app, signing in, personal links and the worker reach the database, each as its own role. */
export function databaseUrls(ownerUrl: string, secret: string): { app: string; auth: string; link: string; worker: string } {
  return {
    app: urlFor(ownerUrl, "kt_app", secret),
    auth: urlFor(ownerUrl, "kt_auth", secret),
    link: urlFor(ownerUrl, "kt_link", secret),
    worker: urlFor(ownerUrl, "kt_worker", secret),
  };
}

function urlFor(ownerUrl: string, role: Role, secret: string): string {
  const url = new URL(ownerUrl);
  url.username = role;
  url.password = rolePassword(secret, role);
  return url.toString();
}

/**
 * Makes the roles, or brings them up to date, and lets them into this database. `client` is connected as the owner.
 * Roles belong to the whole cluster: databases that share it may do this at the same time, with the same secret.
 * Refuses a role that may more than the app may, whoever made it so.
 */
export async function ensureRoles(client: pg.Client, secret: string): Promise<void> {
  try {
    await patiently(() => ensureOwnerRole(client));
    for (const role of roles) await patiently(() => ensureRole(client, role, rolePassword(secret, role)));
    await patiently(() => admitRoles(client));
  } catch (error) {
    if ((error as pg.DatabaseError).code === INSUFFICIENT_PRIVILEGE) throw new Fault(cliTexts.rolesNotAllowed);
    throw error;
  }
}

/** Only the roles of the app come into this database, and none of them makes so much as a temporary table. */
export async function admitRoles(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>("SELECT quote_ident(current_database()) AS name");
  const database = rows[0]?.name;
  await client.query(`REVOKE ALL ON DATABASE ${database} FROM PUBLIC`);
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO ${roles.join(", ")}`);
  await client.query("REVOKE CREATE ON SCHEMA public FROM PUBLIC");
  await client.query(`GRANT USAGE ON SCHEMA public TO ${roles.join(", ")}`);
}

/** Policies are written for `kt_owner`; an owner with another name becomes a member of it. */
async function ensureOwnerRole(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string; exists: boolean; member: boolean }>(
    `SELECT current_user AS name, EXISTS (SELECT FROM pg_roles WHERE rolname = $1) AS exists,
       EXISTS (SELECT FROM pg_auth_members
               WHERE roleid = to_regrole($1) AND member = to_regrole(quote_ident(current_user))
                 AND coalesce((to_jsonb(pg_auth_members) ->> 'inherit_option')::boolean, true)) AS member`,
    [OWNER],
  );
  const [owner] = rows;
  if (owner?.name === OWNER || owner?.member) return;
  if (!owner?.exists) await client.query(`CREATE ROLE ${OWNER} NOLOGIN`);
  await client.query(`GRANT ${OWNER} TO CURRENT_USER`);
}

async function ensureRole(client: pg.Client, role: Role, password: string): Promise<void> {
  const { rows } = await client.query<{ strong: boolean }>(
    `SELECT rolsuper OR rolcreaterole OR rolcreatedb OR rolreplication OR rolbypassrls AS strong
     FROM pg_roles WHERE rolname = $1`,
    [role],
  );
  if (rows[0]?.strong) throw new Fault(cliTexts.roleTooStrong(role));
  await client.query(`${rows[0] ? "ALTER" : "CREATE"} ROLE ${role} LOGIN PASSWORD '${scramVerifier(password)}'`);
  for (const [setting, value] of Object.entries(limits[role])) {
    await client.query(`ALTER ROLE ${role} SET ${setting} = '${value}'`);
  }
}

async function patiently(change: () => Promise<void>): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      return await change();
    } catch (error) {
      if (tries === TRIES || !SOMEBODY_ELSE_JUST_DID.has((error as pg.DatabaseError).code ?? "")) throw error;
      await setTimeout(Math.random() * 50 * tries);
    }
  }
}

/** What Postgres keeps of a password (RFC 5803). Made here, so that the password itself is in no server log. */
function scramVerifier(password: string): string {
  const iterations = 4096;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(password, salt, iterations, 32, "sha256");
  const clientKey = createHmac("sha256", salted).update("Client Key").digest();
  const storedKey = createHash("sha256").update(clientKey).digest("base64");
  const serverKey = createHmac("sha256", salted).update("Server Key").digest("base64");
  return `SCRAM-SHA-256$${iterations}:${salt.toString("base64")}$${storedKey}:${serverKey}`;
}
