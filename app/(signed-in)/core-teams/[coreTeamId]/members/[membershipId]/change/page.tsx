import { changeMembershipAction } from "#app/(signed-in)/core-teams/[coreTeamId]/members/[membershipId]/change/actions";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { shownPage } from "#app/shown-page";
import { ChangeMembershipForm } from "#components/core-teams/change-membership-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findMembership } from "#lib/core-teams/queries";
import { endingTakes } from "#lib/core-teams/rules";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { memberTexts as texts } from "#lib/texts/core-teams";

type ChangeMembershipPageProps = { params: Promise<{ coreTeamId: string; membershipId: string }> };

async function ChangeMembershipPage({ params }: ChangeMembershipPageProps) {
  const { coreTeamId, membershipId } = await parseParams(params, "coreTeamId", "membershipId");
  const { membership, form } = await asViewer(async (viewer) => {
    const membership = await findMembership(viewer, coreTeamId, membershipId);
    const scope = { consortiumId: membership?.choices.consortiumId ?? "", coreTeamId };
    if (!membership || membership.isOwn || !viewer.can(endingTakes(membership), scope)) throw new NotFoundError("membership");
    const { organisation, firstDay, lastDay, temporaryReason } = membership;
    const values = { organisationId: organisation?.id ?? "", firstDay, lastDay: lastDay ?? "", temporary: temporaryReason === null ? "" : "on", temporaryReason: temporaryReason ?? "" };
    return { membership, form: await openForm(viewer, `/core-teams/${coreTeamId}/members/${membershipId}/change`, values) };
  });
  const title = texts.changeTitle(membership.personName, membership.choices.teamName);
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[teamCrumb({ id: coreTeamId, name: membership.choices.teamName })]}
        lead={texts.changeLead(membership.functionName)}
      />
      <Task>
        <ChangeMembershipForm
          action={changeMembershipAction}
          formKey={form.formKey}
          initial={form.initial}
          coreTeamId={coreTeamId}
          membershipId={membership.id}
          version={membership.version}
          organisations={membership.choices.organisations}
        />
      </Task>
    </>
  );
}

export default shownPage(ChangeMembershipPage);
