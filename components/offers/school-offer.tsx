import { Disclosure } from "#components/ui/details";
import type { Offer } from "#lib/offers/lines";
import { offerTexts as texts } from "#lib/texts/offers";

/** What the school can do for a pupil, and what it cannot. */
export function SchoolOffer({ offer: { can, cannot, changedOn } }: { offer: Offer }) {
  return (
    <div className="max-w-prose space-y-4">
      <Words title={texts.can} words={can} />
      <Words title={texts.cannot} words={cannot} />
      {changedOn && <p className="text-sm text-ink-soft">{texts.changedOn(changedOn)}</p>}
    </div>
  );
}

/** The same under a casus, folded in. */
export function FoldedOffer({ offer }: { offer: Offer }) {
  if (isEmptyOffer(offer)) return null;
  return (
    <div className="mt-8">
      <Disclosure summary={texts.fold}>
        <SchoolOffer offer={offer} />
      </Disclosure>
    </div>
  );
}

/** Whether there is nothing to show of it. */
export function isEmptyOffer({ can, cannot }: Offer): boolean {
  return can === null && cannot === null;
}

function Words({ title, words }: { title: string; words: string | null }) {
  if (words === null) return null;
  return (
    <div>
      <h3 className="text-base text-ink-soft">{title}</h3>
      <p className="mt-1 whitespace-pre-wrap wrap-anywhere">{words}</p>
    </div>
  );
}
