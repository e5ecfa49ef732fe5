import { z } from "zod";
import { reportChangeAction } from "#app/(signed-in)/core-teams/[coreTeamId]/change-reports/new/actions";
import { teamCrumb } from "#app/(signed-in)/core-teams/[coreTeamId]/crumb";
import { shownPage } from "#app/shown-page";
import { ReportChangeForm } from "#components/core-teams/report-change-form";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { asViewer } from "#lib/access/as-viewer";
import { findReportSubject } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { openForm } from "#lib/forms/drafts";
import { freshForm } from "#lib/forms/form-state";
import { parseParams, readSearch } from "#lib/forms/params";
import { changeReportTexts as texts } from "#lib/texts/core-teams";

const search = z.object({ member: z.union([z.uuid(), z.literal("")]).default("") });

type NewChangeReportPageProps = { params: Promise<{ coreTeamId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function NewChangeReportPage({ params, searchParams }: NewChangeReportPageProps) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const { member: membershipId } = await readSearch(searchParams, search);
  const { subject, form } = await asViewer(async (viewer) => {
    const subject = await findReportSubject(viewer, coreTeamId, membershipId === "" ? null : membershipId);
    if (!subject || !viewer.can("change:report", { consortiumId: subject.consortiumId, coreTeamId })) throw new NotFoundError("core team");
    const { formKey, initial } = await openForm(viewer, `/core-teams/${coreTeamId}/change-reports/new`);
    // What was left here may have been about somebody else.
    const isOther = initial.values.membershipId !== undefined && initial.values.membershipId !== (subject.member?.membershipId ?? "");
    return { subject, form: { formKey, initial: isOther ? freshForm() : initial } };
  });
  const title = texts.title(subject.teamName);
  return (
    <>
      <title>{title}</title>
      <PageHeading
        title={title}
        breadcrumbs={[teamCrumb({ id: coreTeamId, name: subject.teamName })]}
        lead={
          <>
            {subject.member !== null && <p>{texts.about(subject.member.name, subject.member.functionName)}</p>}
            <p>{texts.lead}</p>
          </>
        }
      />
      <Task>
        <ReportChangeForm action={reportChangeAction} formKey={form.formKey} initial={form.initial} coreTeamId={coreTeamId} membershipId={subject.member?.membershipId ?? null} />
      </Task>
    </>
  );
}

export default shownPage(NewChangeReportPage);
