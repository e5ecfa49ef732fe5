import type { Route } from "next";
import { Face } from "#components/ui/avatar";
import { Badge } from "#components/ui/badge";
import { DataTable, type Row } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import { BreakableAddress } from "#components/ui/person";
import { telephoneHref } from "#lib/names";
import type { ListedPerson } from "#lib/people/queries";
import { commonTexts } from "#lib/texts/common";
import { peopleTexts as texts } from "#lib/texts/people";

type ColumnKey = keyof typeof texts.columns;

/** The people on a page of the list, each leading to the own page. */
export function PeopleTable({ people, total }: { people: readonly ListedPerson[]; total: number }) {
  const columns = (["name", "jobs", "organisation", "reach"] as const).map((key) => ({ key, label: texts.columns[key], bare: true }));
  return <DataTable caption={texts.caption(total)} columns={columns} rows={people.map(rowOf)} />;
}

function rowOf(person: ListedPerson): Row<ColumnKey> {
  const organisations = [...new Set(person.jobs.map(({ organisation }) => organisation).filter((name) => name !== null))];
  return {
    key: person.id,
    cells: {
      name: (
        <span className="flex items-start gap-3">
          <Face name={person.name} photoUrl={person.photoUrl} size="small" />
          {/* The row stands on the line of the name; a photo has no line of its own. */}
          <span className="min-w-0 self-baseline pt-2">
            <InternalLink href={`/people/${person.id}` as Route}>{person.name}</InternalLink>
            {person.off && (
              <span className="ml-2 inline-block">
                <Badge tone="attention">{texts.off}</Badge>
              </span>
            )}
          </span>
        </span>
      ),
      jobs: (
        <ul>
          {person.jobs.map(({ title, teams, team, organisation }) => (
            <li key={`${title} ${organisation}`}>{texts.job(title, teams, team)}</li>
          ))}
        </ul>
      ),
      organisation: organisations.length > 0 ? organisations.join(", ") : null,
      reach: (
        <ul className="-my-1 text-sm">
          {person.phone && (
            <li className="py-1">
              <a href={telephoneHref(person.phone)} aria-label={`${commonTexts.call(person.name)}: ${person.phone}`} className="tabular-nums">
                {person.phone}
              </a>
            </li>
          )}
          <li className="wrap-anywhere py-1">
            <a href={`mailto:${person.email}`} aria-label={`${commonTexts.mail(person.name)}: ${person.email}`}>
              <BreakableAddress email={person.email} />
            </a>
          </li>
        </ul>
      ),
    },
  };
}
