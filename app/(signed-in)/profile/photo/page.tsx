import type { Route } from "next";
import { removeOwnPhotoAction } from "#app/(signed-in)/profile/actions";
import { shownPage } from "#app/shown-page";
import { FileField } from "#components/forms/file-field";
import { FormButtons } from "#components/forms/form";
import { OneButtonForm } from "#components/forms/one-button-form";
import { SubmitButton } from "#components/forms/submit-button";
import { UploadForm } from "#components/forms/upload-form";
import { PageNotice } from "#components/layout/notice";
import { PageHeading } from "#components/layout/page-heading";
import { Section, Sections } from "#components/layout/section";
import { Task } from "#components/layout/task";
import { Face } from "#components/ui/avatar";
import { asViewer } from "#lib/access/as-viewer";
import { newFormKey } from "#lib/forms/form-key";
import { noticeOf } from "#lib/forms/notices";
import { readSearch } from "#lib/forms/params";
import { photoErrors, photoSearchSchema } from "#lib/photos/upload-problem";
import { findOwnProfile } from "#lib/profile/queries";
import { formTexts } from "#lib/texts/forms";
import { photoTexts as texts } from "#lib/texts/photos";
import { profileTexts } from "#lib/texts/profile";

async function PhotoPage({ searchParams }: PageProps<"/profile/photo">) {
  const search = await readSearch(searchParams, photoSearchSchema);
  const { profile, ...keys } = await asViewer(async (viewer) => ({
    profile: await findOwnProfile(viewer),
    uploadKey: newFormKey(viewer.person.id),
    removeKey: newFormKey(viewer.person.id),
  }));
  const hasPhoto = profile.photoUrl !== null;
  const state = { values: {}, ...photoErrors(search.problem) };
  const current = (
    <Section key="current" title={texts.current}>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-4">
        <Face name={profile.name} photoUrl={profile.photoUrl} size="large" />
        <div>
          <p className="text-lg font-semibold">{profile.name}</p>
          {hasPhoto && <OneButtonForm action={removeOwnPhotoAction} formKey={keys.removeKey} label={texts.remove} />}
        </div>
      </div>
    </Section>
  );
  const choice = (
    <Section key="choice" title={texts.choose(hasPhoto)} note={texts.whoSees}>
      <Task>
        <UploadForm action="/profile/photo/upload" formKey={keys.uploadKey} state={state}>
          <FileField state={state} name="file" label={texts.file} hint={texts.fileHint} accept="image/jpeg,image/png,image/webp" />
          <FormButtons back={{ href: "/profile" as Route, label: texts.back }}>
            <SubmitButton>{texts.save}</SubmitButton>
          </FormButtons>
        </UploadForm>
      </Task>
    </Section>
  );
  return (
    <>
      <title>{search.problem === undefined ? texts.title : `${formTexts.errorTitlePrefix}${texts.title}`}</title>
      <PageNotice>{noticeOf(search)}</PageNotice>
      <PageHeading title={texts.title} lead={texts.lead} breadcrumbs={[{ href: "/profile" as Route, label: profileTexts.title }]} />
      {/* What was wrong stands where a reader looks first. */}
      <Sections>{search.problem === undefined ? [current, choice] : [choice, current]}</Sections>
    </>
  );
}

export default shownPage(PhotoPage);
