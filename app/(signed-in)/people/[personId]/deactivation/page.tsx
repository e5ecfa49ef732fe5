import type { Route } from "next";
import { deactivatePersonAction } from "#app/(signed-in)/people/actions";
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

async function DeactivationPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await parseParams(params, "personId");
  const { person, figures, obstacle, formKey } = await asViewer((viewer) => accountPage(viewer, personId, "off"));
  const { teams, roles } = runningJobs(person);
  const back = { href: `/people/${person.id}` as Route, label: texts.back(person.name) };
  return (
    <>
      <title>{texts.offTitle(person.name)}</title>
      <PageHeading title={texts.offTitle(person.name)} breadcrumbs={[{ href: "/people" as Route, label: texts.title }, { href: back.href, label: person.name }]} />
      <Task>
        {obstacle ? (
          <Notice tone="attention">{obstacle}</Notice>
        ) : (
          <ConsequencePage
            consequences={[
              ...(figures.sessions === null ? [] : [{ count: figures.sessions, text: texts.offSessions(figures.sessions) }]),
              ...(roles > 0 ? [{ count: roles, text: texts.offRoles(roles) }] : []),
              ...(teams > 0 ? [{ count: teams, text: texts.offTeams(teams) }] : []),
              ...(figures.meetings > 0 ? [{ count: figures.meetings, text: texts.offMeetings(figures.meetings) }] : []),
            ]}
            keeps={[...(teams > 0 ? [texts.offKeepsTeams] : []), texts.offKeepsHistory]}
            form={<OneButtonForm action={deactivatePersonAction} formKey={formKey} fields={{ personId: person.id }} label={texts.offSubmit} variant="danger" />}
            back={back}
          >
            <p>{texts.offIntro(person.name)}</p>
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

export default shownPage(DeactivationPage);
