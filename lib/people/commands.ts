import { randomUUID } from "node:crypto";
import type { Scope } from "#lib/access/permissions";
import { attempt } from "#lib/access/violations";
import type { Viewer } from "#lib/access/viewer";
import { record, recordAll } from "#lib/audit/record";
import { type Day, dayForDatabase, dayFromDatabase } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { enqueue } from "#lib/jobs/queue";
import type { Account, EndRole, GrantRole, InvitePerson, ResetSecondFactor, WithdrawRole } from "#lib/people/schema";
import type { RemovePhoto } from "#lib/photos/schema";

/** Whether a role was granted, and to whom; or what stands in the way. */
export type GrantResult =
  | { ok: true; personId: string }
  | { ok: false; problem: "YOURSELF" | "ALREADY_HAS_ROLE" | "DEACTIVATED" | "ORGANISATION_NOT_HERE" };

type Granted = Omit<GrantRole, "personId" | "consortiumId">;

/**
 * Gives somebody a role and, when the address is new, an account; a mail tells how to sign in. Somebody with a known address
 * keeps the name we know, and the answer is the same whether we know it or not: that an account is off is told of who is
 * known here already. Nobody invites himself.
 */
export async function invitePerson(viewer: Viewer, { name, email, consortiumId, ...granted }: InvitePerson): Promise<GrantResult> {
  const scope = await scopeOf(viewer, consortiumId);
  viewer.mustBeAbleTo("person:invite", scope);
  viewer.mustBeAbleTo("role:grant", scope);
  if (email === viewer.person.email) return { ok: false, problem: "YOURSELF" };
  const known = await viewer.db.person.findFirst({ where: { email }, select: { deactivatedAt: true } });
  if (known?.deactivatedAt) return { ok: false, problem: "DEACTIVATED" };
  const [person] = await viewer.db.$queryRaw<{ person_id: string }[]>`SELECT person_id FROM invited_person(${email}, ${name})`;
  if (!person) throw new Error("Inviting gave nobody.");
  return giveRole(viewer, scope, { personId: person.person_id, ...granted });
}

/** Gives a role to somebody who is known in a samenwerkingsverband of this administrator, and mails it. Never to himself. */
export async function grantRole(viewer: Viewer, { personId, consortiumId, ...granted }: GrantRole): Promise<GrantResult> {
  const scope = await scopeOf(viewer, consortiumId);
  viewer.mustBeAbleTo("role:grant", scope);
  if (personId === viewer.person.id) return { ok: false, problem: "YOURSELF" };
  await loadAccount(viewer, personId);
  const account = await viewer.db.person.findUniqueOrThrow({ where: { id: personId }, select: { deactivatedAt: true } });
  if (account.deactivatedAt) return { ok: false, problem: "DEACTIVATED" };
  return giveRole(viewer, scope, { personId, ...granted });
}

async function giveRole(viewer: Viewer, scope: Scope, { personId, role, organisationId, firstDay }: Granted & { personId: string }): Promise<GrantResult> {
  const employer = organisationId && (await viewer.db.organisation.findFirst({ where: { id: organisationId, consortiumId: scope.consortiumId }, select: { id: true } }));
  if (organisationId !== null && !employer) return { ok: false, problem: "ORGANISATION_NOT_HERE" };
  const id = randomUUID();
  const refused = await attempt(viewer, () =>
    viewer.db.consortiumRole.createMany({ data: [{ id, consortiumId: scope.consortiumId, personId, role, organisationId, firstDay: dayForDatabase(firstDay) }] }));
  if (refused === "consortium_role_does_not_overlap") return { ok: false, problem: "ALREADY_HAS_ROLE" };
  if (refused !== null) throw new Error(`Granting a role was refused: ${refused}.`);

  await record(viewer, "role:grant", scope, { objectType: "consortium_role", objectId: id, details: { personId, role, firstDay } });
  await enqueue(viewer.db, "person-mail", { kind: "INVITED", personId, inviterId: viewer.person.id });
  return { ok: true, personId };
}

/** Whether a role has its last day, or what stands in the way. */
export type EndRoleResult =
  | { ok: true; personId: string }
  | { ok: false; problem: "BEFORE_FIRST_DAY"; firstDay: Day }
  | { ok: false; problem: "OWN_ROLE" | "ALREADY_OVER" | "LAST_ADMINISTRATOR" | "OVERLAPS" };

/**
 * Gives a role its last day; from the day after, it gives no rights any more. Nobody ends his own, and the last
 * administrator of a samenwerkingsverband stays, also when two people end each other's role at the same moment.
 */
export async function endRole(viewer: Viewer, { roleId, lastDay }: EndRole): Promise<EndRoleResult> {
  const { scope, ...role } = await loadRole(viewer, roleId);
  viewer.mustBeAbleTo("role:end", scope);
  if (role.personId === viewer.person.id) return { ok: false, problem: "OWN_ROLE" };
  if (role.lastDay !== null && role.lastDay < viewer.today) return { ok: false, problem: "ALREADY_OVER" };
  if (lastDay < role.firstDay) return { ok: false, problem: "BEFORE_FIRST_DAY", firstDay: role.firstDay };
  const refused = await attempt(viewer, () => viewer.db.consortiumRole.updateMany({ where: { id: roleId }, data: { lastDay: dayForDatabase(lastDay) } }));
  if (refused === "consortium_keeps_administrator") return { ok: false, problem: "LAST_ADMINISTRATOR" };
  if (refused === "consortium_role_does_not_overlap") return { ok: false, problem: "OVERLAPS" };
  if (refused !== null) throw new Error(`Ending a role was refused: ${refused}.`);
  await record(viewer, "role:end", scope, { objectType: "consortium_role", objectId: roleId, details: { personId: role.personId, role: role.role, lastDay } });
  return { ok: true, personId: role.personId };
}

/** Whether a role that was to come is gone, or what stands in the way. */
export type WithdrawRoleResult = { ok: true; personId: string } | { ok: false; problem: "OWN_ROLE" | "HAS_BEGUN" | "LAST_ADMINISTRATOR" };

/** Takes back a role that has not begun. It leaves no history, because it gave no rights yet. */
export async function withdrawRole(viewer: Viewer, { roleId }: WithdrawRole): Promise<WithdrawRoleResult> {
  const { scope, ...role } = await loadRole(viewer, roleId);
  viewer.mustBeAbleTo("role:end", scope);
  if (role.personId === viewer.person.id) return { ok: false, problem: "OWN_ROLE" };
  if (role.firstDay <= viewer.today) return { ok: false, problem: "HAS_BEGUN" };
  const refused = await attempt(viewer, () => viewer.db.consortiumRole.deleteMany({ where: { id: roleId } }));
  if (refused === "consortium_keeps_administrator") return { ok: false, problem: "LAST_ADMINISTRATOR" };
  if (refused !== null) throw new Error(`Withdrawing a role was refused: ${refused}.`);
  await record(viewer, "role:end", scope, { objectType: "consortium_role", objectId: roleId, details: { personId: role.personId, role: role.role, withdrawn: true } });
  return { ok: true, personId: role.personId };
}

/** Whether an account is now as it was asked, or what stands in the way. */
export type SwitchResult = { ok: true } | { ok: false; problem: "YOURSELF" | "WORKS_ELSEWHERE" | "LAST_ADMINISTRATOR" };

/**
 * Switches an account off: every browser is signed out at once, and no code opens it. Jobs keep their days. Refuses the own
 * account, one that another samenwerkingsverband works with, and that of the last administrator.
 */
export async function deactivatePerson(viewer: Viewer, { personId }: Account): Promise<SwitchResult> {
  const scopes = await loadAccount(viewer, personId);
  viewer.mustBeAbleTo("person:deactivate", scopes[0]);
  return switchAccount(viewer, personId, scopes, true);
}

/** Switches an account on again, with the jobs that still run. */
export async function reactivatePerson(viewer: Viewer, { personId }: Account): Promise<SwitchResult> {
  const scopes = await loadAccount(viewer, personId);
  viewer.mustBeAbleTo("person:deactivate", scopes[0]);
  return switchAccount(viewer, personId, scopes, false);
}

async function switchAccount(viewer: Viewer, personId: string, scopes: readonly Scope[], off: boolean): Promise<SwitchResult> {
  if (personId === viewer.person.id) return { ok: false, problem: "YOURSELF" };
  let outcome = "";
  const refused = await attempt(viewer, async () => {
    const [row] = await viewer.db.$queryRaw<{ outcome: string }[]>`SELECT switch_account(${personId}::uuid, ${off}) AS outcome`;
    outcome = row?.outcome ?? "";
  });
  if (refused === "consortium_keeps_administrator") return { ok: false, problem: "LAST_ADMINISTRATOR" };
  if (refused !== null) throw new Error(`Switching an account was refused: ${refused}.`);
  if (outcome === "WORKS_ELSEWHERE") return { ok: false, problem: "WORKS_ELSEWHERE" };
  if (outcome === "DONE") await recordAll(viewer, "person:deactivate", scopes.map((scope) => ({ scope, objectType: "person", objectId: personId, details: { off } })));
  return { ok: true };
}

/**
 * Signs somebody out in every browser, for a telephone that was lost. The account stays. Gives how many browsers. Refuses
 * for who works for another samenwerkingsverband longer than here.
 */
export async function signOutPerson(viewer: Viewer, { personId }: Account): Promise<{ ok: true; sessions: number } | { ok: false; problem: "FIRST_ELSEWHERE" }> {
  const scopes = await loadAccount(viewer, personId);
  viewer.mustBeAbleTo("person:deactivate", scopes[0]);
  const [row] = await viewer.db.$queryRaw<{ sessions: number | null }[]>`SELECT sign_out_everywhere(${personId}::uuid) AS sessions`;
  const sessions = row?.sessions ?? null;
  if (sessions === null) return { ok: false, problem: "FIRST_ELSEWHERE" };
  await recordAll(viewer, "person:deactivate", scopes.map((scope) => ({ scope, objectType: "session", objectId: personId, details: { sessions } })));
  return { ok: true, sessions };
}

/** Whether a second factor is gone, or why it is not. */
export type ResetFactorResult = { ok: true } | { ok: false; problem: "YOURSELF" | "FIRST_ELSEWHERE" | "NOT_SET_UP" };

/**
 * Takes away the second factor of somebody who lost telephone and recovery codes, after this viewer made sure that the person
 * asks for it; how is written down. Signs the person out everywhere, and mails it. Takes a fresh proof of who does this.
 */
export async function resetSecondFactor(viewer: Viewer, { personId, check }: ResetSecondFactor): Promise<ResetFactorResult> {
  const scopes = await loadAccount(viewer, personId);
  viewer.mustBeAbleTo("second-factor:reset", scopes[0]);
  if (personId === viewer.person.id) return { ok: false, problem: "YOURSELF" };
  viewer.mustHaveProven();
  const [row] = await viewer.db.$queryRaw<{ outcome: "DONE" | "FIRST_ELSEWHERE" | "NOT_SET_UP" }[]>`SELECT reset_second_factor(${personId}::uuid) AS outcome`;
  if (row?.outcome !== "DONE") return { ok: false, problem: row?.outcome ?? "NOT_SET_UP" };
  await recordAll(viewer, "second-factor:reset", scopes.map((scope) => ({ scope, objectType: "second_factor", objectId: personId, details: { check } })));
  await enqueue(viewer.db, "person-mail", { kind: "SECOND_FACTOR_RESET", personId, resetterId: viewer.person.id });
  return { ok: true };
}

/** Takes away the photo of somebody who has or had a job here, because it should not be there. Without one nothing happens. */
export async function removePhoto(viewer: Viewer, { personId }: RemovePhoto): Promise<{ ok: true }> {
  const scopes = await loadAccount(viewer, personId);
  viewer.mustBeAbleTo("photo:remove", scopes[0]);
  const { count } = await viewer.db.personPhoto.deleteMany({ where: { personId } });
  if (count > 0) await recordAll(viewer, "photo:remove", scopes.map((scope) => ({ scope, objectType: "person_photo", objectId: personId })));
  return { ok: true };
}

async function scopeOf(viewer: Viewer, consortiumId: string): Promise<Scope> {
  const consortium = await viewer.db.consortium.findFirst({ where: { id: consortiumId }, select: { id: true } });
  if (!consortium) throw new NotFoundError("consortium");
  return { consortiumId };
}

/**
 * The samenwerkingsverbanden whose people this viewer lists and in which somebody has or had a job: first those in which
 * the viewer switches accounts. Somebody without any is not there.
 */
async function loadAccount(viewer: Viewer, personId: string): Promise<[Scope, ...Scope[]]> {
  const here = { consortiumId: { in: viewer.consortiaFor("person:list") } };
  const person = await viewer.db.person.findFirst({
    where: { id: personId, OR: [{ memberships: { some: here } }, { roles: { some: here } }] },
    select: { memberships: { where: here, select: { consortiumId: true } }, roles: { where: here, select: { consortiumId: true } } },
  });
  if (!person) throw new NotFoundError("person");
  const scopes = [...new Set([...person.memberships, ...person.roles].map(({ consortiumId }) => consortiumId))].map((consortiumId): Scope => ({ consortiumId }));
  const administered = scopes.filter((scope) => viewer.can("person:deactivate", scope));
  const [first, ...others] = administered.length > 0 ? administered : scopes;
  if (!first) throw new NotFoundError("person");
  return [first, ...others];
}

async function loadRole(viewer: Viewer, roleId: string) {
  const role = await viewer.db.consortiumRole.findFirst({
    where: { id: roleId, consortiumId: { in: viewer.consortiaFor("person:list") } },
    select: { consortiumId: true, personId: true, role: true, firstDay: true, lastDay: true },
  });
  if (!role) throw new NotFoundError("role");
  return {
    scope: { consortiumId: role.consortiumId },
    personId: role.personId,
    role: role.role,
    firstDay: dayFromDatabase(role.firstDay),
    lastDay: role.lastDay && dayFromDatabase(role.lastDay),
  };
}
