import type { Route } from "next";
import { Badge } from "#components/ui/badge";
import { DataTable } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import { daysInWords } from "#lib/texts/availability";
import { holidayTexts as texts } from "#lib/texts/school-days";

type Days = { name: string; firstDay: Day; lastDay: Day };
type ShownHoliday = Days & { id: string; region: string | null; isOwn: boolean; correction: (Days & { applies: boolean }) | null; href: Route };

/** When schools are closed in a school year, with what holds only here. */
export function HolidayTable({ caption, holidays }: { caption: string; holidays: readonly ShownHoliday[] }) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: "name", label: texts.columns.name },
        { key: "days", label: texts.columns.days },
        { key: "holds", label: texts.columns.holds },
        { key: "change", label: texts.columns.change, unlabelled: true },
      ]}
      rows={holidays.map((each) => ({
        key: each.id,
        cells: {
          name: each.correction?.name ?? each.name,
          days: <HeldDays {...each} />,
          holds: each.isOwn ? texts.own : each.region === null ? texts.everybody : texts.region(each.region),
          change: (
            <InternalLink href={each.href} className="inline-flex min-h-11 items-center">
              {texts.change}
              <span className="sr-only"> {each.name}</span>
            </InternalLink>
          ),
        },
      }))}
    />
  );
}

function HeldDays({ correction, ...national }: ShownHoliday) {
  if (correction === null) return daysInWords(national);
  return (
    <>
      {correction.applies && <p>{daysInWords(correction)}</p>}
      <p>
        <Badge tone="attention">{correction.applies ? texts.corrected : texts.open}</Badge>
      </p>
      <p className="text-ink-soft">{texts.nationally(daysInWords(national))}</p>
    </>
  );
}
