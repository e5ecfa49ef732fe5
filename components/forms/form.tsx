"use client";

import type { Route } from "next";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { CheckedNamesContext } from "#components/forms/checked-names";
import { ErrorSummary, hasProblems } from "#components/forms/error-summary";
import { HiddenField } from "#components/forms/hidden-field";
import { useKeepsTyping, useKeptTyping } from "#components/forms/kept-typing";
import { Notice } from "#components/layout/notice";
import { Button } from "#components/ui/button";
import { InternalLink } from "#components/ui/link";
import type { CheckedNames } from "#lib/anonymity/findings";
import type { FormState } from "#lib/forms/form-state";
import { formTexts } from "#lib/texts/forms";

type FormProps = {
  /** The dispatcher that `useFormAction` gives back. */
  action: (formData: FormData) => void;
  state: FormState;
  /** The once-only key made by the server for this showing of the form: a double click has one effect. */
  formKey: string;
  /** The names that its texts are checked by while somebody types; without them only saving checks. */
  names?: CheckedNames;
  children: ReactNode;
};

/**
 * A form that posts to a server action, with and without script. After an error the focus goes to the summary and the
 * tab title begins with "Fout:". A second press while the form is on its way does nothing.
 */
export function Form({ action, state, formKey, names, children }: FormProps) {
  const form = useRef<HTMLFormElement>(null);
  const summary = useRef<HTMLDivElement>(null);
  const underway = useRef(false);
  const key = useFormKey(formKey, state.freshKey);
  useKeptTyping(form);
  useErrorTitle(hasProblems(state));
  useEffect(() => {
    if (hasProblems(state)) summary.current?.focus();
  }, [state]);

  function refuseWhileUnderway(event: FormEvent) {
    if (underway.current) event.preventDefault();
  }

  return (
    <>
      {state.notice && <KeptDraft formKey={key}>{state.notice}</KeptDraft>}
      <form ref={form} action={action} onSubmit={refuseWhileUnderway} noValidate>
        <HiddenField name="formKey" value={key} />
        <FormBody>
          <ErrorSummary ref={summary} state={state} />
          <CheckedNamesContext value={names ?? null}>{children}</CheckedNamesContext>
        </FormBody>
        <UnderwayWatch onChange={(pending) => (underway.current = pending)} />
      </form>
    </>
  );
}

/** That the form begins with what was left in it, and, where leaving it is enough for that, a way to begin anew: a form of its own, that a browser sends by itself. */
function KeptDraft({ formKey, children }: { formKey: string; children: string }) {
  const keeps = useKeepsTyping();
  return (
    <div className="mb-8">
      <Notice tone="neutral">
        <p>{children}</p>
        {keeps && (
          <form action="/discarded-drafts" method="post">
            <HiddenField name="formKey" value={formKey} />
            <Button type="submit" variant="quiet">
              {formTexts.discardDraft}
            </Button>
          </form>
        )}
      </Notice>
    </div>
  );
}

/** The distance between the fields of a form. */
export function FormBody({ children }: { children: ReactNode }) {
  return <div className="space-y-8">{children}</div>;
}

type FormButtonsProps = { children: ReactNode; back?: { href: Route; label: string } };

/** The buttons at the end of a form: the one that sends it, others if there are, and the way back. */
export function FormButtons({ children, back }: FormButtonsProps) {
  return (
    <div className="flex flex-wrap items-center gap-x-5 gap-y-3 pt-2">
      {children}
      {back && (
        <InternalLink href={back.href} className="inline-flex min-h-11 items-center">
          {back.label}
        </InternalLink>
      )}
    </div>
  );
}

/** The key of the page; once that was too old the one that came in its place, until the page is drawn again. */
function useFormKey(ofPage: string, fresh: string | undefined): string {
  const [replaced, setReplaced] = useState({ ofPage: "", fresh: "" });
  if (fresh && fresh !== replaced.fresh) setReplaced({ ofPage, fresh });
  return replaced.ofPage === ofPage ? replaced.fresh : ofPage;
}

function UnderwayWatch({ onChange }: { onChange: (pending: boolean) => void }) {
  const { pending } = useFormStatus();
  useEffect(() => {
    onChange(pending);
  }, [pending, onChange]);
  return null;
}

function useErrorTitle(failed: boolean) {
  useEffect(() => {
    if (!failed) return;
    document.title = `${formTexts.errorTitlePrefix}${withoutPrefix(document.title)}`;
    return () => {
      document.title = withoutPrefix(document.title);
    };
  }, [failed]);
}

function withoutPrefix(title: string): string {
  return title.startsWith(formTexts.errorTitlePrefix) ? title.slice(formTexts.errorTitlePrefix.length) : title;
}
