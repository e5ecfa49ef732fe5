import type { Route } from "next";
import { Badge } from "#components/ui/badge";
import { InternalLink } from "#components/ui/link";
import { consortiumTexts as texts } from "#lib/texts/consortia";

/** One step of beginning, with where it is done. */
export type ShownStep = { key: keyof typeof texts.steps; done: boolean; isNext: boolean; count: number; href: Route };

/** The steps of beginning, in their order: done, the one to do now, and those after it. */
export function SetupSteps({ steps }: { steps: readonly ShownStep[] }) {
  return (
    <ol className="border-t border-rule" aria-label={texts.stepsCaption}>
      {steps.map(({ key, done, isNext, count, href }, index) => (
        <li key={key} className="flex items-start gap-x-5 border-b border-rule py-5">
          <span aria-hidden="true" className="min-w-8 text-right text-2xl font-semibold leading-none tabular-nums text-ink-soft">
            {index + 1}
          </span>
          <div className="min-w-0 flex-1">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <h3 className="thumb-target">
                <InternalLink href={href}>{texts.steps[key].title}</InternalLink>
              </h3>
              <Badge tone={done ? "done" : isNext ? "attention" : "neutral"}>{done ? texts.isDone : isNext ? texts.isNext : texts.isLater}</Badge>
            </div>
            <p className="mt-1 max-w-prose text-ink-soft">{done ? texts.steps[key].count(count) : texts.steps[key].why}</p>
          </div>
        </li>
      ))}
    </ol>
  );
}
