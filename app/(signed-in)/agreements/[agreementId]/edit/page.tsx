import { redirect } from "next/navigation";
import { backLink, backSearch } from "#app/(signed-in)/agreements/after";
import { changeAgreementAction } from "#app/(signed-in)/agreements/[agreementId]/edit/actions";
import { agreementCrumbs, contextOf } from "#app/(signed-in)/agreements/[agreementId]/crumbs";
import { shownPage } from "#app/shown-page";
import { AgreementForm } from "#components/agreements/agreement-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgreement } from "#lib/agreements/queries";
import { LONGEST_AGREEMENT } from "#lib/agreements/schema";
import { namesFor } from "#lib/anonymity/findings";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { agreementFormTexts as texts } from "#lib/texts/agreements";

async function EditAgreementPage({ params, searchParams }: PageProps<"/agreements/[agreementId]/edit">) {
  const { agreementId } = await parseParams(params, "agreementId");
  const back = await readSearch(searchParams, backSearch);
  const { agreement, form } = await asViewer(async (viewer) => {
    const found = await findAgreement(viewer, agreementId);
    if (!found || !viewer.can("agreement:change", found.atMeeting.team.scope)) throw new NotFoundError();
    if (found.isErased) redirect(`/agreements/${agreementId}`);
    const { version, kind, text, dueOn } = found;
    return { agreement: found, form: await openForm(viewer, `/agreements/${agreementId}/edit`, { version: String(version), kind, text, dueOn }) };
  });
  const { team, caseDiscussion, meeting } = agreement;
  const title = texts.editTitle(team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={agreementCrumbs(agreement)} lead={caseDiscussion === null ? texts.madeAt(meeting.day) : texts.madeWith(caseDiscussion.alias, meeting.day)} />
      <Task>
        <AgreementForm
          action={changeAgreementAction}
          {...form}
          {...(caseDiscussion && { kinds: { coach: null } })}
          names={namesFor("WORK", agreement.atMeeting.names)}
          maxLength={LONGEST_AGREEMENT}
          back={backLink(back, contextOf(agreement))}
          about={{ agreementId: agreement.id, version: agreement.version, ...back }}
        />
      </Task>
    </>
  );
}

export default shownPage(EditAgreementPage);
