import type { Route } from "next";
import { releaseCaseAction } from "#app/(signed-in)/stopped-cases/[discussionId]/actions";
import { shownPage } from "#app/shown-page";
import { ReleaseForm } from "#components/case-stops/stop-forms";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { findStoppedCase } from "#lib/case-stops/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { settleStopTexts as texts } from "#lib/texts/case-stops";

async function StoppedCasePage({ params }: PageProps<"/stopped-cases/[discussionId]">) {
  const { discussionId } = await parseParams(params, "discussionId");
  const { found, form } = await asViewer(async (viewer) => {
    const found = await findStoppedCase(viewer, discussionId);
    if (!found || !viewer.can("case-stop:settle", found.team.scope)) throw new NotFoundError();
    return { found, form: await openForm(viewer, `/stopped-cases/${discussionId}`) };
  });
  const { alias, team, stoppedOn, hindrance } = found;
  const title = texts.title(alias, team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} lead={texts.lead(stoppedOn)} />
      <Sections>
        <Section title={texts.first}>
          <div className="max-w-prose space-y-2">
            <p>{texts.firstText}</p>
            <p>
              <InternalLink href={`/core-teams/${team.id}` as Route} className="inline-flex min-h-11 items-center font-semibold">
                {texts.toTeam}
              </InternalLink>
            </p>
          </div>
        </Section>
        <Section title={texts.release}>
          <div className="max-w-prose space-y-5">
            <p>{hindrance ? texts.hindrances[hindrance] : texts.releaseText}</p>
            {!hindrance && <ReleaseForm action={releaseCaseAction} {...form} discussionId={discussionId} />}
          </div>
        </Section>
        <Section title={texts.erase}>
          <div className="max-w-prose space-y-5">
            <p>{texts.eraseText}</p>
            <LinkButton href={`/stopped-cases/${discussionId}/erasing` as Route} variant="secondary">
              {texts.toErase}
            </LinkButton>
          </div>
        </Section>
      </Sections>
    </>
  );
}

export default shownPage(StoppedCasePage);
