import type { Route } from "next";
import { changePlanningRulesAction } from "#app/(signed-in)/settings/planning/actions";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { PlanningRulesForm } from "#components/school-days/planning-rules-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { findPlanningRules } from "#lib/school-days/queries";
import { schoolDaysSearchSchema } from "#lib/school-days/schema";
import { consortiumTexts } from "#lib/texts/consortia";
import { planningRulesTexts as texts } from "#lib/texts/school-days";

async function PlanningRulesPage({ searchParams }: PageProps<"/settings/planning">) {
  const search = await readSearch(searchParams, schoolDaysSearchSchema);
  const { choice, version, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "planning-rules:change", search.in);
    const rules = await findPlanningRules(viewer, chosen.consortiumId);
    if (!rules) throw new NotFoundError("consortium");
    const values = { mostMeetings: String(rules.mostMeetings), travelMinutes: String(rules.travelMinutes) };
    return { choice: chosen, version: rules.version, form: await openForm(viewer, "/settings/planning", values) };
  });
  const back = inConsortium("/settings", choice) as Route;
  return (
    <>
      <title>{texts.title}</title>
      <PageHeading title={texts.title} breadcrumbs={[{ href: back, label: consortiumTexts.title }]} lead={texts.lead} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/planning" {...choice} />
      <Task>
        <PlanningRulesForm key={choice.consortiumId} action={changePlanningRulesAction} {...form} consortiumId={choice.consortiumId} version={version} backHref={back} />
      </Task>
    </>
  );
}

export default shownPage(PlanningRulesPage);
