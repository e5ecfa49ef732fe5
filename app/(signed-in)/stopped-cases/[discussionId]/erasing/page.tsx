import type { Route } from "next";
import { redirect } from "next/navigation";
import { eraseCaseAction } from "#app/(signed-in)/stopped-cases/[discussionId]/actions";
import { shownPage } from "#app/shown-page";
import { EraseForm } from "#components/case-stops/stop-forms";
import { ConsequencePage } from "#components/forms/consequence-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { proofPath } from "#lib/auth/destinations";
import { findStoppedCase } from "#lib/case-stops/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { settleStopTexts as texts } from "#lib/texts/case-stops";

async function EraseCasePage({ params }: PageProps<"/stopped-cases/[discussionId]/erasing">) {
  const { discussionId } = await parseParams(params, "discussionId");
  const here = `/stopped-cases/${discussionId}/erasing`;
  const { found, proven, form } = await asViewer(async (viewer) => {
    const found = await findStoppedCase(viewer, discussionId);
    if (!found || !viewer.can("case-stop:settle", found.team.scope)) throw new NotFoundError();
    return { found, proven: viewer.isProven, form: await openForm(viewer, here) };
  });
  // First who asks, then what for.
  if (!proven) redirect(proofPath(here));
  const { alias, team } = found;
  const back = `/stopped-cases/${discussionId}` as Route;
  const title = texts.eraseTitle(alias, team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[{ href: back, label: texts.title(alias, team.name) }]} lead={texts.eraseLead} />
      <Task>
        <ConsequencePage
          consequences={[{ count: 1, text: texts.consequence }]}
          keeps={texts.keeps}
          form={<EraseForm action={eraseCaseAction} {...form} discussionId={discussionId} />}
          back={{ href: back, label: texts.back }}
        >
          <p>{texts.notBack}</p>
        </ConsequencePage>
      </Task>
    </>
  );
}

export default shownPage(EraseCasePage);
