import { nextNumber } from "#tests/support/builders";

/** What a marker stands in for: each kind has its own readers. */
export type MarkerKind =
  | "consortium"
  | "organisation"
  | "function"
  | "guide"
  | "staff"
  | "administrator"
  | "team"
  | "member"
  | "meeting"
  | "agenda"
  | "guest"
  | "guest-private"
  | "template"
  | "case"
  | "concept"
  | "perspective"
  | "lesson"
  | "agreement"
  | "report"
  | "sibling"
  | "idle"
  | "import"
  | "private-mail"
  | "private-phone";

/** Whoever may ask, by what they are in their own samenwerkingsverband. */
export const actorNames = ["coordinator", "partner", "processCoach", "organiser", "board", "administrator", "siblingMember", "leftYesterday", "startsTomorrow"] as const;
export type ActorName = (typeof actorNames)[number];

const team: ActorName[] = ["coordinator", "partner"];
const guides: ActorName[] = ["processCoach", "organiser"];

/**
 * Who may ever come across what, in the own samenwerkingsverband: on any page, in any answer. The rest is for nobody, and
 * what is of another samenwerkingsverband is for nobody at all. `team` is the core team the matrix asks about.
 */
const readers: Record<MarkerKind, readonly ActorName[]> = {
  consortium: [...team, ...guides, "board", "administrator", "siblingMember"],
  organisation: [...team, ...guides, "administrator", "siblingMember"],
  function: [...team, ...guides, "administrator", "siblingMember"],
  /** The names of the procesbegeleider and the organiser, whom each team may ask. */
  guide: [...team, ...guides, "administrator", "siblingMember"],
  /** The names of the board. */
  staff: [...guides, "administrator"],
  /** The names of the administrators, whom everybody asks who lost telephone and recovery codes. */
  administrator: [...team, ...guides, "administrator", "siblingMember"],
  team: [...team, ...guides, "administrator"],
  member: [...team, ...guides, "administrator"],
  meeting: [...team, ...guides],
  agenda: [...team, ...guides],
  /** Who comes from outside the team; the address and what is asked are for who plans. */
  guest: [...team, ...guides],
  "guest-private": ["coordinator", ...guides],
  /** A standaardagenda is for whoever plans meetings, and in agendas for whoever reads those. */
  template: [...team, ...guides],
  case: team,
  /** A casus that its writer has not shared. */
  concept: [],
  /** Before it is revealed for its writer alone. */
  perspective: [],
  /** Plain words that stand apart from the text of the casus. */
  lesson: team,
  agreement: team,
  /** A report is for who made it and for who deals with it. */
  report: ["coordinator", ...guides],
  sibling: [...guides, "administrator", "siblingMember"],
  /** A school without a core team. */
  idle: [...guides, "administrator"],
  import: ["organiser", "administrator"],
  /** An address that its owner does not share, for who invites people by it. */
  "private-mail": [...guides, "administrator"],
  "private-phone": [],
};

/** A text that must not turn up elsewhere, such as "KANARIE-a-meeting-3" for the samenwerkingsverband a. */
export function marker(letter: string, kind: MarkerKind): string {
  return `KANARIE-${letter}-${kind}-${nextNumber()}`;
}

/** Who reads a text: what this person is in each samenwerkingsverband, with the texts that are about this person. */
export type Reader = readonly { letter: string; name: ActorName; own: readonly string[] }[];

/** Every marker in a text that this reader should not come across. */
export function strayMarkers(text: string, reader: Reader): string[] {
  const found = text.matchAll(/KANARIE-([a-z0-9]+)-([a-z]+(?:-[a-z]+)?)-\d+/gi);
  const stray = [...found].filter(([whole, letter, kind]) => !reader.some((as) => {
    if (letter?.toLowerCase() !== as.letter) return false;
    return readers[kind?.toLowerCase() as MarkerKind].includes(as.name) || as.own.some((each) => each.toLowerCase() === whole.toLowerCase());
  }));
  return [...new Set(stray.map(([whole]) => whole))];
}
