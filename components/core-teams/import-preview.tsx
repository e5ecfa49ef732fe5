import type { ReactNode } from "react";
import { Section } from "#components/layout/section";
import { Badge } from "#components/ui/badge";
import { DataTable } from "#components/ui/data-table";
import { Disclosure } from "#components/ui/details";
import { type Day, formatDate } from "#lib/dates";
import { memberImportTexts as texts } from "#lib/texts/member-import";

/** What somebody gets by an import: one function, at some schools. */
export type ShownAddition = {
  key: string;
  name: string;
  email: string;
  functionName: string;
  organisation: string | null;
  firstDay: Day;
  schools: readonly string[];
  /** Under which name we know this person already; null for somebody new. */
  knownAs: string | null;
};

export type ShownWrongLine = { line: number; text: string; faults: readonly string[] };

type ShownPlan = {
  additions: readonly ShownAddition[];
  unchanged: readonly string[];
  memberships: number;
  schools: number;
  people: number;
  newPeople: number;
  newPeopleInTeams: number;
  inTeams: number;
  schoolsWithoutTeam: readonly string[];
};

/** The lines of a pasted list that have to be mended first. */
export function WrongLines({ lines }: { lines: readonly ShownWrongLine[] }) {
  return (
    <Section title={texts.wrongTitle(lines.length)} note={texts.wrongLead} layout="full">
      <DataTable
        caption={texts.wrongCaption}
        captionHidden
        columns={[
          { key: "line", label: texts.wrongColumns.line, compact: true },
          { key: "text", label: texts.wrongColumns.text, bare: true },
          { key: "reason", label: texts.wrongColumns.reason, bare: true },
        ]}
        rows={lines.map(({ line, text, faults }) => ({ key: String(line), cells: { line: texts.line(line), text: <span className="wrap-anywhere">{text}</span>, reason: <Faults faults={faults} /> } }))}
      />
    </Section>
  );
}

function Faults({ faults }: { faults: readonly string[] }) {
  if (faults.length < 2) return faults[0];
  return (
    <ul className="list-disc space-y-1 pl-5">
      {faults.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

/** What an import will do, in numbers and by name, with the form that does it. */
export function ImportPreview({ plan, children }: { plan: ShownPlan; children: ReactNode }) {
  const [onlySchool, ...otherSchools] = plan.schoolsWithoutTeam;
  return (
    <Section title={texts.previewTitle} layout="full">
      <div className="space-y-8">
        {plan.memberships === 0 ? (
          <p className="text-lg">{texts.nothing}</p>
        ) : (
          <div className="space-y-2 text-lg">
            <p>{texts.summary(plan.memberships, plan.schools, plan.people)}</p>
            <p>{texts.mails(plan.newPeople)}</p>
            {plan.inTeams > 0 && plan.newPeopleInTeams !== plan.newPeople && <p>{texts.mailsWithoutTeams(plan.newPeopleInTeams)}</p>}
          </div>
        )}
        {onlySchool !== undefined && (
          <div>
            <h3>{texts.noTeamTitle(plan.schoolsWithoutTeam.length)}</h3>
            <p className="mt-1">{otherSchools.length === 0 ? texts.noTeamOne(onlySchool) : texts.noTeam(plan.schoolsWithoutTeam)}</p>
          </div>
        )}
        {children}
        {plan.additions.length > 0 && <Additions additions={plan.additions} />}
        {plan.unchanged.length > 0 && (
          <Disclosure summary={texts.unchanged(plan.unchanged.length)}>
            <ul className="space-y-1">
              {plan.unchanged.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}

function Additions({ additions }: { additions: readonly ShownAddition[] }) {
  return (
    <DataTable
      caption={texts.additionsCaption}
      columns={[
        { key: "name", label: texts.additionColumns.name },
        { key: "function", label: texts.additionColumns.function },
        { key: "organisation", label: texts.additionColumns.organisation },
        { key: "schools", label: texts.additionColumns.schools },
        { key: "firstDay", label: texts.additionColumns.firstDay },
      ]}
      rows={additions.map((addition) => ({
        key: addition.key,
        cells: {
          name: <Person name={addition.name} email={addition.email} knownAs={addition.knownAs} />,
          function: addition.functionName,
          organisation: addition.organisation,
          schools: texts.schoolsOf(addition.schools),
          firstDay: formatDate(addition.firstDay),
        },
      }))}
    />
  );
}

function Person({ name, email, knownAs }: Pick<ShownAddition, "name" | "email" | "knownAs">) {
  return (
    <>
      {name} {knownAs === null && <Badge>{texts.isNew}</Badge>}
      <span className="block font-normal text-ink-soft wrap-anywhere">{email}</span>
      {knownAs !== null && knownAs !== name && <span className="block font-normal text-attention">{texts.knownAs(knownAs)}</span>}
    </>
  );
}
