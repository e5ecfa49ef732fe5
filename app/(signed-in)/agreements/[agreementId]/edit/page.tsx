import type { Route } from "next";
import { changeAgreementAction } from "#app/(signed-in)/agreements/[agreementId]/edit/actions";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { shownPage } from "#app/shown-page";
import { AgreementForm } from "#components/agreements/agreement-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAgreement } from "#lib/agreements/queries";
import { LONGEST_AGREEMENT } from "#lib/agreements/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { agreementFormTexts as texts, agreementTexts } from "#lib/texts/agreements";

async function EditAgreementPage({ params }: PageProps<"/agreements/[agreementId]/edit">) {
  const { agreementId } = await parseParams(params, "agreementId");
  const { agreement, form } = await asViewer(async (viewer) => {
    const found = await findAgreement(viewer, agreementId);
    if (!found || !viewer.can("agreement:change", found.atMeeting.team.scope)) throw new NotFoundError();
    const { version, text, ownerId, dueOn } = found;
    return { agreement: found, form: await openForm(viewer, `/agreements/${agreementId}/edit`, { version: String(version), text, ownerId, dueOn }) };
  });
  const { team, meeting } = agreement.atMeeting;
  const list = `/core-teams/${team.id}/agreements` as Route;
  const title = texts.editTitle(team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[
          teamCrumb(team),
          { href: list, label: agreementTexts.all },
        ]}
        lead={agreement.caseAlias === null ? texts.madeAt(meeting.day) : texts.madeWith(agreement.caseAlias, meeting.day)}
      />
      <Task>
        <AgreementForm
          action={changeAgreementAction}
          {...form}
          owners={agreement.candidates}
          maxLength={LONGEST_AGREEMENT}
          back={{ href: list, label: texts.backToTeam }}
          about={{ agreementId: agreement.id, version: agreement.version }}
        />
      </Task>
    </>
  );
}

export default shownPage(EditAgreementPage);
