import type { Route } from "next";
import { reactivatePersonAction } from "#app/(signed-in)/people/actions";
import { accountPage, runningJobs } from "#app/(signed-in)/people/[personId]/account-page";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { parseParams } from "#lib/forms/params";
import { peopleTexts as texts } from "#lib/texts/people";

async function ReactivationPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await parseParams(params, "personId");
  const { person, obstacle, formKey } = await asViewer((viewer) => accountPage(viewer, personId, "on"));
  const { teams, roles } = runningJobs(person);
  const back = { href: `/people/${person.id}` as Route, label: texts.back(person.name) };
  return (
    <>
      <title>{texts.onTitle(person.name)}</title>
      <PageHeading title={texts.onTitle(person.name)} breadcrumbs={[{ href: "/people" as Route, label: texts.title }, { href: back.href, label: person.name }]} />
      <Task>
        {obstacle ? (
          <Notice tone="attention">{obstacle}</Notice>
        ) : (
          <ConsequencePage
            consequences={[
              { count: roles, text: texts.onRoles(roles) },
              { count: teams, text: texts.onTeams(teams) },
            ]}
            form={<OneButtonForm action={reactivatePersonAction} formKey={formKey} fields={{ personId: person.id }} label={texts.onSubmit} variant="primary" />}
            back={back}
          >
            <p>{texts.onIntro(person.name)}</p>
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

export default shownPage(ReactivationPage);
