import { OneButtonForm } from "#components/forms/one-button-form";
import type { Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { changeReportTexts as texts } from "#lib/texts/core-teams";

type ShownReport = { id: string; message: string; reporter: string; aboutMember: string | null; day: Day; formKey: string };

type OpenReportsProps = {
  reports: readonly ShownReport[];
  /** For who may mark them as dealt with. */
  handle: FormAction | null;
};

/** Changes that somebody told of and that are not dealt with yet. */
export function OpenReports({ reports, handle }: OpenReportsProps) {
  return (
    <ul className="divide-y divide-rule">
      {reports.map((report) => (
        <li key={report.id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 py-4 first:pt-0">
          <div className="min-w-0 flex-[1_1_18rem]">
            {report.aboutMember !== null && <p className="font-semibold">{texts.aboutMember(report.aboutMember)}</p>}
            <p className="whitespace-pre-line">{report.message}</p>
            <p className="mt-1 text-sm text-ink-soft">{texts.reported(report.reporter, report.day)}</p>
          </div>
          {handle !== null && <OneButtonForm action={handle} formKey={report.formKey} fields={{ changeReportId: report.id }} label={texts.handle} longLabel={texts.handleOf(report.reporter)} variant="secondary" />}
        </li>
      ))}
    </ul>
  );
}
