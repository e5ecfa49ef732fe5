import type { Route } from "next";
import { z } from "zod";
import { importMembersAction, previewImportAction } from "#app/(signed-in)/members/import/actions";
import { keptLines, PREVIEW } from "#app/(signed-in)/members/import/kept-lines";
import { shownPlan, type ShownPlan } from "#app/(signed-in)/members/import/shown-plan";
import { shownPage } from "#app/shown-page";
import { ImportConfirmForm } from "#components/core-teams/import-confirm-form";
import { ImportExample } from "#components/core-teams/import-example";
import { ImportLinesForm } from "#components/core-teams/import-lines-form";
import { ImportPreview, WrongLines } from "#components/core-teams/import-preview";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Task } from "#components/layout/task";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { type ChangedLine, planImport, readChanges } from "#lib/core-teams/import-plan";
import { readMemberLines } from "#lib/core-teams/member-lines";
import { findImportFacts, listImportConsortia } from "#lib/core-teams/queries";
import { NotFoundError } from "#lib/errors";
import { keptDraft, openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { memberImportTexts as texts } from "#lib/texts/member-import";

const search = z.object({
  step: z.enum(["preview"]).optional(),
  changed: z.string().max(700).optional(),
  notice: z.string().max(60).optional(),
});

const MOST_CHANGES = 10;

type ImportPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

async function MemberImportPage({ searchParams }: ImportPageProps) {
  const asked = await readSearch(searchParams, search);
  const { consortia, form, kept, preview, confirmKey } = await asViewer((viewer) => load(viewer, asked.step === "preview"));
  const said = noticeOf(asked);
  const plan = preview && "plan" in preview ? preview.plan : null;
  const linesForm = (
    <ImportLinesForm
      action={previewImportAction}
      formKey={form.formKey}
      initial={preview && "problem" in preview ? { values: {}, errors: { lines: preview.problem } } : form.initial}
      consortia={consortia}
      consortiumId={kept?.consortiumId ?? consortia[0]?.id ?? ""}
      lines={kept?.lines ?? ""}
      again={plan !== null}
      isNext={plan === null || plan.wrong.length > 0}
    />
  );
  return (
    <>
      <title>{texts.title}</title>
      {said && (
        <div className="pt-6">
          <Notice>{said}</Notice>
        </div>
      )}
      <PageHeading title={texts.title} breadcrumbs={[{ href: "/people" as Route, label: texts.people }]} lead={plan === null ? texts.lead : undefined} />
      {plan === null ? (
        <Sections>
          <Task>{linesForm}</Task>
          <Section title={texts.order} note={texts.orderHint}>
            <ImportExample functionNames={[...new Set(consortia.flatMap(({ functionNames }) => functionNames))]} />
          </Section>
        </Sections>
      ) : (
        <div className="space-y-10">
          {asked.changed !== undefined && <Changes changes={readChanges(asked.changed)} />}
          {plan.wrong.length > 0 ? (
            <WrongLines lines={plan.wrong} />
          ) : (
            <ImportPreview plan={plan}>
              {plan.memberships > 0 && (
                <ImportConfirmForm
                  action={importMembersAction}
                  formKey={confirmKey}
                  fields={{ consortiumId: kept?.consortiumId ?? "", fingerprint: plan.fingerprint, outcomes: plan.outcomes }}
                  memberships={plan.memberships}
                  inTeams={plan.inTeams}
                  newTeams={plan.schoolsWithoutTeam.length}
                />
              )}
            </ImportPreview>
          )}
          <Section title={texts.changeLines} layout="full">
            <Task>
              {linesForm}
              <p className="mt-6">
                <InternalLink href={"/members/import" as Route} className="inline-flex min-h-11 items-center">
                  {texts.startOver}
                </InternalLink>
              </p>
            </Task>
          </Section>
        </div>
      )}
    </>
  );
}

type Preview = { plan: ShownPlan } | { problem: string } | null;

async function load(viewer: Viewer, withPreview: boolean) {
  const consortia = await listImportConsortia(viewer);
  if (consortia.length === 0) throw new NotFoundError("consortium");
  const kept = withPreview ? keptLines(await keptDraft(viewer, PREVIEW)) : null;
  const form = await openForm(viewer, "/members/import");
  return { consortia, form, kept, preview: kept && (await previewOf(viewer, kept)), confirmKey: newFormKey(viewer.person.id) };
}

async function previewOf(viewer: Viewer, { consortiumId, lines }: { consortiumId: string; lines: string }): Promise<Preview> {
  if (lines.trim() === "") return { problem: texts.fields.linesMissing };
  const read = readMemberLines(lines);
  if (!read.ok) return { problem: texts.problem(read) };
  const facts = await findImportFacts(viewer, consortiumId, read.lines.map(({ email }) => email));
  return facts && { plan: shownPlan(planImport(read.lines, facts)) };
}

function Changes({ changes }: { changes: readonly ChangedLine[] }) {
  return (
    <Notice tone="attention" title={texts.changedTitle}>
      {changes.length > 0 && (
        <ul className="list-disc pl-5">
          {changes.slice(0, MOST_CHANGES).map(({ line, now }) => (
            <li key={line}>{texts.changed[now](line)}</li>
          ))}
          {changes.length > MOST_CHANGES && <li>{texts.changedMore(changes.length - MOST_CHANGES)}</li>}
        </ul>
      )}
    </Notice>
  );
}

export default shownPage(MemberImportPage);
