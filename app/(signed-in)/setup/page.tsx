import type { Route } from "next";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { SetupSteps, type ShownStep } from "#components/consortia/setup-steps";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { LinkButton } from "#components/ui/button";
import { NextThing } from "#components/ui/next-thing";
import { Progress } from "#components/ui/progress";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium, type ConsortiumChoice } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { readSearch } from "#lib/forms/params";
import { countSetup } from "#lib/rollout/queries";
import { setupSteps, type SetupCounts } from "#lib/rollout/rules";
import { consortiumTexts as texts } from "#lib/texts/consortia";

async function SetupPage({ searchParams }: PageProps<"/setup">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, counts } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "consortium:change", search.in);
    return { choice: chosen, counts: await countSetup(viewer, chosen.consortiumId) };
  });
  const steps = shownSteps(counts, choice);
  const next = steps.find(({ isNext }) => isNext);
  const done = steps.filter((step) => step.done).length;
  return (
    <>
      <title>{texts.setupTitle}</title>
      <PageHeading title={texts.setupTitle} lead={texts.setupLead} />
      <ConsortiumTabs label={texts.switchLabel} path="/setup" {...choice} />
      <div className="max-w-task space-y-10">
        {next ? (
          <NextThing title={texts.next(texts.steps[next.key].title)} action={<LinkButton href={next.href}>{texts.steps[next.key].action}</LinkButton>}>
            <Progress value={done} max={steps.length} label={texts.setupProgress(done, steps.length)} />
          </NextThing>
        ) : (
          <Notice tone="done">{texts.setupDone}</Notice>
        )}
        <section>
          <h2 className="mb-4">{texts.stepsCaption}</h2>
          <SetupSteps steps={steps} />
        </section>
      </div>
    </>
  );
}

const PATHS: Record<ShownStep["key"], string> = { consortium: "/settings/consortium", organisations: "/organisations", schools: "/schools/import", people: "/people/new", coreTeams: "/schools" };

/** The steps up to the first core team; that last one is for the people who were invited in the step before. */
function shownSteps(counts: SetupCounts, choice: ConsortiumChoice): ShownStep[] {
  const steps = [...setupSteps(counts), { key: "coreTeams" as const, done: counts.coreTeams > 0 }];
  const numbers = { consortium: 0, organisations: counts.organisations, schools: counts.schools, people: counts.guides, coreTeams: counts.coreTeams };
  const next = steps.find(({ done }) => !done)?.key;
  return steps.map(({ key, done }) => ({ key, done, isNext: key === next, count: numbers[key], href: inConsortium(PATHS[key], choice) as Route }));
}

export default shownPage(SetupPage);
