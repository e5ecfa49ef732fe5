import type { Route } from "next";
import { InternalLink } from "#components/ui/link";
import type { Success } from "#lib/successes/queries";
import { successTexts as texts } from "#lib/texts/successes";

/** What went well and what was learnt, each with its day and its casus. A casus is an ordinary link: each reading is written down. */
export function SuccessLines({ label, coreTeamId, successes }: { label: string; coreTeamId: string; successes: readonly Success[] }) {
  return (
    <ul aria-label={label} className="max-w-prose divide-y divide-rule border-y border-rule">
      {successes.map(({ id, on, success, lesson, casus, isOwn }) => (
        <li key={id} className="py-4">
          <p className="flex flex-wrap items-center gap-x-3 text-sm text-ink-soft">
            <span>{texts.on(on)}</span>
            {casus && (
              <InternalLink href={`/core-teams/${coreTeamId}/meetings/${casus.meetingId}/case-discussions/${casus.id}` as Route} className="inline-flex min-h-11 items-center whitespace-nowrap" plain>
                {casus.alias}
              </InternalLink>
            )}
            {isOwn && (
              <InternalLink href={`/core-teams/${coreTeamId}/successes/${id}/edit` as Route} className="inline-flex min-h-11 items-center">
                {texts.change}
                <span className="sr-only"> {texts.ofDay(on)}</span>
              </InternalLink>
            )}
          </p>
          <Words name={texts.success} words={success} />
          <Words name={texts.lesson} words={lesson} />
        </li>
      ))}
    </ul>
  );
}

/** The same on a screen that everybody at the table sees: large, and without a link. */
export function SuccessesOnScreen({ successes }: { successes: readonly Success[] }) {
  if (successes.length === 0) return <p className="mt-5 max-w-[44rem] text-xl text-ink-soft">{texts.noneSince}</p>;
  return (
    <>
      <h3 className="mt-6 text-lg">{texts.sinceLast}</h3>
      <ul className="mt-2 max-w-[44rem] divide-y divide-rule text-xl">
        {successes.map(({ id, success, lesson }) => (
          <li key={id} className="py-3">
            <Words name={texts.success} words={success} />
            <Words name={texts.lesson} words={lesson} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Words({ name, words }: { name: string; words: string | null }) {
  if (words === null) return null;
  return (
    <p className="mt-1 whitespace-pre-line wrap-anywhere">
      <span className="font-semibold">{name}:</span> {words}
    </p>
  );
}
