import { AgreementTable } from "#components/opportunity-circle/agreement-table";
import { EarlyShare } from "#components/opportunity-circle/early-share";
import { FiguresTable } from "#components/opportunity-circle/figures-table";
import { Disclosure } from "#components/ui/details";
import type { CircleOverview } from "#lib/opportunity-circle/queries";
import { circleFiguresTexts as texts } from "#lib/texts/opportunity-circle";

/** The core teams in a year that is closed: figures to open where they can be shown, and where not that they cannot. */
export function TeamFigures({ names, teams }: Pick<CircleOverview, "names" | "teams">) {
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {teams.map(({ id, name, figures }) => (
        <li key={id} className="py-1">
          {typeof figures === "object" ? (
            <Disclosure summary={texts.teamOf(name, figures.cases)}>
              <div className="space-y-6 pb-3">
                <EarlyShare {...figures} />
                <FiguresTable names={names} counts={figures.counts} whose={name} />
                {figures.agreements && <AgreementTable agreements={figures.agreements} whose={name} />}
              </div>
            </Disclosure>
          ) : (
            <p className="flex min-h-11 max-w-none flex-wrap items-center justify-between gap-x-6">
              <span>{name}</span>
              <span className="text-ink-soft">{texts.hidden[figures]}</span>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
