import { replacementChoices } from "#app/(signed-in)/availability/absences/replacement-choices";
import { changeAbsenceAction, withdrawAbsenceAction } from "#app/(signed-in)/availability/actions";
import { availabilityCrumbs, availabilityPath } from "#app/(signed-in)/availability/paths";
import { shownPage } from "#app/shown-page";
import { AbsenceForm } from "#components/availability/absence-form";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findAbsence, listReplacements } from "#lib/availability/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { parseParams } from "#lib/forms/params";
import { availabilityTexts as texts } from "#lib/texts/availability";

async function AbsencePage({ params }: PageProps<"/availability/absences/[absenceId]">) {
  const { absenceId } = await parseParams(params, "absenceId");
  const { absence, choices, form, withdrawKey } = await asViewer(async (viewer) => {
    const found = await findAbsence(viewer, absenceId);
    if (!found) throw new NotFoundError("absence");
    const values = { firstDay: found.firstDay, lastDay: found.lastDay, replacementId: found.replacement?.id ?? "" };
    return {
      absence: found,
      choices: replacementChoices(await listReplacements(viewer, found.person.id)),
      form: await openForm(viewer, `/availability/absences/${found.id}`, values),
      withdrawKey: newFormKey(viewer.person.id),
    };
  });
  const { isSelf, person } = absence;
  const title = isSelf ? texts.changeAbsenceTitle : texts.reportTitleOf(person.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={availabilityCrumbs(absence)} />
      <Task>
        <AbsenceForm action={changeAbsenceAction} {...form} fields={{ absenceId: absence.id }} version={absence.version} choices={choices} isSelf={isSelf} backHref={availabilityPath(absence)} />
        <div className="mt-10 border-t border-rule pt-5">
          <p className="mb-4 text-ink-soft">{texts.withdrawNote}</p>
          <OneButtonForm action={withdrawAbsenceAction} formKey={withdrawKey} fields={{ absenceId: absence.id }} label={isSelf ? texts.withdraw : texts.withdrawOf} variant="secondary" />
        </div>
      </Task>
    </>
  );
}

export default shownPage(AbsencePage);
