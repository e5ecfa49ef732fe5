import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import { dayOf, formatDate, formatTime } from "#lib/dates";
import type { RecentImport } from "#lib/schools/queries";
import { schoolListTexts } from "#lib/texts/school-list";
import { schoolImportTexts as texts } from "#lib/texts/school-import";

/** The last imports, newest first: when, who and what changed. */
export function RecentImports({ imports, several }: { imports: readonly RecentImport[]; several: boolean }) {
  if (imports.length === 0) return <p className="text-ink-soft">{texts.recentNone}</p>;
  return (
    <Lines label={texts.recentTitle}>
      {imports.map((each) => (
        <Line
          key={each.id}
          title={<InternalLink href={`/schools/import/${each.id}` as Route}>{titleOf(each)}</InternalLink>}
          aside={<StateBadge schoolImport={each} />}
        >
          {several && <p>{each.consortiumName}</p>}
          <p className="text-ink-soft">
            {texts.recentBy(each.createdBy)}
            {texts.outcome(each)}
          </p>
        </Line>
      ))}
    </Lines>
  );
}

function StateBadge({ schoolImport: { appliedAt, added, changed, closed } }: { schoolImport: RecentImport }) {
  if (appliedAt !== null) return <Badge tone="done">{texts.done}</Badge>;
  return added + changed + closed === 0 ? <Badge>{texts.nothingToDo}</Badge> : <Badge tone="attention">{texts.open}</Badge>;
}

function titleOf({ sector, createdAt }: RecentImport): string {
  return texts.recent(schoolListTexts.sectors[sector], formatDate(dayOf(createdAt)), formatTime(createdAt));
}
