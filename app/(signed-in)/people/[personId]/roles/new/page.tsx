import type { Route } from "next";
import { grantRoleAction } from "#app/(signed-in)/people/actions";
import { shownPage } from "#app/shown-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { GrantRoleForm } from "#components/people/grant-role-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams, readSearch } from "#lib/forms/params";
import { findPerson, findRoleFormChoices } from "#lib/people/queries";
import { peopleTexts as texts } from "#lib/texts/people";

type NewRolePageProps = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function NewRolePage({ params, searchParams }: NewRolePageProps) {
  const { personId } = await parseParams(params, "personId");
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const path = `/people/${personId}/roles/new`;
  const { person, choice, choices, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "role:grant", search.in);
    const found = await findPerson(viewer, personId);
    const offered = await findRoleFormChoices(viewer, chosen.consortiumId);
    if (!found || !offered) throw new NotFoundError("person");
    return { person: found, choice: chosen, choices: offered, form: await openForm(viewer, path, { firstDay: viewer.today }) };
  });
  const obstacle = person.isSelf ? texts.refused.YOURSELF : person.deactivatedAt ? texts.refused.DEACTIVATED : null;
  return (
    <>
      <title>{texts.grantTitle(person.name)}</title>
      <PageHeading
        title={texts.grantTitle(person.name)}
        breadcrumbs={[
          { href: "/people" as Route, label: texts.title },
          { href: `/people/${person.id}` as Route, label: person.name },
        ]}
        lead={texts.grantLead(choice.consortiumName)}
      />
      <Task>
        {obstacle ? (
          <Notice tone="attention">{obstacle}</Notice>
        ) : (
          <GrantRoleForm key={choice.consortiumId} action={grantRoleAction} {...form} person={person} consortiumId={choice.consortiumId} organisations={choices.organisations} />
        )}
      </Task>
    </>
  );
}

export default shownPage(NewRolePage);
