import { Disclosure } from "#components/ui/details";
import { formatDate } from "#lib/dates";
import type { Holiday } from "#lib/meetings/rules";
import { scheduleTexts } from "#lib/texts/meetings";

/** The coming school holidays and study days, folded away, for who is choosing a date. Nothing when none are known. */
export function HolidayHelp({ holidays, regions }: { holidays: readonly Holiday[]; regions: readonly string[] }) {
  const coming = holidays.filter(({ kind }) => kind !== "PUBLIC");
  if (coming.length === 0) return null;
  const several = regions.length > 1;
  return (
    <Disclosure summary={scheduleTexts.holidays(regions.join(", "))}>
      <ul>
        {coming.map(({ region, name, firstDay, lastDay }) => (
          <li key={`${name} ${firstDay} ${region}`}>{scheduleTexts.holiday(several && region !== null ? `${name} (${region})` : name, formatDate(firstDay), formatDate(lastDay))}</li>
        ))}
      </ul>
      <p className="text-sm text-ink-soft">{scheduleTexts.holidaysSource}</p>
    </Disclosure>
  );
}
