import { dayOf, formatDate, formatDay, formatDistance, formatPeriod, type Day } from "#lib/dates";
import { commonTexts } from "#lib/texts/common";

type DayTextProps = { day: Day; today?: Day; weekday?: boolean };
type PeriodTextProps = { starts: Date; ends: Date; today?: Day };

/** A day in words: "di 24 november 2026", and given `today` also how near it is: "di 24 november 2026 (over 9 dagen)". */
export function DayText({ day, today, weekday = true }: DayTextProps) {
  return (
    <time dateTime={day}>
      {weekday ? formatDay(day) : formatDate(day)}
      <Distance day={day} today={today} />
    </time>
  );
}

/** A meeting's time in words: "di 24 november 2026, 14.15–15.30 uur (over 9 dagen)". */
export function PeriodText({ starts, ends, today }: PeriodTextProps) {
  const [day, hours] = formatPeriod(starts, ends).split(", ");
  return (
    <time dateTime={starts.toISOString()}>
      {day}, <span className="inline-block">{hours}</span>
      <Distance day={dayOf(starts)} today={today} />
    </time>
  );
}

/** A day as a leaf of a tear-off calendar, beside words that say the same in full. */
export function DayLeaf({ day }: { day: Day }) {
  const [weekday, date] = formatDay(day).split(" ");
  const month = commonTexts.shortMonths[Number(day.slice(5, 7)) - 1];
  return (
    <span
      aria-hidden="true"
      className="inline-flex w-17 shrink-0 flex-col items-center overflow-hidden rounded-md border border-edge bg-sheet leading-none tabular-nums shadow-sheet"
    >
      <span className="w-full bg-cover pt-1 pb-1.5 text-center text-sm font-semibold text-on-cover forced-colors:border-b">{weekday}</span>
      <span className="pt-2 text-2xl font-bold leading-none tracking-tight">{date}</span>
      <span className="pt-0.5 pb-2 text-sm text-ink-soft">{month}</span>
    </span>
  );
}

/** How near a day is, kept on one line; nothing when it is far away or nobody asked. */
function Distance({ day, today }: { day: Day; today: Day | undefined }) {
  const distance = today === undefined ? null : formatDistance(today, day);
  if (distance === null) return null;
  return (
    <> <span className="inline-block">{commonTexts.distance(distance)}</span></>
  );
}
