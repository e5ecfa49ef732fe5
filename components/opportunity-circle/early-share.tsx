import { DefinitionList } from "#components/ui/definition-list";
import type { CircleFigures } from "#lib/opportunity-circle/queries";
import { earlyTexts as texts } from "#lib/texts/opportunity-circle";

/** How early so many casussen were brought in. */
export function EarlyShare({ cases, since }: Pick<CircleFigures, "cases" | "since">) {
  const untold = cases - since.FIRST_CONCERN - since.LONGER - since.STUCK;
  const items = [...(["FIRST_CONCERN", "LONGER", "STUCK"] as const).map((each) => [texts.since[each], since[each]] as const), ...(untold > 0 ? [[texts.since.UNTOLD, untold] as const] : [])];
  return (
    <section>
      <h3 className="mb-2 text-base">{texts.title}</h3>
      <DefinitionList items={items.map(([term, count]) => ({ term, description: texts.of(count, cases) }))} />
    </section>
  );
}
