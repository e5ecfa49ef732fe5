import { agreementCrumbs, contextOf } from "#app/(signed-in)/agreements/[agreementId]/crumbs";
import { passOnAgreementAction } from "#app/(signed-in)/agreements/[agreementId]/passing-on/actions";
import { backLink, backSearch } from "#app/(signed-in)/agreements/after";
import { shownPage } from "#app/shown-page";
import { PassOnForm } from "#components/agreements/agreement-steps";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgreement, listPassOrganisations } from "#lib/agreements/queries";
import { isOpen } from "#lib/agreements/rules";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { passOnTexts as texts } from "#lib/texts/agreements";

async function PassOnPage({ params, searchParams }: PageProps<"/agreements/[agreementId]/passing-on">) {
  const { agreementId } = await parseParams(params, "agreementId");
  const back = await readSearch(searchParams, backSearch);
  const { agreement, organisations, form } = await asViewer(async (viewer) => {
    const found = await findAgreement(viewer, agreementId);
    if (!found || !viewer.can("agreement:pass-on", found.atMeeting.team.scope)) throw new NotFoundError();
    return {
      agreement: found,
      organisations: await listPassOrganisations(viewer, found.atMeeting.team.scope),
      form: await openForm(viewer, `/agreements/${agreementId}/passing-on`),
    };
  });
  const { team, text, candidates, functions } = agreement;
  const title = texts.title(team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agreementCrumbs(agreement)} lead={<span className="wrap-anywhere">{text}</span>} />
      <Task>
        {isOpen(agreement.state) ? (
          <PassOnForm
            action={passOnAgreementAction}
            {...form}
            about={{ agreementId: agreement.id, version: agreement.version, ...back }}
            back={backLink(back, contextOf(agreement))}
            people={candidates}
            functions={functions}
            organisations={organisations}
          />
        ) : (
          <Notice tone="attention">{texts.closed}</Notice>
        )}
      </Task>
    </>
  );
}

export default shownPage(PassOnPage);
