import type { ReactNode } from "react";
import { ErrorSummary } from "#components/forms/error-summary";
import { FormBody } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import type { FormState } from "#lib/forms/form-state";

type UploadFormProps = {
  /** The address of the route that takes the file. */
  action: string;
  state: FormState;
  formKey: string;
  children: ReactNode;
};

/** A form that posts a file to a route of its own, because a server action takes no more than 256 kB. */
export function UploadForm({ action, state, formKey, children }: UploadFormProps) {
  return (
    <form action={action} method="post" encType="multipart/form-data" noValidate>
      <HiddenField name="formKey" value={formKey} />
      <FormBody>
        <ErrorSummary state={state} />
        {children}
      </FormBody>
    </form>
  );
}
