import type { Route } from "next";
import type { ReactNode } from "react";
import { type AgreementLine, AgreementLines } from "#components/agreements/agreement-lines";
import { Section } from "#components/layout/section";
import { InternalLink } from "#components/ui/link";
import type { Day } from "#lib/dates";
import type { FormAction } from "#lib/forms/form-state";
import { casePageTexts as texts } from "#lib/texts/case-discussions";

type CaseAgreementsProps = { agreements: readonly AgreementLine[]; today: Day; addAt: Route | null; setState: FormAction; said: ReactNode };

/** What was agreed about a casus, on its page. */
export function CaseAgreements({ agreements, today, addAt, setState, said }: CaseAgreementsProps) {
  return (
    <Section
      id="agreements"
      said={said}
      title={texts.agreements}
      action={
        addAt && (
          <InternalLink href={addAt} className="inline-flex min-h-11 items-center">
            {texts.addAgreement}
          </InternalLink>
        )
      }
    >
      {agreements.length === 0 ? (
        <p className="text-ink-soft">{texts.noAgreements}</p>
      ) : (
        <AgreementLines agreements={agreements} label={texts.agreements} today={today} back="case" setState={setState} />
      )}
    </Section>
  );
}
