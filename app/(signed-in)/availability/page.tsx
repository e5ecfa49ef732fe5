import type { Route } from "next";
import { dropWorkingPatternAction } from "#app/(signed-in)/availability/actions";
import { availabilityPath, availabilitySearch, availabilityTitle } from "#app/(signed-in)/availability/paths";
import { shownPage } from "#app/shown-page";
import { AbsenceLines } from "#components/availability/absence-lines";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { asViewer } from "#lib/access/as-viewer";
import { findAvailability } from "#lib/availability/queries";
import { formatDay } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { availabilityTexts as texts, workingDays } from "#lib/texts/availability";

const LINK = "inline-flex min-h-11 items-center font-semibold";

async function AvailabilityPage({ searchParams }: PageProps<"/availability">) {
  const search = await readSearch(searchParams, availabilitySearch);
  const { found, formKeys, today } = await asViewer(async (viewer) => {
    const availability = await findAvailability(viewer, search.person ?? viewer.person.id);
    if (!availability) throw new NotFoundError("person");
    return { found: availability, formKeys: availability.comingPatterns.map(() => newFormKey(viewer.person.id)), today: viewer.today };
  });
  const { isSelf, person } = found;
  const days = workingDays(found.pattern);
  const title = availabilityTitle(found);
  const people = { href: "/people" as Route, label: texts.people };
  return (
    <>
      <title>{title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading
        title={title}
        breadcrumbs={isSelf ? undefined : [people, { href: `/people/${person.id}` as Route, label: person.name }]}
        lead={isSelf ? texts.lead : texts.leadOf}
        action={<LinkButton href={availabilityPath(found, "/absences/new")}>{isSelf ? texts.report : texts.reportOf}</LinkButton>}
      />
      <Sections>
        <Section title={texts.absences} note={texts.absencesNote}>
          {found.absences.length === 0 ? (
            <p className="text-ink-soft">{isSelf ? texts.noAbsences : texts.noAbsencesOf}</p>
          ) : (
            <AbsenceLines absences={found.absences.map((absence) => ({ ...absence, href: availabilityPath(found, `/absences/${absence.id}`) }))} isSelf={isSelf} today={today} />
          )}
        </Section>
        <Section
          title={isSelf ? texts.days : texts.daysOf}
          action={
            <InternalLink href={availabilityPath(found, "/working-days")} className={LINK}>
              {days === null && isSelf ? texts.tellDays : texts.changeDays}
            </InternalLink>
          }
        >
          <p>{days === null ? (isSelf ? texts.daysUnknown : texts.daysUnknownOf) : isSelf ? texts.worksOn(days) : texts.worksOnOf(days)}</p>
          {found.comingPatterns.map((pattern, index) => (
            <div key={pattern.id} className="mt-3 flex flex-wrap items-center gap-x-5">
              <p>{texts.daysFrom(formatDay(pattern.validFrom), workingDays(pattern) ?? "")}</p>
              <OneButtonForm
                action={dropWorkingPatternAction}
                formKey={formKeys[index] ?? ""}
                fields={{ personId: person.id, patternId: pattern.id }}
                label={texts.dropPattern}
                longLabel={texts.dropPatternLabel(formatDay(pattern.validFrom))}
              />
            </div>
          ))}
        </Section>
        <Section
          title={texts.most}
          action={
            <InternalLink href={availabilityPath(found, "/most-meetings")} className={LINK}>
              {texts.changeMost}
            </InternalLink>
          }
        >
          <p>{found.mostMeetings === null ? texts.mostUsual(found.usualMost) : texts.mostIs(found.mostMeetings)}</p>
        </Section>
      </Sections>
    </>
  );
}

export default shownPage(AvailabilityPage);
