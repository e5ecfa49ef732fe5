import type { AgreementKind } from "#lib/agreements/kinds";
import { formatDate, type Day } from "#lib/dates";
import { agreementLabel } from "#lib/texts/agreements";
import { presentationTexts as texts } from "#lib/texts/presentation";

type Agreed = { id: string; kind: AgreementKind; text: string; owner: { name: string }; dueOn: Day; caseDiscussion?: { alias: string } | null };

/** What was agreed, with who does it and by when, large enough for the table. A casus is named where the list is not of that casus alone. */
export function AgreedList({ agreements }: { agreements: readonly Agreed[] }) {
  if (agreements.length === 0) return null;
  return (
    <ul className="mt-4 divide-y divide-rule border-t border-rule">
      {agreements.map(({ id, kind, text, owner, dueOn, caseDiscussion }) => (
        <li key={id} className="py-3">
          <p className="font-semibold wrap-anywhere">{text}</p>
          <p className="text-ink-soft">
            {[agreementLabel(kind), texts.agreementLine(owner.name, formatDate(dueOn)), caseDiscussion && texts.ofCase(caseDiscussion.alias)].filter(Boolean).join(" · ")}
          </p>
        </li>
      ))}
    </ul>
  );
}
