import type { Route } from "next";
import { resetSecondFactorAction } from "#app/(signed-in)/people/actions";
import { shownPage } from "#app/shown-page";
import { ConsequencePage } from "#components/forms/consequence-page";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { ResetFactorForm } from "#components/people/reset-factor-form";
import { asViewer } from "#lib/access/as-viewer";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { type AccountFigures, findAccountFigures, findPerson, type Person } from "#lib/people/queries";
import { peopleTexts } from "#lib/texts/people";
import { factorResetTexts as texts } from "#lib/texts/second-factor";

async function FactorResetPage({ params }: { params: Promise<{ personId: string }> }) {
  const { personId } = await parseParams(params, "personId");
  const { person, figures, form } = await asViewer(async (viewer) => {
    const person = await findPerson(viewer, personId);
    const figures = await findAccountFigures(viewer, personId);
    if (!person || !figures) throw new NotFoundError("person");
    return { person, figures, form: await openForm(viewer, `/people/${personId}/second-factor-reset`) };
  });
  const { name } = person;
  const back = { href: `/people/${person.id}` as Route, label: peopleTexts.back(name) };
  const obstacle = obstacleOf(person, figures);
  const sessions = figures.sessions ?? 0;
  return (
    <>
      <title>{texts.title(name)}</title>
      <PageHeading title={texts.title(name)} breadcrumbs={[{ href: "/people" as Route, label: peopleTexts.title }, { href: back.href, label: name }]} />
      <Task>
        {obstacle ? (
          <Notice tone="attention">{obstacle}</Notice>
        ) : (
          <ConsequencePage
            consequences={[{ count: 1, text: texts.factors }, { count: sessions, text: texts.sessions(sessions) }].filter(({ count }) => count > 0)}
            keeps={[texts.keepsAccount, texts.keepsMail(name)]}
            form={<ResetFactorForm action={resetSecondFactorAction} {...form} person={{ id: person.id, name }} />}
            back={back}
          >
            <p>{texts.intro(name)}</p>
          </ConsequencePage>
        )}
      </Task>
    </>
  );
}

function obstacleOf({ isSelf }: Person, { hasSecondFactor }: AccountFigures): string | null {
  if (isSelf) return texts.yourself;
  if (hasSecondFactor === null) return texts.firstElsewhere;
  return hasSecondFactor ? null : texts.notSetUp;
}

export default shownPage(FactorResetPage);
