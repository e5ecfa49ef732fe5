import type { Route } from "next";
import { removePhotoAction, signOutPersonAction } from "#app/(signed-in)/people/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { Notice, PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { PersonMemberships, PersonRoles } from "#components/people/person-jobs";
import { LinkButton } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import { PeopleList, PersonLine } from "#components/ui/person";
import { asViewer } from "#lib/access/as-viewer";
import type { Viewer } from "#lib/access/viewer";
import { consortiaWhere } from "#lib/consortia/choice";
import { dayOf, formatDate } from "#lib/dates";
import { NotFoundError } from "#lib/errors";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { parseParams, readSearch } from "#lib/forms/params";
import { type AccountFigures, findAccountFigures, findPerson, type Person } from "#lib/people/queries";
import { availabilityTexts, workingDays } from "#lib/texts/availability";
import { peopleTexts as texts } from "#lib/texts/people";
import { photoTexts } from "#lib/texts/photos";
import { factorResetTexts } from "#lib/texts/second-factor";
import { z } from "zod";

const LINK = "inline-flex min-h-11 items-center";

type PersonPageProps = { params: Promise<{ personId: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

async function PersonPage({ params, searchParams }: PersonPageProps) {
  const { personId } = await parseParams(params, "personId");
  const search = await readSearch(searchParams, z.object({ notice: z.string().max(60).optional() }));
  const { person, figures, may, formKey, photoKey } = await asViewer((viewer) => load(viewer, personId));
  return (
    <>
      <title>{person.name}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={person.name} breadcrumbs={[{ href: "/people" as Route, label: texts.title }]} />
      {person.deactivatedAt && (
        <div className="mb-8">
          <Notice tone="attention">{texts.accountOff(formatDate(dayOf(person.deactivatedAt)))}</Notice>
        </div>
      )}
      <Sections>
        <Section title={texts.details} note={texts.detailsNote} action={person.isSelf ? <InternalLink href={"/profile" as Route} className={LINK}>{texts.toProfile}</InternalLink> : undefined}>
          <PeopleList>
            <PersonLine name={person.name} photoUrl={person.photoUrl} {...presentJobs(person)} phone={person.phone} email={person.email} workingDays={workingDays(person.pattern)} callMeFor={person.callMeFor} />
          </PeopleList>
          {may.removePhoto && (
            <div className="mt-4">
              <p className="text-ink-soft">{photoTexts.removeOfNote}</p>
              <OneButtonForm action={removePhotoAction} formKey={photoKey} fields={{ personId: person.id }} label={photoTexts.removeOf} />
            </div>
          )}
        </Section>
        {may.changeAvailability && (
          <Section title={availabilityTexts.days}>
            <InternalLink href={(person.isSelf ? "/availability" : `/availability?person=${person.id}`) as Route} className={LINK}>
              {availabilityTexts.toAvailabilityOf}
            </InternalLink>
          </Section>
        )}
        <Section
          layout="full"
          title={texts.roles}
          action={<GrantLinks personId={person.id} consortia={may.grantIn} />}
        >
          <PersonRoles personId={person.id} roles={person.roles.map((role) => ({ ...role, mayEnd: may.endIn.includes(role.consortiumId) }))} showsConsortium={may.seesSeveral} />
        </Section>
        <Section layout="full" title={texts.memberships}>
          <PersonMemberships memberships={person.memberships} />
        </Section>
        {may.administer && (
          <Section title={texts.access} note={person.isSelf || person.deactivatedAt ? undefined : texts.accessNote}>
            {person.isSelf ? <p>{texts.ownPage}</p> : <Access person={person} figures={figures} formKey={formKey} />}
          </Section>
        )}
      </Sections>
    </>
  );
}

async function load(viewer: Viewer, personId: string) {
  const person = await findPerson(viewer, personId);
  if (!person) throw new NotFoundError("person");
  const scopes = person.consortiumIds.map((consortiumId) => ({ consortiumId }));
  const administer = scopes.some((scope) => viewer.can("person:deactivate", scope));
  return {
    person,
    figures: administer && !person.isSelf ? await findAccountFigures(viewer, personId) : null,
    may: {
      administer,
      removePhoto: person.photoUrl !== null && !person.isSelf && scopes.some((scope) => viewer.can("photo:remove", scope)),
      changeAvailability: scopes.some((scope) => viewer.can("availability:change", scope)),
      grantIn: person.isSelf || person.deactivatedAt !== null ? [] : consortiaWhere(viewer, "role:grant"),
      endIn: person.isSelf ? [] : viewer.consortiaFor("role:end"),
      seesSeveral: new Set(viewer.consortiaFor("person:list")).size > 1,
    },
    formKey: newFormKey(viewer.person.id),
    photoKey: newFormKey(viewer.person.id),
  };
}

/** One way to a new role for each samenwerkingsverband in which the reader gives roles. */
function GrantLinks({ personId, consortia }: { personId: string; consortia: readonly { id: string; name: string }[] }) {
  return consortia.map(({ id, name }) => (
    <InternalLink key={id} href={`/people/${personId}/roles/new?in=${id}` as Route} className={LINK}>
      {consortia.length === 1 ? texts.grant : texts.grantIn(name)}
    </InternalLink>
  ));
}

/** What somebody does today, in a line for the functions and one for the organisations. */
function presentJobs({ roles, memberships }: Person): { functionName: string; organisation: string } {
  const jobs = [
    ...roles.filter(({ tense }) => tense === "RUNNING").map(({ role, organisation }) => ({ title: texts.roleNames[role], organisation })),
    ...memberships.filter(({ tense }) => tense === "RUNNING").map(({ functionName, organisation }) => ({ title: functionName, organisation })),
  ];
  const join = (words: (string | null)[]) => [...new Set(words.filter((word) => word !== null))].join(", ");
  return { functionName: join(jobs.map(({ title }) => title)) || texts.noJobNow, organisation: join(jobs.map(({ organisation }) => organisation)) };
}

function Access({ person, figures, formKey }: { person: Person; figures: AccountFigures | null; formKey: string }) {
  const off = person.deactivatedAt !== null;
  return (
    <div className="space-y-4">
      {!off && figures?.sessions != null && (
        <div className="flex flex-wrap items-center gap-x-5">
          <p>{figures.sessions === 0 ? texts.notSignedIn : texts.signedInIn(figures.sessions)}</p>
          {figures.sessions > 0 && <OneButtonForm action={signOutPersonAction} formKey={formKey} fields={{ personId: person.id }} label={texts.signOut} />}
        </div>
      )}
      {!off && figures?.hasSecondFactor && (
        <p>
          <InternalLink href={`/people/${person.id}/second-factor-reset` as Route} className={LINK}>
            {factorResetTexts.link}
          </InternalLink>
          <span className="block text-ink-soft">{factorResetTexts.note}</span>
        </p>
      )}
      {figures?.worksElsewhere ? (
        <p>{texts.elsewhere}</p>
      ) : (
        <LinkButton href={`/people/${person.id}/${off ? "reactivation" : "deactivation"}` as Route} variant="secondary">
          {off ? texts.reactivate : texts.deactivate}
        </LinkButton>
      )}
    </div>
  );
}

export default shownPage(PersonPage);
