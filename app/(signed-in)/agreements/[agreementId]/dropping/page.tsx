import { redirect } from "next/navigation";
import { agreementCrumbs, contextOf } from "#app/(signed-in)/agreements/[agreementId]/crumbs";
import { dropAgreementAction } from "#app/(signed-in)/agreements/[agreementId]/dropping/actions";
import { backLink, backSearch } from "#app/(signed-in)/agreements/after";
import { shownPage } from "#app/shown-page";
import { DropForm } from "#components/agreements/agreement-steps";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgreement } from "#lib/agreements/queries";
import { isOpen } from "#lib/agreements/rules";
import { LONGEST_REASON } from "#lib/agreements/schema";
import { namesFor } from "#lib/anonymity/findings";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { dropTexts as texts } from "#lib/texts/agreements";

async function DroppingPage({ params, searchParams }: PageProps<"/agreements/[agreementId]/dropping">) {
  const { agreementId } = await parseParams(params, "agreementId");
  const back = await readSearch(searchParams, backSearch);
  const { agreement, form } = await asViewer(async (viewer) => {
    const found = await findAgreement(viewer, agreementId);
    if (!found || !viewer.can("agreement:set-state", found.atMeeting.team.scope)) throw new NotFoundError();
    if (found.isErased) redirect(`/agreements/${agreementId}`);
    return { agreement: found, form: await openForm(viewer, `/agreements/${agreementId}/dropping`) };
  });
  const title = texts.title(agreement.team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agreementCrumbs(agreement)} lead={<span className="wrap-anywhere">{agreement.text}</span>} />
      <Task>
        {isOpen(agreement.state) ? (
          <>
            <p className="mb-6">{texts.lead}</p>
            <DropForm
              action={dropAgreementAction}
              {...form}
              names={namesFor("WORK", agreement.atMeeting.names)}
              about={{ agreementId: agreement.id, version: agreement.version, ...back }}
              back={backLink(back, contextOf(agreement))}
              maxLength={LONGEST_REASON}
            />
          </>
        ) : (
          <Notice tone="attention">{texts.closed}</Notice>
        )}
      </Task>
    </>
  );
}

export default shownPage(DroppingPage);
