import type { InviteeChoice } from "#components/meetings/invitee-fields";
import { formatDate, type Day } from "#lib/dates";
import { isOfSmallTeam, mostNeeded, type TeamPerson } from "#lib/meetings/rules";
import type { MeetingKind } from "#lib/meetings/schema";
import { inviteeTexts } from "#lib/texts/meetings";

/** The people of a team as a form offers them: who is not a member all the time with the days. */
export function inviteeChoices(people: readonly TeamPerson[], today: Day): InviteeChoice[] {
  return people.map((person) => {
    const { personId, name, organisation, spells } = person;
    const functions = [...new Set(spells.map(({ functionName }) => functionName))].join(", ");
    return {
      personId,
      name,
      about: [functions, organisation].filter(Boolean).join(" · "),
      attendance: mostNeeded(spells)?.attendance ?? "PREFERRED",
      days: daysOf(spells, today),
      spells: spells.map(({ firstDay, lastDay }) => ({ firstDay, lastDay })),
      small: isOfSmallTeam(person),
    };
  });
}

/** Who is ticked to begin with: everybody, or for the small meeting only IB, CJG and SWV when they can be told. */
export function ticked(choices: readonly InviteeChoice[], kind: MeetingKind | undefined): string[] {
  const small = kind === "SMALL_TEAM" ? choices.filter((choice) => choice.small) : [];
  return (small.length > 0 ? small : choices).map(({ personId }) => personId);
}

function daysOf(spells: TeamPerson["spells"], today: Day): string | null {
  const first = spells.map(({ firstDay }) => firstDay).toSorted()[0] ?? today;
  const last = spells.some(({ lastDay }) => lastDay === null) ? null : (spells.map(({ lastDay }) => lastDay ?? "").toSorted().at(-1) ?? null);
  if (first > today && last !== null) return inviteeTexts.fromUntil(formatDate(first), formatDate(last));
  if (first > today) return inviteeTexts.from(formatDate(first));
  return last === null ? null : inviteeTexts.until(formatDate(last));
}
