import { checkFields, type CheckedField, type FieldCheck } from "#lib/anonymity/check-fields";
import type { CheckedAs, CheckedNames, KeptWords } from "#lib/anonymity/findings";
import type { Viewer } from "#lib/access/viewer";
import type { PlanningTeam } from "#lib/meetings/planning-team";

/** Words in a form of a meeting that may identify a child, and that nobody has explained. */
export type FindingsProblem = { ok: false; problem: "FINDINGS"; findings: FieldCheck["findings"] };

type Typed = { text: string | null; kept: KeptWords | null; /** What stands there already; that was checked before. */ before?: string | null };

/**
 * Looks for words that may identify a child in what somebody typed about a meeting, as in an agreement: the place goes into
 * mails, the theme and the reason of a cancellation are read by everybody who plans. Colleagues may be named.
 */
export function checkMeetingTexts(viewer: Viewer, team: PlanningTeam, { place, ...others }: { theme?: Typed; reason?: Typed; place?: Typed }): FieldCheck {
  const field = ({ text, kept, before }: Typed, as: CheckedAs): CheckedField => ({ text: text === before ? null : text, kept, as });
  const fields = Object.entries(others).map(([name, typed]) => [name, field(typed, "PLAN")] as const);
  return checkFields({ ...Object.fromEntries(fields), ...(place ? { place: field(place, "WHERE") } : {}) }, planningNames(team, viewer));
}

/** Who may be named in what is said about a meeting: who plans it, and the team. */
export function planningNames({ people }: Pick<PlanningTeam, "people">, viewer: Viewer): CheckedNames {
  return { colleagues: [viewer.person.name, ...people.map(({ name }) => name)] };
}
