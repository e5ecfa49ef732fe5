import type { Route } from "next";
import { type AgreementLine, AgreementLines } from "#components/agreements/agreement-lines";
import { Section, Sections } from "#components/layout/section";
import { InternalLink } from "#components/ui/link";
import type { AgreementGroup } from "#lib/agreements/rules";
import type { AgreementPlace } from "#lib/agreements/schema";
import type { Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { agreementTexts as texts } from "#lib/texts/agreements";

type OwnAgreementsProps = { groups: readonly AgreementGroup<AgreementLine>[]; today: Day; back: AgreementPlace; setState: FormAction };

/** Somebody's agreements over all schools: what is overdue first, and then school by school. */
export function OwnAgreements({ groups, today, back, setState }: OwnAgreementsProps) {
  return (
    <Sections>
      {groups.map(({ overdue, teams }) => (
        <Section key={String(overdue)} title={overdue ? texts.overdueTitle : texts.laterTitle}>
          <div className="space-y-8">
            {teams.map((team) => (
              <div key={team.id}>
                <h3 className="mb-3 text-base">
                  <InternalLink href={`/core-teams/${team.id}/agreements` as Route}>{team.name}</InternalLink>
                </h3>
                <AgreementLines agreements={team.agreements} label={team.name} today={today} back={back} setState={setState} shows={{ origin: true, overdue: !overdue }} />
              </div>
            ))}
          </div>
        </Section>
      ))}
    </Sections>
  );
}
