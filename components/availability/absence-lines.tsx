import type { Route } from "next";
import { AttentionLine } from "#components/availability/attention-line";
import { Line, Lines } from "#components/layout/lines";
import { InternalLink } from "#components/ui/link";
import { formatDistance, type Day } from "#lib/dates";
import { availabilityTexts as texts, daysInWords } from "#lib/texts/availability";

type ShownAbsence = { id: string; firstDay: Day; lastDay: Day; replacement: { name: string } | null; meetings: number; href: Route };

/** The days on which somebody is away, with who stands in and what is planned then. */
export function AbsenceLines({ absences, isSelf, today }: { absences: readonly ShownAbsence[]; isSelf: boolean; today: Day }) {
  return (
    <Lines label={texts.absences}>
      {absences.map((absence) => {
        const days = daysInWords(absence);
        const distance = absence.firstDay > today ? formatDistance(today, absence.firstDay) : null;
        return (
          <Line
            key={absence.id}
            day={absence.firstDay}
            title={days}
            aside={
              <InternalLink href={absence.href} className="inline-flex min-h-11 items-center">
                {texts.change}
                <span className="sr-only"> {texts.changeLabel(days)}</span>
              </InternalLink>
            }
          >
            <p>{[absence.replacement ? texts.replacedBy(absence.replacement.name) : texts.notReplaced, distance].filter(Boolean).join(" · ")}</p>
            {absence.meetings > 0 && <AttentionLine>{isSelf ? texts.meetingsThen(absence.meetings) : texts.meetingsThenOf(absence.meetings)}</AttentionLine>}
          </Line>
        );
      })}
    </Lines>
  );
}
