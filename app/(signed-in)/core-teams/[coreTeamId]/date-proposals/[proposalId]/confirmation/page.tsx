import { confirmDateAction } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/[proposalId]/confirmation/actions";
import { proposalCrumbs, proposalsPath } from "#app/(signed-in)/core-teams/[coreTeamId]/date-proposals/paths";
import { shownPage } from "#app/shown-page";
import { ConfirmDateForm } from "#components/date-proposals/confirm-date-form";
import { ConsequencePage } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { formatDayMonth, formatPeriod, momentAt } from "#lib/dates";
import { findDateProposal } from "#lib/date-proposals/queries";
import { answersAt, standOf } from "#lib/date-proposals/rules";
import { confirmationSearchSchema } from "#lib/date-proposals/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { proposalTexts } from "#lib/texts/date-proposals";

const texts = proposalTexts.confirm;

async function ConfirmationPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/date-proposals/[proposalId]/confirmation">) {
  const { coreTeamId, proposalId } = await parseParams(params, "coreTeamId", "proposalId");
  const { moment = "" } = await readSearch(searchParams, confirmationSearchSchema);
  const startsAt = momentAt(moment.slice(0, 10), moment.slice(11));
  const path = proposalsPath(coreTeamId, `/${proposalId}`);
  const { proposal, form } = await asViewer(async (viewer) => {
    const found = await findDateProposal(viewer, proposalId);
    if (found?.team.id !== coreTeamId || found.state !== "OPEN" || !startsAt) throw new NotFoundError();
    return { proposal: found, form: await openForm(viewer, `${path}/confirmation`, {}) };
  });
  const { team, people, moments, minutes } = proposal;
  const proposed = moments.find((each) => each.startsAt.getTime() === startsAt?.getTime());
  const when = startsAt as Date;
  const answers = [...answersAt(when, proposed?.id ?? null, people).values()];
  const missing = proposed ? standOf(proposed.id, people).missed.map(({ name }) => name) : [];
  const title = texts.title(formatDayMonth(moment.slice(0, 10)), team.name);
  const count = (answer: string) => answers.filter((each) => each === answer).length;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={proposalCrumbs(team, proposal.id)} lead={formatPeriod(when, new Date(when.getTime() + minutes * 60_000))} />
      <Task>
        <ConsequencePage
          consequences={[
            { count: people.length, text: texts.mails(people.length) },
            { count: count("ACCEPTED"), text: texts.come(count("ACCEPTED")) },
            ...(count("DECLINED") > 0 ? [{ count: count("DECLINED"), text: texts.decline(count("DECLINED")) }] : []),
          ]}
          form={<ConfirmDateForm action={confirmDateAction} {...form} proposalId={proposal.id} version={proposal.version} moment={moment} missing={missing} />}
          back={{ href: path, label: texts.back }}
        >
          <p>{texts.lead}</p>
        </ConsequencePage>
      </Task>
    </>
  );
}

export default shownPage(ConfirmationPage);
