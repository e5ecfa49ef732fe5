import type { Transaction } from "#lib/db";
import type { Day } from "#lib/dates";
import type { LinkPurpose } from "#prisma/generated/client";

/** What the database knows of a link that works. */
export type LinkFacts = {
  id: string;
  purpose: LinkPurpose;
  /** The core team it is about; null for a calendar, which is of all one's teams. */
  coreTeamId: string | null;
  consortiumId: string | null;
  /** Whose link it is; null for a guest, who has no account. */
  person: { id: string; name: string } | null;
};

/**
 * Somebody who holds a personal link, in one transaction of one request: not signed in, and able to do one thing.
 * Like a `Viewer` it can only be opened by the doors in `lib/access`. Its handle to the tables is that of a database
 * role of its own, which sees what this one link is for, and nothing else.
 */
export class LinkHolder {
  readonly link: LinkFacts;
  readonly now: Date;
  /** Today's calendar day in Amsterdam. */
  readonly today: Day;
  readonly requestId: string;
  readonly #db: Transaction;

  private constructor(link: LinkFacts, moment: { now: Date; today: Day; requestId: string }, db: Transaction) {
    this.link = link;
    this.now = moment.now;
    this.today = moment.today;
    this.requestId = moment.requestId;
    this.#db = db;
  }

  /** Only for the doors in `lib/access`; an architecture test keeps it so. */
  static open(link: LinkFacts, moment: { now: Date; today: Day; requestId: string }, db: Transaction): LinkHolder {
    return new LinkHolder(link, moment, db);
  }

  /** The tables, in a transaction that shows and changes only what this link is for. */
  get db(): Transaction {
    return this.#db;
  }

  /** Whose link it is. A guest's has nobody. */
  get person(): { id: string; name: string } {
    if (!this.link.person) throw new Error("The link of a guest belongs to nobody.");
    return this.link.person;
  }
}
