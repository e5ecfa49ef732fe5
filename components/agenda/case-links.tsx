import type { Route } from "next";
import { InternalLink } from "#components/ui/link";
import { agendaTexts as texts } from "#lib/texts/agenda";

type CaseLinksProps = { cases: readonly { id: string; alias: string }[]; meetingPath: string; mayLog: boolean };

/** The casussen of a meeting by alias, under the item for them. Ordinary links: each reading is written down. Not on paper. */
export function CaseLinks({ cases, meetingPath, mayLog }: CaseLinksProps) {
  if (cases.length === 0 && !mayLog) return null;
  return (
    <div className="mt-2 flex flex-wrap items-center gap-x-5 print:hidden">
      {cases.length === 0 && <span className="text-ink-soft">{texts.noCases}</span>}
      {cases.map(({ id, alias }) => (
        <InternalLink key={id} href={`${meetingPath}/case-discussions/${id}` as Route} className="inline-flex min-h-11 items-center whitespace-nowrap" plain>
          {alias}
        </InternalLink>
      ))}
      {mayLog && (
        <InternalLink href={`${meetingPath}/case-discussions/new` as Route} className="inline-flex min-h-11 items-center">
          {texts.logCase}
        </InternalLink>
      )}
    </div>
  );
}
