import type { Route } from "next";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { writeOfferAction } from "#app/(signed-in)/core-teams/[coreTeamId]/offer/actions";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { OfferForm } from "#components/offers/offer-form";
import { asViewer } from "#lib/access/as-viewer";
import { namesFor } from "#lib/anonymity/findings";
import { listCheckedNames } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { parseParams } from "#lib/forms/params";
import { findOfferToWrite } from "#lib/offers/queries";
import { LONGEST_OFFER } from "#lib/offers/schema";
import { offerFormTexts as texts } from "#lib/texts/offers";

async function OfferPage({ params }: PageProps<"/core-teams/[coreTeamId]/offer">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { team, standing, version, names, form } = await asViewer(async (viewer) => {
    const found = await findOfferToWrite(viewer, coreTeamId);
    if (!found || !viewer.can("offer:write", found.team.scope)) throw new NotFoundError("core team");
    const now = { can: found.offer.can ?? "", cannot: found.offer.cannot ?? "" };
    const version = String(found.offer.version);
    const names = namesFor("PLAN", await listCheckedNames(viewer, coreTeamId));
    return { team: found.team, standing: now, version, names, form: await openForm(viewer, `/core-teams/${coreTeamId}/offer`, { ...now, version }) };
  });
  const title = texts.title(team.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[teamCrumb(team)]} lead={texts.lead} />
      <Task>
        <OfferForm action={writeOfferAction} {...form} names={names} about={{ coreTeamId: team.id, version }} standing={standing} maxLength={LONGEST_OFFER} back={`/core-teams/${team.id}` as Route} />
      </Task>
    </>
  );
}

export default shownPage(OfferPage);
