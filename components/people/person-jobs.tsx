import type { Route } from "next";
import { Badge } from "#components/ui/badge";
import { DataTable } from "#components/ui/data-table";
import { InternalLink } from "#components/ui/link";
import { formatDate } from "#lib/dates";
import type { PersonMembership, PersonRole } from "#lib/people/queries";
import { peopleTexts as texts } from "#lib/texts/people";

/** The core teams that somebody is, was or will be in. */
export function PersonMemberships({ memberships }: { memberships: readonly PersonMembership[] }) {
  if (memberships.length === 0) return <p>{texts.noMemberships}</p>;
  return (
    <DataTable
      caption={texts.membershipsCaption}
      captionHidden
      columns={[
        { key: "team", label: texts.team },
        { key: "function", label: texts.function, bare: true },
        { key: "organisation", label: texts.organisation, bare: true },
        { key: "period", label: texts.period, bare: true },
      ]}
      rows={memberships.map((each) => ({
        key: each.id,
        cells: {
          team: <InternalLink href={`/core-teams/${each.coreTeamId}` as Route}>{each.teamName}</InternalLink>,
          function: each.functionName,
          organisation: each.organisation,
          period: (
            <>
              <Period {...each} />
              {each.temporaryReason && <p className="text-sm text-ink-soft">{texts.temporarily(each.temporaryReason)}</p>}
            </>
          ),
        },
      }))}
    />
  );
}

type PersonRolesProps = {
  personId: string;
  roles: readonly (PersonRole & { mayEnd: boolean })[];
  /** For who looks at several samenwerkingsverbanden. */
  showsConsortium: boolean;
};

/** The roles that somebody has, had or will have in the samenwerkingsverband. */
export function PersonRoles({ personId, roles, showsConsortium }: PersonRolesProps) {
  if (roles.length === 0) return <p>{texts.noRoles}</p>;
  return (
    <DataTable
      caption={texts.rolesCaption}
      captionHidden
      columns={[
        { key: "role", label: texts.role },
        ...(showsConsortium ? [{ key: "consortium", label: texts.consortium, bare: true } as const] : []),
        { key: "organisation", label: texts.organisation, bare: true },
        { key: "period", label: texts.period, bare: true },
        { key: "action", label: texts.end, unlabelled: true },
      ]}
      rows={roles.map((each) => ({
        key: each.id,
        cells: {
          role: texts.roleNames[each.role],
          consortium: each.consortiumName,
          organisation: each.organisation,
          period: <Period {...each} />,
          action:
            each.mayEnd && each.tense !== "OVER" ? (
              <InternalLink href={`/people/${personId}/roles/${each.id}/ending` as Route} className="inline-flex min-h-11 items-center print:hidden">
                {each.tense === "COMING" ? texts.withdraw : texts.end}
                <span className="sr-only"> {texts.endLabel(texts.roleNames[each.role])}</span>
              </InternalLink>
            ) : null,
        },
      }))}
    />
  );
}

function Period({ firstDay, lastDay, tense }: Pick<PersonMembership, "firstDay" | "lastDay" | "tense">) {
  return (
    <span className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
      {lastDay === null ? texts.from(formatDate(firstDay)) : texts.until(formatDate(firstDay), formatDate(lastDay))}
      {tense !== "RUNNING" && <Badge>{texts.tense[tense]}</Badge>}
    </span>
  );
}
