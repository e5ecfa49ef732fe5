import type { Route } from "next";
import { Section, Sections } from "#components/layout/section";
import { DataTable } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import { formatPeriod } from "#lib/dates";
import { switchTexts as texts } from "#lib/texts/meeting-switches";

/** A bijeenkomst as the lists show it; `otherWay` leads to the same page with this core team skipped, or taken along. */
export type SwitchLine = { id: string; coreTeamId: string; teamName: string; startsAt: Date; endsAt: Date; place: string | null; invited: number; otherWay: string | null };

type SwitchListsProps = { changing: readonly SwitchLine[]; skipped: readonly SwitchLine[]; placeless: readonly SwitchLine[] };

/** Which bijeenkomsten change, which are skipped by choice, and which cannot. */
export function SwitchLists({ changing, skipped, placeless }: SwitchListsProps) {
  return (
    <Sections>
      {changing.length > 0 && (
        <Section title={texts.list} layout="full">
          <MeetingTable caption={texts.list} lines={changing} way={texts.skip} wayLabel={texts.skipLabel} />
        </Section>
      )}
      {skipped.length > 0 && (
        <Section title={texts.skippedList} layout="full">
          <MeetingTable caption={texts.skippedList} lines={skipped} way={texts.take} wayLabel={texts.takeLabel} />
        </Section>
      )}
      {placeless.length > 0 && (
        <Section title={texts.placelessList} layout="full" note={<p className="text-ink-soft">{texts.placelessHelp}</p>}>
          <MeetingTable caption={texts.placelessList} lines={placeless} way={texts.skip} wayLabel={texts.skipLabel} />
        </Section>
      )}
    </Sections>
  );
}

type MeetingTableProps = { caption: string; lines: readonly SwitchLine[]; way: string; wayLabel: (team: string) => string };

function MeetingTable({ caption, lines, way, wayLabel }: MeetingTableProps) {
  return (
    <DataTable
      caption={caption}
      captionHidden
      columns={[
        { key: "team", label: texts.columns.team },
        { key: "when", label: texts.columns.when },
        { key: "place", label: texts.columns.place },
        { key: "invited", label: texts.columns.invited, align: "end", compact: true },
        { key: "skip", label: texts.columns.skip, unlabelled: true },
      ]}
      rows={lines.map(({ id, coreTeamId, teamName, startsAt, endsAt, place, invited, otherWay }) => ({
        key: id,
        cells: {
          team: <InternalLink href={`/core-teams/${coreTeamId}/meetings/${id}` as Route}>{teamName}</InternalLink>,
          when: <span className="tabular-nums">{formatPeriod(startsAt, endsAt)}</span>,
          place,
          invited: <span className="tabular-nums">{invited}</span>,
          skip: otherWay && (
            <InternalLink href={otherWay as Route} label={wayLabel(teamName)} className="inline-flex min-h-11 items-center">
              {way}
            </InternalLink>
          ),
        },
      }))}
    />
  );
}
