import type { Route } from "next";
import { chooseRetentionAction } from "#app/(signed-in)/settings/case-retention/actions";
import { shownPage } from "#app/shown-page";
import { ChooseRetentionForm } from "#components/case-retention/retention-forms";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findRetention } from "#lib/case-retention/queries";
import { endOfTerm, type RetentionTerm, retentionTerms } from "#lib/case-retention/rules";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { caseRetentionTexts as texts } from "#lib/texts/case-retention";
import { consortiumTexts } from "#lib/texts/consortia";

async function CaseRetentionPage({ searchParams }: PageProps<"/settings/case-retention">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, hints, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "case-retention:change", search.in);
    const retention = await findRetention(viewer, chosen.consortiumId);
    if (!retention) throw new NotFoundError("consortium");
    const ofToday = (term: RetentionTerm) => texts.ofToday(endOfTerm(term, viewer.today));
    const hints = Object.fromEntries(retentionTerms.map((term) => [term, ofToday(term)])) as Record<RetentionTerm, string>;
    return { choice: chosen, hints, form: await openForm(viewer, "/settings/case-retention", { term: retention.term }) };
  });
  const back = inConsortium("/settings", choice) as Route;
  return (
    <>
      <title>{texts.title}</title>
      <PageHeading title={texts.title} breadcrumbs={[{ href: back, label: consortiumTexts.title }]} lead={texts.lead} />
      <ConsortiumTabs label={consortiumTexts.switchLabel} path="/settings/case-retention" {...choice} />
      <Task>
        <ChooseRetentionForm key={choice.consortiumId} action={chooseRetentionAction} {...form} consortiumId={choice.consortiumId} hints={hints} backHref={back} />
      </Task>
    </>
  );
}

export default shownPage(CaseRetentionPage);
