import { YearsChart } from "#components/home/years-chart";
import { Section, Sections } from "#components/layout/section";
import { type Column, DataTable } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { Progress } from "#components/ui/progress";
import { schoolYearLabel } from "#lib/dates";
import type { SectorFigures, YearFigures } from "#lib/rollout/queries";
import { boardHomeTexts as texts, guideHomeTexts } from "#lib/texts/home";

export type BoardHomeData = { sectors: SectorFigures[]; years: YearFigures[] };

type SectorKey = keyof typeof texts.columns;
type YearKey = keyof typeof texts.yearColumns;

const sectorColumns = Object.entries(texts.columns).map(([key, label], index): Column<SectorKey> => ({ key: key as SectorKey, label, align: index === 0 ? "start" : "end" }));
const yearColumns = Object.entries(texts.yearColumns).map(([key, label], index): Column<YearKey> => ({ key: key as YearKey, label, align: index === 0 ? "start" : "end" }));

/** The figures of a samenwerkingsverband for its board. */
export function BoardHome({ home }: { home: BoardHomeData }) {
  const { sectors } = home;
  // The years before the first core team say nothing.
  const years = home.years.slice(Math.max(0, home.years.findIndex(({ teams, meetingsHeld }) => teams + meetingsHeld > 0)));
  const sum = (field: Exclude<keyof SectorFigures, "sector">) => sectors.reduce((total, each) => total + each[field], 0);
  if (sum("schools") === 0) {
    return (
      <EmptyState title={texts.emptyTitle} level={2}>
        <p>{texts.empty}</p>
      </EmptyState>
    );
  }
  return (
    <Sections>
      <Section title={texts.now}>
        <div className="space-y-6">
          <Progress value={sum("schoolsWithTeam")} max={sum("schools")} label={texts.withTeam(sum("schoolsWithTeam"), sum("schools"))} />
          <Progress value={sum("completeTeams")} max={sum("teams")} label={texts.complete(sum("completeTeams"), sum("teams"))} />
          <p className="font-semibold tabular-nums">
            {texts.held(sum("meetingsHeld"))}
            <span className="block font-normal text-ink-soft">{texts.planned(sum("meetingsPlanned"))}</span>
          </p>
        </div>
      </Section>
      {sectors.length > 1 && (
        <Section title={texts.perSector} layout="full">
          <DataTable caption={texts.caption} captionHidden columns={sectorColumns} rows={sectors.map((each) => ({ key: each.sector, cells: cellsOf(each) }))} />
        </Section>
      )}
      <Section title={texts.overYears} note={texts.overYearsNote}>
        <div className="space-y-6">
          <YearsChart years={years} />
          <DataTable
            caption={texts.yearCaption}
            captionHidden
            columns={yearColumns}
            rows={years.toReversed().map(({ schoolYear, teams, meetingsHeld }, index) => ({
              key: String(schoolYear),
              cells: { year: index === 0 ? texts.yearSoFar(schoolYearLabel(schoolYear)) : schoolYearLabel(schoolYear), teams, held: meetingsHeld },
            }))}
          />
        </div>
      </Section>
    </Sections>
  );
}

function cellsOf(figures: SectorFigures): Record<SectorKey, string | number> {
  return {
    sector: guideHomeTexts.sectorNames[figures.sector],
    schools: figures.schools,
    withTeam: figures.schoolsWithTeam,
    teams: figures.teams,
    complete: figures.completeTeams,
    held: figures.meetingsHeld,
    planned: figures.meetingsPlanned,
  };
}
