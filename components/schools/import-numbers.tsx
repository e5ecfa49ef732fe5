import type { ImportReport } from "#lib/schools/schema";
import { importPreviewTexts as texts } from "#lib/texts/school-import";

/** What an import will do, or did, in numbers; what is zero is left out. */
export function ImportNumbers({ report, done }: { report: ImportReport; done: boolean }) {
  const say = done ? texts.happened : texts.planned;
  const reopened = report.reopened > 0 ? say.reopened(report.reopened) : "";
  const rows = [
    { count: report.added, text: say.added(report.added) },
    { count: report.changed, text: say.changed(report.changed) + reopened },
    { count: report.closed, text: say.closed(report.closed) },
    { count: report.unchanged, text: say.unchanged(report.unchanged) },
  ].filter(({ count }) => count > 0);
  return (
    <ul className="border-t border-rule" aria-label={texts.numbers}>
      {rows.map(({ count, text }) => (
        <li key={text} className="flex flex-wrap items-baseline gap-x-5 border-b border-rule py-2.5">
          <span className="min-w-20 text-2xl font-semibold tabular-nums @sm:text-right">{texts.number(count)}</span>
          <span className="min-w-0 flex-[1_1_8rem]">{text}</span>
        </li>
      ))}
    </ul>
  );
}
