import { chooseSwitchAction } from "#app/(signed-in)/meetings/switching/actions";
import { shownPage } from "#app/shown-page";
import { ConsortiumTabs } from "#components/consortia/consortium-tabs";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { ChooseSwitchForm } from "#components/meeting-switches/choose-switch-form";
import { asViewer } from "#lib/access/as-viewer";
import { chooseConsortium } from "#lib/consortia/choice";
import { consortiumSearchSchema } from "#lib/consortia/schema";
import { openForm } from "#lib/forms/drafts";
import { readSearch } from "#lib/forms/params";
import { listMunicipalities } from "#lib/meeting-switches/queries";
import { switchTexts as texts } from "#lib/texts/meeting-switches";

async function SwitchingPage({ searchParams }: PageProps<"/meetings/switching">) {
  const search = await readSearch(searchParams, consortiumSearchSchema);
  const { choice, municipalities, form } = await asViewer(async (viewer) => {
    const chosen = chooseConsortium(viewer, "meetings:switch", search.in);
    return {
      choice: chosen,
      municipalities: await listMunicipalities(viewer, chosen.consortiumId),
      form: await openForm(viewer, "/meetings/switching", { to: "DIGITAL" }),
    };
  });
  return (
    <>
      <title>{texts.title}</title>
      <PageHeading title={texts.title} lead={texts.lead} />
      <ConsortiumTabs label={texts.title} path="/meetings/switching" {...choice} />
      <Task>
        <ChooseSwitchForm action={chooseSwitchAction} {...form} consortiumId={choice.consortiumId} municipalities={municipalities} />
      </Task>
    </>
  );
}

export default shownPage(SwitchingPage);
