import { type AccessRole, type Action, mayDo, type Scope } from "#lib/access/permissions";
import type { Transaction } from "#lib/db";
import type { Day } from "#lib/dates";
import { AssuranceNeededError, ForbiddenError, ProofNeededError } from "#lib/errors";
import type { Prisma, RoleName } from "#prisma/generated/client";

/** A membership of today. */
export type ViewerMembership = {
  coreTeamId: string;
  consortiumId: string;
  coreTeamName: string;
  consortiumName: string;
  functionName: string;
  /** Held by somebody of the school itself, who plans and records for the core team. */
  coordinates: boolean;
};

/** A role in a samenwerkingsverband of today. */
export type ViewerRole = { consortiumId: string; consortiumName: string; role: RoleName };

/** What the database knows of the person who asks, on the day of asking. */
export type ViewerFacts = {
  sessionId: string;
  person: { id: string; name: string; email: string; photoHash: string | null };
  /** Whether a second factor was proven in this browser, not too long ago. */
  isHighlyAssured: boolean;
  /** Whether this browser showed within the last minutes who is behind it. */
  isProven: boolean;
  memberships: ViewerMembership[];
  roles: ViewerRole[];
};

const accessRoleOf: Record<RoleName, AccessRole> = {
  PROCESS_COACH: "processCoach",
  ORGANISER: "organiser",
  BOARD: "board",
  ADMINISTRATOR: "administrator",
};

/**
 * Somebody who asks for something, in one transaction of one request.
 * It can only be opened by the doors in `lib/access`, and it carries the only handle to the tables: whoever
 * holds a `Viewer` can reach what this person may see, and nothing else.
 */
export class Viewer {
  readonly person: ViewerFacts["person"];
  readonly sessionId: string;
  readonly isHighlyAssured: boolean;
  readonly isProven: boolean;
  readonly memberships: readonly ViewerMembership[];
  readonly roles: readonly ViewerRole[];
  readonly now: Date;
  /** Today's calendar day in Amsterdam. */
  readonly today: Day;
  readonly requestId: string;
  readonly #db: Transaction;
  readonly #isOperator: boolean;
  #restsOnAssurance = false;

  private constructor(facts: ViewerFacts, moment: { now: Date; today: Day; requestId: string }, db: Transaction, isOperator: boolean) {
    this.person = facts.person;
    this.sessionId = facts.sessionId;
    this.isHighlyAssured = facts.isHighlyAssured;
    this.isProven = facts.isProven;
    this.memberships = facts.memberships;
    this.roles = facts.roles;
    this.now = moment.now;
    this.today = moment.today;
    this.requestId = moment.requestId;
    this.#db = db;
    this.#isOperator = isOperator;
  }

  /** Only for the doors in `lib/access`; an architecture test keeps it so. */
  static open(facts: ViewerFacts, moment: { now: Date; today: Day; requestId: string }, db: Transaction): Viewer {
    return new Viewer(facts, moment, db, false);
  }

  /** Whoever runs a command on the server itself. Only for `asOperator`. */
  static operator(moment: { now: Date; today: Day; requestId: string }, db: Transaction): Viewer {
    const nobody = { sessionId: "", person: { id: "", name: "", email: "", photoHash: null }, isHighlyAssured: false, isProven: false, memberships: [], roles: [] } as const;
    return new Viewer({ ...nobody, memberships: [], roles: [] }, moment, db, true);
  }

  /** The tables, in a transaction that shows and changes only what this person may see and change. */
  get db(): Transaction {
    return this.#db;
  }

  get isOperator(): boolean {
    return this.#isOperator;
  }

  /** What this person is for a core team, or for a samenwerkingsverband as a whole. */
  accessRoles(scope: Scope): AccessRole[] {
    const asMember = this.memberships
      .filter((membership) => membership.coreTeamId === scope.coreTeamId)
      .map((membership): AccessRole => (membership.coordinates ? "schoolCoordinator" : "partner"));
    const asStaff = this.roles.filter((role) => role.consortiumId === scope.consortiumId).map((role) => accessRoleOf[role.role]);
    return [...new Set([...asMember, ...asStaff, ...(this.#isOperator ? (["operator"] as const) : [])])];
  }

  /** Whether this person may do something to a core team or in a samenwerkingsverband. */
  can(action: Action, scope: Scope): boolean {
    return mayDo(action, this.accessRoles(scope));
  }

  /** Refuses with a `ForbiddenError` when this person may not do it. The first line of every command. */
  mustBeAbleTo(action: Action, scope: Scope): void {
    if (!this.can(action, scope)) throw new ForbiddenError(action);
  }

  /**
   * Refuses with an `AssuranceNeededError` as long as no second factor was proven in this browser. For whatever shows or takes
   * the text of a casus, beside the question of permission. Passing here keeps the second factor alive.
   */
  mustBeHighlyAssured(): void {
    if (!this.isHighlyAssured) throw new AssuranceNeededError();
    this.#restsOnAssurance = true;
  }

  /**
   * Refuses with a `ProofNeededError` what could take an account over, or cannot be undone, to a session that is merely open:
   * whoever sits behind it must have signed in within the last ten minutes, or have typed a code that was mailed to the present
   * address. The form it is asked in keeps what was typed and leads to the page that asks for the proof.
   */
  mustHaveProven(): void {
    if (!this.isProven) throw new ProofNeededError();
  }

  /** Whether this request was one that a second factor opened. */
  get restsOnAssurance(): boolean {
    return this.#restsOnAssurance;
  }

  /** The access roles that give this person the right, for the audit line: "partner" or "organiser+administrator". */
  groundsFor(action: Action, scope: Scope): string {
    return this.accessRoles(scope).filter((role) => mayDo(action, [role])).join("+") || "none";
  }

  /** The samenwerkingsverbanden in which this person may do something by a role. */
  consortiaFor(action: Action): string[] {
    return this.roles.filter((role) => mayDo(action, [accessRoleOf[role.role]])).map((role) => role.consortiumId);
  }

  /** Whether this person may do it somewhere, in any core team or samenwerkingsverband. */
  canSomewhere(action: Action): boolean {
    return mayDoSomewhere(this, action);
  }

  /** Exactly the core teams for which this person may do something, as a filter on the relation. */
  coreTeamsWhere(action: Action): Prisma.CoreTeamWhereInput {
    const asMember = this.memberships.filter((membership) => mayDo(action, [membership.coordinates ? "schoolCoordinator" : "partner"]));
    const day = new Date(`${this.today}T00:00:00Z`);
    const ownMembership: Prisma.MembershipWhereInput = {
      personId: this.person.id,
      firstDay: { lte: day },
      OR: [{ lastDay: null }, { lastDay: { gte: day } }],
      ...(asMember.every((membership) => membership.coordinates) ? { function: { coordinates: true } } : {}),
    };
    return { OR: [{ consortiumId: { in: this.consortiaFor(action) } }, ...(asMember.length > 0 ? [{ memberships: { some: ownMembership } }] : [])] };
  }
}

/** Whether somebody with these memberships and roles may do something anywhere, for a door that has no transaction yet. */
export function mayDoSomewhere({ memberships, roles }: Pick<Viewer, "memberships" | "roles">, action: Action): boolean {
  return (
    roles.some(({ role }) => mayDo(action, [accessRoleOf[role]])) ||
    memberships.some(({ coordinates }) => mayDo(action, [coordinates ? "schoolCoordinator" : "partner"]))
  );
}
