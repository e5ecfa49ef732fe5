import { DefinitionList } from "#components/ui/definition-list";
import type { CircleFigures } from "#lib/opportunity-circle/queries";
import { circleFiguresTexts, earlyTexts as texts } from "#lib/texts/opportunity-circle";

/** How early casussen were brought in. */
export function EarlyShare({ since: { UNTOLD: untold, ...since } }: Pick<CircleFigures, "since">) {
  const items = [...(["FIRST_CONCERN", "LONGER", "STUCK"] as const).map((each) => [texts.since[each], since[each]] as const), ...(untold > 0 ? [[texts.since.UNTOLD, untold] as const] : [])];
  return (
    <section>
      <h3 className="mb-2 text-base">{texts.title}</h3>
      <DefinitionList items={items.map(([term, count]) => ({ term, description: circleFiguresTexts.about(count) }))} />
    </section>
  );
}
