import type { Route } from "next";
import { changeProfileAction, unlinkIdentityAction } from "#app/(signed-in)/profile/actions";
import { shownPage } from "#app/shown-page";
import { OneButtonForm } from "#components/forms/one-button-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Task } from "#components/layout/task";
import { ProfileForm } from "#components/profile/profile-form";
import { Button } from "#components/ui/button";
import { Card } from "#components/ui/card";
import { InternalLink } from "#components/ui/link";
import { PeopleList, PersonLine } from "#components/ui/person";
import { asViewer } from "#lib/access/as-viewer";
import { listOwnIdentities } from "#lib/auth/own-identities";
import { dayOf, formatDate } from "#lib/dates";
import { openForm } from "#lib/forms/drafts";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { findOwnProfile, type OwnProfile } from "#lib/profile/queries";
import { availabilityTexts, workingDays } from "#lib/texts/availability";
import { calendarPageTexts } from "#lib/texts/calendar";
import { mailPreferenceTexts } from "#lib/texts/mail-preferences";
import { peopleTexts } from "#lib/texts/people";
import { photoTexts } from "#lib/texts/photos";
import { profileTexts as texts } from "#lib/texts/profile";
import { secondFactorTexts } from "#lib/texts/second-factor";
import { z } from "zod";

const LINK = "inline-flex min-h-11 items-center";

async function ProfilePage({ searchParams }: PageProps<"/profile">) {
  const search = await readSearch(searchParams, z.object({ notice: z.string().max(60).optional() }));
  const page = await asViewer(async (viewer) => {
    const profile = await findOwnProfile(viewer);
    return {
      profile,
      form: await openForm(viewer, "/profile", typedProfile(profile)),
      identities: await listOwnIdentities(viewer),
      unlinkKey: newFormKey(viewer.person.id),
      functionName: viewer.memberships[0]?.functionName ?? viewer.roles.map(({ role }) => peopleTexts.roleNames[role])[0] ?? texts.yourFunction,
      organisation: viewer.memberships[0]?.consortiumName ?? viewer.roles[0]?.consortiumName ?? "",
    };
  });
  const { profile, identities } = page;
  return (
    <>
      <title>{texts.title}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} lead={texts.lead} />
      <Sections>
        <Section title={texts.details}>
          <Task>
            <ProfileForm action={changeProfileAction} {...page.form} version={profile.version} />
          </Task>
        </Section>
        <Section title={texts.preview}>
          <Card>
            <PeopleList>
              <PersonLine
                name={profile.name}
                photoUrl={profile.photoUrl}
                functionName={page.functionName}
                organisation={page.organisation}
                phone={profile.sharesPhone ? profile.phone : null}
                email={profile.sharesEmail ? profile.email : null}
                workingDays={workingDays(profile.pattern)}
                callMeFor={profile.callMeFor}
              />
            </PeopleList>
          </Card>
        </Section>
        <Section title={photoTexts.title} note={photoTexts.profileNote(profile.photoUrl !== null)}>
          <InternalLink href={"/profile/photo" as Route} className={LINK}>
            {photoTexts.toPhoto(profile.photoUrl !== null)}
          </InternalLink>
        </Section>
        <Section title={availabilityTexts.fromProfile} note={availabilityTexts.fromProfileNote}>
          <InternalLink href={"/availability" as Route} className={LINK}>
            {availabilityTexts.toAvailability}
          </InternalLink>
        </Section>
        <Section title={calendarPageTexts.fromProfile} note={calendarPageTexts.fromProfileNote}>
          <InternalLink href={"/profile/calendar" as Route} className={LINK}>
            {calendarPageTexts.toCalendar}
          </InternalLink>
        </Section>
        <Section title={mailPreferenceTexts.fromProfile} note={mailPreferenceTexts.fromProfileNote}>
          <InternalLink href={"/profile/mail" as Route} className={LINK}>
            {mailPreferenceTexts.toMail}
          </InternalLink>
        </Section>
        <Section title={texts.email} note={texts.emailNote(profile.email)}>
          <InternalLink href={"/profile/email" as Route} className={LINK}>
            {texts.changeEmail}
          </InternalLink>
        </Section>
        <Section title={secondFactorTexts.fromProfile} note={secondFactorTexts.fromProfileNote}>
          <InternalLink href={"/profile/second-factor" as Route} className={LINK}>
            {secondFactorTexts.toSecondFactor}
          </InternalLink>
        </Section>
        <Section title={texts.sessions} note={texts.sessionsNote}>
          <InternalLink href={"/profile/sessions" as Route} className={LINK}>
            {texts.toSessions}
          </InternalLink>
        </Section>
        {(identities.linked.length > 0 || identities.available.length > 0) && (
          <Section title={texts.accounts} note={texts.accountsNote}>
            {identities.linked.map((identity) => (
              <div key={identity.id} className="flex flex-wrap items-center gap-x-5">
                <p>{texts.linked(identity.providerName, formatDate(dayOf(identity.createdAt)))}</p>
                <OneButtonForm action={unlinkIdentityAction} formKey={page.unlinkKey} fields={{ identityId: identity.id }} label={texts.unlink(identity.providerName)} />
              </div>
            ))}
            {identities.available.length > 0 && (
              <form action="/api/auth/start" method="post" className="flex flex-wrap gap-3">
                <input type="hidden" name="next" value="/profile" />
                {identities.available.map((provider) => (
                  <Button key={provider.id} type="submit" variant="secondary" name="provider" value={provider.id}>
                    {texts.link(provider.name)}
                  </Button>
                ))}
              </form>
            )}
          </Section>
        )}
      </Sections>
    </>
  );
}

function typedProfile(profile: OwnProfile) {
  return {
    name: profile.name,
    phone: profile.phone ?? "",
    sharesPhone: profile.sharesPhone ? "yes" : "",
    sharesEmail: profile.sharesEmail ? "yes" : "",
    callMeFor: profile.callMeFor ?? "",
  };
}

export default shownPage(ProfilePage);
