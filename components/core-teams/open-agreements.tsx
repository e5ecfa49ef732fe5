import { Line, Lines } from "#components/layout/lines";
import { Badge } from "#components/ui/badge";
import type { AgreementKind } from "#lib/agreements/kinds";
import type { Day } from "#lib/dates";
import { agreementLabel } from "#lib/texts/agreements";
import { welcomeTexts as texts } from "#lib/texts/core-teams";

type OpenAgreementsProps = {
  agreements: readonly { id: string; kind: AgreementKind; text: string; who: string; dueOn: Day; overdue: boolean }[];
  /** How many there are in all. */
  total: number;
};

/** What a core team agreed and has not done yet, to read. */
export function OpenAgreements({ agreements, total }: OpenAgreementsProps) {
  if (total === 0) return <p className="text-ink-soft">{texts.noAgreements}</p>;
  return (
    <>
      <Lines label={texts.agreements}>
        {agreements.map(({ id, kind, text, who, dueOn, overdue }) => (
          <Line key={id} title={text} aside={overdue && <Badge tone="attention">{texts.agreementOverdue}</Badge>}>
            <p>{[agreementLabel(kind), texts.agreementLine(who, dueOn)].filter(Boolean).join(" · ")}</p>
          </Line>
        ))}
      </Lines>
      {total > agreements.length && <p className="mt-2 text-ink-soft">{texts.moreAgreements(total - agreements.length)}</p>}
    </>
  );
}
