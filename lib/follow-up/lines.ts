import type { Viewer } from "#lib/access/viewer";
import type { AtPlay } from "#lib/agreements/rules";
import { dayFromDatabase, dayOf, type Day } from "#lib/dates";
import { needsRefresh } from "#lib/follow-up/rules";
import type { Progress } from "#lib/follow-up/schema";
import type { Prisma } from "#prisma/generated/client";

/** On which day somebody was told, and by whom. */
export type Told = { on: Day; by: { id: string; name: string } };

/** What came of a casus so far, without a word of it. */
export type FollowUp = {
  /** Zero when nothing was written down yet. */
  version: number;
  /** Who is to act; null while nobody was named. */
  atPlay: AtPlay | null;
  /** The same as the form has it: "person:…" or "function:…". */
  atPlayIs: string;
  progress: { state: Progress; on: Day; by: string } | null;
  /** Since when nothing was said of it anew. */
  lastTold: Day | null;
  needsRefresh: boolean;
  parentsTold: Told | null;
  pupilTold: Told | null;
};

/** The columns that it takes. */
export const followUpSelect = {
  version: true,
  atPlaySince: true,
  atPlayPerson: { select: { id: true, name: true } },
  atPlayFunction: { select: { id: true, name: true } },
  progress: true,
  progressAt: true,
  progressBy: { select: { name: true } },
  parentsToldOn: true,
  parentsToldBy: { select: { id: true, name: true } },
  pupilToldOn: true,
  pupilToldBy: { select: { id: true, name: true } },
} satisfies Prisma.CaseFollowUpSelect;

type Row = Prisma.CaseFollowUpGetPayload<{ select: typeof followUpSelect }>;

/** Puts the columns together, as this person sees them today with these functions in the team. */
export function followUpOf(viewer: Viewer, row: Row | null, ownFunctionIds: readonly string[]): FollowUp {
  if (row === null) return { version: 0, atPlay: null, atPlayIs: "", progress: null, lastTold: null, needsRefresh: false, parentsTold: null, pupilTold: null };
  const { version, progress: state, progressAt, progressBy, atPlaySince, parentsToldOn, parentsToldBy, pupilToldOn, pupilToldBy } = row;
  const progress = state && progressAt && progressBy ? { state, on: dayOf(progressAt), by: progressBy.name } : null;
  const since = atPlaySince && dayFromDatabase(atPlaySince);
  const lastTold = progress && since && progress.on > since ? progress.on : since;
  return {
    version,
    atPlay: atPlayOf(viewer, row, since, ownFunctionIds),
    atPlayIs: row.atPlayPerson ? `person:${row.atPlayPerson.id}` : row.atPlayFunction ? `function:${row.atPlayFunction.id}` : "",
    progress,
    lastTold,
    needsRefresh: needsRefresh({ progress: state, lastTold }, viewer.today),
    parentsTold: toldOf(parentsToldOn, parentsToldBy),
    pupilTold: toldOf(pupilToldOn, pupilToldBy),
  };
}

function atPlayOf(viewer: Viewer, { atPlayPerson, atPlayFunction }: Row, since: Day | null, ownFunctionIds: readonly string[]): AtPlay | null {
  if (atPlayPerson) return { kind: "PERSON", name: atPlayPerson.name, isYou: atPlayPerson.id === viewer.person.id, since, from: null };
  return atPlayFunction && { kind: "FUNCTION", name: atPlayFunction.name, isYou: ownFunctionIds.includes(atPlayFunction.id), since, from: null };
}

function toldOf(on: Date | null, by: Told["by"] | null): Told | null {
  return on && by && { on: dayFromDatabase(on), by };
}
