import type { Route } from "next";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import type { AgreementKind } from "#lib/agreements/kinds";
import type { Day } from "#lib/dates";
import { agendaTexts as texts } from "#lib/texts/agenda";
import { agreementLabel } from "#lib/texts/agreements";

type OpenAgreementsProps = { agreements: readonly { id: string; kind: AgreementKind; text: string; owner: { name: string }; dueOn: Day; overdue: boolean }[]; total: number; href: Route };

/** What the team agreed and still has to do, under the item that looks back. Not on paper: a staff room has more readers than the team. */
export function OpenAgreements({ agreements, total, href }: OpenAgreementsProps) {
  return (
    <div className="mt-3 rounded-lg border border-rule bg-sheet px-4 py-3 print:hidden">
      <h4 className="font-semibold">{texts.openAgreements}</h4>
      {total === 0 ? (
        <p className="text-ink-soft">{texts.noAgreements}</p>
      ) : (
        <>
          <ul className="mt-1 space-y-2">
            {agreements.map(({ id, kind, text, owner, dueOn, overdue }) => (
              <li key={id}>
                <p className="wrap-anywhere">{text}</p>
                <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
                  {[agreementLabel(kind), texts.agreementLine(owner.name, dueOn)].filter(Boolean).join(" · ")}
                  {overdue && <Badge tone="attention">{texts.overdue}</Badge>}
                </p>
              </li>
            ))}
          </ul>
          {total > agreements.length && <p className="mt-2 text-ink-soft">{texts.moreAgreements(total - agreements.length)}</p>}
          <InternalLink href={href} className="inline-flex min-h-11 items-center">
            {texts.reviewAgreements}
          </InternalLink>
        </>
      )}
    </div>
  );
}
