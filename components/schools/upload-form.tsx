"use client";

import { useEffect, useState } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { FileField } from "#components/forms/file-field";
import { FormBody, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { RadioGroup } from "#components/forms/radio-group";
import { TextArea } from "#components/forms/text-area";
import { buttonClass } from "#components/ui/button";
import type { FormState } from "#lib/forms/form-state";
import { schoolImportTexts as texts } from "#lib/texts/school-import";

type UploadFormProps = {
  action: string;
  formKey: string;
  state: FormState;
  /** Where this person may import; with one, there is nothing to choose. */
  consortia: readonly { id: string; name: string }[];
  /** Said under the choice by postcode when it cannot work yet. */
  postcodesUnknown: string | null;
};

/**
 * Sends the file to a route of its own, because an action takes no large bodies: an ordinary form, the same with and
 * without script. Script only says that the file is on its way.
 */
export function UploadForm({ action, formKey, state, consortia, postcodesUnknown }: UploadFormProps) {
  const [underway, setUnderway] = useState(false);
  const [only] = consortia;
  // Back may bring the page as it was left, with its button still busy.
  useEffect(() => {
    const reset = () => setUnderway(false);
    window.addEventListener("pageshow", reset);
    return () => window.removeEventListener("pageshow", reset);
  }, []);
  return (
    <form
      action={action}
      method="post"
      encType="multipart/form-data"
      noValidate
      onSubmit={(event) => {
        if (underway) event.preventDefault();
        else setUnderway(true);
      }}
    >
      <HiddenField name="formKey" value={formKey} />
      <FormBody>
        <ErrorSummary state={state} />
        {consortia.length === 1 && only ? (
          <HiddenField name="consortiumId" value={only.id} />
        ) : (
          <RadioGroup state={state} name="consortiumId" label={texts.consortium} options={consortia.map(({ id, name }) => ({ value: id, label: name }))} />
        )}
        <FileField state={state} name="file" label={texts.file} hint={texts.fileHint} accept=".csv,text/csv" />
        <RadioGroup
          state={state}
          name="selection"
          label={texts.selection}
          options={[
            { value: "POSTCODE", label: texts.byPostcode, hint: postcodesUnknown ?? texts.byPostcodeHint },
            { value: "ALL", label: texts.allRows, hint: texts.allRowsHint },
          ]}
        />
        <TextArea state={state} name="municipalities" label={texts.municipalities} hint={texts.municipalitiesHint} optional size="small" maxLength={4_000} />
        <FormButtons>
          <button type="submit" aria-disabled={underway || undefined} className={buttonClass("primary")}>
            {underway ? texts.submitting : texts.submit}
          </button>
        </FormButtons>
      </FormBody>
    </form>
  );
}
