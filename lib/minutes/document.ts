import type { AgendaOrigin } from "#lib/agenda/schema";
import type { AgreementKind } from "#lib/agreements/kinds";
import type { AgreementState } from "#lib/agreements/rules";
import { formatDate, formatPeriod, formatTime, type Day } from "#lib/dates";
import type { MeetingForm, MeetingKind } from "#lib/meetings/schema";
import { agendaOriginNames, agendaTexts } from "#lib/texts/agenda";
import { agreementLabel, agreementStateNames } from "#lib/texts/agreements";
import { meetingKindNames, meetingTexts } from "#lib/texts/meetings";
import { minutesTexts as texts } from "#lib/texts/minutes";

/** What the minutes of a meeting tell. Of a casus they know the alias and nothing else. */
export type Minutes = {
  day: Day;
  team: string;
  kind: MeetingKind;
  theme: string | null;
  startsAt: Date;
  endsAt: Date;
  form: MeetingForm;
  place: string | null;
  /** Whether each was there, guests last; null when nobody noted that. */
  people: { name: string; functionName: string; present: boolean | null }[];
  items: { title: string; startsAt: Date; addedBy: { name: string | null } | null; origin: AgendaOrigin | null }[];
  agreements: { kind: AgreementKind; text: string; owner: string; dueOn: Day; state: AgreementState; caseAlias: string | null }[];
  caseAliases: string[];
};

/** A part of a document, whatever the kind of file. */
export type Block =
  | { kind: "heading"; text: string }
  | { kind: "paragraph"; text: string }
  | { kind: "facts"; facts: { term: string; description: string }[] }
  | { kind: "list"; items: string[] }
  | Table;

/** Rows of cells, which may be empty, under columns that take so much of the width out of all their shares together. */
export type Table = { kind: "table"; columns: readonly Column[]; rows: string[][] };
type Column = { name: string; share: number };

/** A document to be written as a file: its title, and what stands under it. */
export type MinutesDocument = { title: string; blocks: Block[] };

/** The minutes as a document in Dutch. */
export function minutesDocument(minutes: Minutes): MinutesDocument {
  return {
    title: texts.title(formatDate(minutes.day), minutes.team),
    blocks: [facts(minutes), ...people(minutes), ...agenda(minutes), ...agreements(minutes), ...cases(minutes)],
  };
}

function facts({ team, kind, theme, startsAt, endsAt, form, place }: Minutes): Block {
  const where = [form === "LIVE" ? null : texts.digital, place].filter(Boolean).join(", ");
  return {
    kind: "facts",
    facts: [
      { term: texts.team, description: team },
      { term: texts.what, description: meetingTexts.about(meetingKindNames[kind], theme) },
      { term: texts.when, description: formatPeriod(startsAt, endsAt) },
      ...(where === "" ? [] : [{ term: texts.where, description: where }]),
    ],
  };
}

function people({ people: invited }: Minutes): Block[] {
  const isKnown = invited.some(({ present }) => present !== null);
  // Who was there comes first.
  const inOrder = [...invited.filter(({ present }) => present === true), ...invited.filter(({ present }) => present !== true)];
  const rows = inOrder.map(({ name, functionName, present }) => [name, functionName, texts.presences[present === null ? "unknown" : present ? "yes" : "no"]]);
  return [
    { kind: "heading", text: texts.people },
    ...(isKnown || rows.length === 0 ? [] : [{ kind: "paragraph", text: texts.peopleUnknown } as const]),
    tableOr([{ name: texts.name, share: 4 }, { name: texts.functionName, share: 4 }, { name: texts.presence, share: 2 }], rows, texts.nobody),
  ];
}

function agenda({ items }: Minutes): Block[] {
  const rows = items.map(({ title, startsAt, addedBy, origin }) => {
    const who = addedBy && [addedBy.name ?? agendaTexts.addedBySomebody, origin && agendaOriginNames[origin]].filter(Boolean).join(" · ");
    return [formatTime(startsAt), title, who ?? ""];
  });
  return [{ kind: "heading", text: texts.agenda }, tableOr([{ name: texts.time, share: 1 }, { name: texts.item, share: 5 }, { name: texts.addedBy, share: 3 }], rows, texts.noAgenda)];
}

function agreements({ agreements: made }: Minutes): Block[] {
  const rows = made.map(({ kind, text, owner, dueOn, state, caseAlias }) => [texts.agreed(text, agreementLabel(kind), caseAlias), owner, formatDate(dueOn), agreementStateNames[state]]);
  const columns = [{ name: texts.agreement, share: 5 }, { name: texts.owner, share: 3 }, { name: texts.dueOn, share: 3 }, { name: texts.state, share: 2 }];
  return [{ kind: "heading", text: texts.agreements }, tableOr(columns, rows, texts.noAgreements)];
}

function cases({ caseAliases }: Minutes): Block[] {
  const heading = { kind: "heading", text: texts.cases } as const;
  if (caseAliases.length === 0) return [heading, { kind: "paragraph", text: texts.noCases }];
  return [heading, { kind: "paragraph", text: texts.casesLead }, { kind: "list", items: caseAliases }];
}

function tableOr(columns: readonly Column[], rows: string[][], empty: string): Block {
  return rows.length === 0 ? { kind: "paragraph", text: empty } : { kind: "table", columns, rows };
}
