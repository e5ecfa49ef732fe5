import type { Route } from "next";
import { invitePersonAction } from "#app/(signed-in)/people/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { InvitePersonForm } from "#components/people/invite-person-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium, inConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { findRoleFormChoices } from "#lib/people/queries";
import { peopleTexts as texts } from "#lib/texts/people";

async function NewPersonPage({ searchParams }: PageProps<"/people/new">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, choices, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "role:grant", search.in);
    const found = await findRoleFormChoices(viewer, chosen.consortiumId);
    if (!found) throw new NotFoundError();
    return { choice: chosen, choices: found, form: await openForm(viewer, "/people/new", { firstDay: viewer.today }) };
  });
  return (
    <>
      <title>{texts.inviteTitle}</title>
      <PageHeading
        title={texts.inviteTitle}
        breadcrumbs={[{ href: inConsortium("/people", choice) as Route, label: texts.title }]}
        lead={texts.inviteLead(choice.consortiumName)}
      />
      <Task>
        <p className="mb-8 text-ink-soft">{texts.inviteTeamHint}</p>
        <InvitePersonForm
          key={choice.consortiumId}
          action={invitePersonAction}
          {...form}
          consortiumId={choice.consortiumId}
          organisations={choices.organisations}
          backHref={inConsortium("/people", choice) as Route}
        />
      </Task>
    </>
  );
}

export default shownPage(NewPersonPage);
