import { withdrawProposalAction } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/[proposalId]/withdrawal/actions";
import { proposalCrumbs, proposalsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/paths";
import { shownPage } from "#app/shown-page";
import { WithdrawProposalForm } from "#components/date-proposals/withdraw-proposal-form";
import { ConsequencePage } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findDateProposal } from "#lib/date-proposals/queries";
import { proposalStand } from "#lib/date-proposals/rules";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.withdraw;

async function WithdrawalPage({ params }: PageProps<"/core-teams/[coreTeamId]/date-proposals/[proposalId]/withdrawal">) {
  const { coreTeamId, proposalId } = await parseParams(params, "coreTeamId", "proposalId");
  const path = proposalsPath(coreTeamId, `/${proposalId}`);
  const { proposal, form } = await asViewer(async (viewer) => {
    const found = await findDateProposal(viewer, proposalId);
    if (found?.team.id !== coreTeamId || found.state !== "OPEN") throw new NotFoundError();
    return { proposal: found, form: await openForm(viewer, `${path}/withdrawal`, {}) };
  });
  const { team, people, version } = proposal;
  const { asked, answered } = proposalStand(people);
  return (
    <>
      <title>{texts.title(team.name)}</title>
      <PageHeading title={texts.title(team.name)} breadcrumbs={proposalCrumbs(team, proposal.id)} />
      <Task>
        <ConsequencePage
          consequences={[
            { count: asked, text: texts.asked(asked) },
            { count: answered, text: texts.lost(answered) },
          ]}
          form={<WithdrawProposalForm action={withdrawProposalAction} {...form} proposalId={proposal.id} version={version} />}
          back={{ href: path, label: texts.back }}
        >
          <p>{texts.lead}</p>
        </ConsequencePage>
      </Task>
    </>
  );
}

export default shownPage(WithdrawalPage);
