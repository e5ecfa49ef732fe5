"use client";

import type { Route } from "next";
import { PartFields, type PartFieldsProps } from "#components/case-discussions/part-fields";
import { Form, FormButtons } from "#components/forms/form";
import { HiddenField } from "#components/forms/hidden-field";
import { ChangedMeanwhile } from "#components/forms/now-stands";
import { SubmitButton } from "#components/forms/submit-button";
import { useFormAction } from "#components/forms/use-form-action";
import { InternalLink } from "#components/ui/link";
import type { CheckedNames } from "#lib/anonymity/findings";
import { type FormAction, type FormState, type TypedValues, typedValue } from "#lib/forms/form-state";
import { caseFormTexts as texts } from "#lib/texts/case-discussions";

type CasePartFormProps = Pick<PartFieldsProps, "part" | "longest" | "stages" | "circle"> & {
  action: FormAction;
  formKey: string;
  initial: FormState;
  names: CheckedNames;
  /** What the page is about: the meeting of a new casus, or the casus and the version of this page as it was just read. */
  about: Readonly<Record<string, string>>;
  /** The answers as the page has just read them. */
  standing: TypedValues;
  /** Where the buttons lead: on through the pages of a concept, or back to a casus that the team reads. */
  ways: "first" | "concept" | "shared";
  back: { href: Route; label: string };
};

/**
 * One page of a casus. Every button keeps what was typed. When this page was kept elsewhere meanwhile, what stands there
 * is shown beside what was typed, and the next sending starts from that: nothing gets lost, nothing is overwritten unseen.
 */
export function CasePartForm({ action, formKey, initial, names, about, standing, ways, back, ...fields }: CasePartFormProps) {
  const [state, submit] = useFormAction(action, initial);
  const isOvertaken = about.version !== undefined && typedValue(state, "version") !== about.version;
  return (
    <Form action={submit} state={state} formKey={formKey} names={names}>
      {Object.entries(about).map(([name, value]) => (
        <HiddenField key={name} name={name} value={value} />
      ))}
      <ChangedMeanwhile state={state} isOvertaken={isOvertaken} text={texts.changedMeanwhile} />
      <PartFields {...fields} state={state} now={isOvertaken ? standing : null} />
      <FormButtons>
        <SubmitButton name="way" value="next" pendingLabel={texts.saving}>
          {ways === "shared" ? texts.saveChange : texts.next}
        </SubmitButton>
        {ways === "concept" && (
          <>
            {fields.part !== "GOES_WELL" && (
              <SubmitButton name="way" value="previous" variant="secondary" pendingLabel={texts.saving}>
                {texts.previous}
              </SubmitButton>
            )}
            <SubmitButton name="way" value="overview" variant="quiet" pendingLabel={texts.saving}>
              {texts.toOverview}
            </SubmitButton>
          </>
        )}
        {ways !== "concept" && (
          <InternalLink href={back.href} className="inline-flex min-h-11 items-center" plain>
            {back.label}
          </InternalLink>
        )}
      </FormButtons>
    </Form>
  );
}
