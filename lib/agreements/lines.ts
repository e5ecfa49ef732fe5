import type { Viewer } from "#lib/access/viewer";
import type { AdviceApplied, AgreementKind } from "#lib/agreements/kinds";
import { type AgreementState, type AtPlay, isOpen } from "#lib/agreements/rules";
import { dayForDatabase, dayFromDatabase, dayOf, type Day } from "#lib/dates";
import { aliasOf } from "#lib/texts/case-discussions";
import { caseErasureTexts } from "#lib/texts/case-retention";
import type { Prisma } from "#prisma/generated/client";

/** An agreement as a line of a list. */
export type Agreement = {
  id: string;
  kind: AgreementKind;
  /** What was agreed; of an erased casus a sentence that tells so. */
  text: string;
  /** Whether its words went with those of its casus. */
  isErased: boolean;
  team: { id: string; name: string };
  owner: { id: string; name: string };
  /** The last day on which it is in time. */
  dueOn: Day;
  /** Whether it is open and that day is over. */
  overdue: boolean;
  state: AgreementState;
  /** Since when it is so: for one that is done or dropped, when that was. */
  since: Day;
  droppedBecause: string | null;
  /** Of an advice that was shared: whether it is applied in class, if somebody told it. */
  applied: AdviceApplied | null;
  atPlay: AtPlay;
  meeting: { id: string; day: Day };
  /** The casus it belongs to, by its alias only; its page is a plain link, because reading it is written down. */
  caseDiscussion: { id: string; alias: string } | null;
};

/** The columns that a line takes; in one statement, with what this viewer is in the team. */
export function agreementSelect(viewer: Viewer) {
  const today = dayForDatabase(viewer.today);
  return {
    id: true,
    kind: true,
    text: true,
    dueOn: true,
    state: true,
    stateSince: true,
    droppedBecause: true,
    applied: true,
    passedAt: true,
    owner: { select: { id: true, name: true } },
    follower: { select: { id: true, name: true } },
    passedToFunction: { select: { id: true, name: true } },
    passedToOrganisation: { select: { id: true, name: true } },
    coreTeam: {
      select: {
        id: true,
        name: true,
        memberships: {
          where: { personId: viewer.isOperator ? { in: [] } : viewer.person.id, firstDay: { lte: today }, OR: [{ lastDay: null }, { lastDay: { gte: today } }] },
          select: { functionId: true, organisationId: true },
        },
      },
    },
    meeting: { select: { id: true, startsAt: true } },
    caseDiscussion: { select: { id: true, schoolYear: true, number: true, erasedAt: true } },
  } satisfies Prisma.AgreementSelect;
}

type AgreementRow = Prisma.AgreementGetPayload<{ select: ReturnType<typeof agreementSelect> }>;

/** Puts the columns together, as this person sees them today. */
export function agreementOf(viewer: Viewer, row: AgreementRow): Agreement {
  const dueOn = dayFromDatabase(row.dueOn);
  const isErased = row.caseDiscussion !== null && row.caseDiscussion.erasedAt !== null;
  return {
    id: row.id,
    kind: row.kind,
    text: isErased ? caseErasureTexts.agreementText : row.text,
    isErased,
    team: { id: row.coreTeam.id, name: row.coreTeam.name },
    owner: row.owner,
    dueOn,
    overdue: isOpen(row.state) && dueOn < viewer.today,
    state: row.state,
    since: dayOf(row.stateSince),
    droppedBecause: row.droppedBecause || null,
    applied: row.applied,
    atPlay: atPlayOf(viewer, row),
    meeting: { id: row.meeting.id, day: dayOf(row.meeting.startsAt) },
    caseDiscussion: row.caseDiscussion && { id: row.caseDiscussion.id, alias: aliasOf(row.caseDiscussion) },
  };
}

function atPlayOf(viewer: Viewer, { owner, follower, passedAt, passedToFunction, passedToOrganisation, coreTeam: { memberships } }: AgreementRow): AtPlay {
  const [since, person] = [passedAt && dayOf(passedAt), ({ id, name }: { id: string; name: string }) => ({ name, isYou: id === viewer.person.id })];
  if (passedToFunction) {
    return { kind: "FUNCTION", name: passedToFunction.name, isYou: memberships.some(({ functionId }) => functionId === passedToFunction.id), since, from: person(owner) };
  }
  if (passedToOrganisation) {
    return { kind: "ORGANISATION", name: passedToOrganisation.name, isYou: memberships.some(({ organisationId }) => organisationId === passedToOrganisation.id), since, from: person(owner) };
  }
  return { kind: "PERSON", ...person(owner), since, from: follower && person(follower) };
}
