import { timetable } from "#lib/agenda/rules";
import type { CheckedNames } from "#lib/anonymity/findings";
import { formatTime } from "#lib/dates";
import type { GuestMeeting } from "#lib/guests/queries";
import { guestFormTexts as texts } from "#lib/texts/guests";

/** The items of an agenda to choose for a guest, each with when it begins. */
export function itemChoices({ items, meeting }: GuestMeeting) {
  return timetable(items, meeting.startsAt).map(({ id, title, minutes, startsAt, isCases }, index) => {
    const hint = texts.itemHint(formatTime(startsAt), minutes);
    return { value: id, label: texts.itemLabel(index + 1, title), hint: isCases ? texts.casesHint(hint) : hint };
  });
}

/** Who may be named in what a guest is asked: the team, and others such as the guest. */
export function namesForGuest({ people = [] }: CheckedNames, ...others: string[]): CheckedNames {
  return { colleagues: [...people, ...others] };
}
