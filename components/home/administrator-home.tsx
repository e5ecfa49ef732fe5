import type { Route } from "next";
import { Line, Lines } from "#components/layout/lines";
import { Section, Sections } from "#components/layout/section";
import { Badge } from "#components/ui/badge";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { NextThing } from "#components/ui/next-thing";
import { Progress } from "#components/ui/progress";
import type { SetupCounts, SetupStep } from "#lib/rollout/rules";
import { administratorHomeTexts as texts } from "#lib/texts/home";

export type AdministratorHomeData = { consortiumId: string; steps: SetupStep[]; counts: SetupCounts & { people: number } };

const LINK = "inline-flex min-h-11 items-center font-semibold";

const todo: Record<SetupStep["key"], string> = { consortium: "/settings/consortium", organisations: "/organisations", schools: "/schools/import", people: "/people" };
const open: Record<SetupStep["key"], string> = { ...todo, consortium: "/settings", schools: "/schools" };

/** The start of an administrator: the steps to begin with, and later what there is and where it is kept. */
export function AdministratorHome({ home: { consortiumId, steps, counts } }: { home: AdministratorHomeData }) {
  const next = steps.find(({ done }) => !done);
  const done = steps.filter((step) => step.done).length;
  // Somebody may administer several; the pages then open with the one this home is about.
  const hrefOf = (path: string) => `${path}?in=${consortiumId}` as Route;
  return (
    <Sections>
      {next && (
        <NextThing title={texts.nextTitle[next.key]} action={<LinkButton href={hrefOf(todo[next.key])}>{texts.steps[next.key].action}</LinkButton>}>
          <p>{texts.steps[next.key].todo}</p>
        </NextThing>
      )}
      <Section title={next ? texts.stepsTitle : texts.overviewTitle} note={next ? <Progress value={done} max={steps.length} label={texts.progress(done, steps.length)} /> : counts.coreTeams > 0 && texts.teams(counts.coreTeams)}>
        <Lines label={next ? texts.stepsTitle : texts.overviewTitle}>
          {steps.map((step) => (
            <Line key={step.key} title={texts.steps[step.key].title} aside={next && <Badge tone={step.done ? "done" : "neutral"}>{step.done ? texts.done : texts.todo}</Badge>}>
              <p className="text-ink-soft">{step.done ? countOf(step.key, counts) : texts.steps[step.key].todo}</p>
              {(step.done || step !== next) && (
                <InternalLink href={hrefOf(step.done ? open[step.key] : todo[step.key])} className={LINK}>
                  {step.done ? texts.open[step.key] : texts.steps[step.key].action}
                </InternalLink>
              )}
            </Line>
          ))}
        </Lines>
      </Section>
    </Sections>
  );
}

function countOf(key: SetupStep["key"], counts: AdministratorHomeData["counts"]): string {
  if (key === "consortium") return texts.counts.consortium;
  if (key === "people") return texts.counts.people(counts.people, counts.guides);
  return texts.counts[key](counts[key]);
}
