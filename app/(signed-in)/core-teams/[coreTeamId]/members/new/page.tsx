import { z } from "zod";
import { addMemberAction } from "#app/(signed-in)/core-teams/[coreTeamId]/members/new/actions";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { shownPage } from "#app/shown-page";
import { AddMemberForm } from "#components/core-teams/add-member-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findMemberFormChoices } from "#lib/core-teams/queries";
import { addingTakes } from "#lib/core-teams/rules";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { memberTexts as texts } from "#lib/texts/core-teams";

const search = z.object({ function: z.union([z.uuid(), z.literal("")]).default("") });

type NewMemberPageProps = { params: Promise<{ coreTeamId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function NewMemberPage({ params, searchParams }: NewMemberPageProps) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { function: functionId } = await readSearch(searchParams, search);
  const { choices, functions, addsAnybody, form } = await asViewer(async (viewer) => {
    const choices = await findMemberFormChoices(viewer, coreTeamId);
    if (!choices) throw new NotFoundError("core team");
    const scope = { consortiumId: choices.consortiumId, coreTeamId };
    if (!viewer.can("colleague:add", scope)) throw new NotFoundError("core team");
    const functions = choices.functions.filter((each) => viewer.can(addingTakes(each), scope));
    // Somebody who is named to start a new team cannot begin before it does.
    const firstDay = choices.startedOn > viewer.today ? choices.startedOn : viewer.today;
    const form = await openForm(viewer, `/core-teams/${coreTeamId}/members/new`, { functionId, firstDay });
    return { choices, functions, addsAnybody: viewer.can("member:manage", scope), form };
  });
  const title = addsAnybody ? texts.addTitle(choices.teamName) : texts.addColleagueTitle(choices.teamName);
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[teamCrumb({ id: coreTeamId, name: choices.teamName })]}
        lead={
          <>
            <p>{texts.addLead}</p>
            {!addsAnybody && <p className="mt-2">{texts.addColleagueLead}</p>}
          </>
        }
      />
      <Task>
        <AddMemberForm action={addMemberAction} formKey={form.formKey} initial={form.initial} coreTeamId={coreTeamId} functions={functions} organisations={choices.organisations} />
      </Task>
    </>
  );
}

export default shownPage(NewMemberPage);
