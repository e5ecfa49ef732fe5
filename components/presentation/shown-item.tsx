import type { Route } from "next";
import { TimeLeft } from "#components/presentation/time-left";
import { SuccessesOnScreen } from "#components/successes/success-lines";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { formatTime, timeOf } from "#lib/dates";
import type { Success } from "#lib/successes/queries";
import { guestTexts } from "#lib/texts/guests";
import { presentationTexts as texts } from "#lib/texts/presentation";

/** An item of the agenda as the screen shows it. */
export type ShownItem = {
  number: number;
  title: string;
  explanation: string | null;
  questions: readonly string[];
  addedBy: string | null;
  startsAt: Date;
  endsAt: Date;
  /** Who comes for it from outside the team. */
  guests: readonly { name: string; organisation: string }[];
  /** The casussen that belong to it, by alias, and where each opens on this screen, if it has a text; null for an item that is not about casussen. */
  cases: readonly { alias: string; href: Route | null }[] | null;
  /** What went well since the meeting before; null for an item that is not about that. */
  successes: readonly Success[] | null;
};

type ShownItemProps = {
  item: ShownItem;
  total: number;
  now: Date;
  /** Whether nobody chose it: the clock did. */
  byClock: boolean;
  hrefOf: (number: number) => Route;
  clockHref: Route;
};

/** What is being talked about, large enough for the far end of the table. */
export function ItemOnScreen({ item, total, now, byClock, hrefOf, clockHref }: ShownItemProps) {
  const { number, title, explanation, questions, addedBy, startsAt, endsAt, guests, cases, successes } = item;
  return (
    <section aria-labelledby="shown-item" className="min-w-0">
      <p className="text-lg text-ink-soft">{texts.item(number, total)}</p>
      <h2 id="shown-item" className="mt-1 text-3xl wrap-anywhere">
        {title}
      </h2>
      <p className="mt-3 flex flex-wrap gap-x-6 text-xl text-ink-soft tabular-nums">
        <span>{texts.fromUntil(formatTime(startsAt), formatTime(endsAt))}</span>
        <TimeLeft key={number} startsAt={startsAt.getTime()} endsAt={endsAt.getTime()} serverNow={now.getTime()} follows={byClock} />
      </p>
      {explanation && <p className="mt-5 max-w-[44rem] text-xl whitespace-pre-line wrap-anywhere">{explanation}</p>}
      {questions.length > 0 && (
        <ul className="mt-6 max-w-[44rem] list-disc space-y-3 pl-7 text-xl marker:text-edge">
          {questions.map((question) => (
            <li key={question} className="wrap-anywhere">
              {question}
            </li>
          ))}
        </ul>
      )}
      {successes && <SuccessesOnScreen successes={successes} />}
      {cases && <Cases cases={cases} />}
      {guests.length > 0 && (
        <p className="mt-5 text-xl wrap-anywhere">
          {guestTexts.atThisItem(guests)}
          {cases && <span className="mt-1 block text-lg text-ink-soft">{texts.guestsDoNotRead}</span>}
        </p>
      )}
      {addedBy && <p className="mt-5 text-lg text-ink-soft">{texts.addedBy(addedBy)}</p>}
      <div className="mt-8 flex flex-wrap items-center gap-x-5 gap-y-3">
        {number > 1 && (
          <LinkButton href={hrefOf(number - 1)} variant="secondary" replace>
            {texts.previous}
          </LinkButton>
        )}
        {number < total && (
          <LinkButton href={hrefOf(number + 1)} variant="secondary" replace>
            {texts.next}
          </LinkButton>
        )}
        {!byClock && (
          <InternalLink href={clockHref} className="inline-flex min-h-11 items-center" replace>
            {texts.toClock}
          </InternalLink>
        )}
      </div>
    </section>
  );
}

// By name only; what it is about comes on the screen when somebody opens it.
function Cases({ cases }: { cases: NonNullable<ShownItem["cases"]> }) {
  if (cases.length === 0) return <p className="mt-5 text-xl text-ink-soft">{texts.noCases}</p>;
  return (
    <>
      <h3 className="mt-6 text-lg">{texts.cases}</h3>
      <ul className="mt-3 flex flex-wrap gap-x-5 gap-y-3 text-xl font-semibold">
        {cases.map(({ alias, href }) => (
          <li key={alias} className="inline-flex min-h-12 max-w-full items-center">
            {href ? (
              <LinkButton href={href} variant="secondary" plain>
                {alias}
              </LinkButton>
            ) : (
              alias
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

type ItemListProps = { items: readonly { id: string; title: string; startsAt: Date }[]; shown: number; hrefOf: (number: number) => Route };

/** All items with the clock beside them; each can be put on the screen. */
export function ItemList({ items, shown, hrefOf }: ItemListProps) {
  return (
    <nav aria-label={texts.agenda}>
      <ol>
        {items.map(({ id, title, startsAt }, index) => (
          <li key={id} className={`border-l-4 ${index + 1 === shown ? "border-accent bg-accent-wash font-semibold" : "border-rule"}`}>
            <InternalLink href={hrefOf(index + 1)} current={index + 1 === shown && "step"} className="flex min-h-12 items-center gap-x-4 px-3 py-2 text-ink no-underline hover:underline" replace>
              <time dateTime={timeOf(startsAt)} className="w-14 shrink-0 text-ink-soft tabular-nums">
                {formatTime(startsAt)}
              </time>
              <span className="min-w-0 wrap-anywhere">{title}</span>
            </InternalLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}
