import type { Route } from "next";
import { z } from "zod";
import { startCoreTeamAction } from "#app/(signed-in)/core-teams/new/actions";
import { shownPage } from "#app/shown-page";
import { StartTeamForm } from "#components/core-teams/start-team-form";
import { SelectField } from "#components/forms/select-field";
import { Notice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Task } from "#components/layout/task";
import { Button, LinkButton } from "#components/ui/button";
import { EmptyState } from "#components/ui/empty-state";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { findSchoolToStart, listSchoolsWithoutTeam, type SchoolToStart } from "#lib/core-teams/queries";
import { mayHaveSeveralTeams } from "#lib/core-teams/rules";
import { NotFoundError } from "#lib/errors";
import { type OpenedForm, openForm } from "#lib/forms/drafts";
import { freshForm } from "#lib/forms/form-state";
import { readSearch } from "#lib/forms/params";
import { coreTeamTexts, startTeamTexts as texts } from "#lib/texts/core-teams";

const search = z.object({ school: z.union([z.uuid(), z.literal("")]).default("") });

type NewCoreTeamPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };
type SchoolName = { id: string; name: string; place: string | null };

async function NewCoreTeamPage({ searchParams }: NewCoreTeamPageProps) {
  const { school: schoolId } = await readSearch(searchParams, search);
  const page = await asViewer((viewer) => load(viewer, schoolId));
  const title = page.school === null ? texts.titleWithoutSchool : texts.title(page.school.name);
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={[{ href: "/schools" as Route, label: coreTeamTexts.schools }]} lead={page.school === null ? texts.pickSchoolLead : stops(page.school) === null ? texts.lead : undefined} />
      <Task>{page.school === null ? <PickSchool schools={page.others} /> : <Start school={page.school} neighbours={page.others} form={page.form} />}</Task>
    </>
  );
}

type Loaded = { school: null; others: SchoolName[] } | { school: SchoolToStart; others: SchoolName[]; form: OpenedForm };

async function load(viewer: Viewer, schoolId: string): Promise<Loaded> {
  if (viewer.consortiaFor("core-team:start").length === 0) throw new NotFoundError("core team");
  if (schoolId === "") return { school: null, others: await listSchoolsWithoutTeam(viewer, null) };
  const school = await findSchoolToStart(viewer, schoolId);
  if (!school) throw new NotFoundError("school");
  const others = school.municipality === null ? [] : await listSchoolsWithoutTeam(viewer, school);
  const values = { name: school.name, startedOn: viewer.today };
  const { formKey, initial } = await openForm(viewer, "/core-teams/new", values);
  // What was left here may have been about another school.
  const isOther = initial.values.schoolId !== undefined && initial.values.schoolId !== school.id;
  return { school, others, form: { formKey, initial: isOther ? freshForm(values) : initial } };
}

function Start({ school, neighbours, form }: { school: SchoolToStart; neighbours: SchoolName[]; form: OpenedForm }) {
  const stop = stops(school);
  if (stop === "closed") return <Notice tone="attention">{texts.closed(school.name)}</Notice>;
  if (stop !== null) {
    return (
      <Notice tone="attention" title={texts.hasTeam(school.name)}>
        <InternalLink href={`/core-teams/${stop.id}` as Route} className="inline-flex min-h-11 items-center">
          {texts.toTeam(stop.name)}
        </InternalLink>
      </Notice>
    );
  }
  return (
    <StartTeamForm
      action={startCoreTeamAction}
      formKey={form.formKey}
      initial={form.initial}
      schoolId={school.id}
      neighbours={neighbours.map(({ id, name, place }) => ({ id, label: withPlace(name, place) }))}
      municipality={school.municipality ?? ""}
    />
  );
}

// Why no core team can be started here: the school is closed, or has one.
function stops({ closedOn, sector, teams }: SchoolToStart): "closed" | { id: string; name: string } | null {
  if (closedOn !== null) return "closed";
  return mayHaveSeveralTeams(sector) ? null : (teams[0] ?? null);
}

function PickSchool({ schools }: { schools: SchoolName[] }) {
  if (schools.length === 0) {
    return (
      <EmptyState title={texts.noneLeftTitle} action={<LinkButton href={"/schools" as Route}>{texts.toSchools}</LinkButton>}>
        <p>{texts.noneLeft}</p>
      </EmptyState>
    );
  }
  return (
    <form action="/core-teams/new" method="get" className="space-y-6">
      <SelectField state={freshForm()} name="school" label={texts.school} options={schools.map(({ id, name, place }) => ({ value: id, label: withPlace(name, place) }))} width="full" />
      <Button type="submit">{texts.pickSchool}</Button>
    </form>
  );
}

function withPlace(name: string, place: string | null): string {
  return place === null ? name : `${name}, ${place}`;
}

export default shownPage(NewCoreTeamPage);
