import { successCrumbs, successesPath } from "#app/(signed-in)/core-teams/[coreTeamId]/successes/paths";
import { shownPage } from "#app/shown-page";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { schoolYearLabel, schoolYearOf } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { parseParams, readSearch } from "#lib/forms/params";
import { findSuccessTeam, listYearInWords } from "#lib/successes/queries";
import { successSearchSchema } from "#lib/successes/schema";
import { successYearTexts as texts } from "#lib/texts/successes";

async function YearPage({ params, searchParams }: PageProps<"/core-teams/[coreTeamId]/successes/year">) {
  const { coreTeamId } = await parseParams(params, "coreTeamId");
  const search = await readSearch(searchParams, successSearchSchema);
  const { team, year, words } = await asViewer(async (viewer) => {
    const found = await findSuccessTeam(viewer, coreTeamId);
    if (!found || !viewer.can("success:read", found.scope)) throw new NotFoundError("core team");
    const schoolYear = search.year ?? schoolYearOf(viewer.today);
    return { team: found, year: schoolYear, words: await listYearInWords(viewer, { coreTeamId, schoolYear }) };
  });
  const label = schoolYearLabel(year);
  const title = texts.title(label, team.name);
  const { successes, lessons } = words;
  return (
    <>
      <title>{title}</title>
      <PageHeading title={title} breadcrumbs={successCrumbs(team)} lead={texts.lead(team.name, label)} />
      <div className="mb-10 max-w-prose text-ink-soft print:hidden">
        <p>{successes.length + lessons.length === 0 ? texts.empty : texts.share}</p>
        <InternalLink href={successesPath(team.id, `?year=${year}`)} className="mt-2 inline-flex min-h-11 items-center">
          {texts.back}
        </InternalLink>
      </div>
      <Sections>
        <Words title={texts.successes} words={successes} />
        <Words title={texts.lessons} words={lessons} />
      </Sections>
    </>
  );
}

function Words({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <Section title={title}>
      <ul className="max-w-prose list-disc space-y-3 pl-5 marker:text-edge">
        {words.map((each, index) => (
          <li key={index} className="break-inside-avoid whitespace-pre-line wrap-anywhere">
            {each}
          </li>
        ))}
      </ul>
    </Section>
  );
}

export default shownPage(YearPage);
