import type { Route } from "next";
import { FilterForm } from "#components/forms/filter-form";
import { HiddenField } from "#components/forms/hidden-field";
import { SelectField } from "#components/forms/select-field";
import { TextField } from "#components/forms/text-field";
import { Section, Sections } from "#components/layout/section";
import { Badge, ToneMark } from "#components/ui/badge";
import { LinkButton } from "#components/ui/button";
import { type Column, DataTable, type Row } from "#components/ui/data-table";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { Pagination } from "#components/ui/pagination";
import { type Day, dayOf, formatDay, formatDistance } from "#lib/dates";
import { freshForm } from "#lib/forms/form-state";
import type { RolloutOverview, RolloutSchool, RolloutSchools } from "#lib/rollout/queries";
import { attentionKinds, homePath, type SchoolFilter } from "#lib/rollout/schema";
import { oneOf } from "#lib/texts/core-teams";
import { guideHomeTexts as texts } from "#lib/texts/home";
import { obstacleTexts } from "#lib/texts/obstacles";
import { circleFiguresTexts } from "#lib/texts/opportunity-circle";
import { switchTexts } from "#lib/texts/meeting-switches";

export type GuideHomeData = { overview: RolloutOverview; list: RolloutSchools; filter: SchoolFilter; pageSize: number; job: string; today: Day; mayImport: boolean; mayCount: boolean };

type Key = "school" | "municipality" | "team" | "next";

/** All schools of a samenwerkingsverband: what asks for attention, and the list to search in. */
export function GuideHome({ home }: { home: GuideHomeData }) {
  const { overview, list, filter, job } = home;
  if (overview.schools === 0) {
    return (
      <EmptyState title={texts.emptyTitle} level={2} action={home.mayImport && <LinkButton href={"/schools/import" as Route}>{texts.importSchools}</LinkButton>}>
        <p>{texts.empty}</p>
      </EmptyState>
    );
  }
  return (
    <Sections>
      <Section title={texts.attention}>
        <Attention overview={overview} job={job} />
      </Section>
      <Section
        title={texts.schools}
        layout="full"
        id="scholen"
        action={
          <span className="flex flex-wrap gap-x-6">
            <InternalLink href={"/members/import" as Route} className="inline-flex min-h-11 items-center">
              {texts.importMembers}
            </InternalLink>
            <InternalLink href={"/meetings/switching" as Route} className="inline-flex min-h-11 items-center">
              {switchTexts.title}
            </InternalLink>
            {home.mayCount && (
              <InternalLink href={"/opportunity-circle" as Route} className="inline-flex min-h-11 items-center">
                {circleFiguresTexts.title}
              </InternalLink>
            )}
          </span>
        }
      >
        <div className="space-y-6">
          <Filter home={home} />
          {list.total === 0 ? (
            <EmptyState title={texts.nothingTitle}>
              <p>{texts.nothing}</p>
            </EmptyState>
          ) : (
            <>
              <DataTable caption={texts.caption(list.total)} columns={columnsFor(overview)} rows={list.schools.map((school) => rowOf(school, home.today))} />
              {list.total > home.pageSize && <Pagination page={list.page} pageSize={home.pageSize} total={list.total} pathname={"/" as Route} query={{ job, ...filter }} />}
            </>
          )}
        </div>
      </Section>
    </Sections>
  );
}

function Attention({ overview, job }: { overview: RolloutOverview; job: string }) {
  const kinds = attentionKinds.filter((kind) => overview.attention[kind] > 0);
  if (kinds.length === 0) return <p className="text-ink-soft">{texts.calm}</p>;
  return (
    <ul className="divide-y divide-rule">
      {kinds.map((kind) => (
        <li key={kind} className="flex items-center gap-3 py-1 first:pt-0">
          <ToneMark tone="attention" />
          <InternalLink href={`${homePath(job, { attention: kind })}#scholen` as Route} className="inline-flex min-h-11 items-center tabular-nums">
            {texts.attentionLine[kind](overview.attention[kind])}
          </InternalLink>
        </li>
      ))}
    </ul>
  );
}

function Filter({ home: { overview, filter, job } }: { home: GuideHomeData }) {
  const state = freshForm({ ...filter });
  const filtered = Object.values(filter).some((value) => value !== "");
  return (
    <FilterForm action={homePath(job) as Route} label={texts.filterLabel} filtered={filtered}>
      <HiddenField name="job" value={job} />
      <TextField state={state} name="q" label={texts.q} maxLength={80} />
      <SelectField state={state} name="attention" label={texts.show} emptyLabel={texts.anyState} options={attentionKinds.map((kind) => ({ value: kind, label: texts.states[kind] }))} />
      {overview.municipalities.length > 1 && (
        <SelectField state={state} name="municipality" label={texts.municipality} emptyLabel={texts.anyMunicipality} options={overview.municipalities.map((name) => ({ value: name, label: name }))} />
      )}
      {overview.sectors.length > 1 && (
        <SelectField state={state} name="sector" label={texts.sector} emptyLabel={texts.anySector} options={overview.sectors.map((sector) => ({ value: sector, label: texts.sectorNames[sector] }))} />
      )}
    </FilterForm>
  );
}

function columnsFor({ municipalities }: RolloutOverview): Column<Key>[] {
  return [
    { key: "school", label: texts.columns.school },
    ...(municipalities.length > 1 ? [{ key: "municipality" as const, label: texts.columns.municipality, compact: true }] : []),
    { key: "team", label: texts.columns.team },
    { key: "next", label: texts.columns.next, compact: true },
  ];
}

function rowOf(school: RolloutSchool, today: Day): Row<Key> {
  const { schoolId, name, place, municipality, team } = school;
  return {
    key: schoolId,
    cells: {
      school: (
        <>
          <InternalLink href={(team ? `/core-teams/${team.id}` : `/schools/${schoolId}`) as Route}>{name}</InternalLink>
          {place !== municipality && <span className="block font-normal text-ink-soft">{place}</span>}
        </>
      ),
      municipality,
      team: team ? <Team places={team.places} /> : <NotStarted schoolId={schoolId} name={name} />,
      next: team && <Next school={school} coreTeamId={team.id} today={today} />,
    },
  };
}

function Team({ places: { places, filled, vacant } }: { places: NonNullable<RolloutSchool["team"]>["places"] }) {
  if (vacant.length === 0) return <Badge tone="done">{texts.complete(places)}</Badge>;
  return (
    <>
      <span className="tabular-nums">{texts.filled(filled, places)}</span>
      <span className="block text-sm text-attention">{texts.vacant(vacant.map(oneOf))}</span>
    </>
  );
}

function NotStarted({ schoolId, name }: { schoolId: string; name: string }) {
  return (
    <>
      <span className="block text-ink-soft">{texts.noTeam}</span>
      <InternalLink href={`/core-teams/new?school=${schoolId}` as Route} label={`${texts.startTeam}: ${name}`} className="inline-flex min-h-11 items-center">
        {texts.startTeam}
      </InternalLink>
    </>
  );
}

function Next({ school: { name, next, unrecorded, obstructed }, coreTeamId, today }: { school: RolloutSchool; coreTeamId: string; today: Day }) {
  const distance = next && formatDistance(today, dayOf(next.startsAt));
  return (
    <>
      {next ? (
        <InternalLink href={`/core-teams/${coreTeamId}/meetings/${next.id}` as Route}>
          <time dateTime={next.startsAt.toISOString()}>{formatDay(dayOf(next.startsAt))}</time>
        </InternalLink>
      ) : (
        <Badge tone="attention">{texts.noDate}</Badge>
      )}
      {distance && <span className="block text-ink-soft">{distance}</span>}
      {obstructed && (
        <div className="mt-1 text-sm">
          <p className="text-attention">{obstacleTexts.onDay(dayOf(obstructed.startsAt), obstructed.obstacle)}</p>
          <InternalLink
            href={`/core-teams/${coreTeamId}/meetings/${obstructed.id}/rescheduling` as Route}
            label={obstacleTexts.moveLabel(dayOf(obstructed.startsAt), name)}
            className="inline-flex min-h-11 items-center"
          >
            {obstacleTexts.move}
          </InternalLink>
        </div>
      )}
      {unrecorded && (
        <InternalLink href={`/core-teams/${coreTeamId}/meetings/${unrecorded.id}` as Route} className="mt-1 block text-sm">
          {texts.unrecorded(dayOf(unrecorded.startsAt))}
        </InternalLink>
      )}
    </>
  );
}
