import type { Route } from "next";
import { redirect } from "next/navigation";
import { changeRetentionAction } from "#app/(signed-in)/settings/case-retention/actions";
import { retentionConfirmationPath } from "#app/(signed-in)/settings/case-retention/paths";
import { shownPage } from "#app/shown-page";
import { ChangeRetentionForm } from "#components/case-retention/retention-forms";
import { type Consequence, ConsequencePage } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { proofPath } from "#lib/auth/destinations";
import { findRetentionConsequences, type RetentionConsequences } from "#lib/case-retention/queries";
import { retentionSearchSchema } from "#lib/case-retention/schema";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { caseRetentionTexts as texts } from "#lib/texts/case-retention";
import { consortiumTexts } from "#lib/texts/consortia";

const BACK = "/settings/case-retention";

async function ConfirmRetentionPage({ searchParams }: PageProps<"/settings/case-retention/confirmation">) {
  const search = await readSearch(searchParams, retentionSearchSchema);
  const { choice, term, found, proven, form } = await asViewer(async (viewer) => {
    const choice = chooseConsortium(viewer, "case-retention:change", search.in);
    const { term } = search;
    if (!term) redirect(inConsortium(BACK, choice) as Route);
    const found = await findRetentionConsequences(viewer, choice.consortiumId, term);
    if (!found) throw new NotFoundError("consortium");
    if (found.before.term === term) redirect(inConsortium(BACK, choice) as Route);
    return { choice, term, found, proven: viewer.isProven, form: await openForm(viewer, `${BACK}/confirmation`) };
  });
  // First who asks, then what for.
  if (!proven) redirect(proofPath(retentionConfirmationPath({ consortiumId: choice.consortiumId, term })));
  const back = inConsortium(BACK, choice) as Route;
  const title = texts.confirmTitle(term);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[{ href: inConsortium("/settings", choice) as Route, label: consortiumTexts.title }, { href: back, label: texts.title }]} lead={texts.confirmLead(found.before.term)} />
      <Task>
        <ConsequencePage
          consequences={consequencesShown(found)}
          keeps={texts.keeps}
          form={<ChangeRetentionForm action={changeRetentionAction} {...form} about={{ consortiumId: choice.consortiumId, term, version: String(found.before.version) }} label={texts.submit(term)} erases={found.sooner !== 0} />}
          back={{ href: back, label: texts.backToChoice }}
        >
          {found.sooner !== 0 && (
            <>
              <p>{texts.notice}</p>
              <p>{texts.noWayBack}</p>
            </>
          )}
        </ConsequencePage>
      </Task>
    </>
  );
}

/** How many go sooner, and how many stay longer: in words, because it is not told exactly. */
function consequencesShown({ sooner, from, later }: RetentionConsequences): Consequence[] {
  const sentences = [sooner === 0 ? texts.noneErased : texts.erased(sooner, from), ...(later === 0 ? [] : [texts.keptLonger(later)])];
  return sentences.map((text) => ({ count: null, text }));
}

export default shownPage(ConfirmRetentionPage);
