import { checkFields, type CheckedField, type FieldCheck } from "#lib/anonymity/check-fields";
import type { FindingLabel, KeptWords } from "#lib/anonymity/schema";
import type { Viewer } from "#lib/access/viewer";
import type { PlanningTeam } from "#lib/meetings/planning-team";

/** Words in a form of a meeting that may identify a child, and that nobody has explained. */
export type FindingsProblem = { ok: false; problem: "FINDINGS"; findings: FieldCheck["findings"] };

type Typed = { text: string | null; kept: KeptWords | null; /** What stands there already; that was checked before. */ before?: string | null };

/** Where people meet is a school or a place; a name of somebody else than a colleague is none of these. */
export const PASSES_WHERE: readonly FindingLabel[] = ["SCHOOL", "PLACE", "CLUB"];
const ADDRESS: readonly FindingLabel[] = [...PASSES_WHERE, "ADDRESS", "POSTCODE", "PHONE", "URL"];

/**
 * Looks for words that may identify a child in what somebody typed about a meeting, as in an agreement: the place goes into
 * mails, the theme and the reason of a cancellation are read by everybody who plans. Colleagues may be named.
 */
export function checkMeetingTexts(viewer: Viewer, { people }: PlanningTeam, { place, ...others }: { theme?: Typed; reason?: Typed; place?: Typed }): FieldCheck {
  const colleagues = [viewer.person.name, ...people.map(({ name }) => name)];
  const field = ({ text, kept, before }: Typed, passes: readonly FindingLabel[]): CheckedField => ({ text: text === before ? null : text, kept, colleagues, passes });
  const fields = Object.entries(others).map(([name, typed]) => [name, field(typed, PASSES_WHERE)] as const);
  return checkFields({ ...Object.fromEntries(fields), ...(place ? { place: field(place, ADDRESS) } : {}) }, {});
}
