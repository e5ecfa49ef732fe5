import type { Route } from "next";
import { type AgreementLine, AgreementLines } from "#components/agreements/agreement-lines";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { teamHomeTexts as texts } from "#lib/texts/home";

type OpenAgreementsProps = { agreements: readonly AgreementLine[]; total: number; today: Day; all: Route; setState: FormAction };

/** What the team promised and has not done, with one button to tick each off; the rest is on the page with all of them. */
export function OpenAgreements({ agreements, total, today, all, setState }: OpenAgreementsProps) {
  if (agreements.length === 0) {
    return (
      <EmptyState title={texts.noAgreementsTitle}>
        <p>{texts.noAgreements}</p>
      </EmptyState>
    );
  }
  return (
    <>
      <AgreementLines agreements={agreements} label={texts.agreementsLabel} today={today} back="home" setState={setState} shows={{ origin: true }} />
      {total > agreements.length && (
        <InternalLink href={all} className="inline-flex min-h-11 items-center font-semibold">
          {texts.moreAgreements(total - agreements.length)}
        </InternalLink>
      )}
    </>
  );
}
